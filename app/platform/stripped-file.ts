import { stripDocx } from "./docx-file.ts";
import { stripJpeg } from "./jpeg-file.ts";
import { stripPdf } from "./pdf-file.ts";
import { stripPng } from "./png-file.ts";

export const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** What a document may be, with the ending that its copy for assessors bears. */
export const FILE_ENDINGS: Readonly<Record<string, string>> = {
  "application/pdf": "pdf",
  [DOCX]: "docx",
  "image/jpeg": "jpg",
  "image/png": "png",
};

/**
 * The copy of a document that assessors get: what it shows, without what it tells of its writer in passing. Names
 * within the text, on a scan, or in the language of a form's fields stay: no program can take those out.
 *
 * @returns null where the document cannot be read, or is of no kind that Cadre takes
 */
export async function stripMetadata(
  contentType: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  switch (contentType) {
    case "application/pdf":
      return stripPdf(bytes);
    case DOCX:
      return stripDocx(bytes);
    case "image/jpeg":
      return stripJpeg(bytes);
    case "image/png":
      return stripPng(bytes);
    default:
      return null;
  }
}
