import { join } from 'node:path';
import * as v from 'valibot';
import { ConfigError } from './configError.js';

/** Everything the environment decides, checked once at the start. */
export interface Config {
  port: number;
  /** No app id: no token is asked for, and only this machine is listened to. */
  localMode: boolean;
  bot: {
    appId?: string | undefined;
    password?: string | undefined;
    type: string;
    tenantId?: string | undefined;
    /** The name by which people mention the bot. */
    name: string;
    /** Tenants whose people are answered, in lower case; empty for all. */
    allowedTenants: readonly string[];
    /** Teams in whose channels the bot speaks, by thread id or group id; empty for all. */
    allowedTeams: readonly string[];
  };
  /** Who may use the tab without an app role of Entra, by object id in lower case. */
  tab: { moderators: readonly string[]; admins: readonly string[]; audiences: readonly string[] };
  /** What one person, and one thread, may send in a minute; 0 for as much as they like. */
  limits: { personPerMinute: number; threadPerMinute: number };
  /** How many proxies of ours stand between Teams and the program. */
  trustedProxies: number;
  /** Folder that holds `cards/`, `dialogs/` and `knowledge/`. */
  contentFolder: string;
  /** Folder for the database. */
  dataFolder: string;
  /** Folder for trained models and what was found good; it may be deleted at any time. */
  cacheFolder: string;
  /** PostgreSQL's address; without it the data is in `sqliteFile`. */
  databaseUrl?: string | undefined;
  sqliteFile: string;
  logLevel: string;
  /** The OpenTelemetry collector that gets traces; undefined for none. */
  tracing?: { endpoint: string; headers: Record<string, string>; serviceName: string } | undefined;
}

const APP_TYPES = ['MultiTenant', 'SingleTenant', 'UserAssignedMSI'];
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
/** As Entra writes the ids of apps, tenants and people. */
export const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A whole number of at most six digits. */
const count = (name: string, example: number) =>
  v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,6}$/, `${name} must be a whole number, such as ${example}.`),
      v.transform(Number),
    ),
  );
const list = v.pipe(
  v.optional(v.string(), ''),
  v.transform((ids) =>
    ids
      .split(',')
      .map((id) => id.trim())
      .filter((id) => id !== ''),
  ),
);
/** Object ids of people. */
const people = (name: string) =>
  v.pipe(
    list,
    v.everyItem(
      (id) => GUID.test(id),
      `${name} must be object ids of people separated by commas, such as 5b0f7a0e-9d7e-4c52-8f0b-2b7f6f6f3c11.`,
    ),
    v.transform((ids) => ids.map((id) => id.toLowerCase())),
  );
/** "name=value" → ["name", "value"]. */
function nameAndValue(pair: string): [string, string] {
  const at = pair.indexOf('=');
  return [pair.slice(0, at), pair.slice(at + 1)];
}
const text = v.optional(v.pipe(v.string(), v.trim()), '');
const Environment = v.object({
  PORT: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,5}$/, 'PORT must be a number, such as 3978.'),
      v.transform(Number),
      v.maxValue(65_535, 'PORT must be at most 65535, such as 3978.'),
    ),
    '3978',
  ),
  MicrosoftAppId: v.pipe(
    text,
    v.check(
      (id) => id === '' || GUID.test(id),
      'MicrosoftAppId must be the id of the app registration, such as 0f8fad5b-d9cb-469f-a165-70867728950e.',
    ),
  ),
  MicrosoftAppPassword: text,
  MicrosoftAppType: v.optional(
    v.picklist(APP_TYPES, `MicrosoftAppType must be one of ${APP_TYPES.join(', ')}.`),
    'MultiTenant',
  ),
  MicrosoftAppTenantId: text,
  BOT_NAME: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1)), 'After EC Helper'),
  ALLOWED_TENANTS: v.pipe(
    list,
    v.everyItem(
      (id) => GUID.test(id),
      'ALLOWED_TENANTS must be ids of tenants separated by commas, such as 7c9e6679-7425-40de-944b-e07fc1f90ae7.',
    ),
  ),
  ALLOWED_TEAMS: list,
  MODERATORS: people('MODERATORS'),
  ADMINS: people('ADMINS'),
  PUBLIC_HOST: text,
  MESSAGES_PER_PERSON: count('MESSAGES_PER_PERSON', 30),
  MESSAGES_PER_THREAD: count('MESSAGES_PER_THREAD', 120),
  TRUSTED_PROXIES: count('TRUSTED_PROXIES', 1),
  CONTENT_FOLDER: v.optional(v.string(), '.'),
  DATA_FOLDER: v.optional(v.string(), '.data'),
  CACHE_FOLDER: v.optional(v.string(), '.data/cache'),
  DATABASE_URL: v.pipe(
    text,
    v.check(
      (url) => url === '' || /^postgres(ql)?:\/\//.test(url),
      'DATABASE_URL must be the address of a PostgreSQL database, such as postgres://user:secret@db:5432/helper.',
    ),
  ),
  OTEL_EXPORTER_OTLP_ENDPOINT: v.pipe(
    text,
    v.check(
      (url) => url === '' || (URL.canParse(url) && /^https?:/.test(url)),
      'OTEL_EXPORTER_OTLP_ENDPOINT must be the address of an OpenTelemetry collector, such as http://127.0.0.1:4318.',
    ),
  ),
  OTEL_EXPORTER_OTLP_HEADERS: v.pipe(
    list,
    v.everyItem(
      (header) => /^[^=\s]+=./.test(header),
      'OTEL_EXPORTER_OTLP_HEADERS must be names with values, such as x-api-key=secret.',
    ),
    v.transform((headers) => Object.fromEntries(headers.map(nameAndValue))),
  ),
  OTEL_SERVICE_NAME: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1)), 'after-ec-helper'),
  LOG_LEVEL: v.optional(
    v.picklist(LOG_LEVELS, `LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.`),
    'info',
  ),
});

