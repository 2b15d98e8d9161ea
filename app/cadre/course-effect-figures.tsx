import type { Shown } from "#app/gender/disclosure.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Section } from "#app/ui/card.tsx";
import { Stat, StatRow } from "#app/ui/stat.tsx";
import { type CourseEffect, EFFECT_YEARS } from "./course-effect.ts";

/** Whether those who completed courses came to a shortlist within some years; small counts are hidden. */
export function CourseEffectFigures({ effect }: { readonly effect: CourseEffect }) {
  const { t, format } = useLanguage();
  const say = (count: Shown) =>
    count.kind === "hidden" ? t("course.effect.hidden") : format.number(count.value);
  const { percent } = effect;
  return (
    <Section title={t("course.effect.title")} lead={t("course.effect.lead", { years: EFFECT_YEARS })}>
      <StatRow>
        <Stat label={t("course.effect.completed")} value={say(effect.all)} />
        <Stat label={t("course.effect.reached")} value={say(effect.reached)} />
        <Stat
          label={t("course.effect.share")}
          value={percent === null ? "–" : format.percent(percent / 100)}
          note={percent === null ? t("course.effect.noShare") : undefined}
        />
      </StatRow>
    </Section>
  );
}
