import type { Transaction } from "#app/platform/database.server.ts";
import { type DraftFile, SERVICES } from "./nominee-file.ts";
import { careerSchema } from "./profile.ts";

interface NewFile {
  readonly personId: string;
  readonly file: DraftFile;
}

const yearOf = (text: string) => (/^\d{4}$/.test(text) ? Number(text) : null);

/** Keeps what a sheet says of people who are new, in a few statements for all of them. */
export async function keepSheetFiles(tx: Transaction, files: readonly NewFile[]) {
  await tx.$executeRaw`
    update "Person" p
    set "nationalities" = string_to_array(file.nationalities, ','), "birthDate" = nullif(file.birth, '')::date,
      "service" = nullif(file.service, '')::"Service", "rank" = nullif(file.rank, '')
    from unnest(
      ${files.map(({ personId }) => personId)}::uuid[],
      ${files.map(({ file }) => file.nationalities.join(","))}::text[],
      ${files.map(({ file }) => file.birthDate)}::text[],
      ${files.map(({ file }) => SERVICES.find((one) => one === file.service) ?? "")}::text[],
      ${files.map(({ file }) => file.rank)}::text[]) as file (id, nationalities, birth, service, rank)
    where p."id" = file.id`;
  await tx.personLanguage.createMany({
    data: files.flatMap(({ personId, file }) =>
      file.languages.map(({ code, level }) => ({ personId, languageCode: code, level: Number(level) })),
    ),
    skipDuplicates: true,
  });
  await tx.careerPost.createMany({
    data: files.flatMap(({ personId, file }) =>
      careerSchema.parse(file.posts).map((post) => ({ personId, ...post })),
    ),
  });
  await tx.fieldService.createMany({
    data: files.flatMap(({ personId, file }) =>
      file.missions.map(({ mission, role, startYear, endYear }) => ({
        ...{ personId, mission, role },
        startYear: Number(startYear),
        endYear: yearOf(endYear),
      })),
    ),
  });
  await tx.education.createMany({
    data: files.flatMap(({ personId, file }) =>
      file.education.map(({ degree, institution, year }) => ({
        personId,
        degree,
        institution,
        year: yearOf(year),
      })),
    ),
  });
  await tx.leadershipCourse.createMany({
    data: files.flatMap(({ personId, file }) =>
      file.courses.map(({ name, organiser, year }) => ({ personId, name, organiser, year: yearOf(year) })),
    ),
  });
}
