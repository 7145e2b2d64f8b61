import { Checkbox, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { LanguageSelect } from '../../lib/LanguageSelect.js';
import { useTab } from '../../lib/tabContext.js';
import type { CaseList, CaseState } from '../../lib/types.js';
import type { CaseFilter } from './useCases.js';

const STATES = {
  waiting: ['open', 'reopened', 'claimed'],
  unclaimed: ['open', 'reopened'],
  claimed: ['claimed'],
  answered: ['answered'],
  dismissed: ['dismissed'],
  all: [],
} as const satisfies Record<string, readonly CaseState[]>;
type StateChoice = keyof typeof STATES;

const AGES = ['', '1', '3', '7', '30'] as const;

const useStyles = makeStyles({
  filters: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  wide: { gridColumn: '1 / -1' },
});

/** Which questions to show, and in which order. */
export function CaseFilters({
  filter,
  counts,
  onChange,
}: {
  filter: CaseFilter;
  counts: CaseList['counts'] | undefined;
  onChange: (filter: CaseFilter) => void;
}) {
  const styles = useStyles();
  const { say } = useTab();
  const set = (change: Partial<CaseFilter>): void => onChange({ ...filter, ...change });
  const chosen = (Object.keys(STATES) as StateChoice[]).find(
    (name) => STATES[name].join() === filter.states.join(),
  );
  const countOf = (name: StateChoice): number | undefined =>
    counts &&
    (STATES[name].length > 0 ? STATES[name] : (Object.keys(counts) as CaseState[]))
      .map((state) => counts[state])
      .reduce((sum, count) => sum + count, 0);

  return (
    <div className={styles.filters} role="search" aria-label={say('filters')}>
      <Input
        className={styles.wide}
        type="search"
        aria-label={say('search')}
        placeholder={say('search')}
        value={filter.search}
        onChange={(_event, { value }) => set({ search: value })}
      />
      <Field label={say('state')}>
        <Select
          value={chosen ?? 'all'}
          onChange={(_event, { value }) => set({ states: [...STATES[value as StateChoice]] })}
        >
          {(Object.keys(STATES) as StateChoice[]).map((name) => (
            <option key={name} value={name}>
              {say(`filter-${name}`)}
              {counts ? ` (${countOf(name)})` : ''}
            </option>
          ))}
        </Select>
      </Field>
      <LanguageSelect
        label={say('language')}
        any={say('allLanguages')}
        value={filter.language}
        onChange={(language) => set({ language })}
      />
      <Field label={say('age')}>
        <Select
          value={filter.olderThanDays}
          onChange={(_event, { value }) => set({ olderThanDays: value })}
        >
          {AGES.map((days) => (
            <option key={days} value={days}>
              {days === '' ? say('anyAge') : say('olderThan', { days })}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={say('order')}>
        <Select
          value={filter.order}
          onChange={(_event, { value }) => set({ order: value as CaseFilter['order'] })}
        >
          <option value="newest">{say('newest')}</option>
          <option value="most-asked">{say('mostAsked')}</option>
        </Select>
      </Field>
      <Checkbox
        className={styles.wide}
        label={say('onlyMine')}
        checked={filter.mine}
        onChange={(_event, { checked }) => set({ mine: checked === true })}
      />
    </div>
  );
}
