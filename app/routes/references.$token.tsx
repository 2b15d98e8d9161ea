import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orNotFound } from "#app/access/read-id.server.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { answerReference } from "#app/selection/clearance/answer-reference.server.ts";
import { findReference } from "#app/selection/clearance/reference.queries.server.ts";
import { referenceSchema } from "#app/selection/clearance/reference.ts";
import { ReferenceForm } from "#app/selection/clearance/reference-form.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const t = await translatorOf(request);
  const found = await findReference(params.token ?? "");
  return { title: t("vetting.reference.title"), found };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? "";
  orNotFound(await findReference(token));
  const form = await readForm(request, referenceSchema);
  if (!form.ok) return form.answer;
  const result = await answerReference({ token, answers: form.value });
  return result.ok ? redirect(paths.reference(token)) : form.refuse(result.refusal);
}

export default function Reference() {
  const { title, found } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  // What came too late, or after another answer, stands in its form with why it was not taken.
  if (found && found.standing !== "waiting" && reply) {
    return (
      <>
        <PageHeader title={title} />
        <ReferenceForm reply={reply} />
      </>
    );
  }
  if (found?.standing !== "waiting") {
    const key = !found ? "noLink" : found.standing === "answered" ? "thanks" : "over";
    return (
      <>
        <PageHeader title={title} />
        <EmptyState
          title={t(`vetting.reference.${key}`)}
          text={t(`vetting.reference.${key}Text`)}
          action={<LinkButton to={paths.home()}>{t("vetting.reference.home")}</LinkButton>}
        />
      </>
    );
  }
  const { candidate, roleKind, dueOn, referee } = found;
  return (
    <>
      <PageHeader
        title={t("vetting.reference.formTitle", { name: candidate })}
        eyebrow={referee}
        lead={t("vetting.reference.formLead", { name: candidate, post: nameIn(format.locale, roleKind) })}
        meta={t("selection.vacancy.until", { date: format.date(dueOn) })}
      />
      <p className="measure mb-6">{t("vetting.reference.confidential")}</p>
      <ReferenceForm reply={reply} />
    </>
  );
}
