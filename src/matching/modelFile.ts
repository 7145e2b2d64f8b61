import { crc32 } from 'node:zlib';
import { ENGINE_VERSION, type Model } from './model.js';
import { ModelFileError } from './modelFileError.js';

const MAGIC = 'AECM';
const ARRAYS = { Uint8Array, Int8Array, Uint16Array, Int32Array, Uint32Array, Float32Array };

/** What stands in the header for an array. */
interface ArrayReference {
  $array: keyof typeof ARRAYS;
  at: number;
  length: number;
}

/**
 * Writes a model as bytes: a header of JSON in which every typed array stands as a reference into
 * the aligned bytes that follow, so that reading copies nothing.
 */
export function encodeModel(model: Model): Uint8Array {
  const arrays: { name: string; bytes: Uint8Array; at: number }[] = [];
  let size = 0;
  const header = JSON.stringify(model, (_, value: unknown) => {
    if (!ArrayBuffer.isView(value)) return value;
    const view = value as Uint8Array;
    const name = view.constructor.name;
    const at = size;
    size += align(view.byteLength);
    arrays.push({ name, bytes: new Uint8Array(view.buffer, view.byteOffset, view.byteLength), at });
    return { $array: name, at, length: view.length };
  });
  const head = new TextEncoder().encode(header);
  const start = align(16 + head.length);
  const file = new Uint8Array(start + size);
  file.set(new TextEncoder().encode(MAGIC));
  const view = new DataView(file.buffer);
  view.setUint32(4, head.length, true);
  file.set(head, 16);
  for (const { bytes, at } of arrays) file.set(bytes, start + at);
  view.setUint32(8, crc32(file.subarray(16)), true);
  return file;
}

/**
 * Reads what `encodeModel` wrote; the model shares the bytes' memory.
 * @throws ModelFileError where the bytes are damaged or of another engine version
 */
export function decodeModel(bytes: Uint8Array): Model {
  // Typed arrays need their own alignment; a Buffer from a pool has none.
  const file = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  if (file.length < 16 || new TextDecoder().decode(file.subarray(0, 4)) !== MAGIC) {
    throw new ModelFileError('not a model file');
  }
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (view.getUint32(8, true) !== crc32(file.subarray(16))) {
    throw new ModelFileError('the model file is damaged');
  }
  const headLength = view.getUint32(4, true);
  const start = align(16 + headLength);
  const head = new TextDecoder().decode(file.subarray(16, 16 + headLength));
  const array = ({ $array, at, length }: ArrayReference): ArrayBufferView =>
    new ARRAYS[$array](file.buffer as ArrayBuffer, file.byteOffset + start + at, length);
  const model = restoreArrays(JSON.parse(head), array) as Model;
  if (model.version !== ENGINE_VERSION) {
    throw new ModelFileError(`the model is of engine version ${model.version}`);
  }
  return model;
}

/** Arrays stand at the first or second level; a reviver would visit each of many thousand words. */
function restoreArrays(
  value: unknown,
  array: (reference: ArrayReference) => ArrayBufferView,
  levels = 2,
): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  if ('$array' in value) return array(value as ArrayReference);
  if (levels > 0) {
    const parts = value as Record<string, unknown>;
    for (const key of Object.keys(parts)) parts[key] = restoreArrays(parts[key], array, levels - 1);
  }
  return value;
}

function align(size: number): number {
  return (size + 7) & ~7;
}
