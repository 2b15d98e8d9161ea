import { ROLES, type Role } from "#app/access/actor.ts";
import { lastReported } from "#app/gender/year-report.ts";
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
  "decisions.$vacancyId_.release",
  "invitations.$token_.decline",
  "language",
  "mentor-profile_.rest",
  "mentor-profile_.open",
  "mentors.$mentorId_.induction",
  "mentorship-needs.$needId_.findings",
  "matching_.$runId_.publish",
  "matching_.$runId_.discard",
  "matching_.$runId_.check",
  "my-membership_.change",
  "my-membership_.interest",
  "my-membership_.invitation",
  "my-nominations.$nominationId_.consents",
  "panels.$panelId_.sheets.$candidacyId_.autosave",
  "questions.$questionId_.retire",
  "role",
  "screen-sharing",
  "sign-out",
  "slots.$offerId_.withdraw",
  "matching_.run",
  "concerns.$concernId_.close",
  "concerns.$concernId_.hand-over",
  "engagements.$engagementId_.another-mentor",
  "engagements.$engagementId_.hand-over",
  "uniformed.imports.$importId_.drop",
];

/** Routes told by tests of their own: they need a link that was just mailed, or a server of another kind. */
export const TOLD_ELSEWHERE: readonly string[] = [
  "my-cases.$candidacyId_.questions",
  "invitations.$token",
  "$",
  "sign-in_.link",
  "calendar-feeds.$token[.]ics",
  "from-elsewhere",
  "too-large",
];

const seen = (path: string, readers: RouteCase["readers"]): RouteCase => ({ path, readers, page: true });
const answered = (path: string, readers: RouteCase["readers"]): RouteCase => ({ path, readers, page: false });

const everybody = "everybody";
const signedIn = Object.fromEntries(ROLES.map((role) => [role, "whoever"])) as Readers;
const secretariat = { secretariat: "whoever" } as const;
const mentoring = { mentor: "whoever", mentee: "whoever" } as const;
const vetting = { vettingOfficer: "whoever" } as const;
const overseers = { secretariat: "whoever", auditor: "whoever" } as const;
const deciders = { ...overseers, decisionMaker: "whoever" } as const;
const courseReaders = { ...overseers, focalPoint: "whoever", candidate: "whoever" } as const;
const attestationReaders = { secretariat: "whoever", vettingOfficer: "whoever" } as const;
const learners = { ...overseers, mentor: "whoever", mentee: "whoever" } as const;
const missionReaders = { ...deciders, panelMember: "whoever", focalPoint: "whoever" } as const;

