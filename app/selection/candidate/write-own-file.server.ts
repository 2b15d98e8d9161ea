import type { Refusal } from "#app/access/result.ts";
import { because } from "#app/access/transition.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { enqueue } from "#app/platform/jobs.server.ts";
import type { OwnFile } from "#app/selection/nomination/profile.ts";

/** What a file names that the reference tables do not know: a language, a state; null where all is known. */
export async function unknownIn(tx: Transaction, file: OwnFile): Promise<Refusal | null> {
  const codes = file.languages.map(({ code }) => code);
  const known = await tx.language.count({ where: { code: { in: codes } } });
  if (known !== new Set(codes).size) return because("languageUnknown", {}, "languages");
  const { nationalities } = file;
  if (!nationalities) return null;
  const states = await tx.state.count({ where: { code: { in: nationalities } } });
  return states === nationalities.length ? null : because("stateUnknown", {}, "nationalities");
}

/** Puts the file as the candidate states it in the place of what stood there. */
export async function writeOwnFile(tx: Transaction, personId: string, file: OwnFile): Promise<void> {
  const { visionStatement, seniorYears, fieldMissions, deployableDays, currentPost } = file;
  const content = { visionStatement, seniorYears, fieldMissions, deployableDays, currentPost };
  const profile = { ...content, completedAt: now() };
  const { gender, givenName, familyName, nationalities, birthDate } = file;
  await tx.person.update({
    where: { id: personId },
    data: {
      ...{ gender, givenName, familyName, birthDate: birthDate ? new Date(birthDate) : null },
      ...(nationalities ? { nationalities: [...nationalities] } : {}),
    },
  });
  await tx.profile.upsert({ where: { personId }, create: { personId, ...profile }, update: profile });
  await tx.personLanguage.deleteMany({ where: { personId } });
  await tx.personLanguage.createMany({
    data: file.languages.map(({ code, level }) => ({ personId, languageCode: code, level })),
  });
  await tx.careerPost.deleteMany({ where: { personId } });
  await tx.careerPost.createMany({ data: file.career.map((post) => ({ personId, ...post })) });
  await enqueue(tx, "findDuplicates", { personId }, `duplicates:${personId}`);
}
