import { readdirSync, readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { orderPair } from "#app/mentoring/engagement/order-pair.server.ts";
import { loadMatchFacts } from "#app/mentoring/matching/match-facts.queries.server.ts";
import { readRun } from "#app/mentoring/matching/matching.queries.server.ts";
import { runMatching } from "#app/mentoring/matching/run-matching.server.ts";
import { solveMatchingRun } from "#app/mentoring/matching/solve-run.server.ts";
import { agreeFindings } from "#app/mentoring/need/agree-findings.server.ts";
import { readNeed } from "#app/mentoring/need/need.queries.server.ts";
import { stateNeed } from "#app/mentoring/need/state-need.server.ts";
import { database } from "#app/platform/database.server.ts";
import { aConsentedCandidacy } from "#tests/support/candidacy-story.ts";
import {
  aLeader,
  aMentorIn,
  aNeedStated,
  anOfficer,
  clearPool,
  daysOn,
} from "#tests/support/mentoring-story.ts";
import { must } from "#tests/support/must.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

beforeEach(clearPool);

const facts = async (needId: string) =>
  (await loadMatchFacts(database(), "2027-01-15", [])).input.facts.mentees.find(({ id }) => id === needId);

/** A leader whom a panel judged: weak on leading a team, strong in integrity. */
async function aJudgedLeader(mission = "MINUSCA") {
  const leader = await aLeader();
  const { candidacyId } = await aConsentedCandidacy(mission);
  const { vacancyId } = await database().candidacy.findUniqueOrThrow({
    where: { id: candidacyId },
    select: { vacancyId: true },
  });
  const criteria = await database().criterion.findMany({
    where: { rubric: { vacancyId } },
    select: { id: true, code: true },
  });
  const levelOf = (code: string) => (code === "C4" ? 1 : 4);
  await database().finding.create({
    data: {
      ...{ candidacyId, outcome: "recommended", text: "Would lead the mission well.", writtenById: "x" },
      criteria: {
        create: criteria.map(({ id, code }) => ({
          ...{ criterionId: id, level: levelOf(code), text: "As the panel found in the interview." },
        })),
      },
    },
  });
  const need = await database().mentorshipNeed.update({
    where: { id: leader.needId },
    data: { appointment: { update: { candidacyId } } },
    select: { id: true },
  });
  expect(criteria.map(({ code }) => code)).toContain("C4");
  return { ...leader, candidacyId, needId: need.id };
}

it("keeps languages with their level, hours, zone and wishes, and the matching reads them", async () => {
  const { actor, needId } = await aLeader();
  const { mentorId } = await aMentorIn("available");
  const need = aNeedStated({
    ...{ languages: [{ code: "fr", level: 2 }], hoursFrom: 540, hoursTo: 900 },
    ...{ wishedMentorIds: [mentorId], acceptsSameState: "on" },
  });
  must(await stateNeed(actor, { needId, need }));
  expect(await readNeed(actor, needId)).toMatchObject({
    ...{ languages: [{ code: "fr", level: 2 }], hoursFrom: 540, wishedMentorIds: [mentorId] },
    ...{ timeZone: "Africa/Nairobi", acceptsSameState: true },
  });
  expect(await facts(needId)).toMatchObject({
    ...{ languages: [{ code: "fr", level: 2 }], hours: { from: 540, to: 900 } },
    ...{ preferredMentorIds: [mentorId], acceptsSameState: true },
  });
  const { actor: another } = await aLeader();
  expect(await stateNeed(another, { needId, need: { ...need, version: 1 } })).toMatchObject({
    refusal: { code: "notFound" },
  });
  expect(
    await stateNeed(actor, { needId, need: { ...need, version: 1, languages: [{ code: "zz", level: 2 }] } }),
  ).toMatchObject({
    refusal: { code: "languageUnknown" },
  });
});

describe("topics from what the panel found", () => {
  it("are drawn once the leader agrees, read by the matching, and gone when that is taken back", async () => {
    const { actor, needId } = await aJudgedLeader();
    expect((await facts(needId))?.needs).toEqual(["crisis"]);
    must(await agreeFindings(actor, { needId, agree: true }));
    expect((await readNeed(actor, needId))?.findingTopics).toEqual(["leadershipTeam"]);
    expect((await facts(needId))?.needs).toEqual(["crisis", "leadershipTeam"]);
    must(await agreeFindings(actor, { needId, agree: false }));
    expect(await readNeed(actor, needId)).toMatchObject({ findingTopics: [], findingsAgreedOn: null });
    expect((await facts(needId))?.needs).toEqual(["crisis"]);
    const kinds = await database().recordEvent.findMany({
      where: { subjectId: needId },
      orderBy: { sequence: "asc" },
      select: { kind: true },
    });
    expect(kinds.map(({ kind }) => kind)).toEqual(["need.findingsAgreed", "need.findingsWithdrawn"]);
  });

  it("are nobody's but the leader's: no panel, officer or other leader agrees to them or reads them", async () => {
    const { actor, needId } = await aJudgedLeader("UNMISS");
    must(await agreeFindings(actor, { needId, agree: true }));
    const { actor: another } = await aLeader();
    const others = [
      another,
      await anOfficer(),
      ...(await Promise.all(
        (["panelMember", "decisionMaker", "auditor", "candidate"] as const).map((role) =>
          anAccount(role, role),
        ),
      )),
    ];
    for (const other of others) {
      expect(await readNeed(other, needId)).toBeNull();
      expect(await agreeFindings(other, { needId, agree: false })).toMatchObject({
        refusal: { code: "notFound" },
      });
    }
    expect((await readNeed(actor, needId))?.findingTopics).toEqual(["leadershipTeam"]);
  });

  it("cannot be kept without the agreement, whoever writes", async () => {
    const { needId } = await aLeader();
    const slip = { where: { id: needId }, data: { findingTopics: ["conduct"] } };
    await expect(database().mentorshipNeed.update(slip)).rejects.toThrow(/findings_by_agreement/);
  });

  it("are named by no file of selection and by no page but the leader's own", () => {
    const sources = ["app/selection", "app/routes", "app/gender", "app/cadre", "emails"].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((name) => /[.]tsx?$/.test(name))
        .map((name) => `${folder}/${name}`),
    );
    expect(sources.length).toBeGreaterThan(600);
    const naming = sources.filter((path) => /findingTopics|findingsAgreed/.test(readFileSync(path, "utf8")));
    expect(naming).toEqual([]);
    const asking = readdirSync("app/routes").filter((name) =>
      readFileSync(`app/routes/${name}`, "utf8").includes("need.queries.server.ts"),
    );
    expect(asking.toSorted()).toEqual([
      "mentorship-needs.$needId.tsx",
      "mentorship-needs.$needId_.decline.tsx",
    ]);
  });

  it("are refused where no panel has judged", async () => {
    const { actor, needId } = await aLeader();
    expect(await agreeFindings(actor, { needId, agree: true })).toMatchObject({
      refusal: { code: "noFindings" },
    });
  });
});

