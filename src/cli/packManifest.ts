import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { zipSync } from 'fflate';
import { ConfigError } from '../configError.js';
import { formatFinding } from '../content/findings.js';
import { loadContent } from '../content/loadContent.js';
import { buildPackage } from './manifest/buildPackage.js';
import { formatProblem } from './manifest/manifestProblem.js';
import { readAppIdentity, type AppIdentity } from './manifest/readAppIdentity.js';
import { readManifestFolder } from './manifest/readManifestFolder.js';

/*
 * `npm run manifest`: fills manifest/ from the environment (and from .env, if there is one), says
 * everything that Teams would refuse, and writes the app package that is uploaded to Teams.
 */

const root = fileURLToPath(new URL('../../', import.meta.url));
const { values } = parseArgs({
  options: { out: { type: 'string', default: join(root, 'dist', 'after-ec-helper.zip') } },
});
if (existsSync('.env')) process.loadEnvFile('.env');

const identity = readIdentity();
const { content, findings } = await loadContent(resolve(process.env['CONTENT_FOLDER'] ?? root));
if (!content) fail(findings.map(formatFinding));

const folder = readManifestFolder(join(root, 'manifest'));
const { manifest, files, problems } = buildPackage(folder, identity, content);
if (problems.length > 0) fail(problems.map(formatProblem));

// A date of its own would make every package differ; 1980 is where zip files begin.
const mtime = new Date(1980, 0, 1);
mkdirSync(dirname(resolve(values.out)), { recursive: true });
writeFileSync(values.out, zipSync(Object.fromEntries(files), { level: 9, mtime }));
console.log(
  `${values.out}: version ${String(manifest['version'])} of the app, for Teams to upload.`,
);
console.log(`  ${[...files.keys()].join(', ')}`);
if (!process.env['PRIVACY_URL']) {
  console.log('PRIVACY_URL is not set: the app names WEBSITE_URL as its privacy statement.');
}

function readIdentity(): AppIdentity {
  try {
    return readAppIdentity(process.env);
  } catch (err) {
    if (!(err instanceof ConfigError)) throw err;
    return fail([err.message, 'docs/install.md says where each of them comes from.']);
  }
}

function fail(lines: readonly string[]): never {
  for (const line of lines) console.error(line);
  console.error('No app package was written.');
  process.exit(1);
}
