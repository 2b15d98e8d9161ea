import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "./clock.server.ts";
import { database, inTransaction } from "./database.server.ts";
import { inspectDocx } from "./docx-file.ts";
import { enqueue } from "./jobs.server.ts";
import { getObject, hasObjectStore, putObject } from "./object-store.server.ts";
import { inspectPdf } from "./pdf-file.ts";
import { DOCX, FILE_ENDINGS, stripMetadata } from "./stripped-file.ts";

/** 10 MB: a curriculum vitae with a scan fits, a film does not. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** How long a file that nothing refers to is kept: long enough for the transaction that will refer to it. */
const SWEPT_AFTER_MS = 24 * 3_600_000;
const SWEPT_AT_ONCE = 200;

export interface Upload {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A file that is stored and waits to be referred to. */
export interface KeptFile {
  readonly fileId: string;
  readonly name: string;
  readonly contentType: string;
  /** Bytes. */
  readonly size: number;
  /** Hex. */
  readonly sha256: string;
}

/**
 * Accepts a file by what it contains, whatever its name claims: PDF, DOCX, JPEG or PNG of at most 10 MB. One that runs
 * code, carries other files, is locked or damaged is refused: nobody opens a case with it.
 */
export async function checkUpload(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Result<Upload>> {
  if (bytes.byteLength === 0) return refuse("fileEmpty", {}, "document");
  if (bytes.byteLength > MAX_FILE_BYTES) return refuse("fileTooLarge", { megabytes: 10 }, "document");
  const contentType = await typeOf(bytes);
  if (contentType === null) return refuse("fileTypeNotAccepted", {}, "document");
  const problem = await problemOf(contentType, bytes);
  if (problem === "notDocx") return refuse("fileTypeNotAccepted", {}, "document");
  if (problem) return refuse(problem, {}, "document");
  const readable = await stripMetadata(contentType, bytes);
  return readable ? ok({ name: plainName(name), contentType, bytes }) : refuse("fileDamaged", {}, "document");
}

async function typeOf(bytes: Uint8Array): Promise<string | null> {
  const type = await fileTypeFromBuffer(bytes);
  if (type?.mime === "application/zip") return DOCX;
  return type && type.mime in FILE_ENDINGS ? type.mime : null;
}

async function problemOf(contentType: string, bytes: Uint8Array) {
  if (contentType === "application/pdf") return inspectPdf(bytes);
  return contentType === DOCX ? inspectDocx(bytes) : null;
}

/** A file name without a path or control characters, of at most 120 characters. */
const plainName = (name: string) =>
  (name.split(/[\\/]/).at(-1) ?? "document").replaceAll(/[\p{Cc}\p{Cf}]/gu, "").slice(-120) || "document";

/** What a file is told by in the record: its SHA-256, hex. */
export const sha256Of = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/**
 * Stores a file, before and outside the transaction that will refer to it. The row is there before the object, so that
 * no object is ever without a row; until something refers to it nobody is served it, and a day later it is swept away.
 */
export async function keepFile({ name, contentType, bytes }: Upload): Promise<KeptFile> {
  const sha256 = sha256Of(bytes);
  const away = hasObjectStore();
  const size = bytes.byteLength;
  const { id } = await database().storedFile.create({
    data: {
      ...{ name, contentType, size, sha256, createdAt: now() },
      ...(away ? { place: "s3" } : { bytes }),
    },
    select: { id: true },
  });
  if (away) await putObject(id, bytes, sha256);
  return { fileId: id, name, contentType, size, sha256 };
}

/** The bytes of a stored file, wherever it is kept; whether they are what was put there is checked each time. */
export async function readStoredFile(id: string): Promise<Uint8Array<ArrayBuffer>> {
  const file = await database().storedFile.findUniqueOrThrow({
    where: { id },
    select: { place: true, bytes: true, sha256: true },
  });
  const bytes = file.place === "s3" ? await getObject(id) : new Uint8Array(file.bytes ?? []);
  if (sha256Of(bytes) !== file.sha256) throw new Error(`File ${id} is not what was stored`);
  return bytes;
}

/** No case, draft or import refers to the file. */
const UNUSED = {
  documents: { none: {} },
  draftDocuments: { none: {} },
  imports: { none: {} },
  uniformed: { none: {} },
} as const;

/** Deletes the files that nothing has referred to for a day; objects are deleted by a job after the row is gone. */
export async function sweepFiles(): Promise<number> {
  const before = new Date(now().getTime() - SWEPT_AFTER_MS);
  return inTransaction(async (tx) => {
    const left = await tx.storedFile.findMany({
      where: { createdAt: { lt: before }, ...UNUSED },
      orderBy: { createdAt: "asc" },
      take: SWEPT_AT_ONCE,
      select: { id: true, place: true },
    });
    const { count } = await tx.storedFile.deleteMany({
      where: { id: { in: left.map(({ id }) => id) }, ...UNUSED },
    });
    for (const { id, place } of left) {
      if (place === "s3") await enqueue(tx, "deleteObject", { key: id }, `object:${id}`);
    }
    return count;
  }, "Serializable");
}
