import { paths } from "#app/paths.ts";
import type { Samples } from "../demo-samples.ts";
import {
  answered,
  learners,
  mentoring,
  overseers,
  type RouteCases,
  secretariat,
  seen,
} from "./route-case.ts";

/** From the pledge of a mentor to the lessons of a pair. */
export function mentoringRoutes(s: Samples): RouteCases {
  const { session } = s;
  const pair = { mentor: session.mentor ?? "", mentee: session.mentee ?? "" };
  const inSeries = { mentor: s.series.mentor ?? "", mentee: s.series.mentee ?? "" };
  const offered = { mentor: s.slots.mentor ?? "", mentee: s.slots.mentee ?? "" };
  const proposed = { mentor: s.proposal.mentor ?? "", mentee: s.proposal.mentee ?? "" };
  const contributor = { [s.ownLesson.side ?? ""]: s.ownLesson.author ?? "" };
  return {
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
    "proposals.$proposalId": seen(paths.proposal(s.proposal.id ?? ""), proposed),
    "proposals.$proposalId_.decline": seen(paths.declineProposal(s.proposal.id ?? ""), proposed),
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
  };
}
