import type { Reader } from "#app/platform/database.server.ts";
import type { CandidateFileContent } from "./candidate-file.ts";

const SPAN = { startYear: true, startMonth: true, endYear: true, endMonth: true } as const;

/** The file of a person as it stands now. */
export async function readFileContent(reader: Reader, personId: string): Promise<CandidateFileContent> {
  const { profile, birthDate, languages, career, fieldService, ...person } =
    await reader.person.findUniqueOrThrow({
      where: { id: personId },
      select: {
        givenName: true,
        familyName: true,
        gender: true,
        nationalities: true,
        birthDate: true,
        service: true,
        rank: true,
        profile: { omit: { personId: true, completedAt: true } },
        languages: { orderBy: { languageCode: "asc" }, select: { languageCode: true, level: true } },
        career: {
          orderBy: [{ startYear: "desc" }, { startMonth: "desc" }, { id: "asc" }],
          select: {
            title: true,
            employer: true,
            supervisor: true,
            ...SPAN,
            peopleLed: true,
            budgetThousands: true,
            mission: { select: { acronym: true } },
          },
        },
        fieldService: {
          orderBy: [{ startYear: "desc" }, { id: "asc" }],
          select: { mission: true, role: true, ...SPAN },
        },
        education: { orderBy: { id: "asc" }, select: { degree: true, institution: true, year: true } },
        courses: { orderBy: { id: "asc" }, select: { name: true, organiser: true, year: true } },
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
    career: career.map(({ mission, ...post }) => ({
      ...post,
      supervisor: post.supervisor || null,
      mission: mission?.acronym ?? null,
    })),
    missions: fieldService,
    languages: languages.map(({ languageCode, level }) => ({ code: languageCode, level })),
  };
}
