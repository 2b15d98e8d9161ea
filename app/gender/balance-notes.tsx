import { useLanguage } from "#app/i18n/provider.tsx";
import { Alert } from "#app/ui/alert.tsx";
import { Section } from "#app/ui/card.tsx";
import { DataTable } from "#app/ui/table.tsx";

interface Target {
  readonly id: string;
  readonly subject: string;
  readonly unit: string;
  readonly value: number | null;
  readonly baselineYear: number | null;
  readonly due: string | null;
  readonly source: string;
}

/** What has been set as a target, by when, by whom. */
export function BalanceTargets({ targets }: { readonly targets: readonly Target[] }) {
  const { t, format, known } = useLanguage();
  const subjectOf = (subject: string) => {
    const found = known(`gender.subject.${subject.replaceAll(" ", "")}`);
    return found ? t(found) : subject;
  };
  const valueIn = ({ unit, value, baselineYear }: Target) => {
    if (value === null) return t("gender.none");
    return unit === "multiple"
      ? t("gender.targets.multiple", { value: format.number(value), year: String(baselineYear ?? "") })
      : t("gender.targets.percent", { value: format.number(value) });
  };
  return (
    <Section id="targets" title={t("gender.targets.title")} lead={t("gender.targets.lead")}>
      <DataTable
        caption={t("gender.targets.caption")}
        captionHidden
        rows={targets}
        rowKey={({ id }) => id}
        empty={<p>{t("gender.targets.none")}</p>}
        columns={[
          {
            key: "subject",
            header: t("gender.targets.subject"),
            cell: ({ subject }) => subjectOf(subject),
          },
          { key: "value", header: t("gender.targets.value"), cell: valueIn },
          {
            key: "due",
            header: t("gender.targets.due"),
            nowrap: true,
            cell: ({ due }) => (due ? format.date(due) : t("gender.none")),
          },
          { key: "source", header: t("gender.targets.source"), cell: ({ source }) => source },
        ]}
      />
    </Section>
  );
}

/** Says whether the page shows exact or published figures. */
export function BalanceShows({ exact }: { readonly exact: boolean }) {
  const { t } = useLanguage();
  const shows = exact ? "exact" : "released";
  return (
    <Alert role="note" tone={exact ? "warn" : "info"} title={t(`gender.balance.shows.${shows}`)}>
      {t(`gender.balance.shows.${shows}Text`)}
    </Alert>
  );
}

const METHOD = ["who", "share", "protection", "named", "regions"] as const;

/** How the figures are computed, with the sources. */
export function BalanceMethod() {
  const { t } = useLanguage();
  return (
    <details className="mt-10 border-t border-rule pt-3">
      <summary className="min-h-6 w-fit font-semibold text-accent">{t("gender.method.title")}</summary>
      <ul className="measure mt-3 grid list-disc gap-2 ps-5">
        {METHOD.map((one) => (
          <li key={one}>{t(`gender.method.${one}`)}</li>
        ))}
      </ul>
    </details>
  );
}
