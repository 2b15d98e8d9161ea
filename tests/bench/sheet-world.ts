import { database } from "#app/platform/database.server.ts";
import { aPanelOf, aVacancyOf } from "./world.ts";

/** A sheet that is open to its member, and to nobody else. */
export interface OpenSheet {
  readonly userId: string;
  readonly memberId: string;
  readonly panelId: string;
  readonly candidacyId: string;
  readonly criterionIds: readonly string[];
}

const SEATS = 7;

/** Panels at the desk with so many members in all; each member owes one sheet, seven of them on one candidacy. */
export async function assessorsAtWork(many: number): Promise<readonly OpenSheet[]> {
  const kinds = await database().roleKind.findMany({ orderBy: { position: "asc" }, select: { code: true } });
  const sheets: OpenSheet[] = [];
  for (const { code } of kinds.slice(0, Math.ceil(many / SEATS)))
    sheets.push(...(await openSheets(code, SEATS, 1)));
  return sheets.slice(0, many);
}

/** The sheets that one member owes on so many candidacies, for a kind of post that no other panel is for. */
export async function sheetsOfOneMember(many: number): Promise<readonly OpenSheet[]> {
  const { code } = await database().roleKind.findFirstOrThrow({
    orderBy: { position: "desc" },
    select: { code: true },
  });
  const sheets = await openSheets(code, 2, many);
  return sheets.filter(({ userId }) => userId === sheets[0]?.userId);
}

async function openSheets(roleKindCode: string, seats: number, candidacies: number) {
  const states = Array.from({ length: candidacies }, () => "screenedIn" as const);
  const { vacancyId, candidacyIds, criterionIds } = await aVacancyOf({
    roleKindCode,
    state: "assessment",
    states,
  });
  const { panelId, userIds, memberIds } = await aPanelOf(vacancyId, "desk", seats);
  return userIds.flatMap((userId, seat) =>
    candidacyIds.map((candidacyId) => ({
      ...{ userId, panelId, candidacyId, criterionIds },
      memberId: memberIds[seat] ?? "",
    })),
  );
}

/** A sheet as it stands in the database, with the events that the record has of it. */
export async function storedSheet({ candidacyId, memberId }: OpenSheet) {
  const sheet = await database().scoreSheet.findFirst({
    where: { candidacyId, memberId, stage: "desk", supersededById: null },
    select: { id: true, version: true, submittedAt: true, entries: { select: { evidence: true } } },
  });
  const events = await database().recordEvent.findMany({
    where: { subjectType: "sheet", subjectId: sheet?.id ?? "" },
    orderBy: { sequence: "asc" },
    select: { id: true, kind: true, canonical: true },
  });
  return { sheet, events, said: new Set(sheet?.entries.map(({ evidence }) => evidence)) };
}
