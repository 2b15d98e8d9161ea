import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { listLanguages } from "#app/selection/needs/mission.queries.server.ts";
import { draftVacancy } from "#app/selection/vacancy/draft-vacancy.server.ts";
import { listDraftablePosts } from "#app/selection/vacancy/vacancy.queries.server.ts";
import { draftSchema } from "#app/selection/vacancy/vacancy.ts";
import { VacancyForm } from "#app/selection/vacancy/vacancy-form.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "vacancy.draft"));
  const t = await translatorOf(request);
  const [posts, languages] = await Promise.all([listDraftablePosts(), listLanguages()]);
  const asked = new URL(request.url).searchParams.get("post");
  const chosen = posts.find(({ id }) => id === asked)?.id ?? null;
  return { title: t("selection.vacancy.draft"), posts, languages, chosen };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "vacancy.draft"));
  const form = await readForm(request, draftSchema);
  if (!form.ok) return form.answer;
  const result = await draftVacancy(actor, form.value);
  return result.ok ? redirect(paths.vacancy(result.value.vacancyId)) : form.refuse(result.refusal);
}

export default function DraftVacancy() {
  const { title, posts, languages, chosen } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useLanguage();
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[{ to: paths.vacancies(), label: t("selection.vacancy.list") }]}
        lead={t("selection.vacancy.draftLead")}
      />
      {posts.length > 0 ? (
        <VacancyForm posts={posts} languages={languages} chosen={chosen} reply={reply} />
      ) : (
        <EmptyState
          title={t("selection.vacancy.noPost")}
          text={t("selection.vacancy.noPostText")}
          action={<LinkButton to={paths.missions()}>{t("selection.mission.list")}</LinkButton>}
        />
      )}
    </>
  );
}
