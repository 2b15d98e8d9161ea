import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import type { ListRule } from "#app/selection/nomination/list-rule.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { listRuleOf } from "./call-words.ts";

interface Props {
  readonly call: {
    readonly opensAt: string | null;
    readonly closesAt: string | null;
    readonly takesUntil: string | null;
    readonly timeZone: string;
    readonly graceMinutes: number;
    readonly listRule: ListRule;
    readonly listNumbers: unknown;
    readonly selfNomination: boolean;
    readonly toEvery: boolean;
  };
  /** The states it is addressed to, for those who may know; null for everybody else. */
  readonly states:
    | readonly { readonly code: string; readonly nameEn: string; readonly nameFr: string }[]
    | null;
}

/** The terms of a call: its hours, to whom it is addressed, and what a state's list must look like. */
export function CallFacts({ call, states }: Props) {
  const { t, format } = useLanguage();
  const { opensAt, closesAt, takesUntil, timeZone, graceMinutes } = call;
  const time = (instant: string | null) => (instant ? format.dateTime(instant, timeZone) : "–");
  return (
    <DefinitionList
      items={[
        { term: t("call.opens"), detail: opensAt ? time(opensAt) : t("call.opensAtPublication") },
        { term: t("call.closes"), detail: time(closesAt) },
        {
          term: t("call.grace"),
          detail:
            graceMinutes > 0
              ? t("call.graceText", { minutes: graceMinutes, time: time(takesUntil) })
              : t("call.noGrace"),
        },
        {
          term: t("call.addressed"),
          detail: call.toEvery
            ? t("call.toEvery")
            : states
              ? format.list(states.map((state) => nameIn(format.locale, state)))
              : t("call.toChosen"),
        },
        {
          term: t("call.rule"),
          detail: (
            <>
              <strong className="block">{t(`call.rule.${call.listRule}`)}</strong>
              {listRuleOf(t, call.listRule, call.listNumbers)}
            </>
          ),
        },
        {
          term: t("call.selfNomination"),
          detail: t(call.selfNomination ? "call.selfNominationYes" : "call.selfNominationNo"),
        },
      ]}
    />
  );
}
