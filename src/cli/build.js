// Compiles src/ to dist/ and teaches the matcher what knowledge/ says, so that the program can
// start at once. Plain JavaScript, because it runs before anything is compiled.
//
//   node src/cli/build.js               always compiles
//   node src/cli/build.js --if-needed   only if a source is newer than what was compiled
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const stamp = join(root, 'dist', '.built');

/** Newest time of change, in milliseconds, of the files under a path. */
function newest(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function isCurrent() {
  if (!existsSync(stamp)) return false;
  const built = statSync(stamp).mtimeMs;
  // The tab is built with the schemas in it, for the form and for completion.
  const sources = [
    'src',
    'knowledge/schema',
    'package.json',
    'tsconfig.json',
    'tsconfig.build.json',
  ];
  return sources.every((path) => newest(join(root, path)) <= built);
}

function run(script, ...args) {
  const { status } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    // Standard output belongs to the command that asked for the build, such as `ask --json`.
    stdio: ['ignore', process.stderr, 'inherit'],
  });
  if (status !== 0) process.exit(status ?? 1);
}

if (!process.argv.includes('--if-needed') || !isCurrent()) {
  console.error('Building, which takes a few seconds and is only needed once…');
  const require = createRequire(import.meta.url);
  run(
    join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc'),
    '-p',
    'tsconfig.build.json',
  );
  const vite = dirname(require.resolve('vite/package.json'));
  run(
    join(vite, 'bin', 'vite.js'),
    'build',
    '--logLevel',
    'warn',
    '--config',
    'src/tab/vite.config.ts',
  );
  writeFileSync(stamp, '');
  run(join('dist', 'cli', 'train.js'));
}
