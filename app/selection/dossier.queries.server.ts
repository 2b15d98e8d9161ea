import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { database } from "#app/platform/database.server.ts";
import { FILE_ENDINGS } from "#app/platform/stripped-file.ts";
import { caseFile, LATEST_VERSION, namedFile } from "./case-file.queries.server.ts";
import { blindName } from "./document.ts";
import type { DossierPage } from "./dossier-page.ts";
import { dossierFactsOf, visibleTo } from "./panel-facts.ts";
import { loadPanel, readVacancyTitle } from "./panel-state.queries.server.ts";

/**
 * The file of one candidacy before a panel; null for whoever may not read it: members who have not declared or are
 * recused, other panels, an officer who is recused from it as a member, and decision makers to whom it is not recommended.
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
  const [vacancy, candidacy] = await Promise.all([
    readVacancyTitle(database(), panel.vacancyId),
    loadCandidacy(candidacyId),
  ]);
  // Who has withdrawn is still ranked where a signed report did, but the file is closed again.
  if (candidacy.state === "withdrawn") return null;
  const { person, nomination, documents } = candidacy;
  const file = await namedFile(await caseFile(database(), candidacy));
  return {
    panelId,
    candidacyId,
    vacancy,
    name: `${person.givenName} ${person.familyName}`,
    ...file,
    nominatingState: nomination.nominatingState,
    statement: nomination.statement,
    documents: documents.map(({ id, kind, contentType, size }, index) => ({
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
