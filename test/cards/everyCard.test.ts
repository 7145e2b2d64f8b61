import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { createCardRenderer, type AdaptiveCard } from '../../src/cards/cardRenderer.js';
import { readConfig } from '../../src/config.js';
import { loadContent } from '../../src/content/loadContent.js';

/** As much of Microsoft's renderer as is needed to hear what it thinks of a card. */
interface Renderer {
  AdaptiveCard: new () => { parse(card: object, context: object): void };
  SerializationContext: new () => {
    eventCount: number;
    getEventAt(index: number): { message: string };
  };
}

// Its main entry does not load in Node; the bundle for browsers does.
const renderer = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.min.js',
) as Renderer;

const MAX_TITLE_CHARACTERS = 25;
const MAX_UTF16_BYTES = 80 * 1024;

type Part = Record<string, unknown>;

/** Every object in a card, the card itself first. */
function* partsOf(node: unknown): Generator<Part> {
  if (Array.isArray(node)) for (const item of node) yield* partsOf(item);
  else if (typeof node === 'object' && node !== null) {
    yield node as Part;
    for (const value of Object.values(node)) yield* partsOf(value);
  }
}

function actionsIn(card: AdaptiveCard): Part[] {
  return [...partsOf(card)].filter(({ type }) => String(type).startsWith('Action.'));
}

const { content, findings } = await loadContent(readConfig({}).contentFolder);
if (!content) throw new Error(JSON.stringify(findings));
const cards = createCardRenderer(() => content);
const cases = [...content.cards].flatMap(([name, { sample }]) =>
  content.settings.languages.map((language) => ({
    name,
    language,
    card: cards.render(name, language, sample ?? {}),
  })),
);

describe.each(cases)('The card $name in $language', ({ card }) => {
  it('is understood by Microsoft’s own parser without complaint', () => {
    const context = new renderer.SerializationContext();
    // Its check of the language keeps state and refuses every second right one.
    const { lang, ...rest } = card;
    expect(content.settings.languages).toContain(lang);
    new renderer.AdaptiveCard().parse(rest, context);
    const complaints = Array.from(
      { length: context.eventCount },
      (_, index) => context.getEventAt(index).message,
    );
    expect(complaints).toEqual([]);
  });

  it('is at most version 1.5 and leaves no binding unfilled', () => {
    expect(card['version']).toMatch(/^1\.[0-5]$/);
    expect(JSON.stringify(card)).not.toContain('${');
  });

  it('says something where cards cannot be shown', () => {
    expect(String(card['fallbackText']).length).toBeGreaterThan(3);
  });

  it('has no Action.ShowCard, and an Action.Submit behind every Action.Execute', () => {
    for (const action of actionsIn(card)) {
      expect(action['type']).not.toBe('Action.ShowCard');
      if (action['type'] === 'Action.Execute') {
        expect(action['fallback']).toMatchObject({ type: 'Action.Submit' });
      }
    }
  });

  it(`has button titles of at most ${MAX_TITLE_CHARACTERS} characters`, () => {
    const long = actionsIn(card)
      .map(({ title }) => String(title ?? ''))
      .filter((title) => [...title].length > MAX_TITLE_CHARACTERS);
    expect(long).toEqual([]);
  });

  it('fits a message of Teams', () => {
    expect(JSON.stringify(card).length * 2).toBeLessThan(MAX_UTF16_BYTES);
  });

  it('wraps every text, for Teams cuts a line that does not', () => {
    const cut = [...partsOf(card)]
      .filter(({ type, wrap }) => type === 'TextBlock' && wrap !== true)
      .map(({ text }) => text)
      // Step numbers are short and stand alone in their column.
      .filter((text) => !/^\**\d+\.?\**$/.test(String(text)));
    expect(cut).toEqual([]);
  });

  it('has no text that Markdown takes for an empty list, such as “1.” alone', () => {
    const empty = [...partsOf(card)]
      .filter(({ type }) => type === 'TextBlock')
      .filter(({ text }) => /^(\d+[.)]|[-*+])\s*$/.test(String(text)));
    expect(empty).toEqual([]);
  });
});
