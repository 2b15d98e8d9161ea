/** Markers (the byte after 0xFF) of ITU-T T.81, Annex B. */
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const APP15 = 0xef;
const COM = 0xfe;

/** Markers that stand alone, without a length: TEM, RST0–7. */
const alone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/** What a picture needs to look as it did: its frame, its colour profile, how its colours are coded. */
const needed = (marker: number) =>
  marker === APP0 ||
  marker === APP2 ||
  marker === APP14 ||
  ((marker < APP0 || marker > APP15) && marker !== COM);

/**
 * A JPEG without what it tells of the photographer: Exif, XMP, IPTC, comments and whatever follows the picture. Pixels
 * are copied as they are; which way up it is to be shown (Exif orientation, CIPA DC-008, tag 0x0112) is kept.
 *
 * @returns null where the bytes are no whole JPEG
 */
export function stripJpeg(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return null;
  const parts: Uint8Array[] = [];
  let orientation = 1;
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === EOI) return joined([bytes.subarray(0, 2), ...upright(orientation), ...parts, END]);
    const length = alone(marker) ? 0 : ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    if (!alone(marker) && length < 2) return null;
    let end = at + 2 + length;
    if (end > bytes.length) return null;
    if (marker === SOS) end = endOfScan(bytes, end);
    const segment = bytes.subarray(at, end);
    if (marker === APP1) orientation = orientationIn(segment.subarray(4)) ?? orientation;
    if (needed(marker)) parts.push(segment);
    at = end;
  }
  return null;
}

const END = Uint8Array.of(0xff, EOI);

/** Where the entropy-coded data of a scan ends: at the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !alone(next)) return at;
  }
  return bytes.length;
}

/** The orientation that an Exif segment states, 1 to 8; null where it states none. */
function orientationIn(segment: Uint8Array): number | null {
  const view = new DataView(segment.buffer, segment.byteOffset, segment.byteLength);
  if (view.byteLength < 20 || view.getUint32(0) !== 0x45786966) return null;
  const tiff = 6;
  const little = view.getUint16(tiff) === 0x4949;
  const first = tiff + view.getUint32(tiff + 4, little);
  if (first + 2 > view.byteLength) return null;
  const entries = view.getUint16(first, little);
  for (let entry = 0; entry < entries; entry += 1) {
    const place = first + 2 + entry * 12;
    if (place + 12 > view.byteLength) return null;
    if (view.getUint16(place, little) !== 0x0112) continue;
    const value = view.getUint16(place + 8, little);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}

/** An Exif segment that states the orientation and nothing else; none where the picture is upright already. */
function upright(orientation: number): readonly Uint8Array[] {
  if (orientation === 1) return [];
  return [
    Uint8Array.of(
      ...[0xff, APP1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0],
      ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1],
      ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
      ...[0, 0, 0, 0],
    ),
  ];
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
