import { eld } from 'eld/extrasmall';
import { describe, expect, it } from 'vitest';
import { GramScores } from '../../../src/matching/language/GramTable.js';
import { loadGramTable } from '../../../src/matching/language/loadGramTable.js';

const scores = new GramScores(await loadGramTable());
const bestOf = (text: string): string => {
  const { scores: found } = scores.score(text.toLowerCase().match(/\p{L}+/gu) ?? []);
  return scores.languages[found.indexOf(Math.max(...found))]!;
};

describe('eld’s tables, compiled', () => {
  it.each([
    'I cannot get into my account since yesterday evening',
    'Je n’arrive plus à me connecter depuis hier soir',
    'Seit gestern Abend komme ich nicht mehr in mein Konto',
    'Da ieri sera non riesco più a entrare nel mio account',
    'Desde ayer por la noche no puedo entrar en mi cuenta',
    'Sinds gisterenavond geraak ik niet meer in mijn account',
    'Desde ontem à noite que não consigo entrar na minha conta',
    'Od wczoraj wieczorem nie mogę wejść na swoje konto',
  ])('say the same as eld: %s', (text) => {
    expect(bestOf(text)).toBe(eld.detect(text).language);
  });
});
