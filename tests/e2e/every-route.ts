import type { Role } from "#app/access/actor.ts";
import { paths } from "#app/paths.ts";
import type { Samples } from "./demo-samples.ts";

/** Who may open a page: a role with whichever account wears it first, or with the account whose thing it is. */
type Readers = Partial<Record<Role, string | "whoever">>;

export interface RouteCase {
  readonly path: string;
  readonly readers: Readers | "everybody";
  /** A page is looked at in a browser; what is no page is only answered. */
  readonly page: boolean;
}

/** Routes that only take what is posted: opened by hand they are not there. */
export const POSTED_ONLY: readonly string[] = [
  "invitations.$token_.decline",
  "language",
  "mentor-profile_.rest",
  "my-membership_.change",
  "panels.$panelId_.sheets.$candidacyId_.autosave",
  "role",
  "sign-out",
  "matching_.run",
];

/** Routes told by tests of their own: they need a link that was just mailed, or a server of another kind. */
export const TOLD_ELSEWHERE: readonly string[] = [
  "my-cases.$candidacyId_.questions",
  "invitations.$token",
  "$",
  "sign-in_.link",
  "too-large",
];

const seen = (path: string, readers: RouteCase["readers"]): RouteCase => ({ path, readers, page: true });
const answered = (path: string, readers: RouteCase["readers"]): RouteCase => ({ path, readers, page: false });

const everybody = "everybody";
const secretariat = { secretariat: "whoever" } as const;
const vetting = { vettingOfficer: "whoever" } as const;
const overseers = { secretariat: "whoever", auditor: "whoever" } as const;
const deciders = { ...overseers, decisionMaker: "whoever" } as const;
const attestationReaders = { secretariat: "whoever", vettingOfficer: "whoever" } as const;
const missionReaders = { ...deciders, panelMember: "whoever", focalPoint: "whoever" } as const;