it("whom a leader asks to be kept apart from is told to nobody: the secretariat learns how many", async () => {
  const { actor, needId } = await aLeader({ name: "Salma" });
  const { mentorId } = await aMentorIn("available", { name: "Kept" });
  must(await stateNeed(actor, { needId, need: aNeedStated({ avoidMentorIds: [mentorId] }) }));
  const officer = await anOfficer();
  const run = async () => {
    const { runId } = must(await daysOn(0, () => runMatching(officer)));
    await daysOn(0, () => solveMatchingRun(runId));
    return readRun(officer, runId);
  };
  const told = await run();
  expect(told?.unmatched).toMatchObject([{ excluded: [{ rule: "avoided", mentors: 1 }] }]);
  expect(JSON.stringify(told)).not.toContain(mentorId);
  expect(JSON.stringify(told)).not.toContain("Kept");
  must(await orderPair(officer, { needId, mentorId, kind: "pin", reason: "To see what is said of it." }));
  const pinned = await run();
  expect(pinned?.conflicts).toHaveLength(1);
  const { mentorId: other } = await aMentorIn("available", { name: "Far" });
  await database().personLanguage.deleteMany({ where: { person: { mentor: { id: other } } } });
  must(await orderPair(officer, { needId, mentorId: other, kind: "pin", reason: "To compare the words." }));
  const both = (await run())?.conflicts.filter(({ kind }) => kind === "rule") ?? [];
  // What is said of an avoided mentor is what is said of one whom any other rule excludes.
  const said = both.map(({ pairs: _, ...rest }) => rest);
  expect(said).toEqual([
    { kind: "rule", places: null },
    { kind: "rule", places: null },
  ]);
  expect(JSON.stringify(pinned)).not.toContain("avoided");
});
