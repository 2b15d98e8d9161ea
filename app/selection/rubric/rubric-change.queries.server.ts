import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { type PanelState, visibleTo } from "#app/selection/panel/panel-facts.ts";
import { loadPanel } from "#app/selection/panel/panel-state.queries.server.ts";
import { mayChangeRubric, phaseAfterChange } from "./rubric-change.ts";
import { readChangeFacts } from "./rubric-change-facts.queries.server.ts";
import { readFormerPanels } from "./rubric-change-panel.queries.server.ts";
import { readRubricChanges } from "./rubric-changes.queries.server.ts";
import { rubricChanges } from "./rubric-changes.ts";
import { OWNERS, ownerOf } from "./rubric-owner.queries.server.ts";
import { rubricContentOf } from "./rubric-version.ts";

/**
 * Whether and how a vacancy's published rubric can be changed, what its draft changes, and what was set aside by the
 * changes before; null where there is no such rubric, or it is no vacancy's.
 *
 * @param rubricId of the rubric in force, of the one drafted to take its place, or of one replaced
 */
export async function readRubricChange(actor: Actor, rubricId: string) {
  if (!can(actor, "rubric.read")) return null;
  const row = await database().rubric.findUnique({ where: { id: rubricId }, select: OWNERS });
  const owner = row && ownerOf(row);
  if (owner?.kind !== "vacancy") return null;
  const vacancyId = owner.id;
  const facts = await readChangeFacts(database(), vacancyId);
  if (!facts) return null;
  const { rubric, next, panel } = facts;
  const state = panel && (await loadPanel(database(), panel.id));
  const [changes, setAside, formerPanels, contents] = await Promise.all([
    readRubricChanges(database(), [vacancyId]),
    readSetAside(actor, vacancyId, state),
    readFormerPanels(actor, vacancyId, state),
    next ? contentsOf(next.id, [rubric.version, next.version]) : [],
  ]);
  const [before, after] = contents;
  const may = mayChangeRubric(facts);
  return {
    owner,
    vacancyId,
    rubric,
    next,
    refusal: may.ok ? null : may.refusal,
    changes: changes.get(vacancyId) ?? [],
    setAside,
    formerPanels,
    comparison: before && after ? rubricChanges(before, after) : null,
    /** Whether a panel begins to score anew, so that a day must be set. */
    rescores: panel !== null && phaseAfterChange(panel.phase) === "desk",
    panelId: panel?.id ?? null,
    today: now().toISOString().slice(0, 10),
  };
}

async function contentsOf(rubricId: string, versions: readonly [number, number]) {
  const rows = await database().rubricVersion.findMany({
    where: { rubricId, version: { in: [...versions] } },
    select: { version: true, content: true },
  });
  return versions.map((version) => {
    const found = rows.find((row) => row.version === version);
    return found ? rubricContentOf(found.content) : null;
  });
}

/** By candidacy: how many sheets and versions of findings a change set aside, for whoever may know of the candidacy. */
async function readSetAside(actor: Actor, vacancyId: string, panel: PanelState | null) {
  if (!panel) return [];
  const set = { supersededById: { not: null } };
  const candidacies = await database().candidacy.findMany({
    where: {
      ...{ vacancyId, id: { in: [...visibleTo(panel, actor)] } },
      OR: [{ sheets: { some: set } }, { findingVersions: { some: set } }],
    },
    orderBy: { id: "asc" },
    select: {
      id: true,
      person: { select: { givenName: true, familyName: true } },
      _count: { select: { sheets: { where: set }, findingVersions: { where: set } } },
    },
  });
  return candidacies.map(({ id, person, _count }) => ({
    candidacyId: id,
    name: `${person.givenName} ${person.familyName}`,
    sheets: _count.sheets,
    findings: _count.findingVersions,
  }));
}

export type RubricChangePage = NonNullable<Awaited<ReturnType<typeof readRubricChange>>>;
