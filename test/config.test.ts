import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../src/config.js';

const APP_ID = '0f8fad5b-d9cb-469f-a165-70867728950e';

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
});
