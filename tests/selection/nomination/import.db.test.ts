import { describe, expect, it } from "vitest";
import { database } from "#app/platform/database.server.ts";
import { workbookOf } from "#app/platform/spreadsheet.server.ts";
import { checkImport } from "#app/selection/nomination/check-import.server.ts";
import { IMPORT_COLUMNS } from "#app/selection/nomination/import-columns.ts";
import { importTasks } from "#app/selection/nomination/import-tasks.queries.server.ts";
import { readNomination } from "#app/selection/nomination/nomination.queries.server.ts";
import { orderImport } from "#app/selection/nomination/order-import.server.ts";
import { runImport } from "#app/selection/nomination/run-import.server.ts";
import { startImport } from "#app/selection/nomination/start-import.server.ts";
import { csvOf, importAt, sendSheet, someRow } from "#tests/support/import-story.ts";
import { must } from "#tests/support/must.ts";
import { aDraftFile, callOf, submitDrafts } from "#tests/support/nominee-story.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { aFocalPoint, anOpenCall, inDays, moveCall } from "#tests/support/selection-story.ts";

async function aCall(acronym: string) {
  const { vacancyId, officer } = await anOpenCall(acronym);
  return { vacancyId, officer, callId: await callOf(vacancyId) };
}

const problemsOf = async (importId: string) => {
  const { problems } = await importAt(importId);
  return problems as { row: number; column: string; letters: string; code: string; found: string }[];
};

