import { randomUUID } from "node:crypto";
import type { Transaction } from "#app/platform/database.server.ts";
import { insertRows } from "#app/platform/insert-rows.server.ts";
import type { StatedFile } from "#app/selection/nomination/stated-content.ts";

interface NewFile {
  readonly personId: string;
  readonly file: StatedFile;
}

/** Keeps what a sheet says of people who are new, in a few statements for all of them. */
export async function keepSheetFiles(tx: Transaction, files: readonly NewFile[]) {
  await tx.$executeRaw`
    update "Person" p
    set "nationalities" = string_to_array(file.nationalities, ','), "birthDate" = nullif(file.birth, '')::date,
      "service" = nullif(file.service, '')::"Service", "rank" = nullif(file.rank, '')
    from unnest(
      ${files.map(({ personId }) => personId)}::uuid[],
      ${files.map(({ file }) => file.nationalities.join(","))}::text[],
      ${files.map(({ file }) => file.birthDate ?? "")}::text[],
      ${files.map(({ file }) => file.service ?? "")}::text[],
      ${files.map(({ file }) => file.rank ?? "")}::text[]) as file (id, nationalities, birth, service, rank)
    where p."id" = file.id`;
  const languages = files.flatMap(({ personId, file }) =>
    file.languages.map(({ code, level }) => ({ personId, languageCode: code, level })),
  );
  await insertRows(tx, "PersonLanguage", languages, "left");
  const rowsOf = <Row extends object>(of: (file: StatedFile) => readonly Row[]) =>
    files.flatMap(({ personId, file }) => of(file).map((row) => ({ id: randomUUID(), personId, ...row })));
  await insertRows(
    tx,
    "CareerPost",
    rowsOf(({ posts }) => posts),
  );
  await insertRows(
    tx,
    "FieldService",
    rowsOf(({ missions }) => missions),
  );
  await insertRows(
    tx,
    "Education",
    rowsOf(({ education }) => education),
  );
  await insertRows(
    tx,
    "LeadershipCourse",
    rowsOf(({ courses }) => courses),
  );
}
