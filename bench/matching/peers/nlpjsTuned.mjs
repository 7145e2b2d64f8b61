import { trainNlpjs } from './nlpjs.mjs';

/** Settings that measured better than its defaults. */
const SETTINGS = { learningRate: 0.05, iterations: 150 };

export const train = (rows, language) => trainNlpjs(rows, language, SETTINGS);
