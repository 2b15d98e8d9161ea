import { useForm } from "@conform-to/react";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { SIGN_IN_MINUTES } from "#app/access/auth.server.ts";
import { backTo } from "#app/access/back.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { requestSignIn } from "#app/access/request-sign-in.server.ts";
import { getActor } from "#app/access/session.server.ts";
import { SignInCodeForm } from "#app/access/sign-in-code-form.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { isProduction } from "#app/platform/config.server.ts";
import { readForm } from "#app/platform/form.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

const schema = z.object({ email: z.email(), back: z.string().optional() });

export const meta = pageTitle;
export const handle = { scripts: false };

export async function loader({ request }: LoaderFunctionArgs) {
  const back = backTo(new URL(request.url).searchParams.get("back"));
  if (await getActor(request)) throw redirect(back);
  const t = await translatorOf(request);
  return { title: t("access.signIn.title"), back, demonstration: !isProduction() };
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request, schema);
  if (!form.ok) return form.answer;
  const { email, back } = form.value;
  const result = await requestSignIn(email, request.headers, back);
  if (!result.ok) return form.refuse(result.refusal);
  return data({ sentTo: email, minutes: SIGN_IN_MINUTES });
}

export default function SignIn() {
  const { back, demonstration } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <PageHeader title={t("access.signIn.title")} lead={t("access.signIn.lead")} />
      {answer && "sentTo" in answer ? (
        <SignInCodeForm email={answer.sentTo} minutes={answer.minutes} back={back} />
      ) : (
        <AddressForm back={back} reply={answer} />
      )}
      {demonstration && (
        <div className="mt-10">
          <Alert
            title={t("access.signIn.demoText")}
            role="note"
            actions={<LinkButton to={paths.demo()}>{t("access.signIn.demo")}</LinkButton>}
          />
        </div>
      )}
    </>
  );
}

function AddressForm({
  back,
  reply,
}: {
  readonly back: string;
  readonly reply: Parameters<typeof useFormWords>[0];
}) {
  const t = useT();
  const say = useFormWords(reply);
  const [form, fields] = useForm<z.infer<typeof schema>>({ id: "sign-in", lastResult: reply?.lastResult });
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <input type="hidden" name="back" value={back} />
      <TextField
        {...fieldProps(fields.email, say)}
        label={t("access.signIn.email")}
        hint={t("access.signIn.emailHint")}
        type="email"
        autoComplete="email"
        required
      />
      <FormActions>
        <Button>{t("access.signIn.send")}</Button>
      </FormActions>
    </Form>
  );
}
