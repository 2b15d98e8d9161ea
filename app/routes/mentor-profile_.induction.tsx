import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orNotFound } from "#app/access/read-id.server.ts";
import { useRefusalWords } from "#app/access/refusal-words.tsx";
import { answerRefusal, notFound } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { markOwnInduction } from "#app/mentoring/pool/brief-mentor.server.ts";
import { readOwnInduction } from "#app/mentoring/pool/induction.queries.server.ts";
import { InductionList } from "#app/mentoring/pool/induction-list.tsx";
import { inductionSchema } from "#app/mentoring/pool/mentor-form.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { readFormData } from "#app/platform/form.server.ts";
import { dayOf } from "#app/platform/utc-day.ts";
import { Alert } from "#app/ui/alert.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const induction = orNotFound(await readOwnInduction(actor));
  const t = await translatorOf(request);
  return { title: t("pool.induction.title"), today: dayOf(now()), ...induction };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const mark = inductionSchema.safeParse(Object.fromEntries(await readFormData(request)));
  if (!mark.success) throw notFound();
  const result = await markOwnInduction(actor, mark.data);
  return result.ok ? redirect(paths.mentorInduction()) : answerRefusal(result.refusal);
}

export default function MentorInduction() {
  const { title, today, state, steps, code } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const say = useRefusalWords();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("pool.induction.lead")}
        breadcrumbsLabel={t("mentoring.breadcrumbs")}
        breadcrumbs={[{ to: paths.mentorProfile(), label: t("mentoring.profile.title") }]}
      />
      {reply && <Alert tone="bad" title={say(reply.refusal)} />}
      <InductionList
        steps={steps}
        action={state === "pledged" ? null : paths.mentorInduction()}
        today={today}
      />
      <p className="mt-4">
        <LinkButton to={paths.mentorCode()} variant={code.acknowledgedOn ? "secondary" : "primary"}>
          {t("pool.code.title")}
        </LinkButton>
      </p>
    </>
  );
}
