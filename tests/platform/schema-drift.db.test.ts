import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ensureExtensions } from "#app/platform/extensions.mjs";
import { onDatabase } from "#app/platform/open-database.mjs";
import { describeDatabase } from "#tests/support/catalogue.ts";
import { scriptOfSchema } from "#tests/support/schema-script.ts";

/** What the migrations add and the schema's language cannot say; whatever else the two differ in is drift. */
const BEYOND_THE_SCHEMA: readonly { readonly why: string; readonly names: readonly string[] }[] = [
  {
    why: "Prisma has no CHECK.",
    names: [
      "Appointment.Appointment_term",
      "Call.Call_dated",
      "Call.Call_grace",
      "Call.Call_takes_until",
      "CareerPost.CareerPost_months",
      "Concern.Concern_closed",
      "ConcernMessage.ConcernMessage_by_one",
      "Compact.Compact_figures_once_signed",
      "Course.Course_days_in_order",
      "Course.Course_seats",
      "Criterion.Criterion_weight",
      "DevelopmentItem.DevelopmentItem_done_with_evidence",
      "DuplicatePair.DuplicatePair_two",
      "Feedback.Feedback_released_by_somebody",
      "Feedback.Feedback_shared_once_released",
      "FeedbackPoint.FeedbackPoint_side_of_a_level",
      "FieldService.FieldService_months",
      "FindingCriterion.FindingCriterion_answered",
      "FindingCriterion.FindingCriterion_level",
      "GoalRating.GoalRating_mark",
      "InterviewSlot.InterviewSlot_duration",
      "Lesson.Lesson_answered_in_words",
      "Lesson.Lesson_published_once_reviewed",
      "Lesson.Lesson_published_without_its_pair",
      "Letter.Letter_sent_by_somebody",
      "Letter.Letter_superseded_once",
      "MatchProposal.MatchProposal_score",
      "MatchWeights.MatchWeights_weigh",
      "Mentor.Mentor_availability",
      "Mentor.Mentor_capacity",
      "Mentor.Mentor_hours",
      "MentorBlackout.MentorBlackout_in_order",
      "MentoringSession.MentoringSession_duration",
      "MentorshipNeed.MentorshipNeed_findings_by_agreement",
      "MentorshipNeed.MentorshipNeed_hours",
      "MentoringSession.MentoringSession_held",
      "MissionNeedItem.MissionNeedItem_level",
      "NeedLanguage.NeedLanguage_level",
      "Nomination.Nomination_nominator_check",
      "PairAgreement.PairAgreement_signed_by_both",
      "PairExtension.PairExtension_answered",
      "PanelPeriod.PanelPeriod_days_in_order",
      "PanelPeriod.PanelPeriod_opened_before_closed",
      "PersonLanguage.PersonLanguage_level",
      "PledgeCall.PledgeCall_sent_on_a_day",
      "PoolReview.PoolReview_answered_check",
      "PoolReview.PoolReview_basis_check",
      "PoolReview.PoolReview_decided_check",
      "PoolReview.PoolReview_entered_check",
      "PoolReview.PoolReview_reasons_check",
      "ReviewAnswer.ReviewAnswer_usefulness",
      "Rubric.Rubric_former_was_frozen",
      "Rubric.Rubric_frozen_has_hash",
      "Rubric.Rubric_next_is_a_draft",
      "Rubric.Rubric_of_one",
      "Rubric.Rubric_shares",
      "RubricChange.RubricChange_reason",
      "ScoreEntry.ScoreEntry_level",
      "SessionFeedback.SessionFeedback_comment_sealed",
      "SessionFeedback.SessionFeedback_usefulness",
      "SessionGoalProgress.SessionGoalProgress_scale",
      "SessionSeries.SessionSeries_rhythm",
      "SlotOffer.SlotOffer_accepted",
      "SlotOffer.SlotOffer_slots",
      "ServiceRank.ServiceRank_people",
      "ServiceReport.ServiceReport_roles",
      "UniformedCount.UniformedCount_people",
      "StatePledge.StatePledge_quantity",
      "StatePledge.StatePledge_ready_within",
      "Vacancy.Vacancy_published_by_a_call",
    ].map((name) => `constraint ${name}`),
  },
  {
    why: "Prisma has no index over some of a table's rows, or over what a function makes of them.",
    names: [
      "CourseNomination_one_standing",
      "Lesson_words",
      "MatchProposal_one_live",
      "MemberIndex_everything",
      "Nomination_once_without_vacancy",
      "PairAgreement_one_proposed",
      "PairAgreement_one_signed",
      "PairExtension_one_proposed",
      "PairOrder_one_live",
      "PanelMember_one_chair",
      "PanelPeriod_one_open",
      "RoleGrant_once_without_state",
      "ScoreSheet_one_in_force",
      "SlotOffer_one_open",
      "UniformedMonth_one_standing",
    ].map((name) => `index ${name}`),
  },
  {
    why: "Prisma has no EXCLUDE: nobody sits in two sessions at once.",
    names: ["constraint SessionSeat.SessionSeat_one_at_a_time", "index SessionSeat_one_at_a_time"],
  },
  {
    why: "Prisma has no trigger: these keep the list of nominations, what a search of the cadre asks, what is counted of a case, whose time a session takes, and what nobody may change.",
    names: [
      "Call.balance_calls",
      "Candidacy.balance_changed_cases",
      "Candidacy.balance_gone_cases",
      "Candidacy.balance_new_cases",
      "Decision.balance_decisions",
      "Mission.balance_missions",
      "Nomination.balance_nominators",
      "Panel.balance_panels",
      "Person.balance_people",
      "Post.balance_posts",
      "StageEvent.balance_stages",
      "Vacancy.balance_vacancies",
      "Candidacy.list_changed_candidacies",
      "Candidacy.list_new_candidacies",
      "Candidacy.search_moved_cases",
      "CadreMembership.search_changed_members",
      "CadreMembership.search_new_members",
      "CadreConsent.search_consents",
      "CareerPost.search_careers",
      "Clearance.search_clearances",
      "CodeOfConduct.CodeOfConduct_stays",
      "Criterion.Criterion_frozen",
      "InductionStepVersion.InductionStepVersion_stays",
      "MemberIndex.kept_gone_members",
      "MentoringSession.MentoringSession_seats",
      "Nomination.list_changed_nominations",
      "Nomination.list_new_nominations",
      "Person.list_changed_people",
      "Person.search_people",
      "PersonLanguage.search_languages",
      "Profile.search_profiles",
      "Readiness.search_readiness",
      "State.search_regions",
      "VacancyInvitation.search_invitations",
      "PoolReview.list_changed_reviews",
      "RecordEvent.RecordEvent_append_only",
      "RecordHead.RecordHead_append_only",
      "RecordLeaf.RecordLeaf_append_only",
      "RecordNode.RecordNode_append_only",
      "Rubric.Rubric_frozen",
    ].map((name) => `trigger ${name}`),
  },
];

