import type { Reader } from "#app/platform/database.server.ts";
import type { CandidateFileContent } from "./candidate-file.ts";

/** The file of a person as it stands now. */
export async function readFileContent(reader: Reader, personId: string): Promise<CandidateFileContent> {
  const { profile, birthDate, languages, career, ...person } = await reader.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      givenName: true,
      familyName: true,
      gender: true,
      nationalities: true,
      birthDate: true,
      profile: { omit: { personId: true, completedAt: true } },
      languages: { orderBy: { languageCode: "asc" }, select: { languageCode: true, level: true } },
      career: {
        orderBy: [{ startYear: "desc" }, { id: "asc" }],
        select: {
          title: true,
          employer: true,
          supervisor: true,
          startYear: true,
          endYear: true,
          peopleLed: true,
          budgetThousands: true,
        },
      },
    },
  });
  return {
    ...person,
    birthDate: birthDate?.toISOString().slice(0, 10) ?? null,
    currentPost: profile?.currentPost ?? null,
    seniorYears: profile?.seniorYears ?? null,
    fieldMissions: profile?.fieldMissions ?? null,
    deployableDays: profile?.deployableDays ?? null,
    visionStatement: profile?.visionStatement ?? null,
    career: career.map((post) => ({ ...post, supervisor: post.supervisor || null })),
    languages: languages.map(({ languageCode, level }) => ({ code: languageCode, level })),
  };
}
