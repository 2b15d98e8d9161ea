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
      "Criterion.Criterion_weight",
      "DuplicatePair.DuplicatePair_two",
      "FieldService.FieldService_months",
      "MatchProposal.MatchProposal_score",
      "Mentor.Mentor_availability",
      "Mentor.Mentor_capacity",
      "MentoringSession.MentoringSession_duration",
      "MissionNeedItem.MissionNeedItem_level",
      "Nomination.Nomination_nominator_check",
      "PersonLanguage.PersonLanguage_level",
      "PoolReview.PoolReview_answered_check",
      "PoolReview.PoolReview_decided_check",
      "PoolReview.PoolReview_entered_check",
      "PoolReview.PoolReview_reasons_check",
      "Rubric.Rubric_frozen_has_hash",
      "ScoreEntry.ScoreEntry_level",
      "SessionFeedback.SessionFeedback_usefulness",
      "Vacancy.Vacancy_published_by_a_call",
    ].map((name) => `constraint ${name}`),
  },
  {
    why: "Prisma has no index over some of a table's rows.",
    names: [
      "MatchProposal_one_live",
      "Nomination_once_without_vacancy",
      "PanelMember_one_chair",
      "RoleGrant_once_without_state",
    ].map((name) => `index ${name}`),
  },
  {
    why: "Prisma has no trigger: these keep the list of nominations, and what nobody may change.",
    names: [
      "Candidacy.list_changed_candidacies",
      "Candidacy.list_new_candidacies",
      "Criterion.Criterion_frozen",
      "Nomination.list_changed_nominations",
      "Nomination.list_new_nominations",
      "Person.list_changed_people",
      "RecordEvent.RecordEvent_append_only",
      "RecordHead.RecordHead_append_only",
      "RecordLeaf.RecordLeaf_append_only",
      "RecordNode.RecordNode_append_only",
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
