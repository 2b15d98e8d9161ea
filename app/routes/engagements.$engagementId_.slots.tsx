import { useForm } from "@conform-to/react";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { readEngagement } from "#app/mentoring/engagement/engagement.queries.server.ts";
import { PairHeader } from "#app/mentoring/engagement/pair-header.tsx";
import { mayPlanSession } from "#app/mentoring/may-write.queries.server.ts";
import { dayAsked } from "#app/mentoring/programme.ts";
import { HoursDay } from "#app/mentoring/session/hours-day.tsx";
import { offerSlots } from "#app/mentoring/session/offer-slots.server.ts";
import { SESSION_MINUTES } from "#app/mentoring/session/session.ts";
import { zoneChoices } from "#app/mentoring/session/session-form.ts";
import { SlotFields, type SlotFieldValues } from "#app/mentoring/session/slot-fields.tsx";
import { hoursOfDay } from "#app/mentoring/session/slot-hours.ts";
import { slotOfferSchema } from "#app/mentoring/session/slot-offer.ts";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { today } from "#app/platform/clock.server.ts";
import { readForm } from "#app/platform/form.server.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const engagement = orNotFound(await readEngagement(actor, readId(params.engagementId)));
  permit(engagement.own !== null && engagement.state === "active");
  const t = await translatorOf(request);
  const { id, own, ownZone, mentor, mentee } = engagement;
  const other = own === mentor ? mentee : mentor;
  const day = dayAsked(new URL(request.url).searchParams.get("day"), today());
  return {
    title: t("mentoring.slots.title"),
    pair: { engagementId: id, mentor: mentor.name, mentee: mentee.name },
    ownZone,
    zones: zoneChoices(ownZone, mentor.timeZone, mentee.timeZone),
    strip: {
      day,
      hours: hoursOfDay(day, [ownZone, other.timeZone]),
      names: [own?.name ?? "", other.name] as const,
    },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const engagementId = readId(params.engagementId);
  permit(await mayPlanSession(actor, engagementId));
  const form = await readForm(request, slotOfferSchema);
  if (!form.ok) return form.answer;
  const result = await offerSlots(actor, { engagementId, offer: form.value });
  return result.ok ? redirect(paths.slotOffer(result.value.offerId)) : form.refuse(result.refusal);
}

export default function OfferSlots() {
  const { title, pair, ownZone, zones, strip } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const say = useFormWords(reply);
  const [form, fields] = useForm<SlotFieldValues>({
    id: "slots",
    lastResult: reply?.lastResult,
    defaultValue: { timeZone: ownZone, durationMinutes: String(SESSION_MINUTES.usual), channel: "video" },
  });
  const of = (field: keyof SlotFieldValues) => fieldProps(fields[field], say);
  const [slot1, slot2, slot3] = [of("slot1"), of("slot2"), of("slot3")];
  const [slot4, slot5, fold, timeZone] = [of("slot4"), of("slot5"), of("fold"), of("timeZone")];
  const [durationMinutes, channel] = [of("durationMinutes"), of("channel")];
  return (
    <>
      <PairHeader title={title} lead={t("mentoring.slots.lead")} {...pair} />
      <HoursDay {...strip} />
      <Form method="post" id={form.id} noValidate>
        <FormProblems form={form} reply={reply} />
        <FormStack>
          <SlotFields
            zones={zones}
            bindings={{ slot1, slot2, slot3, slot4, slot5, fold, timeZone, durationMinutes, channel }}
          />
        </FormStack>
        <FormActions>
          <Button>{t("mentoring.slots.submit")}</Button>
        </FormActions>
      </Form>
    </>
  );
}
