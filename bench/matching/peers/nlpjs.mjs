import { containerBootstrap, Nlp } from '@nlpjs/basic';
import { LangDe } from '@nlpjs/lang-de';
import { LangEn } from '@nlpjs/lang-en';
import { LangEs } from '@nlpjs/lang-es';
import { LangFr } from '@nlpjs/lang-fr';
import { LangIt } from '@nlpjs/lang-it';
import { LangNl } from '@nlpjs/lang-nl';
import { bestGuess, NOTHING } from './bestGuess.mjs';

const LANGUAGES = { de: LangDe, en: LangEn, es: LangEs, fr: LangFr, it: LangIt, nl: LangNl };

/** nlp.js with the settings given for its network; without any, as its documentation starts it. */
export async function trainNlpjs(rows, language, settings) {
  const container = await containerBootstrap();
  container.use(Nlp);
  container.use(LANGUAGES[language]);
  const nlp = container.get('nlp');
  nlp.settings.autoSave = false;
  nlp.useNlu('NeuralNlu', language, 'default', { log: false, ...settings });
  nlp.addLanguage(language);
  nlp.nluManager.settings.log = false;
  for (const { text, intent } of rows) nlp.addDocument(language, text, intent ?? NOTHING);
  await nlp.train();
  return async (text) => {
    const { classifications } = await nlp.nluManager.process(language, text);
    return bestGuess(classifications.map(({ intent, score }) => [intent, score]));
  };
}
