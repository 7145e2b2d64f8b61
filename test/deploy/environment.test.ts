import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readAppIdentity } from '../../src/cli/manifest/readAppIdentity.js';
import { readConfig } from '../../src/config.js';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const all = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, name]) => name ?? '');

/** The variables that a reader of the environment looks at. */
function namesReadBy(reader: (env: Record<string, string | undefined>) => unknown): Set<string> {
  const names = new Set<string>();
  const note = (name: string | symbol): false => {
    names.add(String(name));
    return false;
  };
  try {
    reader(
      new Proxy({}, { has: (_, name) => note(name), get: (_, name) => void note(name) }) as never,
    );
  } catch {
    // What is missing is no matter here.
  }
  return names;
}

const byTheProgram = namesReadBy(readConfig);
const forTheManifest = namesReadBy(readAppIdentity);

describe('what deploy/ sets in the environment', () => {
  it.each([
    ['azure/replicas.bicep', /\bname: '(\w+)', (?:value|secretRef): /g, 11],
    ['compose.env.example', /^(\w+)=/gm, 6],
    ['after-ec-helper.service', /^Environment=(\w+)/gm, 3],
    ['after-ec-helper-backup.service', /^Environment=(\w+)/gm, 1],
    ['Dockerfile', /(?<=ENV .*)\b([A-Z_]+)=/g, 4],
  ])('is read by the program: %s', (file, pattern, count) => {
    const named = all(read(`deploy/${file}`), pattern);
    expect(named).toHaveLength(count);
    // PostgreSQL's own image reads its password; NODE_ENV is a word of Node's packages.
    const others = ['POSTGRES_PASSWORD', 'NODE_ENV'];
    expect(named.filter((name) => !byTheProgram.has(name) && !others.includes(name))).toEqual([]);
  });

  it('is read by the program: the replicas in compose.yaml', () => {
    const [, replicas = ''] =
      /^ {2}helper:\n((?: {4}.*\n|\n)+)/m.exec(read('deploy/compose.yaml')) ?? [];
    const named = all(replicas, /^ {6}([A-Za-z_]+): \S/gm);
    expect(named).toEqual(expect.arrayContaining(['PORT', 'DATABASE_URL', 'TRUSTED_PROXIES']));
    const ofCompose = ['context', 'dockerfile', 'replicas', 'postgres'];
    const unread = named.filter((name) => !byTheProgram.has(name) && !ofCompose.includes(name));
    expect(unread).toEqual([]);
  });
});

describe('.env.example', () => {
  const named = all(read('.env.example'), /^#(\w+)=/gm);

  it('names nothing that nobody reads', () => {
    const unread = named.filter((name) => !byTheProgram.has(name) && !forTheManifest.has(name));
    expect(unread).toEqual([]);
  });

  it('leaves out nothing that is read', () => {
    const readNames = [...byTheProgram, ...forTheManifest];
    expect(readNames.filter((name) => !named.includes(name))).toEqual([]);
  });
});

describe('npm ci', () => {
  it('runs none of our scripts: the image has no sources yet when it installs', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    // https://docs.npmjs.com/cli/using-npm/scripts#life-cycle-scripts
    const ownOfNpm = /^(pre|post)?(install|prepare|dependencies|prepublish)$/;
    expect(Object.keys(scripts).filter((name) => ownOfNpm.test(name))).toEqual([]);
  });
});
