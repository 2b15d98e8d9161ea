import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { database } from "#app/platform/database.server.ts";
import { inTwoLanguages } from "#app/selection/in-two-languages.ts";
import { isRevealed } from "#app/selection/panel/panel-facts.ts";
import { type PanelGaps, panelGaps } from "./panel-gaps.ts";
import type { RankedSheet } from "./rank-table.ts";
import { revealedSheetsOf } from "./ranking-computation.queries.server.ts";

/** The newest so many panels are read at a time. */
export const MOST_PANELS = 100;

/** Which panels: those of one vacancy, or of the vacancies that opened or were decided in a stretch of days. */
export type WhichPanels =
  | { readonly vacancyId: string }
  | {
      readonly basis: "opened" | "decided";
      /** ISO days; the first counts, the last does not. */
      readonly startsOn: string;
      readonly endsBefore: string;
      readonly roleKindCode?: string | undefined;
      readonly level?: string | undefined;
    };

/** Gaps with the panels they are not from. */
export interface FoundGaps extends PanelGaps {
  /** More panels than `MOST_PANELS` were revealed: the oldest are left out. */
  readonly cut: boolean;
}

/**
 * In which criterion and with which assessor the scores of women and men part, over panels whose sheets are all open; null
 * for who may not see it. A panel that the reader sits on is left out, whichever role they wear: what is said of its members
 * there is its chair's.
 */
export async function readPanelGaps(actor: Actor, which: WhichPanels): Promise<FoundGaps | null> {
  if (!can(actor, "gender.readGaps")) return null;
  const panels = await readPanels(actor, which);
  const revealed = panels.filter(isRevealed).slice(0, MOST_PANELS);
  const [sheets, candidacies, users] = await Promise.all([
    revealedSheetsOf(revealed.map(({ id }) => id)),
    database().candidacy.findMany({
      where: { vacancyId: { in: revealed.map(({ vacancyId }) => vacancyId) }, state: { not: "merged" } },
      select: { id: true, person: { select: { gender: true } } },
    }),
    database().user.findMany({
      where: { id: { in: revealed.flatMap(({ members }) => members.map(({ userId }) => userId)) } },
      select: { id: true, name: true },
    }),
  ]);
  const genders = Object.fromEntries(candidacies.map(({ id, person }) => [id, person.gender]));
  const names = new Map(users.map(({ id, name }) => [id, name]));
  const panelOf = new Map(revealed.flatMap(({ id, members }) => members.map((one) => [one.id, id] as const)));
  const sheetsOf = new Map(revealed.map(({ id }): [string, RankedSheet[]] => [id, []]));
  for (const sheet of sheets) {
    if (sheet.candidacyId in genders) sheetsOf.get(panelOf.get(sheet.memberId) ?? "")?.push(sheet);
  }
  const found = panelGaps(
    revealed.flatMap(({ id, members, vacancy: { rubric } }) =>
      rubric === null
        ? []
        : [
            {
              panelId: id,
              levels: rubric.levels,
              criteria: rubric.criteria.map((one) => ({ ...one, name: inTwoLanguages(one.name) })),
              members: members.map((one) => ({
                memberId: one.id,
                userId: one.userId,
                name: names.get(one.userId) ?? "–",
              })),
              sheets: sheetsOf.get(id) ?? [],
              genders,
            },
          ],
    ),
  );
  return { ...found, cut: panels.length > MOST_PANELS };
}

const PANEL = {
  id: true,
  vacancyId: true,
  phase: true,
  comparedAt: true,
  revealedAt: true,
  members: { orderBy: { id: "asc" }, select: { id: true, userId: true } },
  vacancy: {
    select: {
      rubric: {
        select: {
          levels: true,
          criteria: {
            orderBy: { position: "asc" },
            select: { id: true, code: true, name: true, weight: true },
          },
        },
      },
    },
  },
} satisfies Prisma.PanelSelect;

const readPanels = ({ userId }: Actor, which: WhichPanels) =>
  database().panel.findMany({
    where: {
      revealedAt: { not: null },
      vacancy: vacanciesIn(which),
      ...(userId !== null && { members: { none: { userId } } }),
    },
    orderBy: [{ revealedAt: "desc" }, { id: "asc" }],
    take: MOST_PANELS + 1,
    select: PANEL,
  });

function vacanciesIn(which: WhichPanels): Prisma.VacancyWhereInput {
  if ("vacancyId" in which) return { id: which.vacancyId };
  const within = {
    gte: new Date(`${which.startsOn}T00:00:00Z`),
    lt: new Date(`${which.endsBefore}T00:00:00Z`),
  };
  return {
    post: {
      ...(which.roleKindCode !== undefined && { roleKindCode: which.roleKindCode }),
      ...(which.level !== undefined && { level: which.level }),
    },
    ...(which.basis === "opened"
      ? { state: { not: "draft" }, call: { opensAt: within } }
      : { decision: { decidedAt: within } }),
  };
}
