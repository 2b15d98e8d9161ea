import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { today } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { latestCode, latestSteps } from "./induction.queries.server.ts";
import type { CodeVersion, StepVersion } from "./standard.ts";
import { askAboutCode, askAboutStep } from "./tell-standard.server.ts";

/**
 * The secretariat publishes a new version of the code of conduct. Who acknowledged an earlier one did so, and is asked to
 * acknowledge this one by a day; nobody is put out of the pool by it, but who rests or is not yet in it opens by this one.
 */
export function publishCode(actor: Actor, { version, dueOn, ...words }: CodeVersion) {
  return inTransaction(async (tx): Promise<Result<undefined>> => {
    if (!can(actor, "mentor.publishStandard")) return refuse("notFound");
    if (dueOn <= today()) return refuse("actionInPast", {}, "dueOn");
    const latest = await latestCode(tx);
    if (latest.version !== version) return refuse("changedMeanwhile");
    if (latest.textEn === words.textEn && latest.textFr === words.textFr) return refuse("nothingChanged");
    const next = version + 1;
    const { count } = await tx.codeOfConduct.createMany({
      data: [{ version: next, ...words, ...published(actor, dueOn) }],
      skipDuplicates: true,
    });
    if (count !== 1) return refuse("changedMeanwhile");
    await appendEvent(tx, actor, {
      kind: "codeOfConduct.published",
      subject: { type: "codeOfConduct", id: String(next) },
      facts: { version: next, dueOn },
      committed: words,
    });
    await askAboutCode(tx, next, dueOn);
    return ok();
  }, "Serializable");
}

/** The secretariat publishes a new version of a step of the induction; who knows an earlier one is asked again by a day. */
export function publishStep(actor: Actor, stepCode: string, { version, dueOn, ...words }: StepVersion) {
  return inTransaction(async (tx): Promise<Result<undefined>> => {
    const latest = (await latestSteps(tx)).find(({ code }) => code === stepCode);
    if (!latest || !can(actor, "mentor.publishStandard")) return refuse("notFound");
    if (dueOn <= today()) return refuse("actionInPast", {}, "dueOn");
    if (latest.version !== version) return refuse("changedMeanwhile");
    const { titleEn, titleFr, textEn, textFr } = latest;
    const same = [titleEn, titleFr, textEn, textFr].join("\n\n");
    if (same === [words.titleEn, words.titleFr, words.textEn, words.textFr].join("\n\n"))
      return refuse("nothingChanged");
    const next = version + 1;
    const { count } = await tx.inductionStepVersion.createMany({
      data: [{ stepCode, version: next, ...words, ...published(actor, dueOn) }],
      skipDuplicates: true,
    });
    if (count !== 1) return refuse("changedMeanwhile");
    await appendEvent(tx, actor, {
      kind: "inductionStep.published",
      subject: { type: "inductionStep", id: stepCode },
      facts: { version: next, dueOn },
      committed: words,
    });
    await askAboutStep(tx, { stepCode, version: next, ...words }, dueOn);
    return ok();
  }, "Serializable");
}

const published = ({ userId }: Actor, dueOn: string) => ({
  publishedOn: new Date(today()),
  dueOn: new Date(dueOn),
  publishedById: userId,
});
