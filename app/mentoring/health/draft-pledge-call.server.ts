import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { loadMessages } from "#app/i18n/catalogues.ts";
import { formatter } from "#app/i18n/format.ts";
import { nameIn, readyLanguage } from "#app/i18n/languages.ts";
import { translator } from "#app/i18n/translate.ts";
import { gapWords } from "#app/mentoring/matching/gap-words.ts";
import { now, today } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { daysAfter } from "#app/platform/utc-day.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { LEAST_ANSWER_DAYS, type NewPledgeCall, refuseAnswerDay } from "./pledge-call.ts";

/** An officer drafts a call for pledges from what the pool lacks: one message a state, in the language of its focal point. */
export function draftPledgeCall(actor: Actor, asked: NewPledgeCall): Promise<Result<{ callId: string }>> {
  return inTransaction(async (tx) => {
    if (!can(actor, "pledgeCall.write")) return refuse("notPermitted");
    const soon = refuseAnswerDay(asked.answerBy, daysAfter(today(), LEAST_ANSWER_DAYS));
    if (soon) return { ok: false, refusal: soon };
    const states = await loadAddressees(tx, asked.states);
    if (states.length < new Set(asked.states).size) return refuse("stateWithoutFocalPoint", {}, "states");
    const languages = await tx.language.findMany({ select: { code: true, nameEn: true, nameFr: true } });
    const texts = await Promise.all(states.map((state) => firstText(state, asked, languages)));
    const { id: callId } = await tx.pledgeCall.create({
      data: {
        gaps: asked.gaps,
        answerBy: new Date(asked.answerBy),
        createdById: actor.userId ?? "",
        createdAt: now(),
        addressees: { create: texts },
      },
      select: { id: true },
    });
    await appendEvent(tx, actor, {
      kind: "pledgeCall.drafted",
      subject: { type: "pledgeCall", id: callId },
      facts: {
        gaps: asked.gaps,
        states: states.map(({ code }) => code),
        answerBy: asked.answerBy,
      },
    });
    return ok({ callId });
  });
}

/** The states asked that have somebody to ask. */
function loadAddressees(tx: Transaction, codes: readonly string[]) {
  return tx.state.findMany({
    where: {
      code: { in: [...codes] },
      roleGrants: { some: { role: "focalPoint", revokedAt: null } },
    },
    orderBy: { code: "asc" },
    select: {
      code: true,
      nameEn: true,
      nameFr: true,
      roleGrants: {
        where: { role: "focalPoint", revokedAt: null },
        orderBy: { id: "asc" },
        take: 1,
        select: { user: { select: { locale: true } } },
      },
    },
  });
}

type Addressee = Awaited<ReturnType<typeof loadAddressees>>[number];

/** The message to begin with: what is lacking, in the language that the state's focal point reads. */
async function firstText(
  state: Addressee,
  { gaps, answerBy }: NewPledgeCall,
  languages: readonly { readonly code: string; readonly nameEn: string; readonly nameFr: string }[],
) {
  const language = readyLanguage(state.roleGrants[0]?.user.locale ?? "en");
  const t = translator(language, await loadMessages(language));
  const format = formatter(language, "UTC");
  const languageName = (code: string) => {
    const row = languages.find((one) => one.code === code);
    return row ? nameIn(language, row) : code;
  };
  const text = t("pledgeCall.firstText", {
    state: nameIn(language, state),
    gaps: format.list(gaps.map((key) => gapWords(t, key, languageName))),
    date: format.date(answerBy),
  });
  return { stateCode: state.code, text };
}
