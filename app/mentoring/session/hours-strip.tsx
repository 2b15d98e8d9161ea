import { useId } from "react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { classNames } from "#app/ui/class-names.ts";
import type { SharedHour } from "./slot-hours.ts";

interface Props {
  /** ISO date in the first person's zone. */
  readonly day: string;
  readonly hours: readonly SharedHour[];
  readonly names: readonly [string, string];
}

/** A day hour by hour by two people's clocks, the usual working hours of each shaded, those of both marked. */
export function HoursStrip({ day, hours, names }: Props) {
  const { t, format } = useLanguage();
  const captionId = useId();
  const both = hours.filter(({ works }) => works[0] && works[1]);
  return (
    <div className="my-5">
      {/* biome-ignore lint/a11y/useSemanticElements: a landmark for a small table would crowd the page, and a fieldset is for controls */}
      <div
        role="group"
        aria-labelledby={captionId}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
        className="relative overflow-x-auto"
      >
        <table className="border-collapse text-sm">
          <caption id={captionId} className="pb-1.5 text-start text-sm text-muted">
            {t("mentoring.hours.caption", { day: format.date(day) })}
          </caption>
          <tbody>
            {names.map((name, side) => (
              <tr key={name} className="border-y border-rule bg-surface">
                <th
                  scope="row"
                  className="sticky start-0 z-1 min-w-24 max-w-40 bg-inherit px-2 py-1 text-start font-semibold"
                >
                  {name}
                </th>
                {hours.map((hour) => (
                  <HourCell key={hour.at} hour={hour} side={side === 0 ? 0 : 1} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="measure mt-1.5 text-sm text-muted">
        {t("mentoring.hours.note", {
          count: both.length,
          hours: format.list(both.map(({ clocks }) => clocks[0])),
        })}
      </p>
    </div>
  );
}

function HourCell({ hour, side }: { readonly hour: SharedHour; readonly side: 0 | 1 }) {
  const { t } = useLanguage();
  const works = hour.works[side];
  const both = hour.works[0] && hour.works[1];
  const shade = both ? "bg-good-soft font-semibold" : works ? "bg-accent-soft" : "text-muted";
  const shift = side === 1 ? hour.dayShift : 0;
  return (
    <td
      className={classNames("figures border-s border-rule px-1.5 py-1 text-center whitespace-nowrap", shade)}
    >
      {/* A full hour by its number alone: a day of them fits a page. */}
      {hour.clocks[side].replace(/:00$/, "")}
      {shift !== 0 && (
        <span className="text-xs"> {t("mentoring.hours.dayShift", { shift: shift > 0 ? "+1" : "−1" })}</span>
      )}
      {works && (
        <span className="sr-only"> {t(both ? "mentoring.hours.both" : "mentoring.hours.works")}</span>
      )}
    </td>
  );
}
