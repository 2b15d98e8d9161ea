import { describe, expect, it } from "vitest";
import { LANGUAGES, READY_LANGUAGES } from "#app/i18n/languages.ts";
import type { MailKind, MailParams } from "#app/platform/mail-kinds.ts";
import { renderMail } from "#emails/render.tsx";

const SITE = "https://cadre.example";
const ofPost = { name: "Ada <b>Example</b>", post: "Force Commander", mission: "UNMISS", link: "/somewhere" };
const ofCall = { name: "Ada", call: "Force Commander, UNMISS", reference: "2026-call-1", link: "/calls/1" };
const ofReference = {
  ...{ name: "Ada", candidate: "Bo", post: "Force Commander" },
  ...{ link: "/references/x", dueOn: "2026-12-01" },
};
const ofPair = { name: "Ada", other: "Grace", link: "/engagements/1" };
const instant = "2026-12-01T15:00:00.000Z";

const fixtures: { readonly [K in MailKind]: MailParams[K] } = {
  signIn: { name: "Ada", link: "/sign-in/link?token=x", code: "123456", minutes: 15 },
  invitation: { ...ofPost, state: "Ghana", closesAt: instant, timeZone: "Africa/Accra" },
  listReceived: { name: "Ada", call: "UNX", reference: "V-1", candidates: "Bo, Cy", link: "/lists/1" },
  nominationWithdrawn: { name: "Ada", candidate: "Ada", call: "UNX", link: "/my-cases" },
  cadreInvitation: {
    ...{ name: "Ada", call: "Global call", state: "Ghana", link: "/cadre-invitations/x" },
    ...{ closesAt: instant, timeZone: "Africa/Accra" },
  },
  cadreNotTaken: {
    ...{ name: "Ada", call: "Global call", link: "/my-nominations/1" },
    ...{ reasons: "years of service", advice: "List every post." },
  },
  stateToldOfCadre: {
    ...{ name: "Ada", candidate: "Bo", call: "Global call", link: "/nominations/1" },
    ...{ outcome: "notTaken", reasons: "years of service" },
  },
  stateToldScreenedOut: { ...ofPost, candidate: "Bo", reasons: "years of service" },
  importDone: { name: "Ada", call: "UNX", count: 3, link: "/imports/1" },
  callPublished: {
    ...ofCall,
    ...{ opensAt: "2026-11-25T14:00:00.000Z", closesAt: instant, timeZone: "America/New_York" },
  },
  callExtended: {
    ...ofCall,
    previousClosesAt: "2026-11-30T22:00:00.000Z",
    closesAt: instant,
    timeZone: "America/New_York",
    text: "More time, so that more women can be found.",
  },
  callAddendum: { ...ofCall, text: "The mission’s mandate was renewed." },
  callCorrection: { ...ofCall, text: "The level is ASG." },
  callEndedEarly: { ...ofCall, reason: "Every state has answered." },
  candidacyConsented: { ...ofPost, candidate: "Ada" },
  candidacyWithdrawn: { ...ofPost, candidate: "Ada" },
  attestationRenewed: ofPost,
  casesJoined: ofPost,
  screeningPassed: ofPost,
  screeningFailed: { ...ofPost, reasons: "years of service", advice: "List every post." },
  decisionReopened: ofPost,
  stateToldReopened: { ...ofPost, candidate: "Ada" },
  selectionDeclined: { ...ofPost, candidate: "Ada" },
  thirdScreenerWanted: ofPost,
  candidateAsked: { ...ofPost, dueOn: "2026-12-01" },
  candidateReminded: { ...ofPost, dueOn: "2026-12-01" },
  candidateAnswered: { ...ofPost, candidate: "Ada" },
  clearanceAssigned: {
    ...{ name: "Ada", candidate: "Bo", gate: "medical" },
    ...{ link: "/clearances/1", dueOn: "2026-12-01" },
  },
  referenceAsked: ofReference,
  referenceReminder: ofReference,
  panelInvited: { ...ofPost, dueOn: "2026-12-01" },
  memberRecused: { ...ofPost, member: "Bo", short: 1, chair: "yes" },
  deskOpened: ofPost,
  scoringReopened: { ...ofPost, reason: "A criterion was read in two ways." },
  rubricChanged: { ...ofPost, reason: "A criterion was read in two ways." },
  sheetsRevealed: ofPost,
  reportToSign: ofPost,
  decisionWaiting: { ...ofPost, dueOn: "2026-12-01" },
  selected: ofPost,
  notSelected: { ...ofPost, suitable: "" },
  feedbackReleased: ofPost,
  closedUnfilled: ofPost,
  stateToldClosed: { ...ofPost, candidate: "Ada" },
  stateTold: { ...ofPost, candidate: "Ada", outcome: "selected" },
  appointed: { ...ofPost, startsOn: "2026-12-01", endsOn: "2027-12-01" },
  accountOpened: { name: "Ada", link: "/sign-in" },
  roleGiven: { name: "Ada", role: "panelMember", link: "/sign-in" },
  pledgesCalled: { name: "Ada", text: "We lack mentors.", dueOn: "2027-01-31", link: "/pledge-calls/1" },
  lessonPublished: { name: "Ada", lesson: "Listen first", link: "/lessons/1" },
  lessonChangesAsked: { name: "Ada", lesson: "Listen first", note: "Shorter, please.", link: "/lessons/1" },
  lessonDeclined: { name: "Ada", lesson: "Listen first", note: "It names a mission.", link: "/lessons/1" },
  mentorPledged: { name: "Ada", state: "Ghana", link: "/mentor-profile" },
  matchProposed: { name: "Ada", other: "Bo", role: "mentor", link: "/proposals/1", dueOn: "2026-12-01" },
  matchConcluded: { name: "Ada", other: "Bo", link: "/engagements/1" },
  matchDeclined: { name: "Ada", link: "/engagements" },
  pairAsked: ofPair,
  agreementToSign: ofPair,
  agreementAwaits: ofPair,
  agreementSigned: ofPair,
  reviewAsked: { ...ofPair, dueOn: "2026-12-01" },
  extensionAsked: { ...ofPair, endsOn: "2027-12-01" },
  extensionAgreed: { ...ofPair, endsOn: "2027-12-01" },
  extensionDeclined: { ...ofPair, endsOn: "2027-12-01" },
  pairEnded: ofPair,
  pairComplete: ofPair,
  mentorLeft: ofPair,
  concernRaised: { name: "Ada", link: "/concerns/1" },
  concernAnswered: { name: "Ada", officer: "Grace", link: "/concerns/1" },
  codePublished: { name: "Ada", link: "/mentor-profile/code", dueOn: "2026-12-01" },
  inductionChanged: {
    ...{ name: "Ada", step: "Mentoring, not directing" },
    ...{ link: "/mentor-profile/induction", dueOn: "2026-12-01" },
  },
  mentorChecked: { name: "Ada", link: "/mentor-profile/still-so" },
  interviewInvited: {
    ...{ ...ofPost, startsAt: instant, timeZone: "Africa/Juba", minutes: 60, how: "by video" },
  },
  interviewCancelled: { ...ofPost, startsAt: instant, timeZone: "Africa/Juba" },
  sessionInvited: {
    name: "Ada",
    other: "Bo",
    startsAt: instant,
    timeZone: "Africa/Juba",
    minutes: 60,
    link: "/sessions/1",
  },
  slotsOffered: { name: "Ada", other: "Bo", count: 3, link: "/slots/1" },
  sessionReminder: {
    ...{ name: "Ada", other: "Bo", startsAt: instant, timeZone: "Africa/Juba" },
    ...{ minutes: 60, link: "/sessions/1" },
  },
  actionReminder: { name: "Ada", other: "Bo", dueOn: "2026-12-01", link: "/engagements/1/actions" },
  pairNudged: { name: "Ada", other: "Bo", days: 14, link: "/engagements/1" },
  sessionCancelled: {
    name: "Ada",
    other: "Bo",
    startsAt: instant,
    timeZone: "Africa/Juba",
    link: "/engagements/1",
  },
  courseWaiting: { name: "Ada", course: "Senior Mission Leaders Course", link: "/my-development" },
  courseSeated: {
    ...{ name: "Ada", course: "Senior Mission Leaders Course", venue: "Accra" },
    ...{ startsOn: "2027-03-01", link: "/my-development" },
  },
  pledgeDue: { name: "Ada", pledge: "Mentors: 4", dueOn: "2027-03-01", link: "/state-pledges" },
  pledgeOverdue: { name: "Ada", pledge: "Mentors: 4", dueOn: "2027-03-01", link: "/state-pledges" },
  cadreAdmitted: {
    name: "Ada",
    roleKinds: "Force Commander",
    expiresOn: "2029-11-23",
    link: "/my-membership",
  },
  readinessEnding: {
    name: "Ada",
    role: "Force Commander",
    expiresOn: "2029-11-23",
    link: "/my-membership",
  },
  readinessEndingMany: { name: "Ada", count: 3, link: "/cadre" },
  searchFound: { name: "Ada", search: "Women ready now", count: 2, link: "/cadre/searches" },
  membershipToConfirm: { name: "Ada", link: "/my-membership" },
  membershipLapsed: { name: "Ada", link: "/my-membership" },
  memberInvited: { ...ofPost, closesAt: instant, timeZone: "Africa/Juba", link: "/my-membership" },
};

