import { describe, expect, it } from 'vitest';
import { createCardRenderer } from '../../../src/cards/cardRenderer.js';
import { readConfig } from '../../../src/config.js';
import { loadContent } from '../../../src/content/loadContent.js';
import { statusView } from '../../../src/support/cases/askerPresses.js';
import type { Case } from '../../../src/support/cases/case.js';
import { dialogForm } from '../../../src/support/cases/views/dialogForm.js';
import { choice, type CardView } from '../../../src/support/reply.js';

const { content, findings } = await loadContent(readConfig({}).contentFolder);
if (!content) throw new Error(JSON.stringify(findings));

const LINK = '[EU Login](https://evil.example)';

/** The texts on a card, by whether Teams reads Markdown in them. */
function textsOn({ card, language, data }: CardView) {
  const texts: Record<string, string[]> = { TextBlock: [], TextRun: [] };
  JSON.stringify(
    createCardRenderer(() => content!).render(card, language, data),
    (_, node: unknown) => {
      const { type, text } = (node ?? {}) as { type?: string; text?: string };
      if (type !== undefined && text !== undefined) texts[type]?.push(text);
      return node;
    },
  );
  return texts;
}

describe('a person’s words', () => {
  it('are shown in a moderator’s form as typed, line by line, and not taken for Markdown', () => {
    const { TextBlock, TextRun } = textsOn(
      dialogForm('en', {
        title: 'Question C7K3M9',
        quote: `My account is locked.\n\nSee ${LINK}`,
        fields: [],
        submit: choice('Send', 'case-send', {}),
      }),
    );
    expect(TextRun).toEqual(['My account is locked.', `See ${LINK}`]);
    expect(TextBlock).toEqual(['Question C7K3M9', 'Send ›']);
  });

  it('are no link on the asker’s card where they are a moderator’s name', () => {
    const claimed: Partial<Case> = {
      id: 'C7K3M9',
      state: 'claimed',
      claimedBy: { id: 'x', name: `*Jean-Luc* ${LINK}` },
    };
    const { TextBlock = [] } = textsOn(statusView(content, [claimed as Case], 'en'));
    expect(TextBlock.join('\n')).toContain('Jean-Luc EU Login(https://evil.example) is looking');
  });
});
