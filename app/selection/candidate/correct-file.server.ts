import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { candidacyTransitions } from "#app/selection/lifecycle.ts";
import { type CorrectionForm, statedIn } from "#app/selection/nomination/profile.ts";
import { differencesOf } from "./candidate-file.ts";
import { caseFile } from "./case-file.queries.server.ts";
import { keepFileVersion } from "./keep-file-version.server.ts";
import { unknownIn, writeOwnFile } from "./write-own-file.server.ts";

interface Order {
  readonly candidacyId: string;
  readonly form: CorrectionForm;
}

/**
 * The candidate corrects the file. What stood there is kept as a version of its own, and a screener who has the file
 * open is told that it changed. Of two tabs the second is shown what the first saved, before it saves over it.
 */
export function correctFile(actor: Actor, { candidacyId, form }: Order): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const candidacy = await tx.candidacy.findUnique({
      where: { id: candidacyId },
      select: {
        state: true,
        version: true,
        personId: true,
        vacancy: { select: { state: true } },
        fileVersions: { orderBy: { number: "desc" }, take: 1, select: { number: true, content: true } },
      },
    });
    if (!candidacy || !can(actor, "file.correct", candidacy)) return refuse("notFound");
    const { state, personId, vacancy } = candidacy;
    const next = take(candidacyTransitions.keepFile, state, { vacancyState: vacancy.state });
    if (!next.ok) return next;
    const [latest] = candidacy.fileVersions;
    if ((latest?.number ?? 0) !== form.basedOn) return refuse("fileChangedMeanwhile");
    const unknown = await unknownIn(tx, form);
    if (unknown) return { ok: false, refusal: unknown };
    const before = await caseFile(tx, candidacy);
    const after = statedIn(before, form);
    const fields = differencesOf(before, after).map(({ field }) => field);
    if (fields.length === 0) return refuse("nothingChanged");
    const moved = await tx.candidacy.updateMany({
      where: { id: candidacyId, version: candidacy.version },
      data: { version: { increment: 1 } },
    });
    if (moved.count !== 1) return refuse("changedMeanwhile");
    await writeOwnFile(tx, personId, form);
    const version = { candidacyId, author: "candidate", writtenById: actor.userId, content: after } as const;
    const number = await keepFileVersion(tx, version);
    await appendEvent(tx, actor, {
      kind: "file.corrected",
      subject: { type: "candidacy", id: candidacyId },
      facts: { number, fields },
      committed: { file: after },
    });
    return ok();
  }, "Serializable");
}
