import type { IncomingMessage } from 'node:http';
import { RequestError } from './requestError.js';

export interface BodyLimits {
  maxBytes: number;
  /** How many lists and objects may stand inside one another. */
  maxDepth: number;
}

const JSON_TYPE = /^application\/([\w.-]+\+)?json\s*(;|$)/i;

/**
 * The request's body as JSON. restify's own reader is not used: it unpacks gzip without a limit,
 * and a damaged packing ends the process.
 * @throws RequestError when it is packed, too large, too deep, or not JSON
 */
export async function readJsonBody(
  request: IncomingMessage,
  { maxBytes, maxDepth }: BodyLimits,
): Promise<unknown> {
  const { 'content-type': type = '' } = request.headers;
  // What a page on the web may send to others without asking first is never called JSON.
  if (!JSON_TYPE.test(type)) {
    throw new RequestError(415, 'Send the body with Content-Type: application/json.');
  }
  const text = (await readBody(request, maxBytes)).toString('utf8');
  if (depthOf(text) > maxDepth) {
    throw new RequestError(400, `The body is nested more than ${maxDepth} levels deep.`);
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new RequestError(400, 'The body is not JSON.');
  }
}

/**
 * The request's body as it is.
 * @throws RequestError when it is packed or too large
 */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const { 'content-encoding': encoding, 'content-length': length } = request.headers;
  if (encoding !== undefined && encoding !== 'identity') {
    throw new RequestError(415, 'Send the body as it is, without Content-Encoding.');
  }
  if (Number(length) > maxBytes) throw tooLarge(maxBytes);
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    // A request that is too large is still to be answered: its connection must stay.
    const arriving: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
    for await (const chunk of arriving) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw tooLarge(maxBytes);
      chunks.push(chunk);
    }
  } catch (err) {
    if (err instanceof RequestError) throw err;
    throw new RequestError(400, 'The body did not arrive whole.');
  } finally {
    // What is left of it stands before the next request on the same connection.
    request.resume();
  }
  return Buffer.concat(chunks);
}

function tooLarge(maxBytes: number): RequestError {
  return new RequestError(413, `The body is larger than ${maxBytes / 1024} KB.`);
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** How deep it goes, without parsing: whoever walks through it afterwards may do so recursively. */
function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (inString) {
      if (code === BACKSLASH) at++;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) inString = true;
    else if (code === 0x5b || code === 0x7b) deepest = Math.max(deepest, ++depth);
    else if (code === 0x5d || code === 0x7d) depth--;
  }
  return deepest;
}
