import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { readMember } from "#app/cadre/member.queries.server.ts";
import { at } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { renewInvitation } from "#app/selection/candidate/renew-invitation.server.ts";
import { listNominations, readNomination } from "#app/selection/nomination/nomination.queries.server.ts";
import { nomineeOf } from "#app/selection/nomination/nominee.ts";
import { readDraftDocument } from "#app/selection/nomination/nominee-draft.queries.server.ts";
import {
  listOwnNominations,
  readOwnNomination,
} from "#app/selection/nomination/own-nomination.queries.server.ts";
import { readState } from "#app/selection/nomination/state.queries.server.ts";
import { withdrawNomination } from "#app/selection/nomination/withdraw-nomination.server.ts";
import { answerPoolReview } from "#app/selection/pool/answer-pool-review.server.ts";
import { findPoolInvitation, listPoolReviews } from "#app/selection/pool/pool-review.queries.server.ts";
import { readPoolReview } from "#app/selection/pool/pool-review-page.queries.server.ts";
import { poolTasks } from "#app/selection/pool/pool-tasks.queries.server.ts";
import { readPoolAttestation } from "#app/selection/pool/read-pool-attestation.server.ts";
import { reviewNominee } from "#app/selection/pool/review-nominee.server.ts";
import { checkData } from "#prisma/check-data.ts";
import { code, events } from "#tests/support/cadre-story.ts";
import { must } from "#tests/support/must.ts";
import {
  aGlobalCall,
  anAgreedNomination,
  anAgreement,
  aPoolNomination,
  found,
  foundByTwo,
  notTaken,
  suitable,
} from "#tests/support/pool-story.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { aFocalPoint } from "#tests/support/selection-story.ts";

const mails = (kind: string, toAddress: string) =>
  database().outgoingMail.findMany({ where: { kind, toAddress }, orderBy: { createdAt: "asc" } });

/** The token of the latest link that was mailed for the cadre. */
async function tokenFor(email: string): Promise<string> {
  const params = (await mails("cadreInvitation", email)).at(-1)?.params as { link: string };
  return params.link.split("/").at(-1) ?? "";
}

const addressOf = async (userId: string | null) =>
  (await database().user.findUniqueOrThrow({ where: { id: userId ?? "" } })).email;

const reviewOf = (nominationId: string) =>
  database().poolReview.findUniqueOrThrow({ where: { nominationId } });

const statusFor = async (actor: Actor, nominationId: string) => {
  return (await readNomination(actor, nominationId))?.status ?? null;
};

