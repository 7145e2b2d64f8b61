import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useTab } from '../../../lib/tabContext.js';
import { choicesOf } from '../schema/choicesOf.js';
import { asFields, asTexts, isObject } from '../schema/readAs.js';
import { schemasAt, type Path, type SchemaPart } from '../schema/schemaAt.js';
import { Fold } from '../../../lib/Fold.js';
import { useForm } from './formContext.js';
import { Properties, useEmpty } from './Properties.js';
import { TextField } from './TextField.js';
import { Value } from './Value.js';

const useStyles = makeStyles({
  row: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'end', flexWrap: 'wrap' },
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  add: { alignSelf: 'start' },
});

interface ListProps {
  path: Path;
  value: readonly unknown[];
  label: string;
  hint?: string;
}

/** A list: one text a line, ids to choose from, or blocks with fields of their own. */
export function List({ path, value, label, hint }: ListProps) {
  const { schema, data, ids, write } = useForm();
  const { say } = useTab();
  const items = schemasAt(schema, data, [...path, value.length]);
  const choices = asTexts(choicesOf(items, ids));
  if (choices.length > 0) return <Choices {...{ path, value, label, hint, choices, items }} />;
  const isText = items.some(({ type }) => type === 'string');
  if (isText && value.every((item) => typeof item === 'string')) {
    return (
      <TextField
        label={label}
        isLong
        hint={[say('onePerLine'), hint].filter(Boolean).join(' ')}
        value={value.join('\n')}
        onChange={(text) => write(path, text === '' ? [] : text.split('\n'))}
      />
    );
  }
  return (
    <Fold title={`${label} (${value.length})`} {...(hint === undefined ? {} : { hint })}>
      {() => <Blocks path={path} value={value} label={label} />}
    </Fold>
  );
}

function Choices({
  path,
  value,
  label,
  hint,
  choices,
  items,
}: Omit<ListProps, 'hint'> & {
  hint?: string | undefined;
  choices: readonly string[];
  /** What the schema says of each. */
  items: readonly SchemaPart[];
}) {
  const styles = useStyles();
  const { say } = useTab();
  const { words, write } = useForm();
  const left = choices.filter((choice) => !value.includes(choice));
  return (
    <div role="group" aria-label={label} className={styles.list}>
      {value.map((item, index) => (
        <div key={index} className={styles.row}>
          <Field label={`${label} ${index + 1}`}>
            <Select
              value={String(item)}
              onChange={(_event, chosen) => write([...path, index], chosen.value)}
            >
              {[String(item), ...left].map((each) => (
                <option key={each} value={each}>
                  {words.choiceOf(each, items)}
                </option>
              ))}
            </Select>
          </Field>
          <Button onClick={() => write([...path, index], undefined)}>
            {say('removeField', { name: words.choiceOf(String(item), items) })}
          </Button>
        </div>
      ))}
      <Field label={say('addTo', { name: label })} {...(hint === undefined ? {} : { hint })}>
        <Select
          value=""
          onChange={(_event, chosen) =>
            chosen.value !== '' && write([...path, value.length], chosen.value)
          }
        >
          <option value="">{say('choose')}</option>
          {left.map((each) => (
            <option key={each} value={each}>
              {words.choiceOf(each, items)}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}

function Blocks({ path, value, label }: Omit<ListProps, 'hint'>) {
  const styles = useStyles();
  const { say } = useTab();
  const { write, language } = useForm();
  const empty = useEmpty();
  const end = [...path, value.length];
  return (
    <>
      {value.map((item, index) => {
        const at = [...path, index];
        const name = nameOf(item, language) ?? `${label} ${index + 1}`;
        return (
          <Fold key={index} title={name} startsOpen={value.length === 1}>
            {() => (
              <>
                {isObject(item) ? (
                  <Properties path={at} value={item} />
                ) : (
                  <Value path={at} value={item} label={name} />
                )}
                <Button className={styles.add} onClick={() => write(at, undefined)}>
                  {say('removeField', { name })}
                </Button>
              </>
            )}
          </Fold>
        );
      })}
      <Button className={styles.add} onClick={() => write(end, empty(end))}>
        {say('addTo', { name: label })}
      </Button>
    </>
  );
}

/** What a block is called by its own words. */
function nameOf(item: unknown, language: string): string | undefined {
  const block = asFields(item);
  for (const key of ['name', 'label', 'title', 'city', 'id', 'days', 'number', 'type']) {
    const value = block[key];
    const text = isObject(value) ? value[language] : value;
    if (typeof text === 'string' && text !== '') return text;
  }
  return undefined;
}
