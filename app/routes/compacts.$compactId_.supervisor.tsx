import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { listSupervisors, readCompact } from "#app/cadre/compact.queries.server.ts";
import { supervisorSchema } from "#app/cadre/compact.ts";
import { nameSupervisor } from "#app/cadre/name-supervisor.server.ts";
import { SupervisorForm } from "#app/cadre/supervisor-form.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export { readAgain as shouldRevalidate } from "#app/access/read-again.ts";
export const meta = pageTitle;

/** The secretariat names who stands in the place of whom a leader answers to. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "compact.open"));
  const compact = orNotFound(await readCompact(actor, readId(params.compactId)));
  const { id, name, year, supervisor, supervisorId, mayName } = compact;
  const [t, supervisors] = await Promise.all([translatorOf(request), listSupervisors()]);
  return {
    title: t("compact.nameSupervisor"),
    compact: { id, supervisorId, mayName, title: `${name}, ${year}`, supervisor: supervisor ?? "–" },
    supervisors: supervisors.filter((one) => one.id !== supervisorId),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "compact.open"));
  const compactId = readId(params.compactId);
  const form = await readForm(request, supervisorSchema);
  if (!form.ok) return form.answer;
  const result = await nameSupervisor(actor, compactId, form.value);
  return result.ok ? redirect(paths.compact(compactId)) : form.refuse(result.refusal);
}

export default function NameSupervisor() {
  const { title, compact, supervisors } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("compact.nameSupervisorLead", { name: compact.supervisor })}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[
          { to: paths.compacts(), label: t("compact.list") },
          { to: paths.compact(compact.id), label: compact.title },
        ]}
      />
      {compact.mayName && supervisors.length > 0 ? (
        <SupervisorForm fromId={compact.supervisorId} supervisors={supervisors} reply={reply} />
      ) : (
        <EmptyState
          title={t(compact.mayName ? "compact.noSupervisor" : "compact.supervisorSigned")}
          text={t(compact.mayName ? "compact.noSupervisorText" : "compact.supervisorSignedText")}
          action={<LinkButton to={paths.compact(compact.id)}>{compact.title}</LinkButton>}
        />
      )}
    </>
  );
}
