import type { Actor } from "#app/access/actor.ts";
import { openOwnAccount } from "#app/access/create-account.server.ts";
import { database } from "#app/platform/database.server.ts";
import { csvText } from "#app/platform/spreadsheet.server.ts";
import { addDocument } from "#app/selection/document/add-document.server.ts";
import { EXAMPLE, templateColumns } from "#app/selection/nomination/import-columns.ts";
import { openOwnDraft } from "#app/selection/nomination/open-own-draft.server.ts";
import { startImport } from "#app/selection/nomination/start-import.server.ts";
import type { Cast } from "./cast.ts";
import { onePage } from "./drafts.ts";
import type { Nominee } from "./nominations.ts";
import { onDay, told } from "./stage.ts";

/** A candidate of the open call adds a document of their own to the file, which their state does not see. */
export async function addOwnDocument({ candidacyId, actor }: Nominee) {
  const { userId } = await database().person.findUniqueOrThrow({
    where: { id: actor.personId ?? "" },
    select: { userId: true },
  });
  const upload = onePage("commendation.pdf", `${actor.name}: a commendation, invented`);
  told(await onDay(-1, () => addDocument({ ...actor, userId }, { candidacyId, kind: "other", upload })));
}

/** Somebody has begun to nominate themself by the call for the cadre, and not finished. */
export async function beginOwnNomination(callId: string) {
  const name = "Tomás Ejemplo";
  const email = "tomas.ejemplo@demo.cadre.example";
  await onDay(-2, () => openOwnAccount({ email, name }));
  const { id: userId } = await database().user.update({
    where: { email },
    data: { demo: true },
    select: { id: true },
  });
  const role = "candidate" as const;
  const oneself: Actor = {
    ...{ userId, personId: null, name, role, stateCode: null, roles: [{ role, stateCode: null }] },
    ...{ locale: "en", timeZone: "UTC" },
  };
  told(await onDay(-2, () => openOwnDraft(oneself, { callId })));
}

/** A focal point has sent a sheet of one nominee, with the template's example left in it; nobody has given the word to enter it. */
export async function sendSheet({ focalPoints }: Cast, callId: string) {
  const focalPoint = focalPoints.get("GH");
  if (!focalPoint) throw new Error("The demo has no focal point of GH");
  const columns = templateColumns(false);
  const nominee = { ...EXAMPLE, familyName: "Contoh", email: "ama.contoh@example.org" };
  const rows = [EXAMPLE, nominee].map((row) => columns.map((column) => row[column]));
  const text = csvText([columns, ...rows]);
  const bytes = new TextEncoder().encode(text);
  told(await onDay(-1, () => startImport(focalPoint, { callId, name: "nominees.csv", bytes })));
}