describe("a nomination for the cadre at large", () => {
  it("asks the nominee by a link of their own, who agrees once; the state is told", async () => {
    const { callId } = await aGlobalCall();
    const { nominationId, focalPoint, file, nominee } = await aPoolNomination(callId);
    const token = await tokenFor(file.email);
    const invitation = await findPoolInvitation(token);
    expect(invitation).toMatchObject({ nominationId, answered: false, personId: nominee.personId });
    expect(await database().poolInvitation.count({ where: { tokenHash: token } })).toBe(0);
    expect((await poolTasks(nominee)).map(({ id }) => id)).toEqual([`agreeToCadre:${nominationId}`]);
    if (!invitation) throw new Error("no invitation");
    const guest = nomineeOf(invitation, "en");
    const answers = await Promise.all(
      [1, 2, 3].map(() => answerPoolReview(guest, { nominationId, answer: anAgreement() })),
    );
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(await reviewOf(nominationId)).toMatchObject({ state: "consented", version: 1 });
    expect((await events(nominationId)).map(({ kind }) => kind)).toEqual([
      "nomination.submitted",
      "attestation.made",
      "pool.consented",
    ]);
    expect((await findPoolInvitation(token))?.answered).toBe(true);
    const told = await mails("stateToldOfCadre", await addressOf(focalPoint.userId));
    expect(told.map(({ params }) => (params as { outcome: string }).outcome)).toEqual(["agreed"]);
    expect(await poolTasks(nominee)).toEqual([]);
  });

  it("ends where the nominee declines, also after agreeing, and not after the review", async () => {
    const { callId, officer } = await aGlobalCall();
    const { nominationId, nominee } = await anAgreedNomination(callId);
    const agreed = await database().poolReview.findUniqueOrThrow({ where: { nominationId } });
    must(await answerPoolReview(nominee, { nominationId, answer: { intent: "decline" } }));
    const declined = await database().poolReview.findUniqueOrThrow({ where: { nominationId } });
    expect(declined.answeredAt).toEqual(agreed.answeredAt);
    expect(declined.declinedAt?.getTime()).toBeGreaterThan(agreed.answeredAt?.getTime() ?? Infinity);
    const history = (await readOwnNomination("en", nominationId))?.history.map(({ kind }) => kind);
    expect(history).toEqual(["declined", "agreed", "nominated"]);
    expect(code(await answerPoolReview(nominee, { nominationId, answer: anAgreement() }))).toBe("wrongState");
    expect(code(await reviewNominee(officer, { nominationId, finding: suitable({ version: 2 }) }))).toBe(
      "wrongState",
    );
    expect(await statusFor(officer, nominationId)).toBe("declinedCadre");
    const other = await anAgreedNomination(callId);
    await foundByTwo(officer, other.nominationId, notTaken());
    expect(
      code(
        await answerPoolReview(other.nominee, {
          nominationId: other.nominationId,
          answer: { intent: "decline" },
        }),
      ),
    ).toBe("wrongState");
  });

  it("is answered by the person alone", async () => {
    const { callId } = await aGlobalCall();
    const { nominationId, nominee, focalPoint } = await aPoolNomination(callId);
    const another = { ...nominee, personId: randomUUID() };
    for (const actor of [another, focalPoint, { ...nominee, role: "mentor" as const }])
      expect(code(await answerPoolReview(actor, { nominationId, answer: anAgreement() }))).toBe("notFound");
    expect(code(await answerPoolReview(nominee, { nominationId: randomUUID(), answer: anAgreement() }))).toBe(
      "notFound",
    );
    expect((await reviewOf(nominationId)).state).toBe("asked");
  });

  it("sends another link for one that has expired, once an hour, and none after an answer", async () => {
    const { callId } = await aGlobalCall();
    const { nominationId, nominee, file } = await aPoolNomination(callId);
    const token = await tokenFor(file.email);
    await renewInvitation(token);
    expect(await mails("cadreInvitation", file.email)).toHaveLength(1);
    const later = new Date(Date.now() + 90 * 86_400_000);
    await at(later, async () => {
      expect(await findPoolInvitation(token)).toBeNull();
      await Promise.all([renewInvitation(token), renewInvitation(token)]);
      expect(await mails("cadreInvitation", file.email)).toHaveLength(2);
      const fresh = await tokenFor(file.email);
      expect((await findPoolInvitation(fresh))?.nominationId).toBe(nominationId);
      must(await answerPoolReview(nominee, { nominationId, answer: anAgreement() }));
    });
    await at(new Date(later.getTime() + 7_200_000), () => renewInvitation(token));
    expect(await mails("cadreInvitation", file.email)).toHaveLength(2);
  });

  it("is taken back by its state until the review has ended", async () => {
    const { callId, officer } = await aGlobalCall();
    const first = await aPoolNomination(callId);
    const token = await tokenFor(first.file.email);
    must(
      await withdrawNomination(first.focalPoint, {
        nominationId: first.nominationId,
        reason: "A new office.",
      }),
    );
    expect((await findPoolInvitation(token))?.answered).toBe(true);
    expect(
      code(
        await answerPoolReview(first.nominee, { nominationId: first.nominationId, answer: anAgreement() }),
      ),
    ).toBe("nominationTakenBack");
    const second = await anAgreedNomination(callId);
    await foundByTwo(officer, second.nominationId, suitable());
    const late = { nominationId: second.nominationId, reason: "A new office." };
    expect(code(await withdrawNomination(second.focalPoint, late))).toBe("reviewedAlready");
  });
});

