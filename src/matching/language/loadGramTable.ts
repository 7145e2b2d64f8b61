import { compileGramTable, type EldTables, type GramTable } from './GramTable.js';

/** Files of eld beside its entry point; the package exports only the whole detector. */
const NGRAMS = '../ngrams/extrasmall.js';
const DICTIONARY = '../dictionary.js';

/** Loads eld's smallest tables and compiles them. Costs 200 ms and 80 MB: for the worker only. */
export async function loadGramTable(): Promise<GramTable> {
  const entry = import.meta.resolve('eld');
  const [{ ngramsData }, { dictionary }] = await Promise.all([
    import(new URL(NGRAMS, entry).href) as Promise<{ ngramsData: Omit<EldTables, 'alphabet'> }>,
    import(new URL(DICTIONARY, entry).href) as Promise<{ dictionary: EldTables['alphabet'] }>,
  ]);
  return compileGramTable({ ...ngramsData, alphabet: dictionary });
}