describe("the secretariat's import", () => {
  it("enters every row as a nomination of its state, with candidacies, invitations and the record", async () => {
    const { callId, officer, vacancyId } = await aCall("MINUSCA");
    const rows = [
      someRow({ state: "Ghana" }),
      someRow({ state: "FR", gender: "homme" }),
      someRow({ state: "NPL" }),
    ];
    const importId = await sendSheet(officer, callId, csvOf(rows));
    expect(await importAt(importId)).toMatchObject({ state: "ready", rows: 3, encoding: "utf-8" });
    expect(await database().nomination.count({ where: { callId } })).toBe(0);
    must(await orderImport(officer, { importId }));
    must(await orderImport(officer, { importId }));
    await Promise.all([runImport(importId), runImport(importId)]);
    expect(await importAt(importId)).toMatchObject({ state: "done", progress: { done: 3 } });
    const nominations = await database().nomination.findMany({
      where: { callId },
      include: {
        candidacy: { include: { stages: true, invitations: true, fileVersions: true } },
        person: { include: { career: true } },
      },
    });
    expect(nominations.map(({ stateCode }) => stateCode).toSorted()).toEqual(["FR", "GH", "NP"]);
    for (const { id, candidacy, importId: from, person } of nominations) {
      expect(from).toBe(importId);
      expect(candidacy).toMatchObject({ vacancyId, state: "nominated", stages: [{ stage: "nominated" }] });
      expect(candidacy?.invitations).toHaveLength(1);
      expect(candidacy?.fileVersions).toMatchObject([
        {
          number: 1,
          author: "state",
          content: { givenName: person.givenName, familyName: person.familyName },
        },
      ]);
      expect(person.nationalities).toEqual(["GH", "FR"]);
      expect(person.career).toMatchObject([{ title: "Head of office", budgetThousands: 4500 }]);
      expect(person.userId).not.toBeNull();
      // The state reads what the sheet said in words, as it reads what it typed in a form.
      expect((await readNomination(officer, id))?.file).toMatchObject({
        file: { familyName: person.familyName, career: [{ title: "Head of office" }] },
        states: expect.arrayContaining([expect.objectContaining({ code: "GH" })]),
      });
    }
    expect(await database().outgoingMail.count({ where: { kind: "invitation" } })).toBe(3);
    const events = await database().recordEvent.findMany({
      where: { subjectId: { in: nominations.map(({ id }) => id) } },
    });
    expect(events.map(({ kind }) => kind)).toEqual(Array(3).fill("nomination.submitted"));
    expect(events[0]?.canonical).not.toContain("@example.org");
    expect(await database().listSubmission.count({ where: { callId } })).toBe(3);
    expect(await database().outgoingMail.count({ where: { kind: "importDone" } })).toBe(1);
  });

  it("reports each bad cell by row and column and enters nothing of the sheet", async () => {
    const { callId, officer } = await aCall("UNMISS");
    const importId = await sendSheet(
      officer,
      callId,
      csvOf([
        someRow(),
        someRow({ gender: "?", email: "nobody", birthDate: "soon" }),
        someRow({ givenName: "=cmd()", state: "Atlantis", languages: "en:9" }),
        someRow({ certified: "no", statement: "Good." }),
      ]),
    );
    expect(await importAt(importId)).toMatchObject({ state: "refused", problemCount: 8 });
    const found = (await problemsOf(importId)).map(({ row, letters, column, code }) => [
      row,
      letters,
      column,
      code,
    ]);
    expect(found).toEqual([
      [3, "G", "gender", "gender"],
      [3, "E", "email", "email"],
      [3, "F", "birthDate", "date"],
      [4, "C", "givenName", "formula"],
      [4, "A", "state", "stateUnknown"],
      [4, "M", "languages", "languages"],
      [5, "S", "statement", "statementShort"],
      [5, "T", "certified", "disclosureMissing"],
    ]);
    expect(await orderImport(officer, { importId })).toMatchObject({ refusal: { code: "importNotReady" } });
    await runImport(importId);
    expect(await database().nomination.count({ where: { callId } })).toBe(0);
  });

  it("holds each state's list to the call's rule, the additional rows of others set aside", async () => {
    const { callId, officer } = await aCall("UNIFIL");
    await database().call.update({ where: { id: callId }, data: { listRule: "parity2017" } });
    const men = (state: string, changes = {}) => someRow({ state, gender: "man", ...changes });
    const five = Array.from({ length: 5 }, () => someRow({ state: "FI" }));
    const importId = await sendSheet(
      officer,
      callId,
      csvOf([
        men("UY"),
        men("UY"),
        ...five,
        men("SN"),
        men("SN", { listReason: "Nobody else was free in time." }),
      ]),
    );
    expect((await problemsOf(importId)).map(({ row, code }) => [row, code])).toEqual([
      [2, "listReason"],
      [4, "listTooLong"],
    ]);
    const good = csvOf([
      men("SN"),
      men("SN", { listReason: "Nobody else was free in time." }),
      someRow({ state: "UY" }),
    ]);
    const second = await sendSheet(officer, callId, good);
    must(await orderImport(officer, { importId: second }));
    await runImport(second);
    const lists = await database().listSubmission.findMany({
      where: { callId },
      orderBy: { stateCode: "asc" },
    });
    expect(lists).toMatchObject([
      {
        stateCode: "SN",
        women: 0,
        men: 2,
        added: 2,
        ruleMet: false,
        reason: "Nobody else was free in time.",
      },
      { stateCode: "UY", women: 1, men: 0, added: 1, ruleMet: true, reason: null },
    ]);
  });

  it("names whom the call knows already, and refuses where that came true after the check", async () => {
    const { callId, officer } = await aCall("UNFICYP");
    const focalPoint = await aFocalPoint("BD");
    const draft = await aDraftFile(focalPoint, callId);
    const email = draft.file.email;
    const importId = await sendSheet(officer, callId, csvOf([someRow(), someRow({ email })]));
    expect((await importAt(importId)).state).toBe("ready");
    must(await orderImport(officer, { importId }));
    must(await submitDrafts(focalPoint, callId, [draft]));
    await runImport(importId);
    expect(await problemsOf(importId)).toMatchObject([{ row: 3, code: "nominatedAlready" }]);
    expect(await database().nomination.count({ where: { callId } })).toBe(1);
    expect((await importAt(importId)).state).toBe("refused");
  });

  it("is refused to those who are neither the secretariat nor addressed, and after the hour", async () => {
    const { callId, officer, vacancyId } = await aCall("UNTSO");
    const order = { callId, name: "x.csv", bytes: csvOf([someRow()]) };
    const auditor = await anAccount("auditor", "Auditor");
    expect(await startImport(auditor, order)).toMatchObject({ refusal: { code: "notPermitted" } });
    await database().call.update({ where: { id: callId }, data: { targetedStateCodes: ["GH"] } });
    expect(await startImport(await aFocalPoint("SN"), order)).toMatchObject({
      refusal: { code: "notFound" },
    });
    const importId = await sendSheet(officer, callId, csvOf([someRow({ state: "SN" })]));
    expect(await problemsOf(importId)).toMatchObject([{ row: 2, code: "notAddressed" }]);
    await moveCall(vacancyId, { closesAt: inDays(-1) });
    expect(await startImport(officer, order)).toMatchObject({ refusal: { code: "callClosed" } });
  });
});