const cluster = process.env.CADRE_TEST_CLUSTER ?? "";
const template = process.env.CADRE_TEST_TEMPLATE ?? "";
const name = `worker_drift_${randomBytes(4).toString("hex")}`;

/** A database made from the schema alone, beside the one that the migrations made. */
beforeAll(async () => {
  await onDatabase(`${cluster}postgres`, (admin) => admin.query(`create database ${name}`));
  await ensureExtensions(cluster + name);
  await onDatabase(cluster + name, async (made) => made.query(await scriptOfSchema(cluster + name)));
});
afterAll(() =>
  onDatabase(`${cluster}postgres`, (admin) => admin.query(`drop database ${name} with (force)`)),
);

it("the migrations make what the schema describes, and beyond it only what is named here", async () => {
  const described = await onDatabase(cluster + name, describeDatabase);
  const migrated = await onDatabase(cluster + template, describeDatabase);
  expect(described.length).toBeGreaterThan(500);
  expect(described.filter((line) => !migrated.includes(line))).toEqual([]);
  const beyond = migrated.filter((line) => !described.includes(line));
  expect(beyond.map((line) => line.split(":")[0]?.replaceAll('"', "")).toSorted()).toEqual(
    BEYOND_THE_SCHEMA.flatMap(({ names }) => names).toSorted(),
  );
});
