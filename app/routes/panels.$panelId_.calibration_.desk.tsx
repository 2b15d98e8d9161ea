import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { useRefusalWords } from "#app/access/refusal-words.tsx";
import { answerRefusal, permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { PanelHeader } from "#app/selection/panel/panel-header.tsx";
import { readCalibration } from "#app/selection/sheet/calibration.queries.server.ts";
import { openDesk } from "#app/selection/sheet/lead-calibration.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { FormActions } from "#app/ui/form.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const page = orNotFound(await readCalibration(actor, readId(params.panelId)));
  permit(page.leads);
  if (!page.mayAgree) throw redirect(paths.calibration(page.panelId));
  const t = await translatorOf(request);
  return { title: t("calibration.end"), page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const panelId = readId(params.panelId);
  const result = await openDesk(actor, { panelId });
  if (result.ok) return redirect(paths.panel(panelId));
  answerRefusal(result.refusal);
  return data({ refusal: result.refusal }, { status: 422 });
}

/** The chair's last look before the desk opens: what the panel has still to agree on, or the button. */
export default function OpenDesk() {
  const { title, page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const say = useRefusalWords();
  const back = <LinkButton to={paths.calibration(page.panelId)}>{t("calibration.title")}</LinkButton>;
  const refusal =
    reply?.refusal ??
    (page.unsettled > 0 ? { code: "levelsNotAgreed", params: { count: page.unsettled } } : null);
  return (
    <>
      <PanelHeader
        vacancy={page.vacancy}
        panelId={page.panelId}
        title={title}
        lead={t("calibration.endLead")}
      />
      {refusal ? (
        <Alert tone="warn" role={reply ? "alert" : "status"} title={say(refusal)} actions={back} />
      ) : (
        <Form method="post">
          <FormActions>
            <Button>{t("calibration.openDesk")}</Button>
            {back}
          </FormActions>
        </Form>
      )}
    </>
  );
}
