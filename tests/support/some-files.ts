import { strToU8, zipSync } from "fflate";

const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** A PDF of one page; `catalog` and `objects` add to it, `trailer` too. Objects of one's own are numbered from 6. */
export function aPdf({ catalog = "", objects = [] as readonly string[], trailer = "" } = {}) {
  const line = "BT /F1 18 Tf 60 700 Td (Twenty years of service) Tj ET";
  const all = [
    `<</Type/Catalog/Pages 2 0 R ${catalog}>>`,
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
    `<</Length ${line.length}>>stream\n${line}\nendstream`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ...objects,
  ];
  const body = all.map((object, n) => `${n + 1} 0 obj${object}endobj\n`).join("");
  return bytesOf(`%PDF-1.7\n${body}trailer<</Root 1 0 R/Size ${all.length + 1} ${trailer}>>\n%%EOF\n`);
}

const TYPES = (main: string) =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`;
const MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

/** A Word document of one sentence; parts of one's own are added, or stand in the place of its own. */
export function aDocx(parts: Readonly<Record<string, string | Uint8Array>> = {}, main = MAIN) {
  const all = {
    "[Content_Types].xml": TYPES(main),
    "_rels/.rels":
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/document.xml":
      '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Twenty years of service</w:t></w:r></w:p></w:body></w:document>',
    ...parts,
  };
  const entries = Object.entries(all).map(([name, part]) => [
    name,
    typeof part === "string" ? strToU8(part) : part,
  ]);
  return new Uint8Array(zipSync(Object.fromEntries(entries)));
}

const segment = (marker: number, body: Uint8Array) => [
  ...[0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255],
  ...body,
];

/** Exif that states which way up the picture is (1 to 8) and who made it. */
export const exif = (orientation: number) =>
  Uint8Array.from([
    ...bytesOf("Exif\0\0"),
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 2],
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0x01, 0x3b, 0, 2, 0, 0, 0, 4, ...bytesOf("Ama\0")],
    ...[0, 0, 0, 0],
  ]);

const SCAN = [0xff, 0xda, 0, 2, 0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56];

/** What makes the picture of `aJpeg`: no reader shows it, and every rule of its segments holds. */
export const JPEG_PICTURE = Uint8Array.from([
  ...segment(0xe0, bytesOf("JFIF\0\x01\x02\0\0\x01\0\x01\0\0")),
  ...segment(0xdb, new Uint8Array(65)),
  ...SCAN,
]);

/** A JPEG with Exif, a comment, and something after its end. */
export const aJpeg = (orientation = 1) =>
  Uint8Array.from([
    ...[0xff, 0xd8],
    ...segment(0xe1, exif(orientation)),
    ...segment(0xfe, bytesOf("taken by Ama")),
    ...segment(0xed, bytesOf("Photoshop 3.0\0Ama")),
    ...JPEG_PICTURE,
    ...[0xff, 0xd9],
    ...bytesOf("hidden after the end"),
  ]);

const chunk = (kind: string, body: Uint8Array) => [
  ...[body.length >>> 24, (body.length >> 16) & 255, (body.length >> 8) & 255, body.length & 255],
  ...bytesOf(kind),
  ...body,
  ...[1, 2, 3, 4],
];

/** A PNG with a chunk of text, one of Exif, and something after its end. */
export const aPng = () =>
  Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk("IHDR", Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0)),
    ...chunk("tEXt", bytesOf("Author\0Ama")),
    ...chunk("eXIf", exif(6)),
    ...chunk("IDAT", bytesOf("pixels")),
    ...chunk("tIME", bytesOf("2026")),
    ...chunk("IEND", new Uint8Array()),
    ...bytesOf("hidden after the end"),
  ]);

/** The first bytes of a Windows program. */
export const aProgram = () => Uint8Array.from([...bytesOf("MZ\x90\0\x03\0\0\0"), ...new Uint8Array(500)]);

/** Bytes as text, each a letter. */
export const lettersOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
