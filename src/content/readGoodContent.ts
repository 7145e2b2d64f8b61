import { setImmediate } from 'node:timers/promises';
import { buildContent, freezeDeep } from './buildContent.js';
import type { Content } from './content.js';
import { kindOfPath, type KindName } from './contentKinds.js';
import { decodeText, type ContentSource } from './contentSource.js';

/** Parsed in one go: about a millisecond, after which people's questions come first. */
const FILES_AT_ONCE = 16;

/**
 * Content that was found good: nothing is left but to parse it. Undefined where it cannot have
 * been.
 * @param digest as `digestOf` says
 */
export async function readGoodContent(
  source: ContentSource,
  digest: string,
): Promise<Content | undefined> {
  const byKind = new Map<KindName, { id: string; data: unknown }[]>();
  let parsed = 0;
  for (const [path, bytes] of source) {
    const kind = kindOfPath(path);
    const text = decodeText(bytes);
    if (!kind || text === undefined) return undefined;
    const file = { id: kind.id, data: freezeDeep(JSON.parse(text) as unknown) };
    const files = byKind.get(kind.kind);
    if (files) files.push(file);
    else byKind.set(kind.kind, [file]);
    parsed += 1;
    if (parsed % FILES_AT_ONCE === 0) await setImmediate();
  }
  return buildContent((kind) => (byKind.get(kind) ?? []) as never[], digest);
}
