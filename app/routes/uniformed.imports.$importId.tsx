import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { readUniformedImport } from "#app/gender/uniformed-import.queries.server.ts";
import { UniformedMonths, UniformedProblems, UniformedStanding } from "#app/gender/uniformed-report.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { Section } from "#app/ui/card.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

/** One file of figures: what it would change, or did, and which rows were refused. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "uniformed.readImports"));
  const today = now().toISOString().slice(0, 10);
  const sent = orNotFound(await readUniformedImport(readId(params.importId), today));
  return { title: sent.fileName, sent, mayTake: can(actor, "uniformed.import") };
}

export default function UniformedFile() {
  const { title, sent, mayTake } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbsLabel={t("gender.breadcrumbs")}
        breadcrumbs={[
          { to: paths.balance(), label: t("gender.balance.title") },
          { to: paths.uniformed(), label: t("gender.uniformed.title") },
          { to: paths.uniformedImports(), label: t("gender.uniformed.import.list") },
        ]}
        meta={format.dateTime(sent.endedAt ?? sent.createdAt)}
      />
      <UniformedStanding sent={sent} mayTake={mayTake} />
      <Section title={t("gender.uniformed.import.months")}>
        <UniformedMonths sent={sent} />
      </Section>
      {sent.problems.length > 0 && (
        <Section title={t("gender.uniformed.import.problems")}>
          <UniformedProblems sent={sent} />
        </Section>
      )}
    </>
  );
}
