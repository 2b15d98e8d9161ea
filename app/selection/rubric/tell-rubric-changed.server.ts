import { nameIn } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { readVacancyTitle } from "#app/selection/panel/panel-state.queries.server.ts";

interface Changed {
  readonly vacancyId: string;
  readonly changeId: string;
  readonly reason: string;
  readonly panelId: string | null;
}

interface Reader {
  readonly name: string;
  readonly email: string;
  readonly locale: string;
}

/**
 * Tells that a rubric was changed and why: the panel's members, who score anew; focal points and others who began to
 * nominate or nominated; and the candidates. The last two are told the same neutral words, which name nobody.
 */
export async function tellRubricChanged(tx: Transaction, { vacancyId, changeId, reason, panelId }: Changed) {
  const { roleKind, mission, reference } = await readVacancyTitle(tx, vacancyId);
  const of = ({ name, email, locale }: Reader) => ({
    ...{ to: email, locale },
    params: { name, post: nameIn(locale, roleKind), mission: mission.acronym, reason },
  });
  const members = panelId
    ? await tx.user.findMany({ where: { id: { in: await memberIds(tx, panelId) } }, select: READER })
    : [];
  for (const member of members) {
    const { params, ...address } = of(member);
    await queueMail(tx, {
      kind: "scoringReopened",
      ...address,
      params: { ...params, link: paths.panel(panelId ?? "") },
      dedupeKey: `scoringReopened:${changeId}:${member.email}`,
    });
  }
  const told = new Set(members.map(({ email }) => email));
  for (const reader of [...(await nominators(tx, vacancyId)), ...(await candidates(tx, vacancyId))]) {
    if (told.has(reader.email)) continue;
    told.add(reader.email);
    const { params, ...address } = of(reader);
    await queueMail(tx, {
      kind: "rubricChanged",
      ...address,
      params: { ...params, link: paths.call(reference) },
      dedupeKey: `rubricChanged:${changeId}:${reader.email}`,
    });
  }
}

const READER = { name: true, email: true, locale: true } as const;

const memberIds = async (tx: Transaction, panelId: string) =>
  (await tx.panelMember.findMany({ where: { panelId }, select: { userId: true } })).map(
    ({ userId }) => userId,
  );

/** Whoever has a nomination for the vacancy open or submitted, with the other focal points of their states. */
async function nominators(tx: Transaction, vacancyId: string): Promise<readonly Reader[]> {
  const [nominations, drafts] = [
    await tx.nomination.findMany({
      where: { vacancyId, state: "submitted" },
      select: { nominatedById: true, stateCode: true },
    }),
    await tx.nomineeDraft.findMany({
      where: { submittedAt: null, call: { state: "open", vacancies: { some: { id: vacancyId } } } },
      select: { createdById: true, updatedById: true, stateCode: true },
    }),
  ];
  const states = [...nominations, ...drafts].flatMap(({ stateCode }) => stateCode ?? []);
  const ids = [
    ...nominations.map(({ nominatedById }) => nominatedById),
    ...drafts.flatMap(({ createdById, updatedById }) => [createdById, updatedById]),
  ];
  return tx.user.findMany({
    where: {
      OR: [
        { id: { in: [...new Set(ids)] } },
        { roles: { some: { role: "focalPoint", stateCode: { in: [...new Set(states)] }, revokedAt: null } } },
      ],
    },
    orderBy: { id: "asc" },
    select: READER,
  });
}

/** The candidates whose case is under way and who have agreed to it. */
async function candidates(tx: Transaction, vacancyId: string): Promise<readonly Reader[]> {
  const people = await tx.person.findMany({
    where: { candidacies: { some: { vacancyId, state: { in: ["consented", "screenedIn"] } } } },
    orderBy: { id: "asc" },
    select: { givenName: true, familyName: true, email: true, user: { select: { locale: true } } },
  });
  return people.map(({ givenName, familyName, email, user }) => ({
    name: `${givenName} ${familyName}`,
    email,
    locale: user?.locale ?? "en",
  }));
}
