import { Unzlib } from "fflate";

/** What a reader unpacks before it has seen a page may grow to this: the structure of thousands of pages. */
const MOST_UNPACKED = 64 * 1024 * 1024;
/** How far before its data the dictionary of a stream is looked for, and how much is unpacked at a time. */
const LOOK_BACK = 1024;
const AT_A_TIME = 16 * 1024;

/** Streams that are unpacked when a document is opened; a name may be hidden by an escape (ISO 32000-2, § 7.3.5). */
const OPENED = /ObjStm|XRef|#/;
const PACKED_TWICE = /\/Filter\s*\[\s*\/[^\]]*\/[^\]]*\]/;

/**
 * Whether opening a PDF would unpack it past all bounds: an object stream of a few kilobytes may hold gigabytes. Found
 * out without keeping what is unpacked, before anything opens it.
 */
export function isPdfBomb(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  for (const { index, 0: keyword } of text.matchAll(/(?<!end)stream\r?\n/g)) {
    const before = text.slice(Math.max(0, index - LOOK_BACK), index);
    const dictionary = before.slice(before.lastIndexOf("obj") + 1);
    if (!OPENED.test(dictionary)) continue;
    if (PACKED_TWICE.test(dictionary)) return true;
    if (unpacksPastBounds(bytes.subarray(index + keyword.length))) return true;
  }
  return false;
}

function unpacksPastBounds(packed: Uint8Array): boolean {
  let unpacked = 0;
  let ended = false;
  const unzip = new Unzlib((part, last) => {
    unpacked += part.length;
    ended = last;
  });
  try {
    for (let at = 0; at < packed.length && !ended && unpacked <= MOST_UNPACKED; at += AT_A_TIME)
      unzip.push(packed.subarray(at, at + AT_A_TIME), at + AT_A_TIME >= packed.length);
  } catch {
    return unpacked > MOST_UNPACKED;
  }
  return unpacked > MOST_UNPACKED;
}
