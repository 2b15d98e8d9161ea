import { Link } from "@remix-run/react";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { listServiceReports } from "./service-report.queries.server.ts";
import { componentTotal, type RankCount, type ServiceComponent } from "./service-report.ts";
import { shareIn } from "./uniformed.ts";

type States = Awaited<ReturnType<typeof listServiceReports>>["states"];

/** What states report of their services, side by side. */
export function ServiceStates({ states }: { readonly states: States }) {
  const { t, format } = useLanguage();
  const shareOf = (ranks: readonly RankCount[], component: ServiceComponent) => {
    const total = componentTotal(ranks, component);
    const share = shareIn(total);
    if (share === null) return t("gender.services.notReported");
    const counted = { women: format.number(total.women), all: format.number(total.women + total.men) };
    return `${format.percent(share, 1)} · ${t("gender.target.counted", counted)}`;
  };
  const seniorOf = (ranks: readonly RankCount[]) => {
    const senior = ranks.filter(({ grade }) => grade === "general" || grade === "colonel");
    return shareOf(senior, "military");
  };
  return (
    <DataTable
      caption={t("gender.services.title")}
      captionHidden
      rows={states}
      rowKey={({ code }) => code}
      empty={
        <EmptyState
          title={t("gender.services.none")}
          action={<LinkButton to={paths.uniformed()}>{t("gender.uniformed.title")}</LinkButton>}
        />
      }
      columns={[
        {
          key: "state",
          header: t("nominating.column.state"),
          rowHeader: true,
          cell: ({ code, ...state }) => <Link to={paths.state(code)}>{nameIn(format.locale, state)}</Link>,
        },
        { key: "asOf", header: t("gender.services.asOf"), cell: ({ asOf }) => format.date(asOf) },
        {
          key: "military",
          header: t("gender.services.military"),
          cell: ({ ranks }) => shareOf(ranks, "military"),
        },
        { key: "senior", header: t("gender.services.seniorMilitary"), cell: ({ ranks }) => seniorOf(ranks) },
        { key: "police", header: t("gender.services.police"), cell: ({ ranks }) => shareOf(ranks, "police") },
        {
          key: "roles",
          header: t("gender.services.roles"),
          cell: (one) => (
            <>
              {one.rolesOpen === null || one.rolesAll === null
                ? t("gender.services.notReported")
                : t("gender.services.rolesOf", {
                    open: format.number(one.rolesOpen),
                    all: format.number(one.rolesAll),
                  })}
            </>
          ),
        },
      ]}
    />
  );
}
