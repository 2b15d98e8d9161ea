import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import type { Figure } from "./figure.ts";
import { PublishedFigure } from "./published-figure.tsx";

interface Props {
  readonly on: string;
  readonly figures: readonly Figure[];
  /** Whether the reader sees exact figures, and so everybody else by gender. */
  readonly exact: boolean;
}

/** The leaders in post on a day, by list against the target and by post, and how their balance went in the last years. */
export function BalanceLeaders({ on, figures, exact }: Props) {
  const { t, format } = useLanguage();
  return (
    <Section
      id="leaders"
      title={t("gender.leaders.title")}
      lead={t("gender.leaders.lead", { on: format.date(on) })}
      actions={
        exact && (
          <LinkButton size="small" to={paths.balanceOfPeople()}>
            {t("figure.people.title")}
          </LinkButton>
        )
      }
    >
      {figures[0]?.rows.length === 0 ? (
        <EmptyState
          title={t("gender.leaders.none")}
          text={t("gender.leaders.noneText")}
          action={<LinkButton to="#targets">{t("gender.leaders.toTargets")}</LinkButton>}
        />
      ) : (
        <div className="grid grid-cols-1 gap-8">
          {figures.map((figure) => (
            <PublishedFigure key={figure.id} figure={figure} />
          ))}
        </div>
      )}
    </Section>
  );
}
