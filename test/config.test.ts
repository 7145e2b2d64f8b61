import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.js';
import { ConfigError } from '../src/configError.js';

const APP_ID = '0f8fad5b-d9cb-469f-a165-70867728950e';
const TENANT = '7C9E6679-7425-40de-944b-e07fc1f90ae7';

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (err) {
    if (err instanceof ConfigError) return err.problems;
    throw err;
  }
}

describe('readConfig', () => {
  it('is in local mode on port 3978 when nothing is set', () => {
    expect(readConfig({})).toMatchObject({ port: 3978, localMode: true });
  });

  it('is not in local mode once there is an app id', () => {
    const config = readConfig({ MicrosoftAppId: APP_ID, MicrosoftAppPassword: 'secret' });
    expect(config).toMatchObject({ localMode: false, bot: { appId: APP_ID } });
  });

  it('refuses an app id without the rest of the credentials, naming what is missing', () => {
    expect(problemsOf({ MicrosoftAppId: APP_ID })).toEqual([
      expect.stringContaining('MicrosoftAppPassword is missing'),
    ]);
    expect(problemsOf({ MicrosoftAppId: APP_ID, MicrosoftAppType: 'SingleTenant' })).toEqual([
      expect.stringContaining('MicrosoftAppPassword is missing'),
      expect.stringContaining('MicrosoftAppTenantId is missing'),
    ]);
  });

  it('names every problem at once, each with an example of a right value', () => {
    const problems = problemsOf({
      PORT: 'http',
      MicrosoftAppId: 'my-bot',
      DATABASE_URL: 'mysql://db',
      LOG_LEVEL: 'loud',
    });
    expect(problems).toHaveLength(4);
    expect(problems.join('\n')).toContain('such as 3978');
    expect(problems.join('\n')).toContain('postgres://');
  });

  it('answers its own tenant alone when it has one, and those that are named', () => {
    const single = {
      MicrosoftAppId: APP_ID,
      MicrosoftAppPassword: 'secret',
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppTenantId: TENANT,
    };
    expect(readConfig(single).bot.allowedTenants).toEqual([TENANT.toLowerCase()]);
    const two = readConfig({ ...single, ALLOWED_TENANTS: `${APP_ID}, ` });
    expect(two.bot.allowedTenants).toEqual([TENANT.toLowerCase(), APP_ID]);
    expect(problemsOf({ ...single, ALLOWED_TENANTS: 'contoso' })).toEqual([
      expect.stringContaining('ALLOWED_TENANTS must be ids of tenants'),
    ]);
  });

  it('limits people where strangers can come in, unless told otherwise', () => {
    const real = { MicrosoftAppId: APP_ID, MicrosoftAppPassword: 'secret' };
    expect(readConfig({}).limits).toEqual({ personPerMinute: 0, threadPerMinute: 0 });
    expect(readConfig(real).limits).toEqual({ personPerMinute: 30, threadPerMinute: 120 });
    expect(readConfig({ MESSAGES_PER_PERSON: '5' }).limits.personPerMinute).toBe(5);
    expect(problemsOf({ MESSAGES_PER_PERSON: 'many' })).toHaveLength(1);
  });
});
