import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { contentKinds } from '../../src/content/contentKinds.js';
import { schemaFolder } from '../../src/content/schemaFolder.js';

const files = readdirSync(schemaFolder);

describe('the schemas', () => {
  it('are one for each kind of content', () => {
    const expected = Object.values(contentKinds).map(({ schema }) => `${schema}.schema.json`);
    expect(files.sort()).toEqual(expected.sort());
  });

  it.each(files)('%s stands up to the strict mode of ajv', (file) => {
    const schema = JSON.parse(readFileSync(join(schemaFolder, file), 'utf8')) as object;
    const ajv = new Ajv({
      strict: true,
      strictRequired: false,
      allowUnionTypes: true,
      discriminator: true,
    });
    expect(() => ajv.compile(schema)).not.toThrow();
  });

  it('are what the generated types say', () => {
    const root = fileURLToPath(new URL('../../', import.meta.url));
    const args = ['--import', 'tsx', 'src/cli/generateTypes.ts', '--check'];
    expect(() => execFileSync(process.execPath, args, { cwd: root, stdio: 'pipe' })).not.toThrow();
  });
});
