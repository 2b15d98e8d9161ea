import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { zoneChoices } from "#app/mentoring/session/session-form.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { localTimeOf } from "#app/platform/local-time.ts";
import { arrangeInterview } from "#app/selection/interview/arrange-interview.server.ts";
import { readInterview } from "#app/selection/interview/interview.queries.server.ts";
import { interviewSchema } from "#app/selection/interview/interview.ts";
import { InterviewForm } from "#app/selection/interview/interview-form.tsx";
import { PanelHeader } from "#app/selection/panel/panel-header.tsx";
import { Alert } from "#app/ui/alert.tsx";
import { LinkButton } from "#app/ui/button.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "interview.arrange"));
  const page = orNotFound(await readInterview(actor, readId(params.panelId), readId(params.candidacyId)));
  const zone = page.interview?.timeZone ?? actor.timeZone;
  const t = await translatorOf(request);
  const live = page.interview !== null && !page.interview.cancelled;
  return {
    title: t(live ? "interview.move" : "interview.set", { name: page.name }),
    page,
    live,
    zone,
    local: page.interview ? localTimeOf(new Date(page.interview.startsAt), zone) : "",
    zones: zoneChoices(zone, actor.timeZone, page.candidateZone),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "interview.arrange"));
  const at = { panelId: readId(params.panelId), candidacyId: readId(params.candidacyId) };
  const form = await readForm(request, interviewSchema);
  if (!form.ok) return form.answer;
  const result = await arrangeInterview(actor, { ...at, interview: form.value });
  return result.ok ? redirect(paths.panel(at.panelId)) : form.refuse(result.refusal);
}

export default function SetInterview() {
  const { title, page, live, ...form } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <PanelHeader
        vacancy={page.vacancy}
        panelId={page.panelId}
        title={title}
        lead={t("interview.setLead", { zone: page.candidateZone.replaceAll("_", " ") })}
        actions={
          live &&
          page.open && (
            <LinkButton to={paths.callOffInterview(page.panelId, page.candidacyId)}>
              {t("interview.callOff")}
            </LinkButton>
          )
        }
      />
      {page.open || reply ? (
        <InterviewForm page={page} {...form} reply={reply} />
      ) : (
        <Alert title={t("refusal.notArranging")} />
      )}
    </>
  );
}
