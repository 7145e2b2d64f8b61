import { createRequire } from 'node:module';
import { bestGuess, NOTHING } from './bestGuess.mjs';

const require = createRequire(import.meta.url);
const NATURAL = 'natural/lib/natural';

/** natural's naive Bayes with natural's own tokenizer and stemmer for the language. */
export async function train(rows, language) {
  const BayesClassifier = require(`${NATURAL}/classifiers/bayes_classifier.js`);
  const suffix = language === 'en' ? '' : `_${language}`;
  const stemmer = require(`${NATURAL}/stemmers/porter_stemmer${suffix}.js`);
  const bayes = new BayesClassifier(stemmer);
  for (const { text, intent } of rows) bayes.addDocument(text, intent ?? NOTHING);
  bayes.train();
  return (text) => {
    // Its values are likelihoods times priors: a share of the sum compares between texts.
    const found = bayes.getClassifications(text);
    const sum = found.reduce((total, { value }) => total + value, 0) || 1;
    return bestGuess(found.map(({ label, value }) => [label, value / sum]));
  };
}
