import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { caseTitle } from "#app/selection/candidate/case-title.ts";
import { readReferences } from "#app/selection/clearance/reference.queries.server.ts";
import { ReferenceList } from "#app/selection/clearance/reference-list.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "reference.read"));
  const t = await translatorOf(request);
  const page = orNotFound(await readReferences(actor, readId(params.candidacyId)));
  return { title: t("vetting.reference.title"), page, mayAsk: can(actor, "clearance.record") };
}

export default function References() {
  const { title, page, mayAsk } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  const { candidacyId, clearanceId, name, references } = page;
  const next = mayAsk ? (
    <LinkButton variant="primary" to={paths.askReferee(clearanceId)}>
      {t("vetting.reference.ask")}
    </LinkButton>
  ) : (
    <LinkButton to={paths.candidacy(candidacyId)}>{name}</LinkButton>
  );
  return (
    <>
      <PageHeader
        title={t("vetting.gate.of", { what: title, name })}
        eyebrow={`${page.reference} · ${caseTitle(format.locale, page)}`}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[
          mayAsk
            ? { to: paths.clearance(clearanceId), label: t("selection.clearance.kind.references") }
            : { to: paths.candidacy(candidacyId), label: name },
        ]}
        lead={t("vetting.reference.lead")}
        actions={references.length > 0 && mayAsk && next}
      />
      <ReferenceList references={references} action={next} />
    </>
  );
}
