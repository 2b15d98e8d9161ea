import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { rubricFormSchema } from "#app/selection/rubric/rubric-form.ts";
import { RubricHeader } from "#app/selection/rubric/rubric-header.tsx";
import { ownerPath } from "#app/selection/rubric/rubric-owner.ts";
import { openWorkshop } from "#app/selection/rubric/rubric-workshop.queries.server.ts";
import { RubricWorkshopForm } from "#app/selection/rubric/rubric-workshop-form.tsx";
import { saveRubric } from "#app/selection/rubric/save-rubric.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { LinkButton } from "#app/ui/button.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "rubric.write"));
  const t = await translatorOf(request);
  const workshop = orNotFound(await openWorkshop(actor, readId(params.rubricId)));
  return { title: t("rubric.change"), workshop };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "rubric.write"));
  const rubricId = readId(params.rubricId);
  const { offered, owner } = orNotFound(await openWorkshop(actor, rubricId));
  const form = await readForm(request, rubricFormSchema(new Map(offered.map((one) => [one.code, one]))));
  if (!form.ok) return form.answer;
  const { version, ...draft } = form.value;
  const result = await saveRubric(actor, { rubricId, version, draft });
  const done = owner.standing === "next" ? paths.rubricChange(rubricId) : ownerPath(owner);
  return result.ok ? redirect(done) : form.refuse(result.refusal);
}

export default function RubricWorkshop() {
  const { title, workshop } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useLanguage();
  const { owner, rubric, needsVersion } = workshop;
  const lead =
    needsVersion === null ? t("rubric.changeLeadCadre") : t("rubric.changeLead", { version: needsVersion });
  return (
    <>
      <RubricHeader
        title={title}
        owner={owner}
        version={rubric.version}
        lead={owner.draft ? lead : undefined}
      />
      {owner.draft ? (
        <RubricWorkshopForm workshop={workshop} reply={reply} />
      ) : (
        <Alert
          title={t("rubric.frozenTitle")}
          role="note"
          actions={
            owner.kind === "vacancy" ? (
              <LinkButton to={paths.rubricChange(rubric.id)}>{t("rubricChange.title")}</LinkButton>
            ) : (
              <LinkButton to={ownerPath(owner)}>{t("selection.rubric.title")}</LinkButton>
            )
          }
        >
          {t("refusal.rubricFrozen")}
        </Alert>
      )}
    </>
  );
}