describe("the review for the cadre", () => {
  it("lets in whom an officer finds suitable, with each role kind, evidence and assessor; once", async () => {
    const { callId, officer } = await aGlobalCall();
    const { nominationId, nominee, focalPoint, file } = await anAgreedNomination(callId);
    expect((await poolTasks(officer)).map(({ id }) => id)).toContain(`reviewForCadre:${nominationId}`);
    const finding = suitable();
    const colleague = await anAccount("secretariat", "Colleague");
    must(await reviewNominee(colleague, { nominationId, finding }));
    expect(await reviewOf(nominationId)).toMatchObject({ state: "consented", version: 1 });
    expect((await readPoolReview(officer, nominationId))?.sheets).toEqual([]);
    expect((await readPoolReview(colleague, nominationId))?.sheets).toHaveLength(1);
    expect((await poolTasks(colleague)).map(({ id }) => id)).not.toContain(`reviewForCadre:${nominationId}`);
    const answers = await Promise.all([1, 2, 3].map(() => reviewNominee(officer, { nominationId, finding })));
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect((await readPoolReview(officer, nominationId))?.sheets).toHaveLength(2);
    const { membershipId, decidedById, state } = await reviewOf(nominationId);
    expect([state, decidedById]).toEqual(["entered", officer.userId]);
    const member = await readMember(membershipId ?? "", "en");
    expect(member).toMatchObject({ state: "active", enteredVia: "call" });
    expect(member?.readiness).toHaveLength(2);
    const kept = await database().readiness.findMany({ where: { membershipId: membershipId ?? "" } });
    expect(new Set(kept.map(({ assessedById }) => assessedById))).toEqual(new Set([officer.userId]));
    expect(await events(nominationId, "pool.entered")).toHaveLength(1);
    expect((await events(membershipId ?? "")).map(({ kind }) => kind)).toEqual([
      "cadre.admitted",
      "readiness.given",
      "readiness.given",
    ]);
    expect(await mails("cadreAdmitted", file.email)).toHaveLength(1);
    const told = await mails("stateToldOfCadre", await addressOf(focalPoint.userId));
    expect(told.map(({ params }) => (params as { outcome: string }).outcome)).toEqual(["agreed", "entered"]);
    expect((await poolTasks(officer)).map(({ id }) => id)).not.toContain(`reviewForCadre:${nominationId}`);
    expect(await statusFor(officer, nominationId)).toBe("inCadre");
    const own = await readOwnNomination("en", nominationId);
    expect(own).toMatchObject({ status: "inCadre", mayDecline: false });
    expect(own?.history.map(({ kind }) => kind)).toEqual(["entered", "agreed", "nominated"]);
    expect(await listOwnNominations("en", nominee.personId ?? "")).toMatchObject([{ status: "inCadre" }]);
  });

  it("tells person and state the reasons for which somebody is not taken, and nothing of the note", async () => {
    const { callId, officer } = await aGlobalCall();
    const { nominationId, nominee, focalPoint, file } = await anAgreedNomination(callId);
    await foundByTwo(officer, nominationId, notTaken());
    const [letter] = await mails("cadreNotTaken", file.email);
    const told = await mails("stateToldOfCadre", await addressOf(focalPoint.userId));
    for (const { params } of [letter, told.at(-1)].flatMap((mail) => mail ?? [])) {
      expect((params as { reasons: string }).reasons.length).toBeGreaterThan(20);
      expect(JSON.stringify(params)).not.toContain("Seen by the board");
    }
    expect(letter?.params).toHaveProperty("advice");
    expect(await readOwnNomination("en", nominationId)).toMatchObject({
      ...{ status: "notTaken", reasons: ["fieldShort", "languageShort"] },
    });
    expect(JSON.stringify(await readOwnNomination("en", nominationId))).not.toContain("board");
    expect(JSON.stringify(await readNomination(focalPoint, nominationId))).not.toContain("board");
    expect(await database().cadreMembership.count({ where: { personId: nominee.personId ?? "" } })).toBe(0);
  });

  it("refuses what may not be found, and writes nothing", async () => {
    const { callId, officer } = await aGlobalCall();
    const asked = await aPoolNomination(callId);
    const early = { nominationId: asked.nominationId, finding: suitable({ version: 0 }) };
    expect(code(await reviewNominee(officer, early))).toBe("wrongState");
    const { nominationId, focalPoint, nominee } = await anAgreedNomination(callId);
    const find = (actor: typeof officer, finding: Parameters<typeof reviewNominee>[1]["finding"]) =>
      reviewNominee(actor, { nominationId, finding });
    for (const role of ["auditor", "focalPoint", "decisionMaker", "vettingOfficer"] as const)
      expect(code(await find(await anAccount(role, role), suitable()))).toBe("notPermitted");
    expect(code(await find(officer, suitable({ version: 0 })))).toBe("changedMeanwhile");
    expect(code(await find(officer, notTaken({ reasons: [] })))).toBe("reasonMissing");
    expect(code(await find(officer, notTaken({ reasons: ["notAvailable"] })))).toBe("reasonUnfounded");
    expect(code(await find(officer, notTaken({ reasons: ["yearsShort"] })))).toBe("reasonUnfounded");
    expect(code(await find(officer, suitable({ findings: found().slice(1) })))).toBe("screeningIncomplete");
    const short = suitable({ findings: found({ seniorYears: "notMet" }) });
    expect(code(await find(officer, short))).toBe("requirementsNotMet");
    expect(code(await find(officer, suitable({ roleKindCodes: ["srsg", "king"] })))).toBe("roleKindUnknown");
    const roles = [...officer.roles, ...focalPoint.roles, { role: "focalPoint" as const, stateCode: "GH" }];
    expect(code(await find({ ...officer, roles }, suitable()))).toBe("ownNominee");
    expect(code(await find({ ...officer, userId: nominee.userId }, suitable()))).toBe("ownCase");
    expect(code(await reviewNominee(officer, { nominationId: randomUUID(), finding: suitable() }))).toBe(
      "notFound",
    );
    expect(await reviewOf(nominationId)).toMatchObject({ state: "consented", version: 1 });
    expect(await database().cadreMembership.count({ where: { personId: nominee.personId ?? "" } })).toBe(0);
  });

  it("is concluded by neither of two officers who disagree at once, and by a third", async () => {
    const { callId, officer } = await aGlobalCall();
    const colleague = await anAccount("secretariat", "Colleague");
    const third = await anAccount("secretariat", "Third");
    const { nominationId, nominee } = await anAgreedNomination(callId);
    const answers = await Promise.all([
      reviewNominee(officer, { nominationId, finding: suitable() }),
      reviewNominee(colleague, { nominationId, finding: notTaken() }),
    ]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
    expect((await reviewOf(nominationId)).state).toBe("consented");
    expect((await readPoolReview(third, nominationId))?.waitsFor).toBe("third");
    expect(code(await reviewNominee(officer, { nominationId, finding: notTaken() }))).toBe("alreadyReviewed");
    must(await reviewNominee(third, { nominationId, finding: suitable({ level: "oneToTwoYears" }) }));
    expect(await reviewOf(nominationId)).toMatchObject({ state: "entered", basis: "majority" });
    expect((await events(nominationId)).map(({ kind }) => kind)).toEqual([
      ...["nomination.submitted", "attestation.made", "pool.consented"],
      ...["pool.reviewed", "pool.reviewed", "pool.disagreed", "pool.reviewed", "pool.entered"],
    ]);
    const members = { where: { personId: nominee.personId ?? "" }, include: { readiness: true } };
    const [member] = await database().cadreMembership.findMany(members);
    expect(member?.readiness.map(({ level }) => level)).toEqual(["oneToTwoYears", "oneToTwoYears"]);
    const broken = (await checkData(database())).map(({ rule }) => rule.name);
    expect(broken).not.toContain("reviewed-for-the-cadre-by-two");
    expect(broken).not.toContain("nominations-listed");
  });

  it("opens the nomination's documents and attestation to those who review, and to nobody else", async () => {
    const { callId, officer } = await aGlobalCall();
    const { nominationId, focalPoint, nominee } = await anAgreedNomination(callId);
    const { documents } = (await readPoolReview(officer, nominationId)) ?? { documents: [] };
    expect(documents.length).toBeGreaterThan(0);
    for (const { id, name } of documents) {
      expect((await readDraftDocument(officer, id))?.name).toBe(name);
      expect(await readDraftDocument(await anAccount("mentor", "Mentor"), id)).toBeNull();
    }
    const read = must(await readPoolAttestation(officer, { nominationId }));
    expect(read.attestation).toMatchObject({ signedName: "Ama Mensah", unable: [] });
    expect(await events(nominationId, "attestation.read")).toHaveLength(1);
    expect(code(await readPoolAttestation(focalPoint, { nominationId }))).toBe("notPermitted");
    const own = { ...officer, userId: nominee.userId };
    expect(code(await readPoolAttestation(own, { nominationId }))).toBe("notFound");
  });

  it("gives a member whom a second state nominated new findings, and no second membership", async () => {
    const { callId, officer } = await aGlobalCall();
    const first = await anAgreedNomination(callId);
    await foundByTwo(officer, first.nominationId, suitable());
    const { email } = first.file;
    const again = await anAgreedNomination((await aGlobalCall()).callId, "FR", { email });
    const finding = suitable({ roleKindCodes: ["srsg"], level: "oneToTwoYears" });
    await foundByTwo(officer, again.nominationId, finding);
    expect((await reviewOf(again.nominationId)).membershipId).toBe(
      (await reviewOf(first.nominationId)).membershipId,
    );
  });

  it("is seen by those who oversee; a state sees its own nominee's standing", async () => {
    const { callId, officer } = await aGlobalCall();
    const { nominationId, focalPoint } = await anAgreedNomination(callId, "KE");
    expect(await readPoolReview(officer, nominationId)).toMatchObject({ status: "forCadre", bar: null });
    expect((await readPoolReview(await anAccount("auditor", "Auditor"), nominationId))?.name).toBeTruthy();
    expect(await readPoolReview(focalPoint, nominationId)).toBeNull();
    expect(await readPoolReview(officer, randomUUID())).toBeNull();
    const { nominations } = await listNominations({ userId: null, locale: "en" }, "KE", 1);
    expect(nominations.map(({ status }) => status)).toEqual(["forCadre"]);
    const page = await readState(focalPoint, "KE");
    expect(page?.counts.find(({ status }) => status === "forCadre")?.count).toBe(1);
    expect(
      (await listNominations({ userId: null, locale: "en" }, "FR", 1)).nominations.map(({ id }) => id),
    ).not.toContain(nominationId);
  });

  it("lists the people of a call by their standing, in as many statements for many as for one", async () => {
    const { callId } = await aGlobalCall();
    await anAgreedNomination(callId, "NP");
    const few = await countQueries(() => listPoolReviews(callId, undefined, 1));
    for (let n = 0; n < 3; n += 1) await aPoolNomination(callId, "NP");
    const many = await countQueries(() => listPoolReviews(callId, undefined, 1));
    expect([many.value.total, many.queries]).toEqual([4, few.queries]);
    expect(many.value.counts).toEqual({ asked: 3, consented: 1 });
    expect((await listPoolReviews(callId, "consented", 1)).reviews).toHaveLength(1);
    expect((await listPoolReviews((await aGlobalCall()).callId, undefined, 1)).total).toBe(0);
    const stranger = await aFocalPoint("FR");
    expect(await poolTasks(stranger)).toEqual([]);
  });
});
