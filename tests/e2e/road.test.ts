import { execFileSync } from "node:child_process";
import { expect, test } from "@playwright/test";
import { expectAccessible } from "#tests/support/accessible.ts";
import { reachForNomination, reuseInvitation, reuseSignIn } from "#tests/support/road/attacks.ts";
import {
  consent,
  draftVacancy,
  nominate,
  openAccount,
  publishCall,
  stateNeeds,
} from "#tests/support/road/call.ts";
import {
  clear,
  closeCall,
  declare,
  giveReference,
  recordGate,
  screenEverybody,
  seatPanel,
} from "#tests/support/road/gates.ts";
import {
  arrange,
  compare,
  interviewsPass,
  move,
  openInterviews,
  seeInterview,
} from "#tests/support/road/interviews.ts";
import { report, reveal, score, select, sendLetters, sign } from "#tests/support/road/judgement.ts";
import {
  accept,
  appoint,
  beBriefed,
  confirmProfile,
  giveFeedback,
  hold,
  match,
  pledge,
  schedule,
  stateNeed,
  wear,
} from "#tests/support/road/mentorship.ts";
import {
  AMA,
  CHAIR,
  DECIDER,
  fullName,
  GHANA,
  KOFI,
  LUCIA,
  MEMBERS,
  MENTOR,
  NOMINEES,
  OFFICER,
  OFFICIALS,
  SECOND_OFFICER,
  URUGUAY,
  VETTING,
} from "#tests/support/road/people.ts";
import { openTask, press, type Stage, stageOn } from "#tests/support/road/stage.ts";
import { TEST_SECRET } from "#tests/support/template.ts";

test.describe.configure({ mode: "serial", timeout: 240_000 });

let stage: Stage;
let ofGhana = "";
const databaseUrl = process.env.E2E_EMPTY_DATABASE_URL ?? "";

test.beforeAll(({ browser }) => {
  stage = stageOn(browser, { address: process.env.E2E_EMPTY_URL ?? "", databaseUrl });
});
test.afterEach(() => expect(stage.faults()).toEqual([]));
test.afterAll(() => stage.close());

test("the first officer's account is opened by a command, those of the others by the officer", async () => {
  execFileSync(
    process.execPath,
    [
      ...["--import", "tsx", "prisma/open-account.command.ts"],
      ...["--email", OFFICER, "--name", "Ines Officer", "--role", "secretariat"],
    ],
    {
      env: { ...process.env, DATABASE_URL: databaseUrl, CADRE_SECRET: TEST_SECRET, CADRE_ENV: "development" },
    },
  );
  const officer = await stage.as(OFFICER);
  for (const official of OFFICIALS) await openAccount(officer, official);
});

test("an officer states the mission's needs, and drafts and publishes a vacancy by them", async () => {
  const officer = await stage.as(OFFICER);
  await stateNeeds(officer);
  await draftVacancy(officer);
  await stage.as(OFFICER);
  expect(await publishCall(officer)).toMatch(/^[0-9a-f]{64}$/);
});

test("focal points nominate women and men, who consent and complete their files by the link they are sent", async () => {
  for (const nominee of NOMINEES) {
    const nominationId = await nominate(await stage.as(nominee.focalPoint), nominee);
    if (nominee.focalPoint === GHANA) ofGhana = nominationId;
    const { link } = await stage.mailbox.newest(nominee.email, "invitation");
    const page = await stage.stranger();
    await consent(page, link, nominee);
  }
});

test("another state's nomination is not there; links used before lead nowhere", async () => {
  expect(ofGhana).not.toBe("");
  await reachForNomination(await stage.as(URUGUAY), ofGhana);
  const stranger = await stage.stranger();
  await reuseInvitation(stranger, (await stage.mailbox.newest(AMA.email, "invitation")).link);
  await reuseSignIn(stranger, (await stage.mailbox.newest(GHANA, "signIn")).link);
});

test("the secretariat closes the call and two officers screen; a vetting officer records the gates", async () => {
  const officer = await stage.as(OFFICER);
  await closeCall(officer);
  await stage.as(OFFICER);
  await screenEverybody(officer);
  const second = await stage.as(SECOND_OFFICER);
  await screenEverybody(second);
  await expect(second.getByText("Nothing is left to screen")).toBeVisible();
  await clear(await stage.as(VETTING), AMA, async (email) => {
    const { link } = await stage.mailbox.newest(email, "referenceAsked");
    await giveReference(await stage.stranger(), link);
  });
});

test("a panel is set up by its rules; its members declare and score alone, by keyboard", async () => {
  await seatPanel(await stage.as(OFFICER));
  for (const [severity, member] of MEMBERS.entries()) {
    const page = await stage.as(member);
    await declare(page);
    for (const nominee of NOMINEES) {
      await stage.as(member);
      await openTask(page, /to score/);
      await score(page, nominee, severity);
    }
  }
});

