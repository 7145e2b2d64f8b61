import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Ajv, ValidateFunction } from 'ajv';
import { explainErrors } from '../../content/explainErrors.js';
import type { JsonSchema } from '../../content/jsonSchema.js';
import { inEnglish } from '../../content/messages/inEnglish.js';
import { formatPath, type ManifestProblem } from './manifestProblem.js';

/** Teams' schemas are of draft 4, which ajv only knows through these packages. */
interface Draft04 {
  default: new (options: object) => Ajv;
}
interface Formats {
  default: (ajv: Ajv) => void;
}

const require = createRequire(import.meta.url);
const packageFile = require.resolve('@microsoft/app-manifest/package.json');
const schemas = join(dirname(packageFile), 'build', 'json-schemas', 'teams');

type Check = (schemaName: string, file: string, data: unknown) => ManifestProblem[];

/** By the schema's folder: compiling Microsoft's schema takes longer than all the rest. */
const checks = new Map<string, Check>();

/**
 * Everything in the manifest and its localisation files that Teams would refuse: what Microsoft's
 * schemas say, and the rules its documentation adds. The schema is that of the manifest's own
 * `manifestVersion`, from the package `@microsoft/app-manifest`; nothing is fetched.
 */
export function checkManifest(
  manifest: Record<string, unknown>,
  localizations: ReadonlyMap<string, unknown>,
): ManifestProblem[] {
  const version = String(manifest['manifestVersion']);
  const folder = join(schemas, `v${version}`);
  if (!/^\d+\.\d+$/.test(version) || !existsSync(folder)) {
    const text = `There is no schema of version ${version}. Use one that @microsoft/app-manifest has.`;
    return [{ file: 'manifest.json', at: 'manifestVersion', text }];
  }
  const check = checks.get(folder) ?? createCheck(folder);
  checks.set(folder, check);
  return [
    ...check('MicrosoftTeams.schema.json', 'manifest.json', manifest),
    ...[...localizations].flatMap(([language, file]) =>
      check('MicrosoftTeams.Localization.schema.json', `${language}.json`, file),
    ),
    ...rules.flatMap((rule) =>
      rule(manifest).map((problem) => ({ file: 'manifest.json', ...problem })),
    ),
  ];
}

function createCheck(folder: string): Check {
  const { default: Draft04Ajv } = require('ajv-draft-04') as Draft04;
  const { default: addFormats } = require('ajv-formats') as Formats;
  // The schemas are Microsoft's: what strict mode thinks of them is not ours to mend, and some of
  // their patterns are none in Unicode mode.
  const ajv = new Draft04Ajv({
    allErrors: true,
    verbose: true,
    strict: false,
    unicodeRegExp: false,
  });
  addFormats(ajv);
  const compiled = new Map<string, { schema: JsonSchema; validate: ValidateFunction }>();
  return (name, file, data) => {
    let known = compiled.get(name);
    if (!known) {
      const schema = JSON.parse(readFileSync(join(folder, name), 'utf8')) as JsonSchema;
      known = { schema, validate: ajv.compile(schema) };
      compiled.set(name, known);
    }
    if (known.validate(data)) return [];
    return explainErrors(known.validate.errors ?? [], known.schema, data).map(
      ({ path, ...message }) => {
        const { problem, mend } = inEnglish(message);
        return { file, at: formatPath(path), text: `${problem} ${mend}` };
      },
    );
  };
}

type Rule = (manifest: Record<string, unknown>) => Omit<ManifestProblem, 'file'>[];

const rules: Rule[] = [
  function versionHasThreeNumbers({ version }) {
    if (typeof version !== 'string' || /^[1-9]\d*\.\d+\.\d+$/.test(version)) return [];
    return [
      {
        at: 'version',
        text: 'Write three numbers, such as 1.0.0, and raise them with every change.',
      },
    ];
  },
  // https://learn.microsoft.com/microsoftteams/platform/graph-api/rsc/grant-resource-specific-consent
  function permissionsNameTheirRegistration({ authorization, webApplicationInfo }) {
    const granted = (
      authorization as { permissions?: { resourceSpecific?: unknown[] } } | undefined
    )?.permissions?.resourceSpecific;
    if (!granted?.length) return [];
    const { id, resource } = (webApplicationInfo ?? {}) as { id?: string; resource?: string };
    if (id && resource) return [];
    return [
      {
        at: 'webApplicationInfo',
        text: 'Permissions in a team need both "id" and "resource" here. The resource may be any text.',
      },
    ];
  },
  function pagesComeFromValidDomains({ validDomains, staticTabs, configurableTabs }) {
    const domains = (validDomains ?? []) as string[];
    const tabs = { staticTabs, configurableTabs } as Record<string, Record<string, string>[]>;
    return Object.entries(tabs).flatMap(([key, list]) =>
      (list ?? []).flatMap((tab, index) =>
        ['contentUrl', 'configurationUrl'].flatMap((name) => {
          const url = tab[name];
          if (url === undefined || !URL.canParse(url)) return [];
          if (domains.includes(new URL(url).host)) return [];
          const at = `${key}[${index}].${name}`;
          return [
            { at, text: `Teams will not open it: add ${new URL(url).host} to validDomains.` },
          ];
        }),
      ),
    );
  },
];