/** Every route by the name of its file: an address that the demonstration has, and who may open it. */
export function routeCases(s: Samples): Readonly<Record<string, RouteCase>> {
  const { panel, reported, session, nomination } = s;
  const [id, panelId, reportedId] = [nomination.candidacy ?? "", panel.id ?? "", reported.id ?? ""];
  const judging = { panelMember: panel.member ?? "" };
  const judged = { ...overseers, panelMember: reported.member ?? "" };
  const pair = { mentor: session.mentor ?? "", mentee: session.mentee ?? "" };
  const candidate = { candidate: nomination.candidate ?? "" };
  const focalPoint = { focalPoint: nomination.focalPoint ?? "" };
  const proposed = { mentor: s.proposal.mentor ?? "", mentee: s.proposal.mentee ?? "" };
  const vacancy = s.openCall.id ?? "";
  const reference = s.openCall.reference ?? "";
  const callId = s.openCall.call ?? "";
  const [draftId, pairId, importId] = [s.nomineeDraft.id ?? "", s.pair.id ?? "", s.sheet.id ?? ""];
  const drafting = { focalPoint: s.nomineeDraft.focalPoint ?? "" };
  const importing = { focalPoint: s.sheet.focalPoint ?? "" };
  return {
    _index: seen(paths.home(), everybody),
    "accounts._index": seen(paths.accounts(), overseers),
    "accounts.new": seen(paths.openAccount(), secretariat),
    "balance._index": seen(paths.balance(), everybody),
    "balance.vacancies.$vacancyId": seen(paths.balanceOfVacancy(vacancy), deciders),
    "cadre._index": seen(paths.cadre(), overseers),
    "cadre.$membershipId": seen(paths.member(s.member.id ?? ""), overseers),
    "cadre.admit.$candidacyId": seen(paths.admit(s.suitable.id ?? ""), secretariat),
    "cadre-invitations.$token": seen(paths.poolInvitation("no-such-link"), everybody),
    "cadre-reviews.$nominationId": seen(paths.poolReview(s.forCadre.id ?? ""), overseers),
    "cadre.new": seen(paths.proposeMember(), secretariat),
    "calls._index": seen(paths.calls(), everybody),
    "calls.$reference": seen(paths.call(reference), everybody),
    "calls.$reference_.rubric[.]json": answered(paths.rubric(reference), everybody),
    "calls.$reference_.amend": seen(paths.amendCall(reference), secretariat),
    "calls.$reference_.close": seen(paths.closeCall(reference), secretariat),
    "calls.$reference_.discard": seen(paths.discardCall(reference), secretariat),
    "calls.$reference_.edit": seen(paths.editCall(reference), secretariat),
    "calls.$reference_.nominate-oneself": seen(
      paths.nominateOneself(s.globalCall.reference ?? ""),
      everybody,
    ),
    "calls.$reference_.nominees": seen(paths.poolReviews(s.forCadre.reference ?? ""), overseers),
    "calls.$reference_.extend": seen(paths.extendCall(reference), secretariat),
    "calls.$reference_.note[.]pdf": answered(paths.callNote(reference, "en"), everybody),
    "calls.$reference_.publish": seen(paths.publishCall(reference), secretariat),
    "calls.new": seen(paths.newCall({ vacancy: s.draft.id ?? "" }), secretariat),
    "answers.$token": seen(paths.answer("no-such-link"), everybody),
    "candidacies._index": seen(paths.candidacies(), overseers),
    "candidacies.$candidacyId": seen(paths.candidacy(s.references.candidacy ?? ""), overseers),
    "candidacies.$candidacyId_.questions": seen(paths.askCandidate(s.toScreen.id ?? ""), secretariat),
    "candidacies.$candidacyId_.references": seen(paths.references(s.references.candidacy ?? ""), {
      ...secretariat,
      vettingOfficer: "whoever",
    }),
    "candidacies.$candidacyId_.screening": seen(paths.screening(s.toScreen.id ?? ""), secretariat),
    "candidacies.$candidacyId_.attestation": seen(paths.attestation(id), attestationReaders),
    "clearances._index": seen(paths.clearances(), { ...overseers, vettingOfficer: "whoever" }),
    "clearances.$clearanceId": seen(paths.clearance(s.clearance.id ?? ""), vetting),
    "clearances.$clearanceId_.owner": seen(paths.assignClearance(s.clearance.id ?? ""), vetting),
    "clearances.$clearanceId_.referees": seen(paths.askReferee(s.references.id ?? ""), vetting),
    "clearances.$clearanceId_.renewal": seen(paths.renewClearance(s.clearance.id ?? ""), vetting),
    "decisions._index": seen(paths.decisions(), deciders),
    "decisions.$vacancyId": seen(paths.decision(reported.vacancy ?? ""), deciders),
    demo: seen(paths.demo(), everybody),
    "documents.$documentId": answered(paths.document(s.document.id ?? ""), {
      ...overseers,
      candidate: s.document.candidate ?? "",
    }),
    "documents.$documentId_.remove": seen(paths.removeDocument(s.ownDocument.id ?? ""), {
      candidate: s.ownDocument.candidate ?? "",
    }),
    "draft-documents.$documentId": answered(paths.draftDocument(s.nomineeDraft.document ?? ""), drafting),
    "drafts.$draftId": seen(paths.draft(draftId, true), drafting),
    "drafts.$draftId_.autosave": answered(paths.autosaveDraft(draftId), drafting),
    "drafts.$draftId_.discard": seen(paths.discardDraft(draftId), drafting),
    "drafts.$draftId_.documents": seen(paths.draftDocuments(draftId), drafting),
    "drafts.$draftId_.remove-document": answered(paths.removeDraftDocument(draftId), drafting),
    "drafts.$draftId_.submit": seen(paths.submitOwnDraft(s.ownDraft.id ?? ""), {
      candidate: s.ownDraft.candidate ?? "",
    }),
    "duplicates._index": seen(paths.duplicates(), overseers),
    "duplicates.$pairId": seen(paths.duplicate(pairId), overseers),
    "duplicates.$pairId_.different": seen(paths.tellPairApart(pairId), secretariat),
    "duplicates.$pairId_.merge": seen(paths.mergePair(pairId), secretariat),
    "duplicates.$pairId_.take-apart": seen(paths.takePairApart(s.mergedPair.id ?? ""), secretariat),
    "engagements._index": seen(paths.engagements(), { ...overseers, mentor: "whoever", mentee: "whoever" }),
    "engagements.$engagementId": seen(paths.engagement(session.engagement ?? ""), { ...overseers, ...pair }),
    "engagements.$engagementId_.sessions.new": seen(paths.newSession(session.engagement ?? ""), pair),
    health: answered(paths.health(), everybody),
    "imports.$importId": seen(paths.import(importId), importing),
    "imports.$importId_.run": answered(paths.runImport(importId), importing),
    "imports.new": seen(paths.newImport(callId), { ...secretariat, focalPoint: "whoever" }),
    "imports.template.$format": answered(paths.importTemplate("xlsx"), {
      ...secretariat,
      focalPoint: "whoever",
    }),
    "invitations.$token_.renew": seen(paths.renewInvitation("x".repeat(43)), everybody),
    "lists.$callId": seen(paths.list(callId), { focalPoint: "whoever" }),
    "lists.$callId_.drafts": answered(paths.newDraft(callId), { focalPoint: "whoever" }),
    "matching._index": seen(paths.matching(), overseers),
    "matching_.$runId": seen(paths.matchRun(s.run.id ?? ""), overseers),
    "mentor-profile._index": seen(paths.mentorProfile(), { mentor: "whoever" }),
    "mentors._index": seen(paths.mentors(), { ...overseers, focalPoint: "whoever" }),
    "mentors.$mentorId": seen(paths.mentor(s.mentor.id ?? ""), {
      ...overseers,
      focalPoint: s.mentor.focalPoint ?? "",
    }),
    "mentors.new": seen(paths.pledgeMentor(), { ...secretariat, focalPoint: "whoever" }),
    "mentorship-needs.$needId": seen(paths.mentorshipNeed(s.need.id ?? ""), { mentee: s.need.mentee ?? "" }),
    "mentorship-needs.$needId_.decline": seen(paths.declineMentorship(s.need.id ?? ""), {
      mentee: s.need.mentee ?? "",
    }),
    "missions._index": seen(paths.missions(), missionReaders),
    "missions.$acronym": seen(paths.mission("MINUSCA"), missionReaders),
    "missions.$acronym_.needs": seen(paths.missionNeeds("MINUSCA"), secretariat),
    "missions.$acronym_.needs_.$version": seen(paths.needsVersion("UNMIK", 1), missionReaders),
    "missions.$acronym_.posts": seen(paths.newPost("MINUSCA"), secretariat),
    "my-cases._index": seen(paths.myCases(), { candidate: "whoever" }),
    "my-cases.$candidacyId": seen(paths.myCase(id), candidate),
    "my-cases.$candidacyId_.consent": seen(paths.consent(s.invited.id ?? ""), {
      candidate: s.invited.candidate ?? "",
    }),
    "my-cases.$candidacyId_.attestation": seen(paths.attestAgain(id), candidate),
    "my-cases.$candidacyId_.consents": seen(paths.changeConsent(id), candidate),
    "my-cases.$candidacyId_.documents": seen(paths.addDocument(id), candidate),
    "my-cases.$candidacyId_.file": seen(paths.correctFile(id), candidate),
    "my-cases.$candidacyId_.decline": seen(paths.declineSelection(id), candidate),
    "my-cases.$candidacyId_.withdraw": seen(paths.withdrawCandidacy(id), candidate),
    "my-membership._index": seen(paths.myMembership(), { candidate: "whoever" }),
    "my-nominations.$nominationId": seen(paths.myNomination(s.forCadre.id ?? ""), {
      candidate: s.forCadre.candidate ?? "",
    }),
    "nominations._index": seen(paths.nominations(), { focalPoint: "whoever" }),
    "nominations.$nominationId": seen(paths.nomination(nomination.id ?? ""), { ...overseers, ...focalPoint }),
    "nominations.$nominationId_.withdraw": seen(paths.withdrawNomination(nomination.id ?? ""), focalPoint),
    "outbox._index": seen(paths.outbox(), everybody),
    "outbox.$mailId": seen(paths.outboxMail(s.mail.id ?? ""), everybody),
    "own-nomination.$callId": seen(paths.ownDraft(s.globalCall.id ?? ""), { candidate: "whoever" }),
    "panels._index": seen(paths.panels(), { ...overseers, panelMember: "whoever" }),
    "panels.$panelId": seen(paths.panel(panelId), { ...overseers, ...judging }),
    "panels.$panelId_.conflicts": seen(paths.conflicts(panelId), judging),
    "panels.$panelId_.dossiers.$candidacyId": seen(paths.dossier(panelId, panel.candidacy ?? ""), {
      ...overseers,
      ...judging,
    }),
    "panels.$panelId_.findings.$candidacyId": seen(
      paths.finding(reportedId, reported.candidacy ?? ""),
      judged,
    ),
    "panels.$panelId_.ranking": seen(paths.ranking(reportedId), judged),
    "panels.$panelId_.report": seen(paths.report(reportedId), { ...judged, decisionMaker: "whoever" }),
    "panels.$panelId_.report_.sign": seen(paths.signReport(reportedId), {
      ...judged,
      decisionMaker: "whoever",
    }),
    "panels.$panelId_.reveal": seen(paths.reveal(panelId), judging),
    "panels.$panelId_.sheets.$candidacyId": seen(paths.sheet(panelId, panel.candidacy ?? ""), judging),
    "panels.$panelId_.sheets.$candidacyId_.draft": seen(
      paths.saveSheet(panelId, panel.candidacy ?? ""),
      judging,
    ),
    "posts.$postId.incumbent": seen(paths.newIncumbent(s.draft.postId ?? ""), secretariat),
    "proposals.$proposalId": seen(paths.proposal(s.proposal.id ?? ""), proposed),
    "proposals.$proposalId_.decline": seen(paths.declineProposal(s.proposal.id ?? ""), proposed),
    "receipts._index": seen(paths.receipts(), everybody),
    "receipts.$eventId": answered(paths.receipt(s.event.id ?? ""), overseers),
    "record._index": seen(paths.record(), overseers),
    "record.$eventId": seen(paths.recordEvent(s.event.id ?? ""), overseers),
    "references.$token": seen(paths.reference("no-such-link"), everybody),
    "sessions.$sessionId": seen(paths.session(session.id ?? ""), { ...overseers, ...pair }),
    "sessions.$sessionId_.calendar[.]ics": answered(paths.sessionCalendar(session.id ?? ""), pair),
    "sessions.$sessionId_.cancel": seen(paths.cancelSession(session.id ?? ""), pair),
    "sessions.$sessionId_.feedback": seen(paths.giveFeedback(session.id ?? ""), pair),
    "sessions.$sessionId_.held": seen(paths.holdSession(session.id ?? ""), pair),
    "sessions.$sessionId_.move": seen(paths.moveSession(session.id ?? ""), pair),
    "sign-in": seen(paths.signIn(), everybody),
    "sign-in_.code": seen(paths.signInCode(), everybody),
    "states._index": seen(paths.states(), overseers),
    "states.$code": seen(paths.state(s.nomineeDraft.state ?? ""), { ...overseers, ...drafting }),
    "vacancies._index": seen(paths.vacancies(), overseers),
    "vacancies.$vacancyId": seen(paths.vacancy(vacancy), overseers),
    "vacancies.$vacancyId_.appointment": seen(paths.appoint(s.decided.id ?? ""), secretariat),
    "vacancies.$vacancyId_.close-without-appointment": seen(paths.closeVacancy(vacancy), secretariat),
    "vacancies.$vacancyId_.panel": seen(paths.setPanel(panel.vacancy ?? ""), secretariat),
    "vacancies.$vacancyId_.panel_.open": seen(paths.openPanel(panel.vacancy ?? ""), secretariat),
    "vacancies.new": seen(paths.newVacancy(s.draft.postId), secretariat),
  };
}
