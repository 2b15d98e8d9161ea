import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { database, inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { checkReceipt } from "#app/record/check-receipt.server.ts";
import { makeReceipt } from "#app/record/make-receipt.server.ts";
import { type Receipt, verifyReceipt } from "#app/record/receipt.ts";
import { readEvent } from "#app/record/record.queries.server.ts";
import { sealRecord } from "#app/record/seal-record.server.ts";
import { loader as receiptFile } from "#app/routes/receipts.$eventId.tsx";
import { loader as eventPage } from "#app/routes/record.$eventId.tsx";
import { must } from "#tests/support/must.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { asked, browserOf } from "#tests/support/signed-in.ts";

const write = (author: Parameters<typeof appendEvent>[1] = null) =>
  inTransaction((tx) =>
    appendEvent(tx, author, {
      kind: "nomination.submitted",
      subject: { type: "nomination", id: randomUUID() },
      facts: { stateCode: "GH", languages: ["en", "fr"], early: false, reason: null },
      committed: { statement: "She led the talks of 2019." },
    }),
  );

async function receiptOf(eventId: string): Promise<Receipt> {
  const made = await makeReceipt(eventId);
  if (!made) throw new Error("no receipt");
  return made.receipt;
}

/** The receipt of an event among others, so that its path has several steps. */
async function aReceipt() {
  const ids = [await write(), await write(), await write(), await write(), await write()];
  return { receipt: await receiptOf(ids[2] ?? ""), other: await receiptOf(ids[3] ?? "") };
}

const verdict = async (receipt: unknown) => must(await checkReceipt(JSON.stringify(receipt)));
const flip = (hex: string) => (hex.startsWith("0") ? "1" : "0") + hex.slice(1);

describe("a receipt", () => {
  it("is given for an event just written, and stands", async () => {
    const receipt = await receiptOf(await write());
    expect(verifyReceipt(receipt)).toBe(true);
    expect(await verdict(receipt)).toBe("stands");
  });

  it("goes on standing when the record has grown", async () => {
    const { receipt } = await aReceipt();
    for (let n = 0; n < 9; n += 1) await write();
    await sealRecord();
    expect(await verdict(receipt)).toBe("stands");
    expect((await receiptOf(receipt.eventId)).treeSize).toBeGreaterThan(receipt.treeSize);
  });

  it("fails with its event, its path, its place, its tree or the event's name altered", async () => {
    const { receipt, other } = await aReceipt();
    const altered: Record<string, Partial<Receipt>> = {
      event: { event: receipt.event.replace("GH", "FR") },
      otherEvent: { event: other.event },
      otherName: { eventId: other.eventId },
      otherEventAndName: { event: other.event, eventId: other.eventId },
      place: { leafIndex: receipt.leafIndex + 1 },
      path: { proof: receipt.proof.map((hash, n) => (n === 0 ? flip(hash) : hash)) },
      lastOfPath: { proof: receipt.proof.with(-1, flip(receipt.proof.at(-1) ?? "")) },
      shorterPath: { proof: receipt.proof.slice(1) },
      longerPath: { proof: [...receipt.proof, "0".repeat(64)] },
      root: { rootHash: flip(receipt.rootHash) },
      notJson: { event: "no event" },
    };
    const verdicts = await Promise.all(
      Object.entries(altered).map(async ([what, changes]) => [
        what,
        await verdict({ ...receipt, ...changes }),
      ]),
    );
    expect(Object.fromEntries(verdicts)).toEqual(
      Object.fromEntries(Object.keys(altered).map((what) => [what, "broken"])),
    );
  });

  it("is not believed under a head that the record never had", async () => {
    const { receipt } = await aReceipt();
    expect(await verdict({ ...receipt, sealedAt: "2001-01-01T00:00:00.000Z" })).toBe("unknownHead");
    const { leafHash } = await import("#app/record/tree.ts");
    const forged = { ...receipt, leafIndex: 0, treeSize: 1, proof: [], rootHash: leafHash(receipt.event) };
    expect(verifyReceipt(forged)).toBe(true);
    expect(await verdict(forged)).toBe("unknownHead");
  });

  it("is refused as one where it is something else", async () => {
    const { receipt } = await aReceipt();
    for (const text of ["", "{", "null", "[]", JSON.stringify({ ...receipt, version: 2 })]) {
      expect(await checkReceipt(text)).toMatchObject({ ok: false, refusal: { code: "notAReceipt" } });
    }
  });

  it("is none for an event that is not there", async () => {
    expect(await makeReceipt(randomUUID())).toBeNull();
    expect(await makeReceipt("'; drop table")).toBeNull();
  });
});

describe("the receipt's file", () => {
  const download = (eventId: string, headers: Headers) =>
    receiptFile(asked(`/receipts/${eventId}`, headers, { eventId }));

  it("is for whoever caused the event and for those who read the record; for others it is not there", async () => {
    const author = await anAccount("focalPoint", "Author", { stateCode: "GH" });
    const eventId = await write(author);
    for (const actor of [author, await anAccount("auditor", "Auditor")]) {
      const response = await download(eventId, await browserOf(actor));
      expect(await verdict(await response.json())).toBe("stands");
      expect(response.headers.get("cache-control")).toBe("no-store");
    }
    const other = await browserOf(await anAccount("focalPoint", "Other", { stateCode: "GH" }));
    await expect(download(eventId, other)).rejects.toMatchObject({ status: 404 });
    await expect(download(randomUUID(), other)).rejects.toMatchObject({ status: 404 });
  });

  it("of what the system did is not given to just anybody", async () => {
    const other = await browserOf(await anAccount("focalPoint", "Other", { stateCode: "GH" }));
    await expect(download(await write(null), other)).rejects.toMatchObject({ status: 404 });
  });
});

describe("the event's page", () => {
  const open = (eventId: string, headers: Headers) =>
    eventPage(asked(`/record/${eventId}`, headers, { eventId }));

  it("shows facts, commitments and a proof that holds, and no personal content", async () => {
    const author = await anAccount("focalPoint", "Ama Focal", { stateCode: "GH" });
    const eventId = await write(author);
    for (const role of ["secretariat", "auditor"] as const) {
      const page = await open(eventId, await browserOf(await anAccount(role, role)));
      expect(page.event).toMatchObject({
        kind: "nomination.submitted",
        by: "Ama Focal",
        actorRole: "focalPoint",
      });
      expect(page.event.facts).toEqual([
        { name: "early", value: "false" },
        { name: "languages", value: "en, fr" },
        { name: "reason", value: null },
        { name: "stateCode", value: "GH" },
      ]);
      expect(page.event.committed.map(({ field }) => field)).toEqual(["statement"]);
      expect(page.verified).toBe(true);
      expect(JSON.stringify(page)).not.toContain("led the talks");
    }
  });

  it("is not there for others, nor for an id that is none", async () => {
    const eventId = await write();
    for (const role of ["candidate", "panelMember", "decisionMaker", "vettingOfficer"] as const) {
      const headers = await browserOf(await anAccount(role, role));
      await expect(open(eventId, headers)).rejects.toMatchObject({ status: 404 });
    }
    const auditor = await browserOf(await anAccount("auditor", "Auditor"));
    for (const id of [randomUUID(), "nonsense"]) {
      await expect(open(id, auditor)).rejects.toMatchObject({ status: 404 });
    }
    await expect(open(eventId, new Headers())).rejects.toMatchObject({ status: 302 });
  });

  it("holds, since the stored path refuses to be changed", async () => {
    const eventId = await write();
    await write();
    const { leafIndex } = await receiptOf(eventId);
    const auditor = await browserOf(await anAccount("auditor", "Auditor"));
    const position = BigInt(leafIndex ^ 1);
    const node = await database().recordNode.findUnique({
      where: { level_position: { level: 0, position } },
    });
    expect(node).not.toBeNull();
    const moved = {
      where: { level_position: { level: 0, position } },
      data: { hash: flip(node?.hash ?? "") },
    };
    await expect(database().recordNode.update(moved)).rejects.toThrow();
    expect((await open(eventId, auditor)).verified).toBe(true);
  });

  it("asks the database a fixed number of times", async () => {
    const author = await anAccount("focalPoint", "Author", { stateCode: "GH" });
    const eventId = await write(author);
    await sealRecord();
    expect((await countQueries(() => readEvent(eventId))).queries).toBe(2);
    expect((await countQueries(() => makeReceipt(eventId))).queries).toBeLessThanOrEqual(4);
  });
});
