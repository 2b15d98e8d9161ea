/**
 * Every kind of message Cadre sends, with what its template needs. Links are paths within the site; names and
 * titles come already in the recipient's language; instants are ISO 8601 in UTC and are shown in `timeZone`.
 * No message carries a score, a finding's detail, or an allegation.
 */
export interface MailParams {
  signIn: { name: string; link: string; code: string; minutes: number };
  accountOpened: { name: string; link: string };
  /** `role` is one of the official roles. */
  roleGiven: { name: string; role: string; link: string };
  invitation: {
    name: string;
    post: string;
    mission: string;
    state: string;
    link: string;
    closesAt: string;
    timeZone: string;
  };
  cadreInvitation: {
    name: string;
    call: string;
    state: string;
    link: string;
    closesAt: string;
    timeZone: string;
  };
  /** `reasons` and `advice` come in words of the recipient's language. */
  cadreNotTaken: { name: string; call: string; reasons: string; advice: string; link: string };
  /** `outcome`: agreed, declined, entered or notTaken; `reasons` in words, empty but for the last. */
  stateToldOfCadre: {
    name: string;
    candidate: string;
    call: string;
    outcome: string;
    reasons: string;
    link: string;
  };
  listReceived: { name: string; call: string; reference: string; candidates: string; link: string };
  nominationWithdrawn: { name: string; candidate: string; call: string; link: string };
  importDone: { name: string; call: string; count: number; link: string };
  callPublished: {
    name: string;
    call: string;
    reference: string;
    opensAt: string;
    closesAt: string;
    timeZone: string;
    link: string;
  };
  callExtended: {
    name: string;
    call: string;
    reference: string;
    previousClosesAt: string;
    closesAt: string;
    timeZone: string;
    text: string;
    link: string;
  };
  callAddendum: { name: string; call: string; reference: string; text: string; link: string };
  callCorrection: { name: string; call: string; reference: string; text: string; link: string };
  callEndedEarly: { name: string; call: string; reference: string; reason: string; link: string };
  candidacyConsented: { name: string; candidate: string; post: string; mission: string; link: string };
  candidacyWithdrawn: { name: string; candidate: string; post: string; mission: string; link: string };
  attestationRenewed: { name: string; post: string; mission: string; link: string };
  casesJoined: { name: string; post: string; mission: string; link: string };
  screeningPassed: { name: string; post: string; mission: string; link: string };
  /** `reasons` and `advice` come in words of the recipient's language. */
  screeningFailed: {
    name: string;
    post: string;
    mission: string;
    reasons: string;
    advice: string;
    link: string;
  };
  stateToldScreenedOut: {
    name: string;
    candidate: string;
    post: string;
    mission: string;
    reasons: string;
    link: string;
  };
  thirdScreenerWanted: { name: string; post: string; mission: string; link: string };
  candidateAsked: { name: string; post: string; mission: string; link: string; dueOn: string };
  candidateReminded: { name: string; post: string; mission: string; link: string; dueOn: string };
  candidateAnswered: { name: string; candidate: string; post: string; mission: string; link: string };
  /** `gate` is a kind of clearance. */
  clearanceAssigned: { name: string; candidate: string; gate: string; link: string; dueOn: string };
  /** To a referee: whom it is about and the kind of post, never the mission. */
  referenceAsked: { name: string; candidate: string; post: string; link: string; dueOn: string };
  referenceReminder: { name: string; candidate: string; post: string; link: string; dueOn: string };
  panelInvited: { name: string; post: string; mission: string; link: string; dueOn: string };
  /** To the chair and the secretariat: `chair` is yes where the member held it, `short` how many now lack a quorum. */
  memberRecused: {
    name: string;
    member: string;
    post: string;
    mission: string;
    short: number;
    chair: string;
    link: string;
  };
  deskOpened: { name: string; post: string; mission: string; link: string };
  /** To the members of a panel whose rubric was changed. */
  scoringReopened: { name: string; post: string; mission: string; reason: string; link: string };
  /** To nominators and candidates, in the same neutral words. */
  rubricChanged: { name: string; post: string; mission: string; reason: string; link: string };
  sheetsRevealed: { name: string; post: string; mission: string; link: string };
  /** `how` comes in words of the recipient's language: by video, by telephone, where. */
  interviewInvited: {
    name: string;
    post: string;
    mission: string;
    startsAt: string;
    timeZone: string;
    minutes: number;
    how: string;
    link: string;
  };
  interviewCancelled: {
    name: string;
    post: string;
    mission: string;
    startsAt: string;
    timeZone: string;
    link: string;
  };
  reportToSign: { name: string; post: string; mission: string; link: string };
  decisionWaiting: { name: string; post: string; mission: string; link: string; dueOn: string };
  selected: { name: string; post: string; mission: string; link: string };
  notSelected: { name: string; post: string; mission: string; suitable: string; link: string };
  feedbackReleased: { name: string; post: string; mission: string; link: string };
  stateTold: {
    name: string;
    candidate: string;
    post: string;
    mission: string;
    outcome: string;
    link: string;
  };
  selectionDeclined: { name: string; candidate: string; post: string; mission: string; link: string };
  decisionReopened: { name: string; post: string; mission: string; link: string };
  stateToldReopened: { name: string; candidate: string; post: string; mission: string; link: string };
  closedUnfilled: { name: string; post: string; mission: string; link: string };
  stateToldClosed: { name: string; candidate: string; post: string; mission: string; link: string };
  appointed: { name: string; post: string; mission: string; startsOn: string; endsOn: string; link: string };
  mentorPledged: { name: string; state: string; link: string };
  matchProposed: { name: string; other: string; role: string; link: string; dueOn: string };
  matchConcluded: { name: string; other: string; link: string };
  matchDeclined: { name: string; link: string };
  mentorChecked: { name: string; link: string };
  codePublished: { name: string; link: string; dueOn: string };
  /** `step` is its title. */
  inductionChanged: { name: string; step: string; link: string; dueOn: string };
  pairAsked: { name: string; other: string; link: string };
  agreementToSign: { name: string; other: string; link: string };
  agreementAwaits: { name: string; other: string; link: string };
  agreementSigned: { name: string; other: string; link: string };
  reviewAsked: { name: string; other: string; link: string; dueOn: string };
  extensionAsked: { name: string; other: string; link: string; endsOn: string };
  extensionAgreed: { name: string; other: string; link: string; endsOn: string };
  extensionDeclined: { name: string; other: string; link: string; endsOn: string };
  pairEnded: { name: string; other: string; link: string };
  pairComplete: { name: string; other: string; link: string };
  mentorLeft: { name: string; other: string; link: string };
  /** To the officer named for it: neither from whom nor about whom. */
  concernRaised: { name: string; link: string };
  concernAnswered: { name: string; officer: string; link: string };
  sessionInvited: {
    name: string;
    other: string;
    startsAt: string;
    timeZone: string;
    minutes: number;
    link: string;
  };
  /** `count`: how many times are offered. */
  slotsOffered: { name: string; other: string; count: number; link: string };
  sessionReminder: {
    name: string;
    other: string;
    startsAt: string;
    timeZone: string;
    minutes: number;
    link: string;
  };
  /** Never what is to be done: that is the pair's. */
  actionReminder: { name: string; other: string; dueOn: string; link: string };
  pairNudged: { name: string; other: string; days: number; link: string };
  sessionCancelled: { name: string; other: string; startsAt: string; timeZone: string; link: string };
  /** `text` comes in the language of the state's focal point. */
  pledgesCalled: { name: string; text: string; dueOn: string; link: string };
  lessonPublished: { name: string; lesson: string; link: string };
  lessonChangesAsked: { name: string; lesson: string; note: string; link: string };
  lessonDeclined: { name: string; lesson: string; note: string; link: string };
  courseWaiting: { name: string; course: string; link: string };
  courseSeated: { name: string; course: string; venue: string; startsOn: string; link: string };
  /** `pledge` in words of the recipient's language: what, and how many. */
  pledgeDue: { name: string; pledge: string; dueOn: string; link: string };
  pledgeOverdue: { name: string; pledge: string; dueOn: string; link: string };
  cadreAdmitted: { name: string; roleKinds: string; expiresOn: string; link: string };
  readinessEnding: { name: string; role: string; expiresOn: string; link: string };
  /** To the secretariat: how many findings end within the time in which members are reminded. */
  readinessEndingMany: { name: string; count: number; link: string };
  /** How many members a kept search finds newly; nobody is named. */
  searchFound: { name: string; search: string; count: number; link: string };
  membershipToConfirm: { name: string; link: string };
  membershipLapsed: { name: string; link: string };
  memberInvited: {
    name: string;
    post: string;
    mission: string;
    closesAt: string;
    timeZone: string;
    link: string;
  };
}

export type MailKind = keyof MailParams;

/** An iCalendar object that travels with a message (RFC 5546). */
export interface MailCalendar {
  readonly method: "REQUEST" | "CANCEL";
  readonly body: string;
}

/** A message to queue. `dedupeKey` names the occasion: a use case that runs twice queues one message. */
export type NewMail = {
  [K in MailKind]: {
    readonly kind: K;
    readonly to: string;
    readonly locale: string;
    readonly params: MailParams[K];
    readonly dedupeKey: string;
    readonly calendar?: MailCalendar;
  };
}[MailKind];
