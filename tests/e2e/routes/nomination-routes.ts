import { paths } from "#app/paths.ts";
import type { Samples } from "../demo-samples.ts";
import {
  answered,
  attestationReaders,
  everybody,
  missionReaders,
  overseers,
  type RouteCases,
  secretariat,
  seen,
  vetting,
} from "./route-case.ts";

/** From what a mission needs to clearances and the review for the cadre. */
export function nominationRoutes(s: Samples): RouteCases {
  const { nomination } = s;
  const id = nomination.candidacy ?? "";
  const candidate = { candidate: nomination.candidate ?? "" };
  const focalPoint = { focalPoint: nomination.focalPoint ?? "" };
  const vacancy = s.openCall.id ?? "";
  const reference = s.openCall.reference ?? "";
  const callId = s.openCall.call ?? "";
  const [draftId, pairId, importId] = [s.nomineeDraft.id ?? "", s.pair.id ?? "", s.sheet.id ?? ""];
  const drafting = { focalPoint: s.nomineeDraft.focalPoint ?? "" };
  const importing = { focalPoint: s.sheet.focalPoint ?? "" };
  return {
    "cadre-reviews.$nominationId": seen(paths.poolReview(s.forCadre.id ?? ""), overseers),
    "cadre-reviews.$nominationId_.attestation": seen(paths.poolAttestation(s.forCadre.id ?? ""), {
      ...secretariat,
      vettingOfficer: "whoever",
    }),
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
    "my-nominations.$nominationId": seen(paths.myNomination(s.forCadre.id ?? ""), {
      candidate: s.forCadre.candidate ?? "",
    }),
    "my-nominations.$nominationId_.file": seen(paths.correctPoolFile(s.forCadre.id ?? ""), {
      candidate: s.forCadre.candidate ?? "",
    }),
    "nominations._index": seen(paths.nominations(), { focalPoint: "whoever" }),
    "nominations.$nominationId": seen(paths.nomination(nomination.id ?? ""), { ...overseers, ...focalPoint }),
    "nominations.$nominationId_.withdraw": seen(paths.withdrawNomination(nomination.id ?? ""), focalPoint),
    "own-nomination.$callId": seen(paths.ownDraft(s.globalCall.id ?? ""), { candidate: "whoever" }),
    "posts.$postId.incumbent": seen(paths.newIncumbent(s.draft.postId ?? ""), secretariat),
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
    "sign-in_.code": seen(paths.signInCode(), everybody),
    "states._index": seen(paths.states(), overseers),
    "states.$code": seen(paths.state(s.nomineeDraft.state ?? ""), { ...overseers, ...drafting }),
    "vacancies._index": seen(paths.vacancies(), overseers),
    "vacancies.$vacancyId": seen(paths.vacancy(vacancy), overseers),
    "vacancies.$vacancyId_.appointment": seen(paths.appoint(s.decided.id ?? ""), secretariat),
    "vacancies.$vacancyId_.close-without-appointment": seen(paths.closeVacancy(vacancy), secretariat),
    "vacancies.new": seen(paths.newVacancy(s.draft.postId), secretariat),
  };
}