test("the desk scores are compared, and every candidate gets a time for the interview, in their calendar too", async () => {
  const chair = await stage.as(CHAIR);
  await compare(chair, await stage.as(MEMBERS[1]), AMA);
  const officer = await stage.as(OFFICER);
  await arrange(officer);
  const first = await stage.mailbox.newest(AMA.email, "interviewInvited");
  await move(officer, AMA);
  const moved = await stage.mailbox.newest(AMA.email, "interviewInvited");
  const uid = /UID:\S+/.exec(first.calendar ?? "")?.[0];
  expect(uid).toBeDefined();
  expect(moved.calendar).toContain(uid);
  expect([first.calendar, moved.calendar].map((file) => /SEQUENCE:(\d+)/.exec(file ?? "")?.[1])).toEqual([
    "1",
    "2",
  ]);
  await seeInterview(await stage.as(AMA.email));
});

test("the interviews are opened, and members score alone once more", async () => {
  await openInterviews(await stage.as(CHAIR));
  await interviewsPass(databaseUrl);
  for (const [severity, member] of MEMBERS.entries()) {
    const page = await stage.as(member);
    for (const nominee of NOMINEES) {
      await stage.as(member);
      await openTask(page, /to score/);
      await score(page, nominee, severity);
    }
  }
});

test("the chair reveals, the panel finds and signs, the decision maker selects and all are told", async () => {
  const chair = await stage.as(CHAIR);
  await reveal(chair);
  await stage.as(CHAIR);
  await openTask(chair, /to write/);
  await expectAccessible(chair);
  await chair.getByRole("link", { name: "Ranking", exact: true }).click();
  for (const column of ["Observed mean", "Fair average", "Rank interval"]) {
    await expect(chair.getByRole("columnheader", { name: column }).first()).toBeVisible();
  }
  await expect(chair.getByText("Agreement of the panel").first()).toBeVisible();
  await expectAccessible(chair);
  await report(chair);
  for (const member of MEMBERS) await sign(await stage.as(member));
  await recordGate(await stage.as(VETTING), AMA);
  await select(await stage.as(DECIDER), AMA, KOFI);
  expect(await stage.mailbox.kindsTo(AMA.email)).not.toContain("selected");
  await sendLetters(await stage.as(OFFICER));
  expect(await stage.mailbox.kindsTo(AMA.email)).toContain("selected");
  expect(await stage.mailbox.kindsTo(KOFI.email)).toContain("notSelected");
  expect(await stage.mailbox.kindsTo(GHANA)).toContain("stateTold");
});

test("the leader is appointed and a mentor pledged; both accept, meet and say what it was worth", async () => {
  await appoint(await stage.as(OFFICER));
  await pledge(await stage.as(URUGUAY));
  const mentor = await stage.as(MENTOR);
  await confirmProfile(mentor);
  await beBriefed(mentor);
  const leader = await stage.as(AMA.email);
  await wear(leader, "candidate", "leader in post");
  await stateNeed(leader);
  await match(await stage.as(OFFICER));
  await accept(await stage.as(MENTOR));
  await accept(await stage.as(AMA.email));
  await stage.as(AMA.email);
  await schedule(leader);
  const { calendar } = await stage.mailbox.newest(MENTOR, "sessionInvited");
  expect(calendar).toContain("METHOD:REQUEST");
  await stage.mailbox.passDays(5);
  await hold(await stage.as(MENTOR));
  await stage.as(AMA.email);
  await openTask(leader, /Give feedback on the session/);
  await giveFeedback(leader);
});

test("another suitable candidate enters the cadre, and women and men are counted at every stage", async () => {
  const officer = await stage.as(OFFICER);
  await openTask(officer, /Lucía Pereira .* enters the cadre/);
  await officer.getByLabel("Evidence").fill("Found suitable by the panel: a record of command under strain.");
  await expectAccessible(officer);
  await press(officer, "Admit to the cadre", fullName(LUCIA));
  const member = await stage.as(LUCIA.email);
  await openTask(member, /cadre/);
  await officer.getByRole("link", { name: "Gender balance", exact: true }).first().click();
  await expect(officer.getByText("You see exact figures")).toBeVisible();
  for (const heading of ["By role", "By level", "By regional group of the nominating state"]) {
    await expect(officer.getByText(heading).first()).toBeVisible();
  }
  await officer.getByRole("link", { name: /forceCommander/ }).click();
  const row = (stageName: string) => officer.getByRole("row").filter({ hasText: stageName }).first();
  await expect(row("Nominated")).toContainText("3");
  await expect(row("Appointed")).toContainText("1");
  await expectAccessible(officer);
});
