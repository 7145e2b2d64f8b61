import { describe, expect, it } from 'vitest';
import { commands } from '../../src/support/commands.js';
import { fold } from '../../src/support/fold.js';
import { isCommand } from '../../src/support/typed.js';
import { content, environment, manifestFolder, samplePackage } from './samplePackage.js';

interface Lists {
  scopes: string[];
  commands: { title: string; description: string }[];
}

const { languages } = content.settings;
const appId = environment.MicrosoftAppId;

/** The command lists as a person of that language sees them. */
function listsIn(language: string): Lists[] {
  const { manifest, localizations } = samplePackage().built;
  const [bot] = manifest['bots'] as { commandLists: Lists[] }[];
  const own = localizations.get(language);
  return (bot?.commandLists ?? []).map((list, i) => ({
    scopes: list.scopes,
    commands: list.commands.map((command, j) => {
      const key = `bots[0].commandLists[${i}].commands[${j}]`;
      return {
        title: own?.[`${key}.title`] ?? command.title,
        description: own?.[`${key}.description`] ?? command.description,
      };
    }),
  }));
}

describe('the app package', () => {
  it('is one that Teams takes', () => {
    expect(samplePackage().problems).toEqual([]);
  });

  it('bears the ids and the host of the environment, and no name is left unfilled', () => {
    const { manifest, files } = samplePackage().built;
    expect(manifest).toMatchObject({
      id: appId,
      bots: [{ botId: appId, scopes: ['team', 'personal', 'groupChat'] }],
      webApplicationInfo: { id: appId, resource: `api://helper.example.org/botid-${appId}` },
      validDomains: ['helper.example.org'],
      developer: { privacyUrl: environment.WEBSITE_URL },
    });
    for (const [name, bytes] of files) {
      if (name.endsWith('.json')) expect(new TextDecoder().decode(bytes)).not.toContain('${{');
    }
  });

  it('asks to hear the channels, to be installed in a team, and supports every kind of channel', () => {
    expect(samplePackage().built.manifest).toMatchObject({
      authorization: {
        permissions: {
          resourceSpecific: [{ name: 'ChannelMessage.Read.Group', type: 'Application' }],
        },
      },
      defaultInstallScope: 'team',
      defaultGroupCapability: { team: 'bot' },
      supportsChannelFeatures: 'tier1',
    });
  });

  it('speaks every language of the settings', () => {
    const { manifest, localizations, files } = samplePackage().built;
    expect(manifest['localizationInfo']).toEqual({
      defaultLanguageTag: 'en',
      additionalLanguages: ['fr', 'de', 'it', 'es', 'nl'].map((language) => ({
        languageTag: language,
        file: `${language}.json`,
      })),
    });
    expect([...localizations.keys()].sort()).toEqual(languages.filter((l) => l !== 'en').sort());
    expect([...files.keys()].sort()).toEqual(
      [
        'manifest.json',
        'color.png',
        'outline.png',
        ...['de', 'es', 'fr', 'it', 'nl'].map((language) => `${language}.json`),
      ].sort(),
    );
  });

  it.each(languages)(
    'lists the commands of the registry in "%s", and each of them works',
    (language) => {
      const [personal, channels] = listsIn(language);
      expect(personal?.scopes).toEqual(['personal']);
      expect(channels?.scopes).toEqual(['team', 'groupChat']);
      const offered = channels?.commands ?? [];
      expect(offered).toHaveLength(commands.length);
      for (const [index, command] of commands.entries()) {
        const { title = '', description = '' } = offered[index] ?? {};
        expect(isCommand(content, command.words, fold(title))).toBe(true);
        expect(content.strings[language]?.[command.words]?.startsWith(title)).toBe(true);
        expect(description).not.toBe('');
      }
      const anywhere = offered.filter((_, index) => !commands[index]?.onlyInChannels);
      expect(personal?.commands).toEqual(anywhere);
      expect(anywhere.length).toBeLessThan(offered.length);
    },
  );

  it('brings a tab and its name through without a change to the program', () => {
    const tab = { entityId: 'queue', scopes: ['personal'] };
    const { built, problems } = samplePackage((folder) => {
      folder.template['staticTabs'] = [{ ...tab, contentUrl: 'https://${{PUBLIC_HOST}}/tab' }];
      for (const [language, { texts }] of folder.texts) {
        texts['staticTabs[0].name'] = `Questions ${language}`;
      }
    });
    expect(problems).toEqual([]);
    expect(built.manifest['staticTabs']).toEqual([
      { ...tab, contentUrl: 'https://helper.example.org/tab', name: 'Questions en' },
    ]);
    expect(built.localizations.get('fr')?.['staticTabs[0].name']).toBe('Questions fr');
  });
});

