import { createHash } from 'node:crypto';

/** As much of package-lock.json (version 3) as is read here; packages by their folder. */
export interface LockFile {
  packages: Record<string, LockedPackage>;
}

interface LockedPackage {
  version?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
}

/** One package in its folder, and who draws it in. */
export interface Installed {
  folder: string;
  name: string;
  version: string;
  /** The direct dependencies that lead to it; itself, if it is one. */
  drawnBy: readonly string[];
}

export interface ProductionTree {
  direct: readonly string[];
  packages: readonly Installed[];
  /** Changes with every name, version and place in the tree. */
  digest: string;
}

/** What `npm ci --omit=dev` installs, by the lock file, without peers that are optional. */
export function productionTree({ packages }: LockFile): ProductionTree {
  const direct = Object.keys(packages['']?.dependencies ?? {});
  const drawnBy = new Map<string, string[]>();
  for (const name of direct) {
    const waiting = [folderOf(packages, '', name)];
    for (const folder of waiting) {
      if (folder === undefined || drawnBy.get(folder)?.includes(name)) continue;
      drawnBy.set(folder, [...(drawnBy.get(folder) ?? []), name]);
      waiting.push(...needs(packages[folder]).map((each) => folderOf(packages, folder, each)));
    }
  }
  const installed = [...drawnBy].map(([folder, by]) => ({
    folder,
    name: folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length),
    version: packages[folder]?.version ?? '',
    drawnBy: by,
  }));
  installed.sort((a, b) => (a.folder < b.folder ? -1 : 1));
  const lines = installed.map(({ folder, version }) => `${folder}@${version}`);
  const digest = createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);
  return { direct, packages: installed, digest };
}

function needs(locked: LockedPackage = {}): string[] {
  const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } = locked;
  const peers = Object.keys(peerDependencies ?? {}).filter(
    (name) => peerDependenciesMeta?.[name]?.optional !== true,
  );
  return [...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers];
}

/** Where Node finds a package: beside whoever asks for it, or in a folder further up. */
function folderOf(packages: LockFile['packages'], from: string, name: string): string | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    const folder = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (packages[folder]) return folder;
    if (at === '') return undefined;
  }
}
