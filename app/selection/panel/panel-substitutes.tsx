import { Link } from "@remix-run/react";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Section } from "#app/ui/card.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { PANEL_SIZE } from "./composition-settings.ts";
import type { PanelSetup } from "./panel-page.ts";
import type { Obstacle, Substitutes } from "./substitutes.ts";

interface Props extends Substitutes {
  /** Which seat they are asked for, counted from 1. */
  readonly seat: number;
  readonly states: PanelSetup["states"];
}

/** Who could take a seat of the panel as it is saved; where nobody can, what keeps how many out. */
export function PanelSubstitutes({ seat, proposed, excluded, states }: Props) {
  const { t, format } = useLanguage();
  return (
    <Section
      title={t("selection.setPanel.substitutes", { number: seat })}
      lead={t("selection.setPanel.substitutesText")}
    >
      <DataTable
        caption={t("selection.setPanel.substitutes", { number: seat })}
        captionHidden
        rows={proposed}
        rowKey={({ userId }) => userId}
        empty={<Obstacles excluded={excluded} />}
        columns={[
          {
            key: "name",
            header: t("selection.setPanel.substitute"),
            rowHeader: true,
            cell: ({ name }) => name,
          },
          {
            key: "gender",
            header: t("selection.setPanel.gender"),
            cell: ({ gender }) => t(`selection.gender.${gender}`),
          },
          {
            key: "nationality",
            header: t("selection.setPanel.nationality"),
            cell: ({ nationality }) => nameOfState(states, nationality, format.locale),
          },
          {
            key: "conflicts",
            header: t("selection.setPanel.conflicts"),
            align: "end",
            cell: ({ conflicts }) => format.number(conflicts),
          },
        ]}
      />
    </Section>
  );
}

function nameOfState(states: Props["states"], code: string, locale: string) {
  const state = states.find((one) => one.code === code);
  return state ? nameIn(locale, state) : code;
}

interface Links extends Pick<PanelSetup, "vacancyId" | "accounts"> {
  readonly members: readonly { readonly userId: string }[];
}

/** Asks for substitutes, seat by seat, without script; and for somebody to add while there is room. */
export function SubstituteLinks({ vacancyId, accounts, members }: Links) {
  const { t } = useLanguage();
  const nameOf = (userId: string) => accounts.find((one) => one.userId === userId)?.name;
  return (
    <ul className="mt-6 space-y-1">
      {members.map(({ userId }, row) => (
        <li key={userId}>
          <Link to={paths.setPanel(vacancyId, row)}>
            {t("selection.setPanel.substituteLink", { number: row + 1 })}
          </Link>{" "}
          <span className="text-muted">{nameOf(userId)}</span>
        </li>
      ))}
      {members.length < PANEL_SIZE.most && (
        <li>
          <Link to={paths.setPanel(vacancyId, members.length)}>{t("selection.setPanel.addLink")}</Link>
        </li>
      )}
    </ul>
  );
}

function Obstacles({ excluded }: Pick<Substitutes, "excluded">) {
  const { t } = useLanguage();
  return (
    <div className="mb-6">
      <p className="font-semibold">{t("selection.setPanel.noSubstitute")}</p>
      <ul className="list-disc ps-5">
        {excluded.map(({ obstacle, accounts }) => (
          <li key={obstacle}>{t(obstacleName(obstacle), { count: accounts })}</li>
        ))}
      </ul>
    </div>
  );
}

const obstacleName = (obstacle: Obstacle) => `selection.setPanel.obstacle.${obstacle}` as const;