/**
 * Reads the configuration from environment variables; `.env.example` lists them.
 * @throws ConfigError with every problem found, not just the first.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const result = v.safeParse(Environment, env);
  const problems = result.success ? [] : result.issues.map((issue) => issue.message);
  if (!result.success) throw new ConfigError(problems);
  const values = result.output;
  const appId = values.MicrosoftAppId || undefined;
  if (appId !== undefined) problems.push(...missingCredentials(values));
  if (problems.length > 0) throw new ConfigError(problems);
  return {
    port: values.PORT,
    localMode: appId === undefined,
    bot: {
      appId,
      password: values.MicrosoftAppPassword || undefined,
      type: values.MicrosoftAppType,
      tenantId: values.MicrosoftAppTenantId || undefined,
      name: values.BOT_NAME,
      allowedTenants: allowedTenants(values),
      allowedTeams: values.ALLOWED_TEAMS,
    },
    tab: {
      moderators: values.MODERATORS,
      admins: values.ADMINS,
      audiences: audiencesOf(appId, values.PUBLIC_HOST),
    },
    limits: {
      // In local mode there is nobody to be guarded from, and tests are quicker than people.
      personPerMinute: values.MESSAGES_PER_PERSON ?? (appId === undefined ? 0 : 30),
      threadPerMinute: values.MESSAGES_PER_THREAD ?? (appId === undefined ? 0 : 120),
    },
    trustedProxies: values.TRUSTED_PROXIES ?? 0,
    contentFolder: values.CONTENT_FOLDER,
    dataFolder: values.DATA_FOLDER,
    cacheFolder: values.CACHE_FOLDER,
    databaseUrl: values.DATABASE_URL || undefined,
    sqliteFile: join(values.DATA_FOLDER, 'helper.sqlite'),
    logLevel: values.LOG_LEVEL,
    tracing: values.OTEL_EXPORTER_OTLP_ENDPOINT
      ? {
          endpoint: values.OTEL_EXPORTER_OTLP_ENDPOINT,
          headers: values.OTEL_EXPORTER_OTLP_HEADERS,
          serviceName: values.OTEL_SERVICE_NAME,
        }
      : undefined,
  };
}

/** How the app may be named in a token of the tab: by its id, or as manifest/ exposes it. */
function audiencesOf(appId: string | undefined, host: string): string[] {
  if (appId === undefined) return [];
  return host === '' ? [appId] : [appId, `api://${host}/botid-${appId}`];
}

/** The bot's own tenant, unless it is everybody's; and those that were named. */
function allowedTenants(values: v.InferOutput<typeof Environment>): string[] {
  const own = values.MicrosoftAppType === 'MultiTenant' ? [] : [values.MicrosoftAppTenantId];
  return [...own, ...values.ALLOWED_TENANTS]
    .filter((id) => id !== '')
    .map((id) => id.toLowerCase());
}

function missingCredentials(values: v.InferOutput<typeof Environment>): string[] {
  const problems = [];
  if (values.MicrosoftAppType !== 'UserAssignedMSI' && values.MicrosoftAppPassword === '') {
    problems.push(
      'MicrosoftAppPassword is missing: with a MicrosoftAppId the bot needs the client secret of its app registration.',
    );
  }
  if (values.MicrosoftAppType !== 'MultiTenant' && values.MicrosoftAppTenantId === '') {
    problems.push(
      `MicrosoftAppTenantId is missing: a ${values.MicrosoftAppType} bot needs the id of its tenant, such as 0f8fad5b-d9cb-469f-a165-70867728950e.`,
    );
  }
  return problems;
}
