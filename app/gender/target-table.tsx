import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { MeasuredTarget } from "./target.ts";
import { asWords, standingValue, stateWords, TARGET_ABOUT, targetValue, timeLeft } from "./target-words.ts";

interface Props {
  readonly caption: string;
  readonly targets: readonly MeasuredTarget[];
  /** ISO date: what of the time is left counts from it. */
  readonly today: string;
  /** Whether the reader may open a target's own page. */
  readonly linked: boolean;
  /** What stood at a target's date, where it is past and that is known. */
  readonly atDue?: (target: MeasuredTarget) => ReactNode;
}

const TONES = { reached: "good", open: "info", missed: "warn", unknown: "neutral" } as const;

/** Targets with where we are against each: value, gap in points and in people, and of which day or period the figure is. */
export function TargetTable({ caption, targets, today, linked, atDue }: Props) {
  const { t, format } = useLanguage();
  const none = t("gender.none");
  const gapOf = ({ measure, standing }: MeasuredTarget) =>
    standing === null
      ? none
      : t(measure === "shareOfWomen" ? "gender.target.gapPoints" : "gender.target.gapTimes", {
          gap: format.number(standing.gap, 1),
        });
  return (
    <DataTable
      caption={caption}
      captionHidden
      stacks="pairs"
      rows={targets}
      rowKey={({ id }) => id}
      empty={<p>{t("gender.targets.none")}</p>}
      columns={[
        {
          key: "subject",
          header: t("gender.targets.subject"),
          rowHeader: true,
          cell: ({ id, subject, withdrawn }) => (
            <>
              {linked ? (
                <Link to={paths.target(id)}>{t(`gender.subject.${subject}`)}</Link>
              ) : (
                t(`gender.subject.${subject}`)
              )}
              {withdrawn && <Badge>{t("gender.target.withdrawn")}</Badge>}
            </>
          ),
        },
        {
          key: "value",
          header: t("gender.targets.value"),
          cell: (target) => targetValue(t, format, target),
        },
        {
          key: "due",
          header: t("gender.targets.due"),
          nowrap: true,
          cell: ({ due }) => (
            <>
              {format.date(due)}
              <span className="block text-muted">{timeLeft(t, due, today)}</span>
            </>
          ),
        },
        ...(atDue ? [{ key: "atDue", header: t("gender.target.atDue"), cell: atDue }] : []),
        {
          key: "now",
          header: t("gender.target.now"),
          cell: (target) => (
            <>
              {standingValue(t, format, target)}
              {target.standing && (
                <span className="block text-muted">
                  {t("gender.target.counted", {
                    women: format.number(target.standing.counted.women),
                    all: format.number(target.standing.counted.women + target.standing.counted.men),
                  })}
                </span>
              )}
            </>
          ),
        },
        { key: "gap", header: t("gender.target.gap"), align: "end", cell: gapOf },
        {
          key: "people",
          header: t("gender.target.moreWomen"),
          align: "end",
          cell: ({ standing }) => (standing === null ? none : format.number(standing.moreWomen)),
        },
        {
          key: "state",
          header: t("gender.target.state"),
          cell: (target) => <Badge tone={TONES[target.state]}>{stateWords(t, target, today)}</Badge>,
        },
        { key: "as", header: t("gender.target.as"), cell: (target) => asWords(t, format, target) },
        { key: "source", header: t("gender.targets.source"), cell: ({ source }) => source },
      ]}
    />
  );
}

/** How a target is held against the figures. */
export function TargetMethod() {
  const { t } = useLanguage();
  return (
    <details className="mt-4">
      <summary className="min-h-6 w-fit font-semibold text-accent">{t("gender.about.title")}</summary>
      <ul className="measure mt-3 grid list-disc gap-2 ps-5">
        {TARGET_ABOUT.map((one) => (
          <li key={one}>{t(`gender.target.about.${one}`)}</li>
        ))}
      </ul>
    </details>
  );
}
