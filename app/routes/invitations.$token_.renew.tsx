import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { keptAnswersOf, keptAnswersSchema } from "#app/selection/candidate/kept-answers.ts";
import { renewInvitation } from "#app/selection/candidate/renew-invitation.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

/** Asks for a new link, with what was typed by the old one; whatever comes of it, the page that follows is the same. */
export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const form = await readForm(request, keptAnswersSchema);
  await renewInvitation(token, keptAnswersOf(form.typed));
  return redirect(paths.renewInvitation(token));
}

export async function loader({ request }: LoaderFunctionArgs) {
  const t = await translatorOf(request);
  return { title: t("selection.invitation.sentTitle") };
}

export default function Renewed() {
  const { title } = useLoaderData<typeof loader>();
  const { t } = useLanguage();
  return (
    <PageHeader
      title={title}
      lead={t("selection.invitation.sentText")}
      actions={<LinkButton to={paths.signIn(paths.myCases())}>{t("selection.consent.signIn")}</LinkButton>}
    />
  );
}
