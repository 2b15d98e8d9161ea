import { Link } from "@remix-run/react";
import { useT } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Alert } from "#app/ui/alert.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { type SeriesShown, SeriesWords } from "./series-words.tsx";

interface Props {
  readonly engagementId: string;
  readonly active: boolean;
  readonly plans: {
    readonly offer: {
      readonly id: string;
      readonly count: number;
      readonly offeredByOneself: boolean;
    } | null;
    readonly series: readonly (SeriesShown & { readonly id: string })[];
  };
}

/** What the two have planned together beside single sessions, and where they plan more. */
export function SessionPlans({ engagementId, active, plans }: Props) {
  const t = useT();
  const { offer, series } = plans;
  return (
    <Section
      title={t("mentoring.plans.title")}
      actions={
        active && (
          <>
            <LinkButton to={paths.offerSlots(engagementId)}>{t("mentoring.slots.title")}</LinkButton>
            <LinkButton to={paths.planSeries(engagementId)}>{t("mentoring.series.title")}</LinkButton>
          </>
        )
      }
    >
      {offer && (
        <Alert
          title={t(offer.offeredByOneself ? "mentoring.plans.offered" : "mentoring.plans.toAnswer", {
            count: offer.count,
          })}
          actions={<LinkButton to={paths.slotOffer(offer.id)}>{t("mentoring.plans.seeSlots")}</LinkButton>}
        />
      )}
      <ul className="mt-3">
        {series.map(({ id, ...shown }) => (
          <li key={id} className="py-1">
            <Link to={paths.series(id)}>
              <SeriesWords {...shown} />
            </Link>
          </li>
        ))}
        <li className="py-1">
          <Link to={paths.sharedActions(engagementId)}>{t("mentoring.actions.title")}</Link>
        </li>
        <li className="py-1">
          <Link to={paths.myCalendar()}>{t("mentoring.feed.title")}</Link>
        </li>
        <li className="py-1">
          <Link to={paths.forgetNotes(engagementId)}>{t("mentoring.forget.title")}</Link>
        </li>
      </ul>
    </Section>
  );
}
