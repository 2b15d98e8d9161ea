import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { can } from "#app/access/can.ts";
import { notFound, permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { readMember } from "#app/cadre/member.queries.server.ts";
import { MemberFacts } from "#app/cadre/member-facts.tsx";
import { ReadinessTable } from "#app/cadre/readiness-table.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { today } from "#app/platform/clock.server.ts";
import { listSharedFeedback } from "#app/selection/decision/feedback.queries.server.ts";
import { SharedFeedback } from "#app/selection/decision/shared-feedback.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "cadre.read"));
  const id = z.uuid().safeParse(params.membershipId);
  const member = id.success ? await readMember(id.data, actor.locale) : null;
  if (!member) throw notFound();
  const title = `${member.person.givenName} ${member.person.familyName}`;
  const shared = await listSharedFeedback(actor, member.personId);
  return { title, member, shared, mayAdmit: can(actor, "cadre.admit"), today: today() };
}

export default function Member() {
  const { title, member, shared, mayAdmit, today } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.cadre(), label: t("cadre.list.title") }]}
        actions={<LinkButton to={paths.development(member.id)}>{t("development.open")}</LinkButton>}
      />
      <MemberFacts {...member} />
      <Section
        title={t("cadre.member.readiness")}
        actions={
          mayAdmit && <LinkButton to={paths.revalidate(member.id)}>{t("cadre.revalidate.title")}</LinkButton>
        }
      >
        <ReadinessTable findings={member.readiness} today={today} renews={mayAdmit ? member.id : null} />
      </Section>
      <SharedFeedback feedback={shared} />
    </>
  );
}
