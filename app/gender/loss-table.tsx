import { useLanguage } from "#app/i18n/provider.tsx";
import { Section } from "#app/ui/card.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { readingOf, type StageImpact } from "./stage-impact.ts";
import { impactAt, type StageLoss, type StepPart } from "./stage-loss.ts";

interface Props {
  readonly loss: StageLoss;
  readonly impacts: readonly StageImpact[];
}

/** At which step women are lost: said in words first, with the parts of the difference behind it. */
export function LossTable({ loss, impacts }: Props) {
  const { t, format } = useLanguage();
  if (loss.kind === "withheld") return null;
  return (
    <Section level={3} id="lost" title={t("gender.loss.title")} lead={t("gender.loss.lead")}>
      <LossWords loss={loss} impacts={impacts} />
      {loss.kind !== "notEnough" && loss.parts.length > 0 && (
        <DataTable
          caption={t("gender.loss.caption")}
          rows={loss.parts}
          rowKey={({ to }) => to}
          empty={null}
          note={t("gender.loss.note")}
          columns={[
            {
              key: "step",
              header: t("gender.impact.step"),
              cell: ({ from, to }) =>
                t("gender.impact.stepOf", { from: t(`gender.stage.${from}`), to: t(`gender.stage.${to}`) }),
            },
            {
              key: "part",
              header: t("gender.loss.part"),
              align: "end",
              cell: ({ part }) => format.signed(100 * part, 1),
            },
            {
              key: "women",
              header: t("gender.loss.women"),
              align: "end",
              cell: ({ women }) => format.signed(-women, 1),
            },
          ]}
        />
      )}
    </Section>
  );
}

function LossWords({ loss, impacts }: Props) {
  const { t, format } = useLanguage();
  if (loss.kind === "withheld") return null;
  if (loss.kind === "notEnough") {
    return <p className="measure">{t("gender.loss.notEnough", { women: loss.women, men: loss.men })}</p>;
  }
  const { womenThrough, menThrough, until, most, kind } = loss;
  const through = t("gender.loss.through", {
    women: format.percent(womenThrough, 1),
    men: format.percent(menThrough, 1),
    until: t(`gender.stage.${until}`),
  });
  const named = (step: StepPart) =>
    t("gender.loss.most", {
      from: t(`gender.stage.${step.from}`),
      to: t(`gender.stage.${step.to}`),
      part: format.signed(100 * step.part, 1),
      whole: format.signed(100 * (womenThrough - menThrough), 1),
    });
  const clear = most !== null && CLEAR.has(readingAt(impacts, most));
  return (
    <p className="measure mb-4">
      {through} {most === null ? t("gender.loss.notBehind") : named(most)}{" "}
      {most !== null &&
        t(kind === "tooFew" ? "gender.loss.tooFew" : `gender.loss.${clear ? "clear" : "unclear"}`)}
    </p>
  );
}

const CLEAR: ReadonlySet<string> = new Set(["clear", "flaggedClear"]);

function readingAt(impacts: readonly StageImpact[], step: StepPart) {
  const impact = impactAt(impacts, step);
  return impact ? readingOf(impact) : "notShown";
}
