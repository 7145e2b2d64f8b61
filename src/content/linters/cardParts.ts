import type { JsonPath } from '../contentFile.js';
import type { Linter } from '../linter.js';
import { nearest } from '../nearest.js';

/** What Teams shows of Adaptive Cards 1.5: https://adaptivecards.io/explorer/ */
const elements = [
  'ActionSet',
  'Column',
  'ColumnSet',
  'Container',
  'FactSet',
  'Image',
  'ImageSet',
  'Input.ChoiceSet',
  'Input.Date',
  'Input.Number',
  'Input.Text',
  'Input.Time',
  'Input.Toggle',
  'Media',
  'RichTextBlock',
  'Table',
  'TableCell',
  'TableRow',
  'TextBlock',
  'TextRun',
];
const actions = ['Action.Execute', 'Action.OpenUrl', 'Action.Submit', 'Action.ToggleVisibility'];

/** Where parts stand within a part, and whether they are actions. */
const places: Record<string, 'element' | 'action' | 'same'> = {
  body: 'element',
  items: 'element',
  columns: 'element',
  rows: 'element',
  cells: 'element',
  images: 'element',
  inlines: 'element',
  actions: 'action',
  selectAction: 'action',
  inlineAction: 'action',
  action: 'action',
  fallback: 'same',
};

type Part = Record<string, unknown>;

export const cardParts: Linter = {
  name: 'cardParts',
  description: 'Cards are made of what Teams can show, and of no Action.ShowCard.',
  check({ files }, report) {
    for (const file of files('card')) {
      for (const { part, at, role } of partsIn(file.data as unknown as Part)) {
        const { type } = part;
        // A column of a Table, or a list that only repeats others, needs no type.
        if (typeof type !== 'string' || type.includes('${')) continue;
        const known = role === 'action' ? actions : elements;
        if (known.includes(type)) continue;
        report({
          file,
          at: [...at, 'type'],
          ...(type === 'Action.ShowCard'
            ? { fault: 'showCard' }
            : {
                fault: role === 'action' ? 'unknownAction' : 'unknownElement',
                values: { type, known: known.join(', ') },
                meant: nearest(type, known),
              }),
        });
      }
    }
  },
};

interface FoundPart {
  part: Part;
  at: JsonPath;
  role: 'element' | 'action';
}

function* partsIn(
  owner: Part,
  path: JsonPath = [],
  role: FoundPart['role'] = 'element',
): Generator<FoundPart> {
  for (const [key, place] of Object.entries(places)) {
    const value = owner[key];
    const list = Array.isArray(value) ? value.entries() : [[undefined, value] as const];
    for (const [index, part] of list) {
      if (typeof part !== 'object' || part === null) continue;
      const at = index === undefined ? [...path, key] : [...path, key, index];
      const found = { part: part as Part, at, role: place === 'same' ? role : place };
      yield found;
      yield* partsIn(found.part, at, found.role);
    }
  }
  const { refresh } = owner;
  if (typeof refresh === 'object' && refresh !== null) {
    yield* partsIn(refresh as Part, [...path, 'refresh']);
  }
}
