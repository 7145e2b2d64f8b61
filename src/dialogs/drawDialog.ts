import { positionsOf, waysFrom } from './graph.js';
import { keyOf } from './steps.js';
import type { Dialog, DialogBook, Position, Step } from './types.js';
import { labelOf } from './words.js';

const MAX_TEXT = 60;

/** A dialog as a Mermaid flowchart, for editors: every step, and what leads where. */
export function drawDialog(book: DialogBook, dialog: Dialog, language: string): string {
  const nodes = new Map<string, string>();
  const arrows: string[] = [];
  const nameOf = (place: Position): string => keyOf(place).replaceAll(/[^a-z0-9]/g, '_');
  for (const [place, step] of positionsOf(dialog)) {
    nodes.set(nameOf(place), shapeOf(place.step, step, language));
    for (const { by, to } of waysFrom(book, place, step)) {
      // Another dialog is one box here: it has a drawing of its own.
      if (to.dialog !== dialog.id) continue;
      const label = step.type === 'question' ? choiceLabel(book, step, by, language) : (by ?? '');
      const said = label === '' && step.type === 'branch' ? 'otherwise' : label;
      const arrow = said === '' ? '-->' : `-->|${quoted(said)}|`;
      arrows.push(`  ${nameOf(place)} ${arrow} ${nameOf(to)}`);
    }
  }
  const start = nameOf({ dialog: dialog.id, step: dialog.start });
  return [
    'flowchart TD',
    `  begin(( )) --> ${start}`,
    ...[...nodes].map(([name, shape]) => `  ${name}${shape}`),
    ...arrows,
    '',
  ].join('\n');
}

function choiceLabel(
  book: DialogBook,
  step: Extract<Step, { type: 'question' }>,
  by: string | undefined,
  language: string,
): string {
  const choice = step.choices.find(({ id }) => id === by);
  return choice ? labelOf(book, choice, language) : '';
}

/** The box of a step: its shape tells what kind of step it is. */
function shapeOf(id: string, step: Step, language: string): string {
  switch (step.type) {
    case 'branch':
      return `{${quoted(id)}}`;
    case 'topic':
      return `[/${quoted(`topic ${step.topic}`)}/]`;
    case 'dialog':
      return `[[${quoted(`dialog ${[step.dialog, step.step].filter(Boolean).join(': ')}`)}]]`;
    case 'solved':
      return `([${quoted(`✓ ${shortened(step.text[language])}`)}])`;
    case 'handOff':
      return `([${quoted(`☎ ${shortened(step.text[language])}`)}])`;
    case 'wait':
      return `[${quoted(`⏲ ${step.minutes} min: ${shortened(step.text[language])}`)}]`;
    default:
      return `[${quoted(`${id}: ${shortened(step.text[language])}`)}]`;
  }
}

function shortened(text = ''): string {
  if (text.length <= MAX_TEXT) return text;
  const cut = text.slice(0, MAX_TEXT);
  return `${cut.slice(0, cut.lastIndexOf(' '))}…`;
}

/** Mermaid takes any text in quotes, but quotes themselves as entities. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '#quot;')}"`;
}
