const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** The chunks that make the picture and its colours (PNG, third edition, §§ 11.2 and 11.3); text, time and Exif are not among them. */
const SHOWN = new Set([
  ...["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "pHYs"],
  ...["acTL", "fcTL", "fdAT"],
]);

/**
 * A PNG without text, dates, Exif and whatever follows the picture: chunks that do not change how it looks are left
 * out, the others are copied as they are.
 *
 * @returns null where the bytes are no whole PNG
 */
export function stripPng(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (SIGNATURE.some((byte, place) => bytes[place] !== byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept = new Uint8Array(bytes.length);
  kept.set(bytes.subarray(0, 8));
  let length = 8;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (SHOWN.has(kind)) {
      kept.set(bytes.subarray(at, end), length);
      length += end - at;
    }
    if (kind === "IEND") return kept.slice(0, length);
    at = end;
  }
  return null;
}
