/**
 * Stands in for the types that adaptivecards-templating takes from the sources of `adaptivecards`,
 * which do not compile under this project's settings (tsconfig.json, "paths").
 */
export type IAdaptiveCard = Record<string, unknown>;
