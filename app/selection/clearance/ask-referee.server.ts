import { randomUUID } from "node:crypto";
import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { linkToken } from "#app/platform/cipher.server.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction } from "#app/platform/database.server.ts";
import { enqueue } from "#app/platform/jobs.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { hashToken } from "#app/selection/candidate/invitation.ts";
import { loadGate } from "./load-gate.server.ts";
import { MOST_REFEREES, type NewReferee, REFERENCE_DAYS } from "./reference.ts";

const DAY = 86_400_000;

interface Order {
  readonly clearanceId: string;
  readonly referee: NewReferee;
}

type Asked = Result<{ readonly referenceId: string }>;

/**
 * Asks a referee by mail for a reference. The link is the referee's alone, serves once, and only its hash is kept;
 * asking the same referee again sends a new one, and the former serves no more.
 */
export function askReferee(actor: Actor, { clearanceId, referee }: Order): Promise<Asked> {
  return inTransaction(async (tx): Promise<Asked> => {
    if (!can(actor, "clearance.record") || actor.userId === null) return refuse("notPermitted");
    const loaded = await loadGate(tx, actor, clearanceId);
    if (!loaded.ok) return loaded;
    const gate = loaded.value;
    if (gate.kind !== "references") return refuse("notFound");
    const known = await tx.reference.findUnique({
      where: { clearanceId_email: { clearanceId, email: referee.email } },
      select: { id: true, answeredAt: true },
    });
    if (known?.answeredAt && known.answeredAt >= gate.requestedAt)
      return refuse("refereeAnswered", {}, "email");
    if (!known && gate.references.length >= MOST_REFEREES)
      return refuse("tooManyReferees", { most: MOST_REFEREES });
    const { post } = gate.candidacy.vacancy;
    const { givenName, familyName } = gate.candidacy.person;
    const [referenceId, askedAt] = [known?.id ?? randomUUID(), now()];
    const token = referenceToken({ id: referenceId, askedAt });
    const tokenHash = hashToken(token);
    const expiresAt = new Date(askedAt.getTime() + REFERENCE_DAYS.serves * DAY);
    const asked = {
      tokenHash,
      askedAt,
      expiresAt,
      addedById: actor.userId,
      remindedAt: null,
      answeredAt: null,
    };
    await tx.reference.upsert({
      where: { id: referenceId },
      create: { id: referenceId, clearanceId, ...referee, ...asked },
      update: { ...referee, ...asked, answers: null },
      select: { id: true },
    });
    await appendEvent(tx, actor, {
      kind: "reference.asked",
      subject: { type: "reference", id: referenceId },
      facts: { candidacyId: gate.candidacyId, clearanceId },
      committed: { email: referee.email },
    });
    await queueMail(tx, {
      kind: "referenceAsked",
      to: referee.email,
      locale: referee.locale,
      params: {
        name: referee.name,
        candidate: `${givenName} ${familyName}`,
        post: nameIn(referee.locale, post.roleKind),
        link: paths.reference(token),
        dueOn: expiresAt.toISOString().slice(0, 10),
      },
      dedupeKey: `reference:${tokenHash}`,
    });
    const first = new Date(askedAt.getTime() + REFERENCE_DAYS.remindAfter * DAY);
    await enqueue(tx, "remindReferee", { referenceId }, `remind:${referenceId}`, first);
    return ok({ referenceId });
  }, "Serializable");
}

/** The token of the link that was sent when a referee was last asked. */
export const referenceToken = ({ id, askedAt }: { readonly id: string; readonly askedAt: Date }): string =>
  linkToken(`reference:${id}:${askedAt.toISOString()}`);
