import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { backTo } from "#app/access/back.ts";
import { useRefusalWords } from "#app/access/refusal-words.tsx";
import { signInWithLink } from "#app/access/sign-in.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readFormData } from "#app/platform/form.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { FormActions } from "#app/ui/form.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;
export const handle = { scripts: false };

/** The link is opened by mail scanners too, so opening it only shows a button; pressing it uses the link up. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const t = await translatorOf(request);
  return {
    title: t("access.signIn.linkTitle"),
    token: searchParams.get("token") ?? "",
    back: backTo(searchParams.get("back")),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readFormData(request);
  const result = await signInWithLink(String(form.get("token") ?? ""), request.headers);
  if (!result.ok) return data({ refusal: result.refusal }, { status: 422 });
  return redirect(backTo(String(form.get("back") ?? "")), { headers: result.value });
}

export default function SignInLink() {
  const { token, back } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const say = useRefusalWords();
  if (answer) {
    return (
      <>
        <PageHeader title={t("access.signIn.linkTitle")} />
        <Alert
          tone="bad"
          title={say(answer.refusal)}
          actions={<LinkButton to={paths.signIn(back)}>{t("access.signIn.title")}</LinkButton>}
        />
      </>
    );
  }
  return (
    <>
      <PageHeader title={t("access.signIn.linkTitle")} lead={t("access.signIn.linkText")} />
      <Form method="post" action={paths.signInLink("")}>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="back" value={back} />
        <FormActions>
          <Button>{t("access.signIn.useLink")}</Button>
        </FormActions>
      </Form>
    </>
  );
}
