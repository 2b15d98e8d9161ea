import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readOutboxMail } from "#app/access/account.queries.server.ts";
import { notFound, permit } from "#app/access/respond.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { isProduction } from "#app/platform/config.server.ts";
import { Section } from "#app/ui/card.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ params }: LoaderFunctionArgs) {
  permit(!isProduction());
  const id = z.uuid().safeParse(params.mailId);
  const mail = id.success ? await readOutboxMail(id.data) : null;
  if (!mail) throw notFound();
  return { ...mail, title: mail.subject ?? "" };
}

export default function OutboxMail() {
  const mail = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader
        title={mail.subject ?? t("access.outbox.waiting")}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.outbox(), label: t("access.outbox.title") }]}
        meta={mail.toAddress}
      />
      {mail.html && (
        <Section title={t("access.outbox.html")}>
          <iframe
            title={t("access.outbox.html")}
            srcDoc={mail.html}
            sandbox="allow-top-navigation-by-user-activation allow-popups"
            className="h-160 w-full border border-rule bg-white"
          />
        </Section>
      )}
      {mail.text && (
        <Section title={t("access.outbox.text")}>
          <pre className="overflow-x-auto bg-sunken p-4 text-sm whitespace-pre-wrap">{mail.text}</pre>
        </Section>
      )}
      {mail.calendar && (
        <Section title={t("access.outbox.calendar")}>
          <pre className="overflow-x-auto bg-sunken p-4 text-sm">{mail.calendar}</pre>
        </Section>
      )}
    </>
  );
}
