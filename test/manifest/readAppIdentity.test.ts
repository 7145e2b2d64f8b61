import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/configError.js';
import { readAppIdentity } from '../../src/cli/manifest/readAppIdentity.js';
import { environment } from './samplePackage.js';

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readAppIdentity(env);
    return [];
  } catch (err) {
    if (err instanceof ConfigError) return err.problems;
    throw err;
  }
}

describe('who the app is', () => {
  it('needs no more than the app id, the host and a page about it', () => {
    expect(readAppIdentity(environment)).toEqual({
      ...environment,
      TEAMS_APP_ID: environment.MicrosoftAppId,
      BOT_NAME: 'After EC Helper',
      ORGANISATION: 'Teams After EC',
      PRIVACY_URL: environment.WEBSITE_URL,
      TERMS_URL: environment.WEBSITE_URL,
    });
  });

  it('is refused with every problem at once, each with the variable and an example', () => {
    const problems = problemsOf({ PRIVACY_URL: 'privacy.html', BOT_NAME: 'x'.repeat(31) });
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'MicrosoftAppId',
      'PUBLIC_HOST',
      'BOT_NAME',
      'WEBSITE_URL',
      'PRIVACY_URL',
    ]);
    for (const problem of problems) expect(problem).toMatch(/such as .+\.$/);
  });

  it.each([
    'https://helper.example.org',
    'helper.example.org/api',
    'localhost',
    '10.0.0.1',
    'a b.org',
  ])('does not take "%s" for a host that Teams can reach', (host) => {
    expect(problemsOf({ ...environment, PUBLIC_HOST: host })).toHaveLength(1);
  });
});
