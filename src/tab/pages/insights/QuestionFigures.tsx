import { useTab } from '../../lib/tabContext.js';
import type { Insights } from '../../lib/types.js';
import { ColumnChart } from './ColumnChart.js';
import { Figure } from './Figure.js';
import { inSteps } from './steps.js';

/** What came of the questions, by time and by language, and where the helper kept silent. */
export function QuestionFigures({ insights }: { insights: Insights }) {
  const { say, language } = useTab();
  const { days, languages } = insights;
  const steps = inSteps(days, language);
  const hasCounts = languages.length > 0;
  const outcomes = [say('answered'), say('suggested'), say('unresolved')];
  const all = [...outcomes, say('handedOver')];
  const counts = ({ answer, suggest, unresolved, handedOver }: Insights['days'][number]) => [
    answer,
    suggest,
    unresolved,
    handedOver,
  ];
  const total = (name: 'withheld' | 'silent') => days.reduce((sum, day) => sum + day[name], 0);
  const silences = [total('withheld'), total('silent')] as const;
  const languageNames = new Intl.DisplayNames(language, { type: 'language' });
  return (
    <>
      <Figure
        title={say('questionsOverTime')}
        about={say('questionsAbout')}
        columns={[say('time'), ...all]}
        rows={hasCounts ? steps.map((step) => [step.label, ...counts(step)]) : []}
        bars={false}
        chart={
          <ColumnChart
            parts={outcomes}
            columns={steps.map(({ label, answer, suggest, unresolved }) => ({
              label,
              values: [answer, suggest, unresolved],
            }))}
          />
        }
        download={{
          columns: [say('time'), ...all, say('withheld'), say('silent')],
          rows: days.map((day) => [day.day, ...counts(day), day.withheld, day.silent]),
        }}
      />
      <Figure
        title={say('byLanguage')}
        columns={[say('language'), ...all]}
        rows={languages.map((each) => [
          languageNames.of(each.language) ?? each.language,
          ...counts({ day: '', ...each }),
        ])}
      />
      <Figure
        title={say('silences')}
        about={say('silencesAbout')}
        columns={[say('history'), say('count')]}
        rows={
          silences[0] + silences[1] === 0
            ? []
            : [
                [say('withheld'), silences[0]],
                [say('silent'), silences[1]],
              ]
        }
      />
    </>
  );
}
