import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/**
 * The doors between the rooms of src/, as docs/architecture.md draws them: a room may import
 * itself and what is listed here. `app.ts`, `index.ts` and `cli/` may import everything.
 */
const doors = {
  teams: ['support', 'cards'],
  http: ['support', 'content'],
  support: ['matching', 'content', 'dialogs'],
  dialogs: ['content'],
  matching: ['threads'],
  cards: ['content'],
  content: [],
  store: ['support'],
  watching: ['support'],
  threads: [],
};

/** Packages that one room alone knows, so that replacing one costs one room. */
const owners = {
  botbuilder: 'teams',
  'botframework-connector': 'teams',
  restify: 'http',
  'prom-client': 'watching',
  natural: 'matching',
  eld: 'matching',
  'adaptivecards-templating': 'cards',
  kysely: 'store',
  'better-sqlite3': 'store',
  pg: 'store',
  'node:worker_threads': 'threads',
};

const rooms = Object.keys(doors);

/**
 * What the tab may know of the server: the shapes of what it is told, never what makes them; the
 * walk through what a schema declares, which needs nothing but the schema; how a topic begins,
 * which is the same in Teams; and what the check has to say, which needs nothing but the words of a
 * language.
 */
const tabRule = {
  files: ['src/tab/**/*.{ts,tsx}'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^(\\.\\./)+(?!content/((jsonSchema|newTopic)\\.js|messages/))(${rooms.join('|')})/`,
            allowTypeImports: true,
            message: 'The tab runs in a browser: it may import types alone.',
          },
        ],
      },
    ],
  },
};

function doorRule(room) {
  const closed = rooms.filter((other) => other !== room && !doors[room].includes(other));
  const foreign = Object.keys(owners).filter((name) => owners[name] !== room);
  return {
    files: [`src/${room}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            ...closed.map((other) => ({
              regex: `^(\\.\\./)+${other}/`,
              message: `${room}/ has no door to ${other}/ (eslint.config.js says which it has).`,
            })),
            {
              regex: '^(\\.\\./)+(app|index|config|configError|cli)\\b',
              message: 'Only the program’s entrance knows the whole house.',
            },
            ...foreign.map((name) => ({
              regex: `^${name}(/|$)`,
              message: `Only ${owners[name]}/ knows ${name}.`,
            })),
          ],
        },
      ],
    },
  };
}

export default tseslint.config(
  {
    ignores: ['dist/', 'coverage/', 'node_modules/', '.data/', 'bench/**/node_modules/'],
  },
  js.configs.recommended,
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  {
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly' },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { prefer: 'type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // The generated types of the content use them.
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      'max-lines': ['error', { max: 260, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
    },
  },
  { files: ['**/*.generated.ts'], rules: { 'max-lines': 'off' } },
  ...rooms.map(doorRule),
  tabRule,
  {
    // Typed arrays are indexed by numbers that the loops themselves bound.
    files: ['src/matching/**/*.ts', 'bench/**/*.ts', 'test/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // One room reads the environment.
    files: ['src/**/*.ts'],
    ignores: ['src/index.ts', 'src/cli/**', 'src/config.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only config.ts reads the environment.' },
      ],
    },
  },
);
