import { fileURLToPath } from 'node:url';
import { buildPackage, type AppPackage } from '../../src/cli/manifest/buildPackage.js';
import { formatProblem } from '../../src/cli/manifest/manifestProblem.js';
import { readAppIdentity } from '../../src/cli/manifest/readAppIdentity.js';
import {
  readManifestFolder,
  type ManifestFolder,
} from '../../src/cli/manifest/readManifestFolder.js';
import { loadContent } from '../../src/content/loadContent.js';
import type { Content } from '../../src/content/content.js';

export const root = fileURLToPath(new URL('../../', import.meta.url));

export const environment = {
  MicrosoftAppId: '0f8fad5b-d9cb-469f-a165-70867728950e',
  PUBLIC_HOST: 'helper.example.org',
  WEBSITE_URL: 'https://www.example.org/helper',
};

const loaded = await loadContent(root);
if (!loaded.content) throw new Error('the content of the repository has errors');
export const content: Content = loaded.content;

export const manifestFolder = (): ManifestFolder => readManifestFolder(`${root}manifest`);

/** The package of the repository's own manifest/, after `change` did something to the folder. */
export function samplePackage(change: (folder: ManifestFolder) => void = () => undefined): {
  built: AppPackage;
  problems: string[];
} {
  const folder = manifestFolder();
  change(folder);
  const built = buildPackage(folder, readAppIdentity(environment), content);
  return { built, problems: built.problems.map(formatProblem) };
}
