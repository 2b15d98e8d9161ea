import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { database } from "#app/platform/database.server.ts";
import { hashToken } from "#app/selection/candidate/invitation.ts";
import { listNominations } from "#app/selection/nomination/nomination-list.queries.server.ts";
import type { ListedStage } from "#app/selection/nomination/nomination-list.ts";
import { readOwnNomination } from "#app/selection/nomination/own-nomination.queries.server.ts";
import type { CorrectionForm } from "#app/selection/nomination/profile.ts";
import { readState } from "#app/selection/nomination/state.queries.server.ts";
import { withdrawNomination } from "#app/selection/nomination/withdraw-nomination.server.ts";
import { answerPoolReview } from "#app/selection/pool/answer-pool-review.server.ts";
import { changePoolConsent } from "#app/selection/pool/change-pool-consent.server.ts";
import { correctPoolFile } from "#app/selection/pool/correct-pool-file.server.ts";
import { readPoolAnswer } from "#app/selection/pool/pool-answer.queries.server.ts";
import { findPoolInvitation } from "#app/selection/pool/pool-review.queries.server.ts";
import { readPoolReview } from "#app/selection/pool/pool-review-page.queries.server.ts";
import { reviewNominee } from "#app/selection/pool/review-nominee.server.ts";
import { checkData } from "#prisma/check-data.ts";
import { code, events } from "#tests/support/cadre-story.ts";
import { importSheet, someRow } from "#tests/support/import-story.ts";
import { must } from "#tests/support/must.ts";
import {
  aGlobalCall,
  anAgreedNomination,
  anAgreement,
  aPoolNomination,
  foundByTwo,
  suitable,
} from "#tests/support/pool-story.ts";

const versionsOf = (nominationId: string) =>
  database().poolFileVersion.findMany({ where: { nominationId }, orderBy: { number: "asc" } });

describe("the file of a nomination for the cadre", () => {
  it("is kept of every row of a sheet, and is what the officer reads", async () => {
    const { callId, officer } = await aGlobalCall();
    const rows = [someRow({ state: "Ghana", vacancy: "" }), someRow({ state: "FR", vacancy: "" })];
    const importId = await importSheet(officer, callId, rows);
    const nominations = await database().nomination.findMany({
      where: { importId },
      select: { id: true, person: { select: { givenName: true, familyName: true } } },
    });
    expect(nominations).toHaveLength(2);
    for (const { id, person } of nominations) {
      expect(await versionsOf(id)).toMatchObject([
        { number: 1, author: "state", writtenById: officer.userId, content: person },
      ]);
      const page = await readPoolReview(officer, id);
      expect(page?.file.file).toMatchObject({ ...person, career: [{ title: "Head of office" }] });
      expect(page?.file.states.map(({ code }) => code).toSorted()).toEqual(["FR", "GH"]);
      expect(page?.versions).toBeNull();
    }
    expect(await checkData(database())).toEqual([]);
    await database().poolFileVersion.updateMany({ data: { number: 2 } });
    expect((await checkData(database())).map(({ rule }) => rule.name)).toEqual([
      "file-of-a-nomination-for-the-cadre",
    ]);
    await database().poolFileVersion.updateMany({ data: { number: 1 } });
  });

  it("is of each nomination by itself: what another state stated does not come in", async () => {
    const { callId } = await aGlobalCall();
    const first = await aPoolNomination(callId, "GH", { currentPost: "Chief of staff" });
    const { email } = first.file;
    const other = await aPoolNomination((await aGlobalCall()).callId, "FR", { email, currentPost: "Envoy" });
    expect((await versionsOf(first.nominationId)).map(({ content }) => content)).toMatchObject([
      { currentPost: "Chief of staff" },
    ]);
    expect((await versionsOf(other.nominationId)).map(({ content }) => content)).toMatchObject([
      { currentPost: "Envoy" },
    ]);
  });
});