describe.each(READY_LANGUAGES)("every message in %s", (locale) => {
  it.each(Object.entries(fixtures))(
    "%s says what to do and leads to this site alone",
    async (kind, params) => {
      const { subject, html, text } = await renderMail(kind, params, locale, SITE);
      expect(subject.length).toBeGreaterThan(5);
      for (const part of [subject, text])
        expect(part).not.toMatch(/undefined|mail\.|[{}]|\d{4}-\d{2}-\d{2}T/);
      expect(text.split("\n")[0]).toBe(subject);
      expect(text.split(`${SITE}${params.link}`)).toHaveLength(2);
      const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, url]) => url ?? "");
      expect(links.length).toBeGreaterThan(0);
      expect(links.every((url) => url.startsWith(SITE))).toBe(true);
      expect(html).toContain(`<html dir="${LANGUAGES[locale].dir}" lang="${locale}"`);
      expect(html).not.toContain("<b>");
    },
  );
});

describe("a message", () => {
  it("tells times in the zone it was given, with the zone named", async () => {
    const { text } = await renderMail("sessionInvited", fixtures.sessionInvited, "en", SITE);
    expect(text).toContain("17:00");
    expect(text).toMatch(/Central Africa Time/);
  });

  it("carries the sign-in code in its text", async () => {
    const { text } = await renderMail("signIn", fixtures.signIn, "en", SITE);
    expect(text).toContain("123456");
  });

  it("is refused where its kind is unknown or its parameters do not fit", async () => {
    await expect(renderMail("praise", {}, "en", SITE)).rejects.toThrow(/Unknown/);
    await expect(renderMail("signIn", { name: "Ada" }, "en", SITE)).rejects.toThrow();
    await expect(
      renderMail("signIn", { ...fixtures.signIn, link: "https://x.example" }, "en", SITE),
    ).rejects.toThrow();
  });
});
