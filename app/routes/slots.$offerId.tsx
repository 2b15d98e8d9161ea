import { useForm } from "@conform-to/react";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { PairHeader } from "#app/mentoring/engagement/pair-header.tsx";
import { takeSlot } from "#app/mentoring/session/answer-slots.server.ts";
import { readSlotOffer } from "#app/mentoring/session/slot-offer.queries.server.ts";
import { takeSlotSchema } from "#app/mentoring/session/slot-offer.ts";
import { SlotTimes } from "#app/mentoring/session/slot-times.tsx";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";

export const meta = pageTitle;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const offer = orNotFound(await readSlotOffer(actor, readId(params.offerId)));
  const t = await translatorOf(request);
  return { title: t("mentoring.slots.heading"), offer };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const offerId = readId(params.offerId);
  orNotFound(await readSlotOffer(actor, offerId));
  const form = await readForm(request, takeSlotSchema);
  if (!form.ok) return form.answer;
  const result = await takeSlot(actor, { offerId, ...form.value });
  return result.ok ? redirect(paths.session(result.value.sessionId)) : form.refuse(result.refusal);
}

export default function Slots() {
  const { title, offer } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<{ slot: string }>({ id: "take", lastResult: reply?.lastResult });
  const { id, engagementId, slots, durationMinutes, channel, mentor, mentee, may, state, sessionId } = offer;
  const times = (startsAt: string) => <SlotTimes {...{ startsAt, durationMinutes, mentor, mentee }} />;
  const others = <LinkButton to={paths.offerSlots(engagementId)}>{t("mentoring.slots.others")}</LinkButton>;
  return (
    <>
      <PairHeader
        {...{ title, engagementId, mentor: mentor.name, mentee: mentee.name }}
        lead={t("mentoring.slots.of", {
          minutes: durationMinutes,
          channel: t(`mentoring.channel.${channel}`),
        })}
        meta={t(`mentoring.slotState.${state}`)}
      />
      {may.take ? (
        <Form method="post" id={form.id} noValidate>
          <FormProblems form={form} reply={reply} />
          <RadioGroup
            {...fieldProps(fields.slot, say)}
            label={t("mentoring.slots.which")}
            options={slots.map((startsAt, n) => ({ value: String(n), label: times(startsAt) }))}
            required
          />
          <FormActions>
            <Button>{t("mentoring.slots.take")}</Button>
            {others}
          </FormActions>
        </Form>
      ) : (
        <>
          <ol className="list-decimal ps-5">
            {slots.map((startsAt) => (
              <li key={startsAt} className="py-1.5">
                {times(startsAt)}
              </li>
            ))}
          </ol>
          <div className="mt-7 flex flex-wrap gap-2">
            {sessionId && (
              <LinkButton to={paths.session(sessionId)}>{t("mentoring.session.open")}</LinkButton>
            )}
            {may.withdraw && (
              <>
                {others}
                <Form method="post" action={paths.withdrawSlots(id)}>
                  <Button variant="danger">{t("mentoring.slots.withdraw")}</Button>
                </Form>
              </>
            )}
          </div>
        </>
      )}
    </>
  );
}
