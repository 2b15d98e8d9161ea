import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { actingState, can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { listStates } from "#app/i18n/state-choices.queries.server.ts";
import { listPledgeChoices } from "#app/mentoring/pool/mentor.queries.server.ts";
import { pledgeSchema } from "#app/mentoring/pool/mentor-form.ts";
import { PledgeForm } from "#app/mentoring/pool/pledge-form.tsx";
import { pledgeMentor } from "#app/mentoring/pool/pledge-mentor.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { readForm } from "#app/platform/form.server.ts";
import { dayOf } from "#app/platform/utc-day.ts";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const ownState = actingState(actor);
  permit(can(actor, "mentor.pledge", { stateCode: ownState ?? "" }));
  const t = await translatorOf(request);
  const [choices, states] = await Promise.all([listPledgeChoices(), listStates(languageOf(request))]);
  return {
    title: t("mentoring.pledge.title"),
    choosesState: ownState === null,
    today: dayOf(now()),
    callId: z
      .uuid()
      .optional()
      .catch(undefined)
      .parse(new URL(request.url).searchParams.get("call") ?? undefined),
    ...{ ...choices, states },
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "mentor.pledge", { stateCode: actingState(actor) ?? "" }));
  const form = await readForm(request, pledgeSchema);
  if (!form.ok) return form.answer;
  const result = await pledgeMentor(actor, form.value);
  return result.ok ? redirect(paths.mentor(result.value.mentorId)) : form.refuse(result.refusal);
}

export default function PledgeMentor() {
  const { title, ...choices } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("mentoring.pledge.lead")}
        breadcrumbsLabel={t("mentoring.breadcrumbs")}
        breadcrumbs={[{ to: paths.mentors(), label: t("mentoring.mentors.title") }]}
      />
      <PledgeForm {...choices} reply={reply} />
    </>
  );
}
