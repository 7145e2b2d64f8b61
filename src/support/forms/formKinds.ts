/** What is gathered for the helpdesk: a new incident, or news about one that is open. */
export type FormKind = 'incident' | 'follow-up';

/** One field of a form. Its texts are the strings `form<Name>`, `…Ask`, `…Hint`, `…Wrong`. */
export interface FormField {
  name: string;
  input: 'line' | 'text' | 'choice';
  required: boolean;
  maxLength: number;
  /** True if the trimmed value can be used. */
  fits?: (value: string) => boolean;
  /** The value as it is kept: the same in another spelling. */
  tidy?: (value: string) => string;
  /** The values to choose from; their texts are the strings `form<Name><Value>`. */
  options?: readonly string[];
  /** Only asked when the trouble is one of these topics. */
  onlyFor?: readonly string[];
}

const line = (name: string, more: Partial<FormField> = {}): FormField => ({
  name,
  input: 'line',
  required: false,
  maxLength: 200,
  ...more,
});

/** Text messages have ended, but whoever still waits for one can say since when. */
const SMS_TOPICS = ['no-sms', 'phone-number-format'];

const email = line('email', {
  required: true,
  // The helpdesk takes an address or a user ID such as n00abcde.
  fits: (value) => /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(value) || /^[a-z]\w*\d\w*$/i.test(value),
});

const description = line('description', {
  input: 'text',
  required: true,
  maxLength: 2000,
  fits: (value) => value.length >= 10,
});

/** The incident's number as it comes back from the helpdesk. */
const REFERENCE = /^IM\d{8,12}$/;

/** The fields of each form, in order: what the ACCESS-RIGHTS team asks for. */
export const formKinds: Record<FormKind, readonly FormField[]> = {
  incident: [
    email,
    line('institution', { required: true, fits: (value) => value.length >= 2 }),
    line('application', { required: true, fits: (value) => value.length >= 2 }),
    line('address', { fits: isWebAddress }),
    line('source', {
      input: 'choice',
      options: ['Mail', 'Website', 'Bookmark', 'ByHand', 'Search', 'Other'],
    }),
    description,
    ...['smsProvider', 'smsCountry', 'smsPlace', 'smsRequested', 'smsReceived'].map((name) =>
      line(name, { onlyFor: SMS_TOPICS }),
    ),
  ],
  'follow-up': [
    line('reference', {
      required: true,
      tidy: (value) => value.replace(/[\s.-]/g, '').toUpperCase(),
      fits: (value) => REFERENCE.test(value),
    }),
    email,
    { ...description, name: 'news' },
  ],
};

/** The fields that are asked when the trouble is about `topic`. */
export function fieldsOf(form: FormKind, topic: string | undefined): FormField[] {
  return formKinds[form].filter(
    ({ onlyFor }) => onlyFor === undefined || (topic !== undefined && onlyFor.includes(topic)),
  );
}

/** The name of a field's string: `email` → `formEmail`. */
export function stringKey(field: string, suffix = ''): string {
  return `form${field.charAt(0).toUpperCase()}${field.slice(1)}${suffix}`;
}

/** True for the sign-in page itself, whose address tells the helpdesk nothing. */
export function isSignInPage(address: string): boolean {
  return /^(?:https?:\/\/)?(?:ecas\.ec\.europa\.eu|webgate\.ec\.europa\.eu\/cas)(?:\/|$)/i.test(
    address,
  );
}

function isWebAddress(value: string): boolean {
  return (
    /^(?:https?:\/\/)?[\p{L}\d-]+(?:\.[\p{L}\d-]+)+(?::\d+)?(?:[/?#]\S*)?$/iu.test(value) &&
    !isSignInPage(value)
  );
}
