import { Link } from "@remix-run/react";
import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { OpenBalance } from "./open-balance.ts";

/** Leaders in post by level, with the share of women. */
export function OpenLevels({ levels }: { readonly levels: OpenBalance["leaders"]["levels"] }) {
  const { t, format } = useLanguage();
  const figures = (["women", "men", "other"] as const).map((key) => ({
    key,
    header: t(`gender.column.${key === "women" ? "woman" : key === "men" ? "man" : "other"}`),
    align: "end" as const,
    cell: (line: (typeof levels)[number]) => format.number(line[key]),
  }));
  return (
    <div className="mt-8">
      <DataTable
        caption={t("openData.levels")}
        rows={levels}
        rowKey={({ level }) => level}
        empty={null}
        columns={[
          { key: "level", header: t("gender.leaders.level"), cell: ({ level }) => level },
          ...figures,
          {
            key: "share",
            header: t("gender.flow.share"),
            align: "end",
            cell: ({ share }) => (share.value === null ? t("gender.none") : format.percent(share.value)),
          },
        ]}
      />
    </div>
  );
}

/** The calls that take nominations, the next to close first. */
export function OpenCalls({ calls }: { readonly calls: OpenBalance["calls"] }) {
  const { t, format } = useLanguage();
  return (
    <Section
      id="calls"
      title={t("openData.calls")}
      lead={t("openData.callsLead", { count: calls.total })}
      actions={
        <LinkButton size="small" to={paths.calls()}>
          {t("openData.allCalls")}
        </LinkButton>
      }
    >
      <DataTable
        caption={t("openData.calls")}
        captionHidden
        rows={calls.listed}
        rowKey={({ reference }) => reference}
        empty={<p className="text-muted">{t("openData.noCalls")}</p>}
        columns={[
          {
            key: "title",
            header: t("openData.call"),
            rowHeader: true,
            cell: ({ reference, title }) => (
              <Link to={paths.call(reference)}>{inLanguage(format.locale, title)}</Link>
            ),
          },
          {
            key: "reference",
            header: t("gender.vacancies.reference"),
            nowrap: true,
            cell: ({ reference }) => reference,
          },
          { key: "closes", header: t("call.closes"), cell: ({ closesAt }) => format.dateTime(closesAt) },
        ]}
      />
    </Section>
  );
}

/** The public register of pledges, a line a kind. */
export function OpenPledges({ pledges }: { readonly pledges: OpenBalance["pledges"] }) {
  const { t, format } = useLanguage();
  const number = (value: number) => format.number(value);
  return (
    <Section
      id="pledges"
      title={t("openData.pledges")}
      lead={t("openData.pledgesLead")}
      actions={
        <LinkButton size="small" to={paths.statePledges()}>
          {t("pledge.register")}
        </LinkButton>
      }
    >
      <DataTable
        caption={t("openData.pledges")}
        captionHidden
        rows={pledges}
        rowKey={({ kind }) => kind}
        empty={<p className="text-muted">{t("openData.noPledges")}</p>}
        columns={[
          {
            key: "kind",
            header: t("pledge.kind"),
            rowHeader: true,
            cell: ({ kind }) => t(`pledge.kind.${kind}`),
          },
          { key: "states", header: t("openData.states"), align: "end", cell: ({ states }) => number(states) },
          ...(["registered", "verified", "ready", "delivered"] as const).map((level) => ({
            key: level,
            header: t(`openData.level.${level}`),
            align: "end" as const,
            cell: (line: (typeof pledges)[number]) => number(line.pledges[level]),
          })),
          {
            key: "promised",
            header: t("pledge.promised"),
            align: "end",
            cell: ({ promised }) => number(promised),
          },
          {
            key: "delivered",
            header: t("openData.foundDelivered"),
            align: "end",
            cell: ({ delivered }) => number(delivered),
          },
        ]}
      />
    </Section>
  );
}
