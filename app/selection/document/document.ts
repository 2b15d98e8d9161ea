import { z } from "zod";

/** What a document of a candidacy is. */
export const DOCUMENT_KINDS = ["cv", "personalHistory", "nationalCertificate", "other"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** What a stored document is; one of a kind that is no longer known is "other". */
export const documentKindOf = (kind: string): DocumentKind =>
  DOCUMENT_KINDS.find((known) => known === kind) ?? "other";

/** Most documents that a candidacy has at a time. */
export const MOST_DOCUMENTS = 10;

/** A file that was chosen; what it is, is checked by its content. */
export const chosenFile = z
  .instanceof(File, { error: "fileMissing" })
  .refine((file) => file.size > 0, { error: "fileMissing" });

/** A document as its candidate adds it; `replaces` names the one whose place it takes. */
export const documentSchema = z.object({
  kind: z.enum(DOCUMENT_KINDS, { error: "choose" }),
  replaces: z.preprocess((value) => (value === "" ? undefined : value), z.uuid().optional()),
  document: chosenFile,
});

/**
 * The name under which a panel's member gets a document: what it is and which of them, never what its writer called
 * it, since that is mostly the writer's own name.
 *
 * @param place its place among the candidacy's documents, from 1
 */
export const blindName = (kind: string, place: number, ending: string): string =>
  `${documentKindOf(kind)}-${place}.${ending}`;