describe("the answer of a nominee for the cadre", () => {
  it("keeps what was stated and what the nominee put right, the consents and the attestation", async () => {
    const { callId, officer } = await aGlobalCall();
    const { nominationId, nominee, file } = await aPoolNomination(callId);
    const asked = await readPoolAnswer(nominationId);
    expect(asked).toMatchObject({ attests: true, file: { currentPost: file.currentPost } });
    const answer = anAgreement({ currentPost: "Special envoy", consentStatistics: true });
    must(await answerPoolReview(nominee, { nominationId, answer }));
    expect(await versionsOf(nominationId)).toMatchObject([
      { number: 1, author: "state", content: { currentPost: file.currentPost } },
      { number: 2, author: "candidate", content: { currentPost: "Special envoy", deployableDays: 60 } },
    ]);
    const page = await readPoolReview(officer, nominationId);
    expect(page?.file.file).toMatchObject({ currentPost: "Special envoy" });
    expect(page?.versions?.differences.map(({ field }) => field)).toContain("currentPost");
    const consents = await database().poolConsent.findMany({ where: { nominationId } });
    expect(Object.fromEntries(consents.map(({ purpose, given }) => [purpose, given]))).toEqual({
      ...{ cadre: true, statistics: true },
    });
    expect(await database().poolAttestation.findUnique({ where: { nominationId } })).toMatchObject({
      ...{ unable: [], explanation: null, signedName: "Ama Mensah" },
    });
    const person = { where: { id: nominee.personId ?? "" }, include: { profile: true } };
    expect(await database().person.findUnique(person)).toMatchObject({
      ...{ familyName: "Mensah", profile: { currentPost: "Special envoy" } },
    });
    const [event] = await events(nominationId, "pool.consented");
    expect(event?.canonical).not.toContain("Special envoy");
  });

  it("is taken once: the same again is one, another file is refused and changes nothing", async () => {
    const { callId } = await aGlobalCall();
    const { nominationId, nominee } = await anAgreedNomination(callId);
    must(await answerPoolReview(nominee, { nominationId, answer: anAgreement() }));
    const other = anAgreement({ currentPost: "Special envoy" });
    expect(code(await answerPoolReview(nominee, { nominationId, answer: other }))).toBe("answeredAlready");
    expect(await versionsOf(nominationId)).toHaveLength(2);
  });

  it("asks for the attestation where the call does, and refuses languages and states nobody knows", async () => {
    const { callId } = await aGlobalCall();
    const { nominationId, nominee } = await aPoolNomination(callId);
    const answer = (changes: Parameters<typeof anAgreement>[0]) =>
      answerPoolReview(nominee, { nominationId, answer: anAgreement(changes) });
    expect(code(await answer({ attestation: undefined }))).toBe("attestationMissing");
    expect(code(await answer({ languages: [{ code: "zz", level: 3 }] }))).toBe("languageUnknown");
    expect(code(await answer({ nationalities: ["ZZ"] }))).toBe("stateUnknown");
    expect(await versionsOf(nominationId)).toHaveLength(1);
    await database().call.update({ where: { id: callId }, data: { requirements: [] } });
    must(await answer({ attestation: undefined }));
  });

  it("is still taken by a link that expired while it was being typed", async () => {
    const { callId } = await aGlobalCall();
    const { nominationId } = await aPoolNomination(callId);
    const tokenHash = hashToken("typed-meanwhile");
    const expiresAt = new Date(Date.now() - 3_600_000);
    await database().poolInvitation.create({ data: { nominationId, tokenHash, expiresAt } });
    expect(await findPoolInvitation("typed-meanwhile")).toMatchObject({ nominationId });
    const old = new Date(Date.now() - 25 * 3_600_000);
    await database().poolInvitation.updateMany({ where: { tokenHash }, data: { expiresAt: old } });
    expect(await findPoolInvitation("typed-meanwhile")).toBeNull();
  });
});

