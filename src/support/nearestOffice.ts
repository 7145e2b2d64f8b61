import type { Content, Office } from '../content/content.js';
import { fold } from './fold.js';
import type { Memory } from './ports.js';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** Which PMO office somebody asked for last, so that it comes first the next time. */
export function createNearestOffice(memory: Memory) {
  return {
    /** The id of the office that somebody asked for last. */
    askedBy: (personId: string): Promise<string | undefined> =>
      memory.read<string>('nearest-office', personId),

    async remember(personId: string, office: string): Promise<void> {
      await memory.write('nearest-office', personId, office, YEAR_MS, personId);
    },
  };
}

export type NearestOffice = ReturnType<typeof createNearestOffice>;

/**
 * The id of the office to offer first: the one that the text names, the one asked for last, or the
 * one whose clocks the person lives by.
 */
export function officeFor(
  content: Content,
  { text = '', timeZone }: { text?: string; timeZone?: string | undefined },
  askedOffice: string | undefined,
): string | undefined {
  const near = content.offices.find((office) => office.timeZone === timeZone);
  return officeNamed(content, text) ?? askedOffice ?? near?.id;
}

/** The office whose city a text names in any language, if it names one. */
function officeNamed({ offices }: Content, text: string): string | undefined {
  const words = ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return offices.find((office) => cityNames(office).some((city) => words.includes(city)))?.id;
}

const knownCityNames = new WeakMap<Office, readonly string[]>();

/** The names of an office's city in all languages, folded, between spaces; worked out once. */
function cityNames(office: Office): readonly string[] {
  let names = knownCityNames.get(office);
  if (!names) {
    names = [...new Set(Object.values(office.city).map((name) => ` ${fold(name)} `))];
    knownCityNames.set(office, names);
  }
  return names;
}

/** The offices, with the one of this id in front. */
export function nearestFirst(offices: readonly Office[], nearest: string | undefined): Office[] {
  return [...offices].sort((one, other) => rank(one) - rank(other));
  function rank({ id }: Office): number {
    return id === nearest ? 0 : 1;
  }
}
