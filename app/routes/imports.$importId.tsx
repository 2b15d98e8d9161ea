import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readImportPage } from "#app/selection/nomination/import.queries.server.ts";
import { ImportProblems } from "#app/selection/nomination/import-problems.tsx";
import { ImportStanding } from "#app/selection/nomination/import-standing.tsx";
import { Alert } from "#app/ui/alert.tsx";
import { Section } from "#app/ui/card.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

/** One sheet: whether its cells are good, and how far it has been entered. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const page = orNotFound(await readImportPage(actor, readId(params.importId)));
  return { title: page.fileName, page };
}

export default function Import() {
  const { page } = useLoaderData<typeof loader>();
  const { t, format } = useLanguage();
  return (
    <>
      <PageHeader
        title={page.fileName}
        eyebrow={`${page.reference} · ${page.call}`}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.newImport(page.callId), label: t("nominating.import.title") }]}
        meta={format.dateTime(page.finishedAt ?? page.createdAt)}
      />
      {page.encoding === "windows-1252" && (
        <Alert tone="warn" role="note" title={t("nominating.import.encoding.windows1252")} />
      )}
      {page.encoding?.startsWith("utf-16") && (
        <Alert role="note" title={t("nominating.import.encoding.utf16")} />
      )}
      <ImportStanding page={page} />
      {page.problems.length > 0 && (
        <Section title={t("nominating.import.problems")}>
          <ImportProblems page={page} />
        </Section>
      )}
    </>
  );
}
