import {
  EncryptedPDFError,
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from "@cantoo/pdf-lib";
import { stripJpeg } from "./jpeg-file.ts";
import { isPdfBomb } from "./pdf-bomb.ts";

/** What keeps a file from being taken: it does something by itself, carries other files, is locked, or is damaged. */
export type FileProblem = "fileRunsCode" | "fileCarriesFiles" | "fileLocked" | "fileDamaged";

/** Actions and forms by which a document does something by itself (ISO 32000-2, §§ 12.6.4 and 12.7.8). */
const ACTIONS = new Set(["JavaScript", "Launch", "ImportData", "SubmitForm"]);
const SCRIPTS = ["JavaScript", "XFA"];
/** … and by which it carries other files, sound and film (§§ 7.11.4, 12.5.6, 13). */
const CARRIERS = new Set(["EmbeddedFile", "FileAttachment", "RichMedia", "3D", "Movie", "Sound"]);
const CARRIED = ["EmbeddedFiles", "EF"];
/** Where metadata stands beside what a page shows (§§ 14.3, 14.5). */
const ABOUT = ["Metadata", "PieceInfo", "LastModified"];
/** Who marked a page, and when (§ 12.5.6.2); of a form's field, /T is the name and stays. */
const OF_A_MARK = ["T", "M", "CreationDate", "NM"];

/**
 * Reads a PDF as a viewer does, through object streams and revisions.
 *
 * @returns what keeps it from being taken; null where nothing does
 */
export async function inspectPdf(bytes: Uint8Array): Promise<FileProblem | null> {
  const opened = await open(bytes);
  if (typeof opened === "string") return opened;
  let [runs, carries] = [false, false];
  walk(opened, (dict) => {
    runs ||= ACTIONS.has(nameIn(dict, "S")) || hasAny(dict, SCRIPTS);
    carries ||= [nameIn(dict, "Type"), nameIn(dict, "Subtype")].some((kind) => CARRIERS.has(kind));
    carries ||= hasAny(dict, CARRIED);
  });
  if (runs) return "fileRunsCode";
  return carries ? "fileCarriesFiles" : null;
}

const hasAny = (dict: PDFDict, keys: readonly string[]) => keys.some((key) => dict.has(PDFName.of(key)));

function nameIn(dict: PDFDict, key: string): string {
  const value = dict.get(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : "";
}

/**
 * A PDF without its document information, XMP, private data of programs, earlier revisions, who annotated it, and what
 * photographs within tell of themselves. What stands on its pages stays.
 *
 * @returns null where it cannot be read
 */
export async function stripPdf(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer> | null> {
  const document = await open(bytes);
  if (typeof document === "string") return null;
  const { context } = document;
  const { Info } = context.trailerInfo;
  // Whatever it says, and be it the author alone: no page refers to it.
  if (Info instanceof PDFRef && isOfNoType(context.lookup(Info))) context.delete(Info);
  context.trailerInfo.Info = undefined;
  context.trailerInfo.ID = undefined;
  walk(document, (dict) => {
    for (const key of ABOUT) dict.delete(PDFName.of(key));
    const marks = dict.get(PDFName.of("Type")) === PDFName.of("Annot") || dict.has(PDFName.of("QuadPoints"));
    if (marks && !dict.has(PDFName.of("FT"))) for (const key of OF_A_MARK) dict.delete(PDFName.of(key));
  });
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (isAbout(object)) context.delete(ref);
    else if (object instanceof PDFRawStream) withoutPhotographer(object, (next) => context.assign(ref, next));
  }
  const saved = await document.save({
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: ParseSpeeds.Fast,
    // Packing objects takes time with the square of their number.
    useObjectStreams: false,
  });
  return new Uint8Array(saved);
}

async function open(bytes: Uint8Array): Promise<PDFDocument | FileProblem> {
  if (isPdfBomb(bytes)) return "fileDamaged";
  try {
    return await PDFDocument.load(bytes, {
      updateMetadata: false,
      preserveXFA: true,
      throwOnInvalidObject: true,
      parseSpeed: ParseSpeeds.Fast,
    });
  } catch (error) {
    return error instanceof EncryptedPDFError ? "fileLocked" : "fileDamaged";
  }
}

/** Shows every dictionary of a document, those within others too. */
function walk(document: PDFDocument, see: (dict: PDFDict) => void) {
  const waiting: PDFObject[] = document.context.enumerateIndirectObjects().map(([, object]) => object);
  for (let object = waiting.pop(); object; object = waiting.pop()) {
    const dict = object instanceof PDFStream ? object.dict : object;
    if (dict instanceof PDFDict) {
      see(dict);
      waiting.push(...dict.values().filter(nests));
    } else if (dict instanceof PDFArray) waiting.push(...dict.asArray().filter(nests));
  }
}

const isOfNoType = (object: PDFObject | undefined) =>
  object instanceof PDFDict && !object.has(PDFName.of("Type"));

const nests = (object: PDFObject) => object instanceof PDFDict || object instanceof PDFArray;

/** Whether an object is metadata itself: an XMP stream, or a dictionary of document information. */
function isAbout(object: PDFObject): boolean {
  if (object instanceof PDFStream) return object.dict.get(PDFName.of("Type")) === PDFName.of("Metadata");
  if (!(object instanceof PDFDict) || object.has(PDFName.of("Type"))) return false;
  return ["Producer", "Creator", "ModDate"].some((key) => object.has(PDFName.of(key)));
}

function withoutPhotographer(stream: PDFRawStream, replace: (next: PDFRawStream) => void) {
  if (stream.dict.get(PDFName.of("Filter")) !== PDFName.of("DCTDecode")) return;
  const stripped = stripJpeg(stream.contents);
  if (stripped) replace(PDFRawStream.of(stream.dict, stripped));
}
