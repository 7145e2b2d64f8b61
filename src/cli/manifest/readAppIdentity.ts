import * as v from 'valibot';
import { GUID } from '../../config.js';
import { ConfigError } from '../../configError.js';

/** Who the app is in one tenant: what the manifest cannot know until it is installed somewhere. */
export interface AppIdentity {
  MicrosoftAppId: string;
  TEAMS_APP_ID: string;
  /** The host at which Teams reaches the program, without `https://`. */
  PUBLIC_HOST: string;
  BOT_NAME: string;
  ORGANISATION: string;
  WEBSITE_URL: string;
  PRIVACY_URL: string;
  TERMS_URL: string;
}

const HOST = /^(?=.{4,253}$)((?!-)[a-z0-9-]{1,63}(?<!-)\.)+[a-z]{2,}$/i;
const example = '0f8fad5b-d9cb-469f-a165-70867728950e';

const text = v.optional(v.pipe(v.string(), v.trim()), '');
const isWebAddress = (url: string): boolean => URL.canParse(url) && url.startsWith('https://');
const webAddress = (name: string) =>
  v.pipe(
    text,
    v.check(
      (url) => url === '' || isWebAddress(url),
      `${name} must be a web address, such as https://www.example.org/helper.`,
    ),
  );
const atMost = (name: string, length: number, otherwise: string) =>
  v.pipe(
    text,
    v.transform((value) => value || otherwise),
    v.maxLength(length, `${name} must have at most ${length} characters, such as ${otherwise}.`),
  );

const Environment = v.object({
  MicrosoftAppId: v.pipe(
    text,
    v.regex(GUID, `MicrosoftAppId must be the id of the app registration, such as ${example}.`),
  ),
  TEAMS_APP_ID: v.pipe(
    text,
    v.check(
      (id) => id === '' || GUID.test(id),
      `TEAMS_APP_ID must be an id such as ${example}; left out, it is MicrosoftAppId.`,
    ),
  ),
  PUBLIC_HOST: v.pipe(
    text,
    v.regex(
      HOST,
      'PUBLIC_HOST must be the name of the host at which Teams reaches the program, without https:// and path, such as helper.example.org.',
    ),
  ),
  BOT_NAME: atMost('BOT_NAME', 30, 'After EC Helper'),
  ORGANISATION: atMost('ORGANISATION', 32, 'Teams After EC'),
  WEBSITE_URL: v.pipe(
    webAddress('WEBSITE_URL'),
    v.minLength(
      1,
      'WEBSITE_URL is missing: Teams shows a page about the app or about whoever runs it, such as https://www.example.org/helper.',
    ),
  ),
  PRIVACY_URL: webAddress('PRIVACY_URL'),
  TERMS_URL: webAddress('TERMS_URL'),
});

/**
 * Reads from environment variables what makes the app this tenant's own.
 * @throws ConfigError with every problem found, not just the first.
 */
export function readAppIdentity(env: Record<string, string | undefined>): AppIdentity {
  const result = v.safeParse(Environment, env);
  if (!result.success) throw new ConfigError(result.issues.map(({ message }) => message));
  const values = result.output;
  return {
    ...values,
    TEAMS_APP_ID: values.TEAMS_APP_ID || values.MicrosoftAppId,
    PRIVACY_URL: values.PRIVACY_URL || values.WEBSITE_URL,
    TERMS_URL: values.TERMS_URL || values.WEBSITE_URL,
  };
}
