import type { Content } from '../../content/content.js';
import { languageOfLocale } from '../languageOfLocale.js';
import { sayIn } from '../strings.js';
import type { CaseDesk } from './caseDesk.js';
import type { Moderators } from './moderators.js';
import { askedBy, questionOf, stateOf } from './views/caseView.js';

/** A case as a list of results shows it, in the reader's language. */
export interface FoundCase {
  id: string;
  language: string;
  question: string;
  /** Its reference, how it stands, and who asks. */
  state: string;
}

export interface CaseSearchParts {
  content: () => Content;
  desk: Pick<CaseDesk, 'list'>;
  moderators: Pick<Moderators, 'isModerator'>;
}

/** Which of the results to give. */
export interface Page {
  skip: number;
  count: number;
}

export interface CaseSearch {
  /**
   * The newest cases whose question holds a text; all of them where it is empty.
   * @returns undefined where the reader is no moderator
   */
  search(
    reader: { personId: string; locale: string | undefined },
    text: string,
    page: Page,
  ): Promise<FoundCase[] | undefined>;
}

/** Searches what people asked, for moderators alone. */
export function createCaseSearch({ content, desk, moderators }: CaseSearchParts): CaseSearch {
  return {
    async search({ personId, locale }, text, { skip, count }) {
      if (!(await moderators.isModerator(personId))) return undefined;
      const words = text.trim();
      const { cases } = await desk.list({
        search: words === '' ? undefined : words,
        offset: skip,
        limit: count,
      });
      const current = content();
      const language = languageOfLocale(current, locale);
      const say = sayIn(current, language);
      return cases.map((each) => ({
        id: each.id,
        language,
        question: questionOf(each, say),
        state: [each.id, stateOf(each, say), askedBy(current, each, say)].join(' · '),
      }));
    },
  };
}
