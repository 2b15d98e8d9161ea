import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { SIGN_IN_MINUTES } from "#app/access/auth.server.ts";
import { backTo } from "#app/access/back.ts";
import { signInWithCode } from "#app/access/sign-in.server.ts";
import { SignInCodeForm } from "#app/access/sign-in-code-form.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

const schema = z.object({
  email: z.email(),
  code: z.string().trim().min(1).max(20),
  back: z.string().optional(),
});

export const meta = pageTitle;
export const handle = { scripts: false };

export async function loader({ request }: LoaderFunctionArgs) {
  const t = await translatorOf(request);
  return { title: t("access.signIn.title"), minutes: SIGN_IN_MINUTES };
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request, schema);
  if (!form.ok) return form.answer;
  const { email, code, back } = form.value;
  const result = await signInWithCode(email, code, request.headers);
  if (!result.ok) return form.refuse({ ...result.refusal, field: "code" });
  return redirect(backTo(back), { headers: result.value });
}

export default function SignInCode() {
  const { minutes } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  if (!reply) {
    return (
      <>
        <PageHeader title={t("access.signIn.title")} />
        <LinkButton to={paths.signIn()}>{t("access.signIn.title")}</LinkButton>
      </>
    );
  }
  const typed = reply.lastResult.initialValue ?? {};
  return (
    <>
      <PageHeader title={t("access.signIn.title")} />
      <SignInCodeForm
        email={String(typed.email ?? "")}
        back={backTo(String(typed.back ?? "/"))}
        minutes={minutes}
        reply={reply}
      />
    </>
  );
}
