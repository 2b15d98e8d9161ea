import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { database } from "#app/platform/database.server.ts";
import { listNominations, readOpenCall } from "#app/selection/nomination.queries.server.ts";
import { submitNomination } from "#app/selection/submit-nomination.server.ts";
import { vacancyTasks } from "#app/selection/vacancy-tasks.queries.server.ts";
import { withdrawNomination } from "#app/selection/withdraw-nomination.server.ts";
import { must } from "../support/must.ts";
import { anAccount } from "../support/screened-vacancy.ts";
import {
  aCurriculum,
  aFocalPoint,
  aNomination,
  anOpenCall,
  inDays,
  moveCall,
  someNominee,
} from "../support/selection-story.ts";

const submit = (
  focalPoint: Parameters<typeof submitNomination>[0],
  vacancyId: string,
  changes: Parameters<typeof someNominee>[0] = {},
) => submitNomination(focalPoint, { vacancyId, nomination: someNominee(changes), document: aCurriculum() });

describe("a nomination", () => {
  it("asks the nominee, tells the focal point, counts as a stage, and records no personal word", async () => {
    const { vacancyId } = await anOpenCall("MINUSCA");
    const { nomination, nominationId, candidacyId, userId, focalPoint } = await aNomination(vacancyId);
    const mails = await database().outgoingMail.findMany({ where: { toAddress: nomination.email } });
    expect(mails.map(({ kind }) => kind)).toEqual(["invitation"]);
    expect(await database().outgoingMail.count({ where: { kind: "nominationReceived" } })).toBe(1);
    const invitation = await database().invitation.findFirstOrThrow({ where: { candidacyId } });
    expect(JSON.stringify(mails[0]?.params)).not.toContain(invitation.tokenHash);
    expect(await database().stageEvent.findMany({ where: { candidacyId } })).toMatchObject([
      { stage: "nominated" },
    ]);
    expect(await database().roleGrant.count({ where: { userId, role: "candidate" } })).toBe(1);
    const [event] = await database().recordEvent.findMany({ where: { subjectId: nominationId } });
    expect(event?.kind).toBe("nomination.submitted");
    expect(event?.canonical).not.toContain(nomination.statement.slice(0, 20));
    const { nominations } = await listNominations(focalPoint.stateCode ?? "", 1);
    expect(nominations.map(({ id }) => id)).toContain(nominationId);
  });

  it("is one, however often its form is posted", async () => {
    const { vacancyId } = await anOpenCall("UNMISS");
    const focalPoint = await aFocalPoint("NP");
    const nomination = someNominee({ nationality: "NP" });
    const post = () => submitNomination(focalPoint, { vacancyId, nomination, document: aCurriculum() });
    const answers = await Promise.all([post(), post(), post()]);
    const ids = answers.map((answer) => must(answer).nominationId);
    expect(new Set([...ids, must(await post()).nominationId]).size).toBe(1);
    expect(await database().outgoingMail.count({ where: { toAddress: nomination.email } })).toBe(1);
  });

  it("is refused after the hour, on a draft, twice for a person, and to those who are no focal point", async () => {
    const { vacancyId } = await anOpenCall("MONUSCO");
    const { nomination } = await aNomination(vacancyId, "UY");
    const focalPoint = await aFocalPoint("GH");
    const twice = await submit(focalPoint, vacancyId, { email: nomination.email });
    expect(twice).toMatchObject({ refusal: { code: "nominatedAlready", field: "email" } });
    expect(await submit(await anAccount("secretariat", "Officer"), vacancyId)).toMatchObject({
      refusal: { code: "notPermitted" },
    });
    expect(await submit(focalPoint, randomUUID())).toMatchObject({ refusal: { code: "notFound" } });
    const unknown = await submit(focalPoint, vacancyId, { nationality: "XX" });
    expect(unknown).toMatchObject({ refusal: { code: "stateUnknown", field: "nationality" } });
    await moveCall(vacancyId, { closesAt: inDays(-1) });
    expect(await submit(focalPoint, vacancyId)).toMatchObject({ refusal: { code: "callClosed" } });
    expect(await readOpenCall(vacancyId, "GH")).toBeNull();
  });

  it("of a second man by one state needs a reason, and of a woman beside him none", async () => {
    const { vacancyId } = await anOpenCall("UNIFIL");
    const focalPoint = await aFocalPoint("FI");
    const man = { gender: "man" as const, nationality: "FI" };
    must(await submit(focalPoint, vacancyId, man));
    const second = await submit(focalPoint, vacancyId, man);
    expect(second).toMatchObject({ refusal: { code: "nominationBalanceReason", field: "balanceReason" } });
    must(await submit(focalPoint, vacancyId, { ...man, balanceReason: "No woman was available in time." }));
    must(await submit(focalPoint, vacancyId, { nationality: "FI" }));
    const last = must(await submit(focalPoint, vacancyId, man));
    const kept = await database().nomination.findUniqueOrThrow({ where: { id: last.nominationId } });
    expect(kept.balanceReason).toBeNull();
  });

  it("of somebody on file leaves what is on file alone", async () => {
    const { vacancyId } = await anOpenCall("UNISFA");
    const { nomination, personId } = await aNomination(vacancyId, "SN");
    const { vacancyId: other } = await anOpenCall("UNTSO");
    const focalPoint = await aFocalPoint("JO");
    must(
      await submit(focalPoint, other, { email: nomination.email, givenName: "Somebody", nationality: "JO" }),
    );
    const person = await database().person.findUniqueOrThrow({ where: { id: personId } });
    expect(person).toMatchObject({ givenName: nomination.givenName, nationalities: ["SN"] });
    expect(await database().user.count({ where: { email: nomination.email } })).toBe(1);
  });

  it("waits on the focal point's home until the state has nominated", async () => {
    const { vacancyId } = await anOpenCall("UNDOF", "forceCommander", "ASG");
    const focalPoint = await aFocalPoint("KE");
    const waiting = async () => (await vacancyTasks(focalPoint)).map(({ id }) => id);
    expect(await waiting()).toContain(`nominate:${vacancyId}`);
    must(await submit(focalPoint, vacancyId, { nationality: "KE" }));
    expect(await waiting()).not.toContain(`nominate:${vacancyId}`);
  });
});

describe("withdrawing a nomination", () => {
  it("ends the candidacy, once, and only for the state that nominated", async () => {
    const { vacancyId } = await anOpenCall("UNMIK");
    const { nominationId, candidacyId, focalPoint } = await aNomination(vacancyId, "BD");
    const stranger = await aFocalPoint("FR");
    expect(await withdrawNomination(stranger, { nominationId })).toMatchObject({
      refusal: { code: "notFound" },
    });
    must(await withdrawNomination(focalPoint, { nominationId }));
    expect(await withdrawNomination(focalPoint, { nominationId })).toMatchObject({
      refusal: { code: "wrongState" },
    });
    const candidacy = await database().candidacy.findUniqueOrThrow({ where: { id: candidacyId } });
    expect(candidacy.state).toBe("withdrawn");
  });
});