describe("the correction of a nominee for the cadre", () => {
  const { attestation, consentCadre, consentStatistics, intent, ...file } = anAgreement();
  const correction = (basedOn: number, changes: Partial<CorrectionForm> = {}): CorrectionForm => ({
    ...{ ...file, basedOn, currentPost: "Special envoy" },
    ...changes,
  });

  it("is taken between agreeing and the first finding, both versions kept, and told to who has the file open", async () => {
    const { callId, officer } = await aGlobalCall();
    const { nominationId, nominee } = await anAgreedNomination(callId);
    const correct = (form: CorrectionForm, actor = nominee) => correctPoolFile(actor, { nominationId, form });
    expect(code(await correct(correction(2, { currentPost: file.currentPost })))).toBe("nothingChanged");
    must(await correct(correction(2)));
    expect(await versionsOf(nominationId)).toMatchObject([
      { number: 1, author: "state" },
      { number: 2, author: "candidate", content: { currentPost: "Chief of staff" } },
      {
        number: 3,
        author: "candidate",
        writtenById: nominee.userId,
        content: { currentPost: "Special envoy" },
      },
    ]);
    const own = await readOwnNomination("en", nominationId);
    expect(own).toMatchObject({ mayCorrect: true });
    expect(own?.history.map(({ kind }) => kind)).toEqual(["corrected", "agreed", "nominated"]);
    expect(own?.history[0]).toMatchObject({ fields: ["currentPost"] });
    const read = await readPoolReview(officer, nominationId);
    expect(read?.file.file).toMatchObject({ currentPost: "Special envoy" });
    expect(read?.versions?.corrections.map(({ fields }) => fields)).toEqual([["currentPost"]]);
    expect(code(await reviewNominee(officer, { nominationId, finding: suitable() }))).toBe(
      "changedMeanwhile",
    );
    const [event] = await events(nominationId, "file.corrected");
    expect(event?.canonical).toContain('"fields":["currentPost"]');
    expect(event?.canonical).not.toContain("Special envoy");
    must(await reviewNominee(officer, { nominationId, finding: suitable({ version: 2 }) }));
    expect(code(await correct(correction(3, { currentPost: "Envoy" })))).toBe("reviewBegun");
    expect(await readOwnNomination("en", nominationId)).toMatchObject({ mayCorrect: false });
    expect(await checkData(database())).toEqual([]);
  });

  it("is one's own alone, not before agreeing nor after a withdrawal, and of two tabs the second is told", async () => {
    const { callId, officer } = await aGlobalCall();
    const asked = await aPoolNomination(callId);
    const form = correction(1);
    expect(code(await correctPoolFile(asked.nominee, { nominationId: asked.nominationId, form }))).toBe(
      "wrongState",
    );
    const { nominationId, nominee, focalPoint } = await anAgreedNomination(callId);
    for (const actor of [focalPoint, officer, { ...nominee, personId: randomUUID() }])
      expect(code(await correctPoolFile(actor, { nominationId, form: correction(2) }))).toBe("notFound");
    const tabs = await Promise.all(
      ["Envoy", "Adviser"].map((currentPost) =>
        correctPoolFile(nominee, { nominationId, form: correction(2, { currentPost }) }),
      ),
    );
    expect(tabs.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await versionsOf(nominationId)).toHaveLength(3);
    expect(code(await correctPoolFile(nominee, { nominationId, form: correction(2) }))).toBe(
      "fileChangedMeanwhile",
    );
    const unknown = correction(3, { nationalities: ["ZZ"] });
    expect(code(await correctPoolFile(nominee, { nominationId, form: unknown }))).toBe("stateUnknown");
    must(await withdrawNomination(focalPoint, { nominationId, reason: "Needed at home until next year." }));
    expect(code(await correctPoolFile(nominee, { nominationId, form: correction(3) }))).toBe(
      "nominationTakenBack",
    );
  });
});

