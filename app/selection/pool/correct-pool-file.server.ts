import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { differencesOf } from "#app/selection/candidate/candidate-file.ts";
import { caseFile } from "#app/selection/candidate/case-file.queries.server.ts";
import { keepPoolFile } from "#app/selection/candidate/keep-file-version.server.ts";
import { unknownIn, writeOwnFile } from "#app/selection/candidate/write-own-file.server.ts";
import { type CorrectionForm, statedIn } from "#app/selection/nomination/profile.ts";
import { loadPoolReview } from "./pool-review.queries.server.ts";
import { poolReviewTransitions } from "./pool-review.ts";

interface Order {
  readonly nominationId: string;
  readonly form: CorrectionForm;
}

/**
 * Somebody nominated for the cadre corrects the file with which they agreed to be reviewed, until the review begins.
 * What stood there is kept; an officer who has the file open is told that it changed. Of two tabs the second is shown
 * what the first saved, before it saves over it.
 */
export function correctPoolFile(actor: Actor, { nominationId, form }: Order): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const review = await loadPoolReview(tx, nominationId);
    if (!review || !can(actor, "pool.answer", review)) return refuse("notFound");
    const { state, version, withdrawn, personId } = review;
    const next = take(poolReviewTransitions.keepFile, state, { withdrawn, found: review.sheets.length });
    if (!next.ok) return next;
    const latest = await tx.poolFileVersion.count({ where: { nominationId } });
    if (latest !== form.basedOn) return refuse("fileChangedMeanwhile");
    const unknown = await unknownIn(tx, form);
    if (unknown) return { ok: false, refusal: unknown };
    const before = await caseFile(tx, review);
    const after = statedIn(before, form);
    const fields = differencesOf(before, after).map(({ field }) => field);
    if (fields.length === 0) return refuse("nothingChanged");
    const moved = await tx.poolReview.updateMany({
      where: { nominationId, state, version },
      data: { version: { increment: 1 } },
    });
    if (moved.count !== 1) return refuse("changedMeanwhile");
    await writeOwnFile(tx, personId, form);
    const own = { nominationId, author: "candidate", writtenById: actor.userId, content: after } as const;
    const number = await keepPoolFile(tx, own);
    await appendEvent(tx, actor, {
      kind: "file.corrected",
      subject: { type: "nomination", id: nominationId },
      facts: { number, fields },
      committed: { file: after },
    });
    return ok();
  }, "Serializable");
}
