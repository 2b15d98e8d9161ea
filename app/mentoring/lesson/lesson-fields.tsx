import { useLanguage } from "#app/i18n/provider.tsx";
import { Fieldset } from "#app/ui/choice-field.tsx";
import { TextField } from "#app/ui/field.tsx";
import type { Flag } from "./identifying.ts";

/** What was flagged in a lesson, with the reason given so far why each can stay. */
export interface FlagReasons {
  readonly flags: readonly Flag[];
  readonly reasons: readonly { readonly found: string; readonly reason: string }[];
}

/** What may identify, each beside the reason why it stays; whatever is not meant to stay is changed in the text. */
export function LessonFlags({ flags, reasons }: FlagReasons) {
  const { t } = useLanguage();
  if (flags.length === 0) return null;
  return (
    <Fieldset legend={t("lesson.flags")} id="lesson-flags" hint={t("lesson.flagsHint")}>
      {flags.map(({ kind, text }, index) => (
        <div key={`${kind} ${text}`}>
          <input type="hidden" name={`kept[${index}].found`} value={text} />
          <TextField
            id={`lesson-kept-${index}`}
            name={`kept[${index}].reason`}
            label={t("lesson.flagOf", { kind: t(`lesson.flag.${kind}`), text })}
            hint={t("lesson.keepWhy")}
            defaultValue={reasons.find(({ found }) => found === text)?.reason}
            width="full"
            maxLength={300}
          />
        </div>
      ))}
    </Fieldset>
  );
}
