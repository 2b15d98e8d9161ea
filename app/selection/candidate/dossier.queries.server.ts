import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { database } from "#app/platform/database.server.ts";
import { FILE_ENDINGS } from "#app/platform/stripped-file.ts";
import { blindName } from "#app/selection/document/document.ts";
import { hasLeft } from "#app/selection/lifecycle.ts";
import { isCandidate } from "#app/selection/panel/judging-candidates.queries.server.ts";
import { dossierFactsOf, visibleTo } from "#app/selection/panel/panel-facts.ts";
import { loadPanel, readVacancyTitle } from "#app/selection/panel/panel-state.queries.server.ts";
import { namesTo } from "#app/selection/sheet/blind.queries.server.ts";
import { isBlindTo } from "#app/selection/sheet/blind.ts";
import { maskFile } from "#app/selection/sheet/mask-file.ts";
import { caseFile, LATEST_VERSION, namedFile } from "./case-file.queries.server.ts";
import type { DossierPage } from "./dossier-page.ts";

/**
 * The file of one candidacy before a panel; null for whoever may not read it: members who have not declared or are
 * recused, other panels, an officer who is recused from it as a member, decision makers to whom it is not recommended, and
 * whoever is a candidate for the post themself.
 */
export async function readDossier(
  actor: Actor,
  panelId: string,
  candidacyId: string,
): Promise<DossierPage | null> {
  const panel = await loadPanel(database(), panelId);
  if (!panel || !visibleTo(panel, actor).includes(candidacyId)) return null;
  const facts = dossierFactsOf(panel, candidacyId, actor);
  if (!can(actor, "dossier.read", facts)) return null;
  if (await isCandidate(database(), panel.vacancyId, actor)) return null;
  const [vacancy, candidacy] = await Promise.all([
    readVacancyTitle(database(), panel.vacancyId),
    loadCandidacy(candidacyId),
  ]);
  // Who has withdrawn is still ranked where a signed report did, but the file is closed again.
  if (hasLeft(candidacy.state)) return null;
  const { person, nomination, documents } = candidacy;
  const stated = await caseFile(database(), candidacy);
  const nameOf = await namesTo(actor, panel);
  const name = nameOf(candidacyId, person);
  const file = {
    ...(await namedFile(stated)),
    nominatingState: nomination.nominatingState,
    statement: nomination.statement,
  };
  const masked = isBlindTo(panel, actor);
  const names = [person, stated].flatMap(({ givenName, familyName }) => [givenName, familyName]);
  return {
    panelId,
    candidacyId,
    vacancy,
    name,
    masked,
    ...(masked ? maskFile(file, names, name) : file),
    documents: (masked ? [] : documents).map(({ id, kind, contentType, size }, index) => ({
      id,
      name: blindName(kind, index + 1, FILE_ENDINGS[contentType] ?? "bin"),
      size,
    })),
    judges: can(actor, "sheet.write", facts),
    decidedOn: can(actor, "panel.read", facts) ? null : panel.vacancyId,
  };
}

const loadCandidacy = (id: string) =>
  database().candidacy.findUniqueOrThrow({
    where: { id },
    select: {
      state: true,
      nomination: {
        select: { statement: true, nominatingState: { select: { nameEn: true, nameFr: true } } },
      },
      documents: {
        where: { removedAt: null },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        select: { id: true, kind: true, contentType: true, size: true },
      },
      personId: true,
      fileVersions: LATEST_VERSION,
      person: { select: { givenName: true, familyName: true } },
    },
  });
