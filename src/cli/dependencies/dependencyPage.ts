import type { Installed, ProductionTree } from './productionTree.js';

/** Why each direct dependency is there, by its name. */
export type Reasons = Record<string, string>;

/** What is wrong with the reasons, each with how to mend it. */
export function reasonProblems({ direct }: ProductionTree, reasons: Reasons): string[] {
  const missing = direct.filter((name) => !reasons[name]?.trim());
  const left = Object.keys(reasons).filter((name) => !direct.includes(name));
  return [
    ...missing.map((name) => `"${name}" has no reason. Write why it is there, or remove it.`),
    ...left.map((name) => `"${name}" is no dependency any more. Remove its reason.`),
  ];
}

/** The line by which the check knows whether the page tells of this tree. */
export const treeLine = ({ packages, digest }: ProductionTree): string =>
  `The tree: ${packages.length} packages, \`${digest}\`.`;

/** docs/dependencies.md. @param sizeOf how many bytes a package's folder holds on this machine */
export function dependencyPage(
  tree: ProductionTree,
  reasons: Reasons,
  sizeOf: (each: Installed) => number,
): string {
  const { direct, packages } = tree;
  const sizes = new Map(packages.map((each) => [each, sizeOf(each)]));
  const total = (some: readonly Installed[]) =>
    megabytes(some.reduce((sum, each) => sum + (sizes.get(each) ?? 0), 0));
  const alone = (name: string) =>
    packages.filter(({ drawnBy }) => drawnBy.length === 1 && drawnBy[0] === name);
  const isItself = (each: Installed, name: string) => each.folder === `node_modules/${name}`;
  const shared = packages.filter(
    (each) => each.drawnBy.length > 1 && !direct.some((name) => isItself(each, name)),
  );
  const listed = (some: readonly Installed[]) =>
    some
      .map((each) => `${each.name} ${each.version} (${megabytes(sizes.get(each) ?? 0)})`)
      .join(', ');

  const rows = direct.map((name) => {
    const itself = packages.filter((each) => isItself(each, name));
    const others = alone(name).filter((each) => !isItself(each, name));
    return `| \`${name}\` ${itself[0]?.version ?? ''} | ${reasons[name] ?? ''} | ${total(itself)} | ${others.length} | ${total(others)} |`;
  });
  const groups = direct.flatMap((name) => {
    const others = alone(name).filter((each) => !isItself(each, name));
    return others.length === 0 ? [] : ['', `### ${name}`, listed(others)];
  });
  return [
    '# What runs in production, and why',
    '',
    'Written by `npm run dependencies:list`; the reasons stand in `docs/dependencies.json`. `npm run dependencies:list -- --check` fails when a direct dependency has no reason, or when the lock file has another tree than this page.',
    '',
    treeLine(tree),
    '',
    `All of it is ${total(packages)} MB. Sizes are those of the unpacked folders in MB, on the machine that wrote this page; sources that were compiled there count.`,
    '',
    '## Direct',
    '| Package | Why | MB | Draws in, alone | MB |',
    '|---|---|--:|--:|--:|',
    ...rows,
    '',
    '## Drawn in by one of them',
    ...groups,
    '',
    '## Drawn in by several',
    listed(shared),
    '',
  ].join('\n');
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(2);
