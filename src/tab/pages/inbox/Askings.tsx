import { Body1, Caption1, makeStyles, Title3, tokens } from '@fluentui/react-components';
import { useTab } from '../../lib/tabContext.js';
import type { CaseDetails } from '../../lib/types.js';
import { ageOf } from './StateBadge.js';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  item: { marginBottom: tokens.spacingVerticalS, overflowWrap: 'anywhere' },
});

/** Everybody who asks the same, in the order in which they came. */
export function Askings({ askings }: Pick<CaseDetails, 'askings'>) {
  const styles = useStyles();
  const { say, language } = useTab();
  return (
    <section>
      <Title3 as="h2">{say('askings', { people: askings.length })}</Title3>
      <ol className={styles.list}>
        {askings.map((asking) => (
          <li key={asking.id} className={styles.item}>
            <Body1 as="p" lang={asking.language}>
              {asking.text || say('textGone')}
            </Body1>
            <Caption1>
              {[
                asking.name ?? say('inChat'),
                asking.language.toUpperCase(),
                say(`reason-${asking.reason}`),
                say(`asking-${asking.state}`),
                ageOf(asking.askedAt, language),
              ].join(' · ')}
            </Caption1>
          </li>
        ))}
      </ol>
    </section>
  );
}
