import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readContentFolders, type ContentSource } from '../../src/content/contentSource.js';

/** The root of a small content that is good. */
export const validRoot = fileURLToPath(new URL('valid/', import.meta.url));

const faultsFolder = new URL('faults/', import.meta.url);

/** A fault to plant in the valid content, and what the check says about it. */
export interface PlantedFault {
  fault: string;
  edits: Edit[];
  /** Every line that the check prints, in order. */
  expected: string[];
}

/** `find` stands exactly once in the file; without `find`, `write` is the whole new file. */
export interface Edit {
  file: string;
  find?: string;
  write?: string;
  delete?: true;
  encoding?: 'latin1';
}

export function plantedFaults(): [name: string, fault: PlantedFault][] {
  return readdirSync(faultsFolder).map((name) => [
    name,
    JSON.parse(readFileSync(new URL(`${name}/fault.json`, faultsFolder), 'utf8')) as PlantedFault,
  ]);
}

/** The valid content with the edits made to it. */
export function plant(edits: readonly Edit[]): ContentSource {
  const source = new Map(readContentFolders(validRoot));
  for (const { file, find, write = '', delete: gone, encoding = 'utf8' } of edits) {
    if (gone) {
      source.delete(file);
      continue;
    }
    const text = new TextDecoder().decode(source.get(file));
    if (find !== undefined && text.split(find).length !== 2) {
      throw new Error(`"${find}" must stand once in ${file}`);
    }
    // A function, because "$" in a card means something to replace().
    const edited = find === undefined ? write : text.replace(find, () => write);
    source.set(file, Buffer.from(edited, encoding));
  }
  return source;
}
