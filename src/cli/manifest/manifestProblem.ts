/** What is wrong with the app package, where, and how to mend it. */
export interface ManifestProblem {
  /** The file of the package, or of `manifest/`, that is at fault. */
  file: string;
  /** The place in it, as Teams writes it (`bots[0].botId`); empty for the whole file. */
  at: string;
  /** What is wrong and how to mend it, as sentences. */
  text: string;
}

/** One line for one problem. */
export function formatProblem({ file, at, text }: ManifestProblem): string {
  return [file, at, text].filter((part) => part !== '').join('  ');
}

/** `['bots', 0, 'botId']` as `bots[0].botId`. */
export function formatPath(path: readonly (string | number)[]): string {
  return path
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`,
    )
    .join('');
}
