import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orNotFound } from "#app/access/read-id.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { readStandards } from "#app/mentoring/pool/standard.queries.server.ts";
import { CodeVersions, StandardSteps } from "#app/mentoring/pool/standards.tsx";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

/** What mentors agree to, for overseers: who is through with it, and for the secretariat the way to the next version. */
export async function loader({ request }: LoaderFunctionArgs) {
  const standards = orNotFound(await readStandards(await requireActor(request)));
  const t = await translatorOf(request);
  return { title: t("pool.standard.title"), standards };
}

export default function Standards() {
  const { title, standards } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("pool.standard.lead")}
        breadcrumbsLabel={t("mentoring.breadcrumbs")}
        breadcrumbs={[{ to: paths.mentors(), label: t("mentoring.mentors.title") }]}
        meta={t("pool.standard.mentors", { count: standards.mentors })}
      />
      <StandardSteps {...standards} />
      <CodeVersions {...standards} />
    </>
  );
}
