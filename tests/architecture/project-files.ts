import { readdirSync, readFileSync } from "node:fs";

const FOLDERS = ["app", "emails", "prisma", "tests"];
const NOT_OURS = ["app/generated", "tests/results"];

/** A file of the project, by its path relative to it. */
export interface ProjectFile {
  readonly path: string;
  readonly text: string;
}

/** Every file below app/, emails/, prisma/ and tests/ that somebody wrote. */
export function projectFiles(): readonly ProjectFile[] {
  return FOLDERS.flatMap(below).map((path) => ({ path, text: readFileSync(path, "utf8") }));
}

function below(folder: string): string[] {
  if (NOT_OURS.includes(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? below(path) : [path];
  });
}
