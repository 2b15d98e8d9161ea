import { candidateFileOf, differencesOf, type FileField } from "./candidate-file.ts";

/** A version of a file as it is stored, in the order in which they were written. */
export interface FileVersionRow {
  readonly author: "state" | "candidate";
  /** Shape in candidate-file.ts. */
  readonly content: unknown;
  readonly writtenAt: Date;
}

/** What the candidate changed and when, after having completed the file for the first time: `at` is ISO 8601, UTC. */
export function correctionsOf(
  versions: readonly FileVersionRow[],
): readonly { readonly at: string; readonly fields: readonly FileField[] }[] {
  const first = versions.findIndex(({ author }) => author === "candidate");
  if (first < 0) return [];
  const own = versions
    .slice(first)
    .map((version) => ({ ...version, file: candidateFileOf(version.content) }));
  return own.flatMap(({ file, writtenAt }, index) => {
    const before = own[index - 1];
    if (!before) return [];
    return [
      { at: writtenAt.toISOString(), fields: differencesOf(before.file, file).map(({ field }) => field) },
    ];
  });
}
