import { z } from "zod";
import type { MailKind, MailParams } from "#app/platform/mail-kinds.ts";

const text = z.string().min(1);
const path = z.string().startsWith("/");
const ofPost = { name: text, post: text, mission: text, link: path };
const ofReference = z.object({ name: text, candidate: text, post: text, link: path, dueOn: z.iso.date() });
const instant = z.iso.datetime();
const ofCall = { name: text, call: text, reference: text, link: path };

/** What each kind of message must be given; checked again when it is rendered, which may be much later. */
export const mailParams: { readonly [K in MailKind]: z.ZodType<MailParams[K]> } = {
  signIn: z.object({ name: text, link: path, code: text, minutes: z.number() }),
  accountOpened: z.object({ name: text, link: path }),
  invitation: z.object({ ...ofPost, state: text, closesAt: instant, timeZone: text }),
  cadreInvitation: z.object({
    ...{ name: text, call: text, state: text, link: path },
    ...{ closesAt: instant, timeZone: text },
  }),
  cadreNotTaken: z.object({ name: text, call: text, reasons: text, advice: text, link: path }),
  stateToldOfCadre: z.object({
    ...{ name: text, candidate: text, call: text, link: path },
    ...{ outcome: text, reasons: z.string() },
  }),
  listReceived: z.object({ name: text, call: text, reference: text, candidates: text, link: path }),
  nominationWithdrawn: z.object({ name: text, candidate: text, call: text, link: path }),
  importDone: z.object({ name: text, call: text, count: z.number(), link: path }),
  callPublished: z.object({ ...ofCall, opensAt: instant, closesAt: instant, timeZone: text }),
  callExtended: z.object({
    ...ofCall,
    previousClosesAt: instant,
    closesAt: instant,
    timeZone: text,
    text,
  }),
  callAddendum: z.object({ ...ofCall, text }),
  callCorrection: z.object({ ...ofCall, text }),
  callEndedEarly: z.object({ ...ofCall, reason: text }),
  candidacyConsented: z.object({ ...ofPost, candidate: text }),
  candidacyWithdrawn: z.object({ ...ofPost, candidate: text }),
  attestationRenewed: z.object(ofPost),
  casesJoined: z.object(ofPost),
  screeningPassed: z.object(ofPost),
  screeningFailed: z.object({ ...ofPost, reasons: text, advice: text }),
  stateToldScreenedOut: z.object({ ...ofPost, candidate: text, reasons: text }),
  thirdScreenerWanted: z.object(ofPost),
  candidateAsked: z.object({ ...ofPost, dueOn: z.iso.date() }),
  candidateReminded: z.object({ ...ofPost, dueOn: z.iso.date() }),
  candidateAnswered: z.object({ ...ofPost, candidate: text }),
  clearanceAssigned: z.object({ name: text, candidate: text, gate: text, link: path, dueOn: z.iso.date() }),
  referenceAsked: ofReference,
  referenceReminder: ofReference,
  panelInvited: z.object({ ...ofPost, dueOn: z.iso.date() }),
  sheetsRevealed: z.object(ofPost),
  reportToSign: z.object(ofPost),
  decisionWaiting: z.object({ ...ofPost, dueOn: z.iso.date() }),
  selected: z.object(ofPost),
  notSelected: z.object({ ...ofPost, suitable: z.string() }),
  selectionDeclined: z.object({ ...ofPost, candidate: text }),
  closedUnfilled: z.object(ofPost),
  stateToldClosed: z.object({ ...ofPost, candidate: text }),
  stateTold: z.object({ ...ofPost, candidate: text, outcome: text }),
  appointed: z.object({ ...ofPost, startsOn: z.iso.date(), endsOn: z.iso.date() }),
  mentorPledged: z.object({ name: text, state: text, link: path }),
  matchProposed: z.object({ name: text, other: text, role: text, link: path, dueOn: z.iso.date() }),
  matchConcluded: z.object({ name: text, other: text, link: path }),
  matchDeclined: z.object({ name: text, link: path }),
  pairAsked: z.object({ name: text, other: text, link: path }),
  sessionInvited: z.object({
    name: text,
    other: text,
    startsAt: instant,
    timeZone: text,
    minutes: z.number(),
    link: path,
  }),
  sessionCancelled: z.object({ name: text, other: text, startsAt: instant, timeZone: text, link: path }),
  cadreAdmitted: z.object({ name: text, roleKinds: text, expiresOn: z.iso.date(), link: path }),
};

export const isMailKind = (kind: string): kind is MailKind => Object.hasOwn(mailParams, kind);
