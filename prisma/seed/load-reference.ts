import { createHash } from "node:crypto";
import type { ReferenceTarget } from "#app/gender/target.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { canonicalJson } from "#app/record/canonical.ts";
import { DEFAULT_CRITERIA } from "#app/selection/rubric/default-rubric.ts";
import { RUBRIC_LEVELS } from "#app/selection/rubric/rubric.ts";
import { INTERVIEW_QUESTIONS } from "./reference/interview-questions.ts";
import { CODES_OF_CONDUCT, INDUCTION_PUBLISHED_ON, INDUCTION_STEPS } from "./reference/mentor-induction.ts";
import { LANGUAGES, ROLE_KINDS } from "./reference/role-kinds.ts";
import { memberStates, missions, targets } from "./reference-data.ts";

/** The AppSetting that says which state of the reference data is loaded. */
export const REFERENCE_SETTING = "reference";

/**
 * Loads the reference data, or brings what is loaded up to date; run again without a change it writes nothing.
 *
 * @returns whether anything was written
 */
export async function loadReference(): Promise<boolean> {
  const data = {
    states: memberStates(),
    missions: missions(),
    targets: targets(),
    roleKinds: ROLE_KINDS,
    languages: LANGUAGES,
    criteria: DEFAULT_CRITERIA,
    questions: INTERVIEW_QUESTIONS,
    induction: INDUCTION_STEPS,
    codes: CODES_OF_CONDUCT,
  };
  const hash = createHash("sha256")
    .update(canonicalJson(JSON.parse(JSON.stringify(data))))
    .digest("hex");
  return inTransaction(async (tx) => {
    const loaded = await tx.appSetting.findUnique({ where: { key: REFERENCE_SETTING } });
    if (loaded?.value === hash) return false;
    for (const state of data.states) {
      await tx.state.upsert({
        where: { code: state.code },
        create: state,
        update: state,
        select: { code: true },
      });
    }
    for (const mission of data.missions) {
      const { acronym } = mission;
      await tx.mission.upsert({ where: { acronym }, create: mission, update: mission, select: { id: true } });
    }
    await loadRoles(tx);
    await loadCriteria(tx);
    await loadTargets(tx, data.targets);
    // Those there already stay as they are, retired ones too: the bank is the secretariat's.
    await tx.interviewQuestion.createMany({ data: [...INTERVIEW_QUESTIONS], skipDuplicates: true });
    await loadInduction(tx);
    await tx.appSetting.upsert({
      where: { key: REFERENCE_SETTING },
      create: { key: REFERENCE_SETTING, value: hash },
      update: { value: hash },
    });
    return true;
  });
}

async function loadRoles(tx: Transaction) {
  for (const [position, kind] of ROLE_KINDS.entries()) {
    const row = { ...kind, levels: [...kind.levels], position };
    await tx.roleKind.upsert({
      where: { code: kind.code },
      create: row,
      update: row,
      select: { code: true },
    });
  }
  for (const language of LANGUAGES) {
    await tx.language.upsert({ where: { code: language.code }, create: language, update: language });
  }
}

/** What was published stays as it was acknowledged, and what the secretariat wrote since is the secretariat's. */
async function loadInduction(tx: Transaction) {
  for (const [position, { code, ...words }] of INDUCTION_STEPS.entries()) {
    await tx.inductionStep.upsert({
      where: { code },
      create: { code, position },
      update: { position },
      select: { code: true },
    });
    const publishedOn = new Date(INDUCTION_PUBLISHED_ON);
    await tx.inductionStepVersion.createMany({
      data: [{ stepCode: code, version: 1, ...words, publishedOn }],
      skipDuplicates: true,
    });
  }
  await tx.codeOfConduct.createMany({
    data: CODES_OF_CONDUCT.map(({ publishedOn, ...code }) => ({
      ...code,
      publishedOn: new Date(publishedOn),
    })),
    skipDuplicates: true,
  });
}

/**
 * Targets that are not there yet, and a new version of those whose last one came from the reference data and differs: what
 * the secretariat set stays the secretariat's.
 */
async function loadTargets(tx: Transaction, targets: readonly ReferenceTarget[]) {
  for (const { value, source, due, ...identity } of targets) {
    const on = new Date(due);
    const { subject, measure, counting } = identity;
    const { id } = await tx.target.upsert({
      where: { subject_measure_counting_due: { subject, measure, counting, due: on } },
      create: { ...identity, due: on },
      update: {},
      select: { id: true },
    });
    const standing = await tx.targetVersion.findFirst({
      where: { targetId: id },
      orderBy: { version: "desc" },
    });
    const stands = standing && (standing.setById !== null || sameWording(standing, { value, source }));
    if (stands) continue;
    const version = (standing?.version ?? 0) + 1;
    await tx.targetVersion.create({ data: { targetId: id, version, value, source } });
  }
}

type Wording = Pick<ReferenceTarget, "value" | "source">;
const sameWording = (one: Wording, other: Wording) =>
  one.value === other.value && one.source === other.source;

/** The fifteen criteria as first versions of the library's; what officers made of them since is left alone. */
async function loadCriteria(tx: Transaction) {
  await tx.libraryCriterion.createMany({
    data: DEFAULT_CRITERIA.map(({ name, definition, anchors, ...facts }, index) => ({
      ...facts,
      version: 1,
      position: index + 1,
      levels: RUBRIC_LEVELS,
      name: { ...name },
      definition: { ...definition },
      anchors: anchors.map((anchor) => ({ ...anchor })),
    })),
    skipDuplicates: true,
  });
}
