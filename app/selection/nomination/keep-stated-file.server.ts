import type { Transaction } from "#app/platform/database.server.ts";
import type { StatedFile } from "./stated-content.ts";

/**
 * Keeps what a nominator states of a person where nothing is on file yet: what the person has stated themself, or
 * another state before, is never overwritten. The person confirms or corrects it with their consent.
 */
export async function keepStatedFile(tx: Transaction, personId: string, file: StatedFile, isNew: boolean) {
  const person = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      birthDate: true,
      service: true,
      rank: true,
      _count: {
        select: { languages: true, career: true, fieldService: true, education: true, courses: true },
      },
    },
  });
  const { _count: has } = person;
  await tx.person.update({
    where: { id: personId },
    data: {
      ...(isNew ? { nationalities: [...file.nationalities] } : {}),
      birthDate: person.birthDate ?? (file.birthDate === null ? null : new Date(file.birthDate)),
      service: person.service ?? file.service,
      rank: person.rank ?? file.rank,
    },
  });
  const codes = file.languages.map(({ code }) => code);
  const known = await tx.language.findMany({ where: { code: { in: codes } }, select: { code: true } });
  const spoken = file.languages.filter(({ code }) => known.some((one) => one.code === code));
  if (has.languages === 0)
    await tx.personLanguage.createMany({
      data: spoken.map(({ code, level }) => ({ personId, languageCode: code, level })),
    });
  if (has.career === 0)
    await tx.careerPost.createMany({ data: file.posts.map((post) => ({ personId, ...post })) });
  if (has.fieldService === 0)
    await tx.fieldService.createMany({
      data: file.missions.map((one) => ({ personId, ...one })),
    });
  if (has.education === 0)
    await tx.education.createMany({
      data: file.education.map((one) => ({ personId, ...one })),
    });
  if (has.courses === 0)
    await tx.leadershipCourse.createMany({
      data: file.courses.map((one) => ({ personId, ...one })),
    });
}
