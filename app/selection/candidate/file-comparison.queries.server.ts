import { database } from "#app/platform/database.server.ts";
import {
  type CandidateFileContent,
  candidateFileOf,
  correctionsIn,
  differencesOf,
} from "./candidate-file.ts";
import { correctionsOf, type FileVersionRow } from "./file-history.ts";

/** The names of the languages and states that files speak of, by code. */
export async function namesInFiles(...files: readonly CandidateFileContent[]) {
  const named = { code: true, nameEn: true, nameFr: true } as const;
  const [languages, states] = await Promise.all([
    database().language.findMany({
      where: { code: { in: files.flatMap((file) => file.languages.map(({ code }) => code)) } },
      select: named,
    }),
    database().state.findMany({
      where: { code: { in: files.flatMap(({ nationalities }) => nationalities) } },
      select: named,
    }),
  ]);
  return { languages, states };
}

/** What the nominator wrote where the nominee put it right, and when they corrected what; null where nothing was. */
export async function compareVersions(versions: readonly FileVersionRow[]) {
  const stated = versions.find(({ author }) => author === "state");
  const latest = versions.findLast(({ author }) => author === "candidate");
  if (!stated || !latest) return null;
  const [before, after] = [candidateFileOf(stated.content), candidateFileOf(latest.content)];
  const differences = correctionsIn(differencesOf(before, after));
  const corrections = correctionsOf(versions);
  if (differences.length + corrections.length === 0) return null;
  return {
    ...{ stateAt: stated.writtenAt.toISOString(), candidateAt: latest.writtenAt.toISOString() },
    ...{ differences, corrections, ...(await namesInFiles(before, after)) },
  };
}
