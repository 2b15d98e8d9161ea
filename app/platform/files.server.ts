import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import { ok, type Result, refuse } from "#app/access/result.ts";
import type { Transaction } from "./database.server.ts";
import { database } from "./database.server.ts";

/** 10 MB: a curriculum vitae with a scan fits, a film does not. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

const ACCEPTED = new Set([
  "application/pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "image/jpeg",
  "image/png",
]);

export interface Upload {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Accepts a file by what it contains, whatever its name claims: PDF, DOCX, JPEG or PNG of at most 10 MB. */
export async function checkUpload(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Result<Upload>> {
  if (bytes.byteLength === 0) return refuse("fileEmpty", {}, "document");
  if (bytes.byteLength > MAX_FILE_BYTES) return refuse("fileTooLarge", { megabytes: 10 }, "document");
  const type = await fileTypeFromBuffer(bytes);
  if (!type || !ACCEPTED.has(type.mime)) return refuse("fileTypeNotAccepted", {}, "document");
  return ok({ name: plainName(name), contentType: type.mime, bytes });
}

/** A file name without a path or control characters, of at most 120 characters. */
const plainName = (name: string) =>
  (name.split(/[\\/]/).at(-1) ?? "document").replaceAll(/\p{Cc}/gu, "").slice(-120) || "document";

export async function storeFile(tx: Transaction, upload: Upload) {
  const sha256 = createHash("sha256").update(upload.bytes).digest("hex");
  const { id } = await tx.storedFile.create({
    data: {
      name: upload.name,
      contentType: upload.contentType,
      size: upload.bytes.byteLength,
      sha256,
      bytes: upload.bytes,
    },
    select: { id: true },
  });
  return { id, sha256, size: upload.bytes.byteLength };
}

export const readFile = (id: string) => database().storedFile.findUnique({ where: { id } });
