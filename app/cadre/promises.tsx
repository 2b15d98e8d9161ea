import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { Promises as Lines } from "./state-pledge.queries.server.ts";
import { isCounted } from "./state-pledge.ts";

interface Props {
  readonly lines: Lines;
  readonly stateCode: string;
}

/** What a state promised against what came of it, each with how that is known. */
export function Promises({ lines, stateCode }: Props) {
  const { t, format } = useLanguage();
  return (
    <Section
      title={t("pledge.promises")}
      lead={t("pledge.promisesLead")}
      actions={
        <LinkButton size="small" to={paths.statePledges({ state: stateCode })}>
          {t("pledge.register")}
        </LinkButton>
      }
    >
      <DataTable
        caption={t("pledge.promises")}
        captionHidden
        stacks
        rows={lines}
        rowKey={({ kind }) => kind}
        empty={<p className="text-muted">{t("pledge.nothingPromised")}</p>}
        columns={[
          {
            key: "kind",
            header: t("pledge.kind"),
            rowHeader: true,
            cell: ({ kind }) => t(`pledge.kind.${kind}`),
          },
          {
            key: "promised",
            header: t("pledge.promised"),
            align: "end",
            cell: ({ promised }) => format.number(promised),
          },
          {
            key: "delivered",
            header: t("pledge.delivered"),
            align: "end",
            cell: ({ delivered }) => format.number(delivered),
          },
          {
            key: "how",
            header: t("pledge.howKnown"),
            cell: ({ kind, since }) =>
              isCounted(kind)
                ? t(`pledge.countedBy.${kind}`, { date: format.date(since) })
                : t("pledge.verifiedBy"),
          },
        ]}
      />
    </Section>
  );
}
