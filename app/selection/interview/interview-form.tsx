import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-field.tsx";
import { DateTimeField, SelectField, TextField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { INTERVIEW_CHANNELS, INTERVIEW_MINUTES, PLACE_MOST } from "./interview.ts";
import type { InterviewPage } from "./interview-page.ts";

interface Fields {
  version: string;
  startsAt: string;
  timeZone: string;
  durationMinutes: string;
  channel: string;
  place: string;
}

interface Props {
  readonly page: InterviewPage;
  /** The time as it stands, by the clocks of `zone`; empty where none is set. */
  readonly local: string;
  readonly zone: string;
  readonly zones: readonly string[];
  readonly reply: FormReply | undefined;
}

/** When by which clock a candidate is interviewed, how long, how and where. */
export function InterviewForm({ page: { interview }, local, zone, zones, reply }: Props) {
  const t = useT();
  const say = useFormWords(reply);
  const { least, usual, most } = INTERVIEW_MINUTES;
  const [form, fields] = useForm<Fields>({
    id: "interview",
    lastResult: reply?.lastResult,
    defaultValue: {
      version: String(interview?.sequence ?? 0),
      startsAt: local,
      timeZone: zone,
      durationMinutes: String(interview?.durationMinutes ?? usual),
      channel: interview?.channel ?? "video",
      place: interview?.place ?? "",
    },
  });
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <input type="hidden" name={fields.version.name} value={interview?.sequence ?? 0} />
      <FormStack>
        <DateTimeField
          {...fieldProps(fields.startsAt, say)}
          type="datetime-local"
          label={t("interview.startsAt")}
          required
        />
        <SelectField
          {...fieldProps(fields.timeZone, say)}
          label={t("mentoring.session.timeZone")}
          hint={t("mentoring.session.timeZoneHint")}
          options={zones.map((value) => ({ value, label: value.replaceAll("_", " ") }))}
          required
        />
        <TextField
          {...fieldProps(fields.durationMinutes, say)}
          type="number"
          width="short"
          label={t("mentoring.session.minutes")}
          hint={t("mentoring.session.minutesHint", { least, most })}
          min={least}
          max={most}
          step={1}
          required
        />
        <RadioGroup
          {...fieldProps(fields.channel, say)}
          label={t("mentoring.session.channel")}
          options={INTERVIEW_CHANNELS.map((value) => ({ value, label: t(`mentoring.channel.${value}`) }))}
          layout="row"
          required
        />
        <TextField
          {...fieldProps(fields.place, say)}
          width="full"
          label={t("interview.place")}
          hint={t("interview.placeHint")}
          maxLength={PLACE_MOST}
        />
      </FormStack>
      <FormActions note={t("interview.invites")}>
        <Button>{t("interview.save")}</Button>
      </FormActions>
    </Form>
  );
}
