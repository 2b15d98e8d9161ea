import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { measureTargets } from "#app/gender/measure-targets.server.ts";
import { FigureExports } from "#app/gender/published-figure.tsx";
import { readTargets } from "#app/gender/target.queries.server.ts";
import { TargetMethod, TargetTable } from "#app/gender/target-table.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

/** Every target by date, each with where we are against it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "target.read"));
  const t = await translatorOf(request);
  const today = now().toISOString().slice(0, 10);
  const targets = await readTargets({ withdrawn: true });
  return {
    title: t("gender.targets.title"),
    today,
    maySet: can(actor, "target.set"),
    targets: await measureTargets(targets, today, can(actor, "gender.readExact")),
  };
}

export default function Targets() {
  const { title, maySet, targets, today } = useLoaderData<typeof loader>();
  const { t } = useLanguage();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("gender.target.listLead")}
        breadcrumbsLabel={t("gender.breadcrumbs")}
        breadcrumbs={[{ to: paths.balance(), label: t("gender.balance.title") }]}
        actions={maySet && <LinkButton to={paths.newTarget()}>{t("gender.target.new")}</LinkButton>}
      />
      <TargetTable caption={t("gender.targets.caption")} targets={targets} today={today} linked />
      <FigureExports id="targets-all" title={t("gender.target.all")} />
      <TargetMethod />
    </>
  );
}
