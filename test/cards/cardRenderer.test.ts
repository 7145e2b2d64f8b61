import { describe, expect, it } from 'vitest';
import { createCardRenderer } from '../../src/cards/cardRenderer.js';
import { readConfig } from '../../src/config.js';
import { loadContent } from '../../src/content/loadContent.js';

const { content, findings } = await loadContent(readConfig({}).contentFolder);
if (!content) throw new Error(JSON.stringify(findings));

const sample = (name: string) => content.cards.get(name)?.sample ?? {};

describe('a card that is said often', () => {
  it('is made once', () => {
    const { render } = createCardRenderer(() => content);
    const data = sample('answer');
    expect(render('answer', 'en', { ...data })).toBe(render('answer', 'en', { ...data }));
  });

  it('is another one for another language, and for other data', () => {
    const { render } = createCardRenderer(() => content);
    const data = sample('answer');
    const cards = [
      render('answer', 'en', data),
      render('answer', 'fr', data),
      render('answer', 'en', { ...data, title: 'Another title' }),
    ];
    expect(new Set(cards.map((card) => JSON.stringify(card))).size).toBe(3);
  });

  it('is made anew from new content', () => {
    let served = content;
    const { render } = createCardRenderer(() => served);
    const before = render('answer', 'en', sample('answer'));
    served = { ...content };
    expect(render('answer', 'en', sample('answer'))).not.toBe(before);
  });
});

describe('a card that holds what a person wrote', () => {
  it('is not kept', () => {
    const { render } = createCardRenderer(() => content);
    const data = sample('case');
    expect(render('case', 'en', data)).not.toBe(render('case', 'en', data));
  });
});
