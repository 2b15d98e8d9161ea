import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { QUORUM } from "#app/selection/panel/panel.ts";
import { factsOf, isCompared, visibleTo } from "#app/selection/panel/panel-facts.ts";
import { loadPanel, readVacancyTitle } from "#app/selection/panel/panel-state.queries.server.ts";
import { notHeldAmong } from "./arranged.queries.server.ts";
import { mayShortlist, type ShortlistPage } from "./shortlist.ts";

/**
 * Whom a panel interviews, once its desk sheets are open; null before, and where it interviews nobody. A recused member
 * does not find the candidacy among them.
 */
export async function readShortlist(actor: Actor, panelId: string): Promise<ShortlistPage | null> {
  const panel = await loadPanel(database(), panelId);
  if (!panel?.interview || !isCompared(panel) || !can(actor, "shortlist.read", factsOf(panel))) return null;
  const visible = visibleTo(panel, actor);
  const [vacancy, shortlist, notHeld, candidacies] = await Promise.all([
    readVacancyTitle(database(), panel.vacancyId),
    database().shortlist.findUnique({ where: { panelId } }),
    notHeldAmong(database(), visible, now()),
    database().candidacy.findMany({
      where: { id: { in: [...visible] } },
      orderBy: [{ person: { familyName: "asc" } }, { person: { givenName: "asc" } }, { id: "asc" }],
      select: {
        id: true,
        person: { select: { givenName: true, familyName: true, gender: true } },
        passedOver: { select: { reason: true } },
      },
    }),
  ]);
  const judgesOf = (id: string) =>
    panel.members.filter(({ recusedFrom }) => !recusedFrom.includes(id)).length;
  const whole = visible.length === panel.candidacyIds.length;
  return {
    panelId,
    vacancy,
    version: shortlist?.version ?? 0,
    // It may speak of anybody.
    balanceReason: whole ? (shortlist?.balanceReason ?? "") : "",
    maySet: whole && mayShortlist(panel) && can(actor, "shortlist.set", factsOf(panel)),
    lines: candidacies.map(({ id, person, passedOver }) => ({
      candidacyId: id,
      name: `${person.givenName} ${person.familyName}`,
      gender: person.gender,
      passedOver: passedOver?.reason ?? null,
      judges: judgesOf(id),
      open:
        panel.phase === "compared" ||
        (passedOver === null && (judgesOf(id) < QUORUM || notHeld.includes(id))),
    })),
  };
}