describe("what a nominee for the cadre agreed to", () => {
  const consentsOf = async (nominationId: string) => {
    const consents = await database().poolConsent.findMany({ where: { nominationId } });
    return Object.fromEntries(consents.map(({ purpose, given }) => [purpose, given]));
  };

  it("is changed by them alone, at any time, once for the same word said twice", async () => {
    const { callId, officer } = await aGlobalCall();
    const { nominationId, nominee, focalPoint } = await anAgreedNomination(callId);
    const change = (given: boolean, actor = nominee) => changePoolConsent(actor, { nominationId, given });
    expect(await consentsOf(nominationId)).toEqual({ cadre: true, statistics: false });
    for (const actor of [focalPoint, officer, { ...nominee, personId: randomUUID() }])
      expect(code(await change(true, actor))).toBe("notFound");
    const said = await Promise.all([change(true), change(true), change(true)]);
    expect(said.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(await consentsOf(nominationId)).toEqual({ cadre: true, statistics: true });
    expect((await readOwnNomination("en", nominationId))?.statistics).toBe(true);
    await foundByTwo(officer, nominationId, suitable());
    must(await change(false));
    expect(await consentsOf(nominationId)).toEqual({ cadre: true, statistics: false });
    const changes = await events(nominationId, "consent.changed");
    expect(changes.map(({ canonical }) => JSON.parse(canonical).facts)).toMatchObject([
      { purpose: "statistics", given: true },
      { purpose: "statistics", given: false },
    ]);
  });

  it("is asked first, and ends as to the review where they withdraw from it", async () => {
    const { callId } = await aGlobalCall();
    const asked = await aPoolNomination(callId);
    const { nominationId } = asked;
    expect((await readOwnNomination("en", nominationId))?.statistics).toBeNull();
    expect(code(await changePoolConsent(asked.nominee, { nominationId, given: true }))).toBe("consentNotYet");
    const answer = anAgreement({ consentStatistics: true });
    must(await answerPoolReview(asked.nominee, { nominationId, answer }));
    must(await answerPoolReview(asked.nominee, { nominationId, answer: { intent: "decline" } }));
    expect(await consentsOf(nominationId)).toEqual({ cadre: false, statistics: true });
  });
});

describe("the list of nominations", () => {
  it("shows where the review for the cadre stands, and finds people by it", async () => {
    const { callId, officer } = await aGlobalCall();
    const asked = await aPoolNomination(callId, "UY");
    const agreed = await anAgreedNomination(callId, "UY");
    const entered = await anAgreedNomination(callId, "UY");
    await foundByTwo(officer, entered.nominationId, suitable());
    const declined = await anAgreedNomination(callId, "UY");
    const intent = "decline" as const;
    must(
      await answerPoolReview(declined.nominee, { nominationId: declined.nominationId, answer: { intent } }),
    );
    const takenBack = await anAgreedNomination(callId, "UY");
    const reason = "Needed at home until next year.";
    must(await withdrawNomination(takenBack.focalPoint, { nominationId: takenBack.nominationId, reason }));
    const of = async (stage?: ListedStage) =>
      (await listNominations(officer, { state: "UY", stage })).nominations.map(
        (one) => [one.nominationId, one.stage] as const,
      );
    expect(new Map(await of())).toEqual(
      new Map([
        [asked.nominationId, "nominated"],
        [agreed.nominationId, "forCadre"],
        [entered.nominationId, "inCadre"],
        [declined.nominationId, "declinedCadre"],
        [takenBack.nominationId, "withdrawn"],
      ]),
    );
    expect(await of("inCadre")).toEqual([[entered.nominationId, "inCadre"]]);
    expect(await of("declinedCadre")).toEqual([[declined.nominationId, "declinedCadre"]]);
    const counts = (await readState(asked.focalPoint, "UY"))?.counts ?? [];
    expect(counts.filter(({ status }) => ["declinedCadre", "withdrawn"].includes(status))).toEqual([
      { status: "withdrawn", count: 1 },
      { status: "declinedCadre", count: 1 },
    ]);
    expect(await checkData(database())).toEqual([]);
  });
});
