import { trainNlpjs } from './nlpjs.mjs';

export const train = (rows, language) => trainNlpjs(rows, language, {});
