import { randomUUID } from "node:crypto";
import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { linkToken } from "#app/platform/cipher.server.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { enqueue } from "#app/platform/jobs.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { hashToken } from "#app/selection/candidate/invitation.ts";
import { VACANCY_TITLE } from "#app/selection/panel/panel-state.queries.server.ts";
import { type AskForm, askRefusal, endOfDay } from "./file-request.ts";
import { requirementsOf } from "./requirement.ts";
import { requirementKey } from "./requirements.ts";
import { screeningBar } from "./screener.ts";

const DAY = 86_400_000;

interface Order {
  readonly candidacyId: string;
  readonly form: AskForm;
}

type Asked = Result<{ readonly requestId: string }>;

/**
 * A screener asks the candidate for more: only the fields named open, an explanation in words, a document, by a link
 * that serves once and until the day stated. Nobody's candidacy ends because no answer comes: people screen then on what there is.
 */
export function askCandidate(actor: Actor, { candidacyId, form }: Order): Promise<Asked> {
  return inTransaction(async (tx): Promise<Asked> => {
    if (!can(actor, "screening.record") || actor.userId === null) return refuse("notPermitted");
    const candidacy = await load(tx, candidacyId, actor.userId);
    if (!candidacy || candidacy.conflicts.length > 0) return refuse("notFound");
    const { person, nomination, vacancy, state } = candidacy;
    const bar = screeningBar(actor, { candidateUserId: person.userId, ...nomination });
    if (bar) return { ok: false, refusal: bar };
    const waiting = candidacy.fileRequests.length > 0;
    const facts = { state, vacancyState: vacancy.state, waiting, dueOn: form.dueOn, now: now() };
    const refusal = askRefusal(facts);
    if (refusal) return { ok: false, refusal };
    const keys = requirementsOf(vacancy.requirements).map(requirementKey);
    if (form.explainFor !== null && !keys.includes(form.explainFor))
      return refuse("requirementGone", {}, "explainFor");
    const request = { id: randomUUID(), askedAt: now(), dueAt: endOfDay(form.dueOn) };
    const token = requestToken(request);
    const { fields, question, explain, documentKind } = form;
    const explainFor = explain === null ? null : form.explainFor;
    await tx.fileRequest.create({
      data: {
        ...request,
        candidacyId,
        askedById: actor.userId,
        fields,
        question,
        ...{ explain, explainFor, documentKind },
        tokenHash: hashToken(token),
      },
    });
    await appendEvent(tx, actor, {
      kind: "candidate.asked",
      subject: { type: "candidacy", id: candidacyId },
      facts: { requestId: request.id, fields, explainFor, documentKind, dueOn: form.dueOn },
      committed: { question, explain },
    });
    const locale = person.user?.locale ?? "en";
    await queueMail(tx, {
      kind: "candidateAsked",
      to: person.email,
      locale,
      params: {
        name: `${person.givenName} ${person.familyName}`,
        post: nameIn(locale, vacancy.post.roleKind),
        mission: vacancy.post.mission.acronym,
        link: paths.answer(token),
        dueOn: form.dueOn,
      },
      dedupeKey: `asked:${request.id}`,
    });
    const reminder = new Date(request.dueAt.getTime() - 2 * DAY);
    await enqueue(tx, "remindCandidate", { requestId: request.id }, `remind:${request.id}`, reminder);
    return ok({ requestId: request.id });
  }, "Serializable");
}

/** The token of the link that a candidate was sent. */
export const requestToken = ({ id, askedAt }: { readonly id: string; readonly askedAt: Date }): string =>
  linkToken(`fileRequest:${id}:${askedAt.toISOString()}`);

const load = (tx: Transaction, id: string, screenerId: string) =>
  tx.candidacy.findUnique({
    where: { id },
    select: {
      state: true,
      nomination: { select: { nominatedById: true, stateCode: true } },
      vacancy: { select: { ...VACANCY_TITLE, state: true, requirements: true } },
      person: {
        select: {
          userId: true,
          givenName: true,
          familyName: true,
          email: true,
          user: { select: { locale: true } },
        },
      },
      fileRequests: { where: { answeredAt: null, dueAt: { gt: now() } }, select: { id: true } },
      conflicts: { where: { member: { userId: screenerId } }, select: { id: true } },
    },
  });
