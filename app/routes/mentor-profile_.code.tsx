import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { orNotFound } from "#app/access/read-id.server.ts";
import { useRefusalWords } from "#app/access/refusal-words.tsx";
import { answerRefusal, notFound } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { acknowledgeCode } from "#app/mentoring/pool/brief-mentor.server.ts";
import { readOwnInduction } from "#app/mentoring/pool/induction.queries.server.ts";
import { codeSchema } from "#app/mentoring/pool/mentor-form.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readFormData } from "#app/platform/form.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { FormActions } from "#app/ui/form.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { state, code } = orNotFound(await readOwnInduction(actor));
  const t = await translatorOf(request);
  return { title: t("pool.code.title"), state, code };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const read = codeSchema.safeParse(Object.fromEntries(await readFormData(request)));
  if (!read.success) throw notFound();
  const result = await acknowledgeCode(actor, read.data);
  return result.ok ? redirect(paths.mentorCode()) : answerRefusal(result.refusal);
}

export default function MentorCode() {
  const { title, state, code } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const say = useRefusalWords();
  const { version, textEn, textFr, publishedOn, acknowledgedOn } = code;
  const sentences = nameIn(format.locale, { nameEn: textEn, nameFr: textFr }).split("\n");
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbsLabel={t("mentoring.breadcrumbs")}
        breadcrumbs={[{ to: paths.mentorProfile(), label: t("mentoring.profile.title") }]}
        meta={t("pool.code.version", { version, day: format.date(publishedOn) })}
      />
      {reply && <Alert tone="bad" title={say(reply.refusal)} />}
      {acknowledgedOn && (
        <Alert
          tone="good"
          role="note"
          title={t("pool.code.acknowledged", { day: format.date(acknowledgedOn) })}
          actions={<LinkButton to={paths.mentorProfile()}>{t("mentoring.profile.title")}</LinkButton>}
        />
      )}
      <ol className="measure my-6 list-decimal space-y-3 ps-6">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      {!acknowledgedOn && state !== "pledged" && (
        <Form method="post">
          <input type="hidden" name="version" value={version} />
          <FormActions note={t("pool.code.note")}>
            <Button>{t("pool.code.acknowledge")}</Button>
          </FormActions>
        </Form>
      )}
    </>
  );
}
