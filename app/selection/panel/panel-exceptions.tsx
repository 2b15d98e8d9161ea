import type { FieldMetadata } from "@conform-to/react";
import { useEffect, useState } from "react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { fieldProps, type Say } from "#app/ui/field-props.ts";
import { FORCED_RULES, RULE_REASON_LENGTH } from "./composition-settings.ts";
import { exceptionsNeeded, type RuleCheck } from "./panel-composition.ts";

interface Props {
  readonly rows: readonly { readonly rule: FieldMetadata<string>; readonly reason: FieldMetadata<string> }[];
  readonly checks: readonly RuleCheck[];
  readonly say: Say;
}

/**
 * The reason for each rule that is not met. Before scripts run nobody knows which will be, so every rule that binds has
 * its field; then those that are met step back.
 */
export function PanelExceptions({ rows, checks, say }: Props) {
  const { t } = useLanguage();
  const [live, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  const needed = exceptionsNeeded(checks);
  return rows.map(({ rule, reason }, place) => {
    const check = checks.find((one) => one.rule === FORCED_RULES[place]);
    const posted = <input key={rule.name} type="hidden" name={rule.name} value={FORCED_RULES[place]} />;
    if (!check?.exceptable) return posted;
    const shown = !live || needed.includes(check.rule) || Boolean(reason.errors);
    return (
      <div key={rule.name} hidden={!shown} className="mt-4">
        {posted}
        <TextArea
          {...fieldProps(reason, say)}
          label={t("selection.setPanel.exceptionReason", {
            rule: t(`selection.report.exception.${check.rule}`),
          })}
          hint={t("selection.setPanel.exceptionHint", { characters: RULE_REASON_LENGTH })}
          rows={2}
        />
      </div>
    );
  });
}
