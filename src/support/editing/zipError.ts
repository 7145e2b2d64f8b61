const SENTENCES = {
  'no-zip': 'The file is no zip, or a damaged one.',
  'no-content': 'There are no content files in the zip.',
  'wrong-place': '“{what}” is no place of a content file.',
  link: '“{what}” is a link, not a file.',
  twice: '“{what}” is in the zip twice.',
  'not-utf8': '“{what}” is not saved as UTF-8.',
  'not-understood': '“{what}” is encrypted, or packed in a way that is not understood.',
  damaged: '“{what}” is damaged in the zip.',
  'too-many': 'There are more than {what} files in the zip.',
  'too-large': 'The zip unpacks to more than {what} MB.',
} as const;

export type ZipReason = keyof typeof SENTENCES;

/** An uploaded zip holds what it may not, or is none. */
export class ZipError extends Error {
  readonly code = 'zip-refused';

  constructor(
    readonly reason: ZipReason,
    /** The file or the limit that it is about. */
    readonly what: string | number = '',
    options?: ErrorOptions,
  ) {
    super(
      SENTENCES[reason].replace('{what}', () => String(what)),
      options,
    );
    this.name = 'ZipError';
  }
}