describe('what Teams would refuse is named', () => {
  it('a text that is too long, in the manifest and in a translation', () => {
    const { problems } = samplePackage(({ texts }) => {
      for (const language of ['en', 'fr']) {
        const words = texts.get(language);
        if (words) words.texts['description.short'] = 'x'.repeat(81);
      }
    });
    expect(problems).toEqual([
      expect.stringMatching(
        /^manifest\.json {2}description\.short {2}This text has 81 characters; at most 80/,
      ),
      expect.stringMatching(
        /^fr\.json {2}description\.short {2}This text has 81 characters; at most 80/,
      ),
    ]);
  });

  it('every problem at once: an unknown property, a missing one, a wrong value', () => {
    const { problems } = samplePackage(({ template }) => {
      template['botts'] = [];
      delete template['accentColor'];
      template['defaultInstallScope'] = 'everywhere';
    });
    expect(problems.join('\n')).toMatch(/"botts" is not known here/);
    expect(problems.join('\n')).toMatch(/"accentColor" is missing/);
    expect(problems.join('\n')).toMatch(/defaultInstallScope {2}"everywhere" is not one of/);
  });

  it('a version of the schema that does not exist', () => {
    const { problems } = samplePackage(
      ({ template }) => void (template['manifestVersion'] = '9.9'),
    );
    expect(problems).toEqual([expect.stringContaining('There is no schema of version 9.9.')]);
  });

  it('a version of the app that is not three numbers', () => {
    const { problems } = samplePackage(({ template }) => void (template['version'] = '2'));
    expect(problems).toEqual([expect.stringMatching(/^manifest\.json {2}version {2}Write three/)]);
  });

  it('a permission without the registration that it is granted to', () => {
    const { problems } = samplePackage(({ template }) => delete template['webApplicationInfo']);
    expect(problems).toEqual([expect.stringContaining('need both "id" and "resource"')]);
  });

  it('a page of a host that is not among the valid domains', () => {
    const { problems } = samplePackage(({ template }) => {
      template['configurableTabs'] = [
        { configurationUrl: 'https://elsewhere.example.org/tab', scopes: ['team'] },
      ];
    });
    expect(problems).toEqual([
      'manifest.json  configurableTabs[0].configurationUrl  Teams will not open it: add elsewhere.example.org to validDomains.',
    ]);
  });

  it('a placeholder that nothing fills', () => {
    const { problems } = samplePackage(
      ({ template }) => void (template['accentColor'] = '${{COLOUR}}'),
    );
    expect(problems[0]).toMatch(/^manifest\/manifest\.json {2}There is no value named COLOUR\./);
  });

  it('a language without words, a text that only English has, a command that nobody described', () => {
    const { problems } = samplePackage(({ texts }) => {
      texts.delete('nl');
      delete texts.get('fr')?.texts['name.full'];
      delete texts.get('it')?.commands['quiet'];
      const german = texts.get('de');
      if (german) german.commands['dance'] = 'Tanzen';
      texts.set('pl', { texts: {}, commands: {} });
    });
    const all = problems.join('\n');
    expect(all).toMatch(/manifest\/texts\/nl\.json {2}The file is missing/);
    expect(all).toMatch(/manifest\/texts\/fr\.json {2}name\.full {2}It is missing/);
    expect(all).toMatch(/manifest\/texts\/it\.json {2}quiet {2}It is missing/);
    expect(all).toMatch(/manifest\/texts\/de\.json {2}dance {2}This is not a command/);
    expect(all).toMatch(/manifest\/texts\/pl\.json {2}knowledge\/settings\.json does not know/);
  });

  it('a text whose place the manifest does not have', () => {
    const { problems } = samplePackage(({ texts }) => {
      for (const words of texts.values()) words.texts['staticTabs[9].name'] = 'Questions';
    });
    expect(problems).toEqual([
      expect.stringMatching(/^manifest\/texts\/en\.json {2}staticTabs\[9\]\.name {2}manifest/),
    ]);
  });

  it('reads manifest/ without a problem', () => {
    expect(manifestFolder().problems).toEqual([]);
  });
});
