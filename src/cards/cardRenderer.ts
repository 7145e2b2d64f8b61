import { createRequire } from 'node:module';
import { setImmediate } from 'node:timers/promises';
import type * as Templating from 'adaptivecards-templating';
import type { Content } from '../content/content.js';
import { openDialogs } from './openDialogs.js';
import { withSubmitFallbacks } from './submitFallback.js';
import { UnfinishedContentError } from '../content/unfinishedContentError.js';

/** An Adaptive Card, ready to be attached to a message. */
export type AdaptiveCard = Record<string, unknown>;

/**
 * Fills the card `name` in `language`; `t` in a template is the language's strings. With
 * `shared: true` among the data, buttons for one person's eyes open a dialog.
 */
export interface CardRenderer {
  /** @throws UnfinishedContentError when there is no card of that name, or it cannot be filled. */
  render(name: string, language: string, data: Record<string, unknown>): AdaptiveCard;
  /** Does now what the first card would have to wait for; gives way to others between its steps. */
  warmUp(): Promise<void>;
}

/** Where the official schema of Adaptive Cards lives; clients expect it in a card. */
const CARD_SCHEMA = 'http://adaptivecards.io/schemas/adaptive-card.json';

const require = createRequire(import.meta.url);

/** Loading it takes 200 ms, which a start need not wait for: the first card or the warm-up does. */
function templating(): typeof Templating {
  return require('adaptivecards-templating') as typeof Templating;
}

/**
 * Cards that say what the content says and nothing of the person: many ask the same things in other
 * words. Enough are kept for each topic in each language, and some more.
 */
const SAID_OFTEN = new Set(['answer', 'suggestions', 'not-found', 'welcome', 'offices']);
const MOST_KEPT = 400;

/**
 * Renders the cards of whatever content is served at the moment. Parsing a template costs about
 * 10 ms, expanding a parsed one 0.2 ms: parsed templates are kept as long as their content is, and
 * so are the last cards, by all that they are made of. Nobody may change a card that was rendered.
 */
export function createCardRenderer(content: () => Content): CardRenderer {
  const parsed = new WeakMap<object, Templating.Template>();
  const templateOf = (source: object): Templating.Template => {
    let template = parsed.get(source);
    if (template === undefined) {
      template = new (templating().Template)(source);
      parsed.set(source, template);
    }
    return template;
  };
  const render = (name: string, language: string, data: Record<string, unknown>): AdaptiveCard => {
    const { cards, strings } = content();
    const source = cards.get(name)?.template;
    if (source === undefined) throw new UnfinishedContentError(`no card named "${name}"`);
    return expand(templateOf(source), language, data, strings[language] ?? {});
  };
  let kept = new Map<string, AdaptiveCard>();
  let keptOf: Content | undefined;
  return {
    render(name, language, data) {
      if (!SAID_OFTEN.has(name)) return render(name, language, data);
      if (keptOf !== content() || kept.size >= MOST_KEPT) {
        kept = new Map();
        keptOf = content();
      }
      const key = JSON.stringify([name, language, data]);
      const known = kept.get(key);
      if (known) return known;
      const card = render(name, language, data);
      kept.set(key, card);
      return card;
    },
    async warmUp() {
      templating();
      for (const { template } of content().cards.values()) {
        await setImmediate();
        templateOf(template);
      }
    },
  };
}

/** Expands one template; also used by the check, which has templates but no served content. */
export function expand(
  template: Templating.Template,
  language: string,
  data: Record<string, unknown>,
  strings: Readonly<Record<string, string>>,
): AdaptiveCard {
  const opening = openDialogs(
    fill(template, { ...data, language, t: strings }),
    data['shared'] === true,
  );
  return { ...withSubmitFallbacks(opening), $schema: CARD_SCHEMA };
}

/** What templates hold is written by editors: what the library throws is about that. */
function fill(template: Templating.Template, $root: Record<string, unknown>): AdaptiveCard {
  try {
    return template.expand({ $root }) as AdaptiveCard;
  } catch (cause) {
    throw new UnfinishedContentError((cause as Error).message, { cause });
  }
}
