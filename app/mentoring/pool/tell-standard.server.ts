import type { Prisma } from "#app/generated/prisma/client.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { PAST_INDUCTION } from "./standard.queries.server.ts";

const readers = async (tx: Transaction, where: Prisma.MentorWhereInput) => {
  const mentors = await tx.mentor.findMany({
    where: { AND: [PAST_INDUCTION, where] },
    orderBy: { id: "asc" },
    select: {
      id: true,
      person: {
        select: {
          ...{ givenName: true, familyName: true, email: true },
          user: { select: { email: true, locale: true } },
        },
      },
    },
  });
  return mentors.map(({ id, person }) => ({
    id,
    to: person.user?.email ?? person.email,
    locale: person.user?.locale ?? "en",
    name: `${person.givenName} ${person.familyName}`,
  }));
};

/** Asks everybody who acknowledged an earlier version of the code of conduct to read this one. */
export async function askAboutCode(tx: Transaction, version: number, dueOn: string): Promise<void> {
  for (const { id, to, locale, name } of await readers(tx, { codes: { some: {} } })) {
    await queueMail(tx, {
      ...{ kind: "codePublished" as const, to, locale },
      params: { name, dueOn, link: paths.mentorCode() },
      dedupeKey: `codePublished:${version}:${id}`,
    });
  }
}

interface Step {
  readonly stepCode: string;
  readonly version: number;
  readonly titleEn: string;
  readonly titleFr: string;
}

/** Asks everybody who has been through an earlier version of a step to go through this one. */
export async function askAboutStep(
  tx: Transaction,
  { stepCode, version, titleEn, titleFr }: Step,
  dueOn: string,
): Promise<void> {
  for (const { id, to, locale, name } of await readers(tx, { inductions: { some: { stepCode } } })) {
    const step = nameIn(locale, { nameEn: titleEn, nameFr: titleFr });
    await queueMail(tx, {
      ...{ kind: "inductionChanged" as const, to, locale },
      params: { name, step, dueOn, link: paths.mentorInduction() },
      dedupeKey: `inductionChanged:${stepCode}:${version}:${id}`,
    });
  }
}
