import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTab } from '../../../lib/tabContext.js';
import { emptyValue } from '../schema/emptyValue.js';
import {
  isByLanguage,
  propertiesOf,
  schemasAt,
  type Path,
  type SchemaPart,
} from '../schema/schemaAt.js';
import { useForm } from './formContext.js';
import { Value } from './Value.js';

const useStyles = makeStyles({
  add: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'end', flexWrap: 'wrap' },
});

/** The fields of an object, and a way to those that it may have besides. */
export function Properties({ path, value }: { path: Path; value: Record<string, unknown> }) {
  const { schema, data, words } = useForm();
  const parts = schemasAt(schema, data, path);
  const known = propertiesOf(parts);
  const isOpen = parts.some(({ additionalProperties }) => typeof additionalProperties === 'object');
  const required = new Set(parts.flatMap((part) => (part['required'] ?? []) as string[]));
  // What people read comes first, whatever its place in the file.
  const isRead = (name: string): boolean => isByLanguage(schemasAt(schema, data, [...path, name]));
  const names = Object.keys(value)
    // Which schema a file obeys is not for its author to change.
    .filter((name) => name !== '$schema')
    .sort((a, b) => Number(isRead(b)) - Number(isRead(a)));
  const absent = [...known.keys()].filter((name) => !(name in value) && name !== '$schema');
  return (
    <>
      {names.map((name) => (
        <Value
          key={name}
          path={[...path, name]}
          value={value[name]}
          label={known.has(name) ? words.nameOf(name, parts) : name}
          canRemove={!required.has(name)}
        />
      ))}
      {absent.length > 0 && <AddKnown path={path} names={absent} parts={parts} />}
      {isOpen && <AddNamed path={path} taken={Object.keys(value)} />}
    </>
  );
}

function AddKnown({
  path,
  names,
  parts,
}: {
  path: Path;
  names: readonly string[];
  parts: readonly SchemaPart[];
}) {
  const styles = useStyles();
  const { say } = useTab();
  const { words, write } = useForm();
  const empty = useEmpty();
  const [chosen, setChosen] = useState('');
  const name = names.includes(chosen) ? chosen : (names[0] ?? '');
  return (
    <div className={styles.add}>
      <Field label={say('addField')}>
        <Select value={name} onChange={(_event, data) => setChosen(data.value)}>
          {names.map((each) => (
            <option key={each} value={each}>
              {words.nameOf(each, parts)}
            </option>
          ))}
        </Select>
      </Field>
      <Button onClick={() => write([...path, name], empty([...path, name]))}>{say('add')}</Button>
    </div>
  );
}

/** For an entry whose name the author chooses, such as a step of a dialog or a text of the cards. */
function AddNamed({ path, taken }: { path: Path; taken: readonly string[] }) {
  const styles = useStyles();
  const { say } = useTab();
  const { write } = useForm();
  const empty = useEmpty();
  const [typed, setName] = useState('');
  const name = typed.trim();
  return (
    <div className={styles.add}>
      <Field label={say('addNamed')}>
        <Input value={typed} onChange={(_event, { value }) => setName(value)} />
      </Field>
      <Button
        disabled={name === '' || taken.includes(name)}
        onClick={() => {
          write([...path, name], empty([...path, name]));
          setName('');
        }}
      >
        {say('add')}
      </Button>
    </div>
  );
}

/** What a new value at a path begins as. */
export function useEmpty(): (path: Path) => unknown {
  const { schema, data, ids } = useForm();
  return (path) => {
    const [part = {}] = schemasAt(schema, data, path);
    return emptyValue(part, schema, ids['language'] ?? []);
  };
}
