import type { ContentFile, JsonPath } from '../contentFile.js';
import type { Linter, Report } from '../linter.js';
import type { Phone } from '../types.generated.js';

/** National notations drop the country code, so only the end of the number must agree. */
const comparedDigits = 6;

export const phoneNumbers: Linter = {
  name: 'phoneNumbers',
  description: 'The telephone number that is shown is the one that is dialled.',
  check({ files }, report) {
    for (const file of files('offices')) {
      for (const [index, { phones }] of file.data.offices.entries()) {
        agree(report, file, ['offices', index, 'phones'], phones);
      }
    }
    for (const file of files('contacts')) {
      for (const [index, { phones }] of file.data.contacts.entries()) {
        agree(report, file, ['contacts', index, 'phones'], phones);
      }
    }
  },
};

function agree(report: Report, file: ContentFile, at: JsonPath, phones: readonly Phone[]): void {
  for (const [index, { number, display }] of phones.entries()) {
    const shown = display.replace(/\D/g, '').slice(-comparedDigits);
    if (shown !== '' && number.endsWith(shown)) continue;
    report({
      file,
      at: [...at, index, 'display'],
      fault: 'otherNumberDialled',
      values: { display, number },
    });
  }
}
