import type { Actor } from "#app/access/actor.ts";
import { database } from "#app/platform/database.server.ts";
import { inTwoLanguages } from "#app/selection/in-two-languages.ts";
import { type PanelState, visibleTo } from "#app/selection/panel/panel-facts.ts";
import { type SetAside, setAsideOf } from "./rubric-change.ts";

/**
 * How a panel stood at each change of its rubric, the first one first: its days, whom it had said it would interview, what
 * it had agreed and how many sample sheets there were. Candidacies that the reader may not see are left out, and what
 * may speak of anybody is told to who sees all.
 *
 * @param panel null where there is none: nothing was set aside
 */
export async function readFormerPanels(actor: Actor, vacancyId: string, panel: PanelState | null) {
  if (!panel) return [];
  const changes = await database().rubricChange.findMany({
    where: { vacancyId },
    orderBy: { publishedAt: "asc" },
    select: {
      id: true,
      publishedAt: true,
      setAside: true,
      before: { select: { criteria: { orderBy: { position: "asc" }, select: { id: true, name: true } } } },
      sheets: { distinct: ["candidacyId"], select: { candidacyId: true } },
    },
  });
  const stood = changes.map((change) => ({ ...change, setAside: setAsideOf(change.setAside) }));
  const visible = visibleTo(panel, actor);
  const [names, candidates] = await Promise.all([
    accountNames(stood.flatMap(({ setAside }) => accountsIn(setAside))),
    candidateNames(visible),
  ]);
  const whole = visible.length === panel.candidacyIds.length;
  return stood.map(({ id, publishedAt, setAside, before, sheets }) => ({
    changeId: id,
    at: publishedAt.toISOString(),
    periods: setAside.periods.map(({ openedById, closedById, ...period }) => ({
      ...period,
      openedBy: names.get(openedById ?? "") ?? null,
      closedBy: names.get(closedById ?? "") ?? null,
    })),
    shortlist: setAside.shortlist && {
      decidedBy: names.get(setAside.shortlist.decidedById) ?? null,
      decidedAt: setAside.shortlist.decidedAt,
      balanceReason: whole ? setAside.shortlist.balanceReason : "",
      lines: linesOf(
        setAside.shortlist,
        sheets.map(({ candidacyId }) => candidacyId),
        candidates,
      ),
    },
    notes: before.criteria.flatMap(({ id: criterionId, name }) => {
      const note = setAside.notes.find((one) => one.criterionId === criterionId);
      return note ? { criterionId, name: inTwoLanguages(name), text: note.text } : [];
    }),
    samples: setAside.samples.length,
  }));
}

export type FormerPanel = Awaited<ReturnType<typeof readFormerPanels>>[number];

/** Everybody judged then, by name, with the reason of who was not to be interviewed; null for who was. */
function linesOf(
  { passedOver }: NonNullable<SetAside["shortlist"]>,
  scored: readonly string[],
  candidates: ReadonlyMap<string, string>,
) {
  const reasons = new Map(passedOver.map(({ candidacyId, reason }) => [candidacyId, reason]));
  return [...new Set([...scored, ...reasons.keys()])]
    .flatMap((candidacyId) => {
      const name = candidates.get(candidacyId);
      return name === undefined ? [] : { candidacyId, name, passedOver: reasons.get(candidacyId) ?? null };
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

const accountsIn = ({ periods, shortlist }: SetAside): readonly string[] =>
  [
    ...periods.flatMap(({ openedById, closedById }) => [openedById, closedById]),
    shortlist?.decidedById,
  ].filter((id) => typeof id === "string");

async function accountNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const users = await database().user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(users.map(({ id, name }) => [id, name]));
}

async function candidateNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const candidacies = await database().candidacy.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, person: { select: { givenName: true, familyName: true } } },
  });
  return new Map(
    candidacies.map(({ id, person }) => [id, `${person.familyName}, ${person.givenName}`] as const),
  );
}