/** Every route by the name of its file: an address that the demonstration has, and who may open it. */
export function routeCases(s: Samples): Readonly<Record<string, RouteCase>> {
  const { panel, reported, session, nomination } = s;
  const [id, panelId, reportedId] = [nomination.candidacy ?? "", panel.id ?? "", reported.id ?? ""];
  const interviewing = { panelMember: s.interview.member ?? "" };
  const [heardId, heard] = [s.interview.id ?? "", s.interview.candidacy ?? ""];
  const [trialId, agreedId] = [s.trial.id ?? "", s.agreed.id ?? ""];
  const trying = { panelMember: s.trial.member ?? "" };
  const judging = { panelMember: panel.member ?? "" };
  const judged = { ...overseers, panelMember: reported.member ?? "" };
  const pair = { mentor: session.mentor ?? "", mentee: session.mentee ?? "" };
  const inSeries = { mentor: s.series.mentor ?? "", mentee: s.series.mentee ?? "" };
  const offered = { mentor: s.slots.mentor ?? "", mentee: s.slots.mentee ?? "" };
  const candidate = { candidate: nomination.candidate ?? "" };
  const focalPoint = { focalPoint: nomination.focalPoint ?? "" };
  const proposed = { mentor: s.proposal.mentor ?? "", mentee: s.proposal.mentee ?? "" };
  const contributor = { [s.ownLesson.side ?? ""]: s.ownLesson.author ?? "" };
  const vacancy = s.openCall.id ?? "";
  const reference = s.openCall.reference ?? "";
  const callId = s.openCall.call ?? "";
  const lastYear = lastReported(new Date().toISOString().slice(0, 10));
  const [draftId, pairId, importId] = [s.nomineeDraft.id ?? "", s.pair.id ?? "", s.sheet.id ?? ""];
  const drafting = { focalPoint: s.nomineeDraft.focalPoint ?? "" };
  const importing = { focalPoint: s.sheet.focalPoint ?? "" };
  return {
    _index: seen(paths.home(), everybody),
    "accounts._index": seen(paths.accounts(), overseers),
    "accounts.new": seen(paths.openAccount(), secretariat),
    "accounts.$userId": seen(paths.account(s.grant.account ?? ""), overseers),
    "accounts.$userId_.roles.$grantId": seen(
      paths.withdrawRole(s.grant.account ?? "", s.grant.id ?? ""),
      secretariat,
    ),
    "balance._index": seen(paths.balance(), everybody),
    "balance.people": seen(paths.balanceOfPeople(), overseers),
    "balance.figures.$figure.$format": answered(paths.figure("leaders-by-list", "svg"), everybody),
    "balance.crossings": seen(paths.crossings(), overseers),
    "balance.selection._index": seen(paths.balanceOfSelection(), overseers),
    "accountability._index": seen(paths.accountability(), deciders),
    "accountability.leaders": seen(paths.accountableLeaders(), deciders),
    "accountability.missions": seen(paths.accountableMissions(), deciders),
    "accountability.states": seen(paths.accountableStates(), { ...deciders, focalPoint: "whoever" }),
    "accountability.champions": seen(paths.genderChampions(), { ...deciders, focalPoint: "whoever" }),
    "accountability.report._index": seen(paths.yearReports(), everybody),
    "accountability.report.$year": seen(paths.yearReport(lastYear), everybody),
    "accountability.report.$year[.]json": answered(paths.yearReportJson(lastYear), everybody),
    "accountability.report.$year[.]pdf": answered(paths.yearReportPdf(lastYear, "en"), everybody),
    "public.balance._index": seen(paths.openBalance(), everybody),
    "public.balance.data": seen(paths.openData(), everybody),
    "public.balance.embed": seen(paths.openEmbedding(), everybody),
    "public.balance[.]csv": answered(paths.openSheet(), everybody),
    "public.balance[.]json": answered(paths.openJson(), everybody),
    "public.balance[.]schema[.]json": answered(paths.openSchema(), everybody),
    "public.balance[.]svg": answered(paths.openFigure("leaders"), everybody),
    "balance.vacancies.$vacancyId": seen(paths.balanceOfVacancy(vacancy), overseers),
    "public.pledges[.]csv": answered(paths.openPledgeSheet(), everybody),
    "public.pledges[.]json": answered(paths.openPledgeJson(), everybody),
    "projection._index": seen(paths.projection(), signedIn),
    "projection.export.$format": answered(paths.projectionSheet("csv"), signedIn),
    "servicewomen._index": seen(paths.services(), overseers),
    "servicewomen.template": answered(paths.servicesTemplate(), { focalPoint: "whoever" }),
    "states.$code_.servicewomen": seen(paths.reportServices(s.nomineeDraft.state ?? ""), drafting),
    "targets._index": seen(paths.targets(), signedIn),
    "targets.$targetId": seen(paths.target(s.target.id ?? ""), signedIn),
    "targets.new": seen(paths.newTarget(), secretariat),
    "uniformed._index": seen(paths.uniformed(), everybody),
    "uniformed.imports._index": seen(paths.uniformedImports(), overseers),
    "uniformed.imports.$importId": seen(paths.uniformedImport(s.figures.id ?? ""), overseers),
    "uniformed.imports.$importId_.take": seen(paths.takeUniformed(s.figures.id ?? ""), secretariat),
    "bench._index": seen(paths.bench(), overseers),
    "bench.$postId": seen(paths.benchPost(s.draft.postId ?? ""), overseers),
    "bench.export.$format": answered(paths.benchExport("csv"), overseers),
    "missions.$acronym_.succession": seen(paths.succession("MINUSCA"), overseers),
    "vacancies.$vacancyId_.fit": seen(paths.fit(vacancy), overseers),
    "cadre._index": seen(paths.cadre(), overseers),
    "cadre.$membershipId": seen(paths.member(s.member.id ?? ""), overseers),
    "cadre.admit.$candidacyId": seen(paths.admit(s.suitable.id ?? ""), secretariat),
    "cadre-invitations.$token": seen(paths.poolInvitation("no-such-link"), everybody),
    "cadre-reviews.$nominationId": seen(paths.poolReview(s.forCadre.id ?? ""), overseers),
    "cadre-reviews.$nominationId_.attestation": seen(paths.poolAttestation(s.forCadre.id ?? ""), {
      ...secretariat,
      vettingOfficer: "whoever",
    }),
    "cadre.$membershipId_.readiness": seen(paths.revalidate(s.member.id ?? ""), secretariat),
    "cadre.searches": seen(paths.savedSearches(), secretariat),
    "cadre.lists.$list.$format": answered(paths.cadreList("members", "csv"), overseers),
    "cadre.settings": seen(paths.cadreSettings(), overseers),
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
    "candidacies.$candidacyId_.interview[.]ics": answered(paths.interviewCalendar(heard), {
      ...overseers,
      ...interviewing,
      candidate: s.interview.candidate ?? "",
    }),
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
    "conflicts._index": seen(paths.conflictRegister(), overseers),
    "conflicts.$conflictId": seen(paths.knownConflict(s.conflict.id ?? ""), overseers),
    "cadre.$membershipId_.development": seen(paths.development(s.member.id ?? ""), overseers),
    "compacts._index": seen(paths.compacts(), { ...deciders, mentee: "whoever" }),
    "compacts.new": seen(paths.newCompact(), secretariat),
    "compacts.$compactId": seen(paths.compact(s.compact.id ?? ""), {
      ...deciders,
      mentee: s.compact.leader ?? "",
    }),
    "compacts.$compactId_.supervisor": seen(paths.compactSupervisor(s.compact.id ?? ""), secretariat),
    "courses._index": seen(paths.courses(), courseReaders),
    "courses.new": seen(paths.newCourse(), secretariat),
    "courses.$courseId": seen(paths.course(s.course.id ?? ""), courseReaders),
    "courses.$courseId_.edit": seen(paths.changeCourse(s.course.id ?? ""), secretariat),
    "courses.$courseId_.nominate": seen(paths.nominateToCourse(s.course.id ?? ""), {
      focalPoint: "whoever",
    }),
    "course-seats.$nominationId": seen(paths.courseSeat(s.course.nomination ?? ""), {
      ...overseers,
      focalPoint: s.course.focalPoint ?? "",
      candidate: s.course.candidate ?? "",
    }),
    "my-development._index": seen(paths.myDevelopment(), { candidate: "whoever" }),
    "state-pledges._index": seen(paths.statePledges(), everybody),
    "state-pledges.new": seen(paths.newStatePledge(), { focalPoint: "whoever" }),
    "state-pledges.$pledgeId": seen(paths.statePledge(s.statePledge.id ?? ""), everybody),
    "decisions._index": seen(paths.decisions(), deciders),
    "composition-rules._index": seen(paths.compositionRules(), secretariat),
    "held-decisions._index": seen(paths.heldDecisions(), { decisionMaker: "whoever" }),
    "decisions.$vacancyId": seen(paths.decision(reported.vacancy ?? ""), deciders),
    "feedback.$candidacyId": seen(paths.feedback(s.feedback.id ?? ""), {
      ...overseers,
      panelMember: s.feedback.member ?? "",
    }),
    "letters._index": seen(paths.letters(), overseers),
    "letters.$letterId": seen(paths.letter(s.letter.id ?? ""), overseers),
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
    "duplicates.$pairId_.$verdict": seen(paths.mergePair(pairId), secretariat),
    "engagements._index": seen(paths.engagements(), { ...overseers, mentor: "whoever", mentee: "whoever" }),
    "engagements.$engagementId": seen(paths.engagement(session.engagement ?? ""), { ...overseers, ...pair }),
    "engagements.$engagementId_.actions": seen(paths.sharedActions(session.engagement ?? ""), pair),
    "engagements.$engagementId_.forget-notes": seen(paths.forgetNotes(session.engagement ?? ""), pair),
    "engagements.$engagementId_.series": seen(paths.planSeries(session.engagement ?? ""), pair),
    "engagements.$engagementId_.slots": seen(paths.offerSlots(session.engagement ?? ""), pair),
    "engagements.$engagementId_.sessions.new": seen(paths.newSession(session.engagement ?? ""), pair),
    "concerns._index": seen(paths.concerns(), {
      secretariat: "whoever",
      mentor: "whoever",
      mentee: "whoever",
    }),
    "concerns.$concernId": seen(paths.concern(s.concern.id ?? ""), {
      secretariat: s.concern.officer ?? "",
      mentee: s.concern.mentee ?? "",
    }),
    "concern-contacts._index": seen(paths.concernContacts(), secretariat),
    "engagements.$engagementId_.agreement": seen(paths.agreement(session.engagement ?? ""), pair),
    "engagements.$engagementId_.agreement_.edit": seen(paths.editAgreement(session.engagement ?? ""), pair),
    "engagements.$engagementId_.concern": seen(paths.raiseConcern(session.engagement ?? ""), pair),
    "engagements.$engagementId_.end": seen(paths.endEngagement(session.engagement ?? ""), pair),
    "engagements.$engagementId_.extend": seen(paths.extendEngagement(session.engagement ?? ""), pair),
    "engagements.$engagementId_.extension": seen(paths.answerExtension(session.engagement ?? ""), pair),
    "engagements.$engagementId_.reviews.$moment": seen(
      paths.review(session.engagement ?? "", "middle"),
      pair,
    ),
    "mentors.$mentorId_.leave": seen(paths.leaveMentoring(s.mentor.id ?? ""), {
      ...secretariat,
      mentor: s.mentor.mentor ?? "",
    }),
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
    "engagements.$engagementId_.lessons.new": seen(paths.newLesson(session.engagement ?? ""), pair),
    "lesson-reviews._index": seen(paths.lessonReviews(), overseers),
    "lessons._index": seen(paths.lessons(), learners),
    "lessons.$lessonId": seen(paths.lesson(s.lesson.id ?? ""), learners),
    "lessons.$lessonId_.review": seen(paths.reviewLesson(s.ownLesson.id ?? ""), overseers),
    "lessons.$lessonId_.revise": seen(paths.reviseLesson(s.ownLesson.id ?? ""), contributor),
    "lessons.$lessonId_.withdraw": seen(paths.withdrawLesson(s.ownLesson.id ?? ""), contributor),
    "pledge-calls._index": seen(paths.pledgeCalls(), { ...overseers, focalPoint: "whoever" }),
    "pledge-calls.new": seen(paths.newPledgeCall(), secretariat),
    "pledge-calls.$callId": seen(paths.pledgeCall(s.pledgeCall.id ?? ""), {
      ...overseers,
      focalPoint: s.pledgeCall.focalPoint ?? "",
    }),
    "programme-health._index": seen(paths.programmeHealth(), overseers),
    "matching._index": seen(paths.matching(), overseers),
    "matching_.$runId": seen(paths.matchRun(s.run.id ?? ""), overseers),
    "matching_.compare": seen(paths.compareRuns(s.run.id ?? "", s.run.id ?? ""), overseers),
    "matching_.pairs": seen(paths.pairOrders(), secretariat),
    "matching_.weights": seen(paths.matchWeights(), secretariat),
    "mentor-profile._index": seen(paths.mentorProfile(), { mentor: "whoever" }),
    "mentor-profile_.code": seen(paths.mentorCode(), { mentor: "whoever" }),
    "mentor-profile_.induction": seen(paths.mentorInduction(), { mentor: "whoever" }),
    "mentor-profile_.posts": seen(paths.mentorPosts(), { mentor: "whoever" }),
    "mentor-profile_.still-so": seen(paths.checkMentor(), { mentor: "whoever" }),
    "mentors._index": seen(paths.mentors(), { ...overseers, focalPoint: "whoever" }),
    "mentors.$mentorId": seen(paths.mentor(s.mentor.id ?? ""), {
      ...overseers,
      focalPoint: s.mentor.focalPoint ?? "",
    }),
    "mentor-standards._index": seen(paths.mentorStandards(), overseers),
    "mentor-standards_.code": seen(paths.codeOfConduct(), secretariat),
    "mentor-standards_.steps.$code": seen(paths.inductionStep("mission"), secretariat),
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
    "my-cases.$candidacyId_.feedback": seen(paths.myFeedback(s.ownFeedback.id ?? ""), {
      candidate: s.ownFeedback.candidate ?? "",
    }),
    "my-cases.$candidacyId_.file": seen(paths.correctFile(id), candidate),
    "my-cases.$candidacyId_.decline": seen(paths.declineSelection(id), candidate),
    "my-cases.$candidacyId_.withdraw": seen(paths.withdrawCandidacy(id), candidate),
    "my-membership._index": seen(paths.myMembership(), { candidate: "whoever" }),
    "my-membership_.data": seen(paths.memberData(), { candidate: "whoever" }),
    "my-membership_.profile": seen(paths.memberProfile(), { candidate: s.member.candidate ?? "" }),
    "my-nominations.$nominationId": seen(paths.myNomination(s.forCadre.id ?? ""), {
      candidate: s.forCadre.candidate ?? "",
    }),
    "my-nominations.$nominationId_.file": seen(paths.correctPoolFile(s.forCadre.id ?? ""), {
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
    "panels.$panelId_.agenda": seen(paths.agenda(reportedId), judged),
    "panels.$panelId_.calibration": seen(paths.calibration(trialId), { ...overseers, ...trying }),
    "panels.$panelId_.calibration_.case": seen(paths.chooseSample(trialId), secretariat),
    "panels.$panelId_.calibration_.sheet": seen(paths.sampleSheet(trialId), trying),
    "panels.$panelId_.calibration_.draft": seen(paths.saveSample(trialId), trying),
    "panels.$panelId_.calibration_.open": seen(paths.openSamples(trialId), trying),
    "panels.$panelId_.calibration_.desk": seen(paths.endCalibration(agreedId), {
      panelMember: s.agreed.member ?? "",
    }),
    "panels.$panelId_.conflicts": seen(paths.conflicts(panelId), judging),
    "panels.$panelId_.dossiers.$candidacyId": seen(paths.dossier(panelId, panel.candidacy ?? ""), {
      ...overseers,
      ...judging,
    }),
    "panels.$panelId_.findings.$candidacyId": seen(
      paths.finding(reportedId, reported.candidacy ?? ""),
      judged,
    ),
    "panels.$panelId_.findings.$candidacyId_.history": seen(
      paths.findingHistory(reportedId, reported.candidacy ?? ""),
      judged,
    ),
    "panels.$panelId_.comparisons.$candidacyId": seen(paths.comparison(heardId, heard), {
      ...overseers,
      ...interviewing,
    }),
    "panels.$panelId_.guide": seen(paths.interviewGuide(heardId), { ...overseers, ...interviewing }),
    "panels.$panelId_.interviews": seen(paths.openInterviews(heardId), interviewing),
    "panels.$panelId_.interviews_.$candidacyId": seen(paths.setInterview(heardId, heard), secretariat),
    "panels.$panelId_.interviews_.$candidacyId_.call-off": seen(
      paths.callOffInterview(heardId, heard),
      secretariat,
    ),
    "panels.$panelId_.phases": seen(paths.planPhases(panelId), secretariat),
    "panels.$panelId_.questions": seen(paths.panelQuestions(heardId), secretariat),
    "panels.$panelId_.ranking": seen(paths.ranking(reportedId), judged),
    "panels.$panelId_.report": seen(paths.report(reportedId), { ...judged, decisionMaker: "whoever" }),
    "panels.$panelId_.report[.]pdf": answered(paths.reportPdf(reportedId, "en"), {
      ...judged,
      decisionMaker: "whoever",
    }),
    "panels.$panelId_.report_.sign": seen(paths.signReport(reportedId), {
      ...judged,
      decisionMaker: "whoever",
    }),
    "panels.$panelId_.reveal": seen(paths.reveal(panelId), judging),
    "panels.$panelId_.shortlist": seen(paths.shortlist(heardId), { ...overseers, ...interviewing }),
    "panels.$panelId_.sheets.$candidacyId": seen(paths.sheet(panelId, panel.candidacy ?? ""), judging),
    "panels.$panelId_.sheets.$candidacyId_.history": seen(
      paths.sheetHistory(panelId, panel.candidacy ?? ""),
      judging,
    ),
    "panels.$panelId_.sheets.$candidacyId_.draft": seen(
      paths.saveSheet(panelId, panel.candidacy ?? ""),
      judging,
    ),
    "posts.$postId.incumbent": seen(paths.newIncumbent(s.draft.postId ?? ""), secretariat),
    "proposals.$proposalId": seen(paths.proposal(s.proposal.id ?? ""), proposed),
    "proposals.$proposalId_.decline": seen(paths.declineProposal(s.proposal.id ?? ""), proposed),
    "questions._index": seen(paths.questions(), overseers),
    "receipts._index": seen(paths.receipts(), everybody),
    "receipts.$eventId": answered(paths.receipt(s.event.id ?? ""), overseers),
    "record._index": seen(paths.record(), overseers),
    "record.$eventId": seen(paths.recordEvent(s.event.id ?? ""), overseers),
    "references.$token": seen(paths.reference("no-such-link"), everybody),
    "rubrics._index": seen(paths.rubrics(), overseers),
    "rubrics.$rubricId": seen(paths.rubricWorkshop(s.rubric.id ?? ""), secretariat),
    "rubrics.$rubricId_.change": seen(paths.rubricChange(s.published.id ?? ""), overseers),
    "rubrics.$rubricId_.preview": seen(paths.rubricPreview(s.rubric.id ?? ""), overseers),
    "rubrics.$rubricId_.versions": seen(paths.rubricVersions(s.rubric.id ?? ""), overseers),
    "rubrics.criteria._index": seen(paths.criteria(), overseers),
    "rubrics.criteria.new": seen(paths.newCriterion(), secretariat),
    "rubrics.criteria.$code": seen(paths.criterion("C8"), overseers),
    "rubrics.criteria.$code_.revise": seen(paths.reviseCriterion("C8"), secretariat),
    "rubrics.criteria.$code_.retire": seen(paths.retireCriterion("C8"), secretariat),
    "sessions.$sessionId": seen(paths.session(session.id ?? ""), { ...overseers, ...pair }),
    "series.$seriesId": seen(paths.series(s.series.id ?? ""), inSeries),
    "slots.$offerId": seen(paths.slotOffer(s.slots.id ?? ""), offered),
    "my-calendar._index": seen(paths.myCalendar(), mentoring),
    "my-notes._index": seen(paths.myNotes(), mentoring),
    "my-notes[.]json": answered(paths.notesFile(), mentoring),
    "sessions.$sessionId_.agenda": seen(paths.sessionAgenda(session.id ?? ""), pair),
    "sessions.$sessionId_.notes": seen(paths.sessionNotes(session.id ?? ""), pair),
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