describe("a state's import", () => {
  it("fills its own list with drafts, whatever a column says of the state, and nobody else may run it", async () => {
    const { callId } = await aCall("UNMIK");
    const focalPoint = await aFocalPoint("JO");
    const importId = await sendSheet(
      focalPoint,
      callId,
      csvOf([someRow({ state: "GH" }), someRow({ vacancy: "" })]),
    );
    const stranger = await aFocalPoint("KE");
    expect(await orderImport(stranger, { importId })).toMatchObject({ refusal: { code: "notFound" } });
    must(await orderImport(await aFocalPoint("JO"), { importId }));
    await runImport(importId);
    const drafts = await database().nomineeDraft.findMany({ where: { callId } });
    expect(drafts.map(({ stateCode, submittedAt }) => [stateCode, submittedAt])).toEqual([
      ["JO", null],
      ["JO", null],
    ]);
    expect(await database().nomination.count({ where: { callId } })).toBe(0);
  });
});

describe("a sheet", () => {
  it("in Latin-1 is read and said to be so", async () => {
    const { callId, officer } = await aCall("UNISFA");
    const importId = await sendSheet(
      officer,
      callId,
      csvOf([someRow({ givenName: "Zoé" })], { encoding: "latin1" }),
    );
    expect(await importAt(importId)).toMatchObject({ state: "ready", encoding: "windows-1252" });
    must(await orderImport(officer, { importId }));
    await runImport(importId);
    const { person } = await database().nomination.findFirstOrThrow({
      where: { callId },
      include: { person: true },
    });
    expect(person.givenName).toBe("Zoé");
  });

  it("as a workbook is read like its CSV", async () => {
    const { callId, officer } = await aCall("MINURSO");
    const row = someRow();
    const workbook = await workbookOf("Nominees", [
      IMPORT_COLUMNS,
      IMPORT_COLUMNS.map((column) => row[column] ?? ""),
    ]);
    const importId = await sendSheet(officer, callId, new Uint8Array(workbook), "sheet.xlsx");
    expect(await importAt(importId)).toMatchObject({ state: "ready", format: "xlsx", rows: 1 });
  });

  it("that is none, or larger than any, is refused at once and keeps nothing", async () => {
    const { callId, officer } = await aCall("UNSOM");
    const send = (bytes: Uint8Array<ArrayBuffer>) =>
      startImport(officer, { callId, name: "sheet.csv", bytes });
    const program = new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]);
    expect(await send(program)).toMatchObject({ refusal: { code: "sheetUnreadable", field: "sheet" } });
    expect(await send(new Uint8Array(0))).toMatchObject({ refusal: { code: "fileEmpty" } });
    expect(await send(new Uint8Array(11 * 1024 * 1024))).toMatchObject({ refusal: { code: "fileTooLarge" } });
    expect(await database().nominationImport.count({ where: { callId } })).toBe(0);
  });

  it("is checked once, however often the job comes", async () => {
    const { callId, officer } = await aCall("UNITAMS");
    const importId = await sendSheet(officer, callId, csvOf([someRow({ email: "bad" })]));
    await Promise.all([checkImport(importId), checkImport(importId)]);
    expect(
      await database().recordEvent.count({ where: { subjectId: importId, kind: "import.refused" } }),
    ).toBe(1);
  });
});

describe("a sheet that was found good", () => {
  it("waits on the home of whose list it is until it is entered, and of nobody else", async () => {
    const { callId, officer } = await aCall("UNDOF");
    const [own, other] = [await aFocalPoint("GH"), await aFocalPoint("FR")];
    const importId = await sendSheet(own, callId, csvOf([someRow()]));
    expect((await importAt(importId)).state).toBe("ready");
    expect(await importTasks(own)).toMatchObject([
      { title: "nominating.import.task", params: { rows: 1 }, to: `/imports/${importId}` },
    ]);
    expect(await importTasks(other)).toEqual([]);
    expect((await importTasks(officer)).filter(({ id }) => id.endsWith(importId))).toEqual([]);
    must(await orderImport(own, { importId }));
    expect(await importTasks(own)).toEqual([]);
  });

  it("waits no more once the call takes nobody", async () => {
    const { callId, vacancyId } = await aCall("UNMOGIP");
    const own = await aFocalPoint("NP");
    await sendSheet(own, callId, csvOf([someRow()]));
    expect(await importTasks(own)).toHaveLength(1);
    await moveCall(vacancyId, { opensAt: inDays(-9), closesAt: inDays(-1) });
    expect(await importTasks(own)).toEqual([]);
  });
});
