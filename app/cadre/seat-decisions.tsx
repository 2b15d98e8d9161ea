import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useT } from "#app/i18n/provider.tsx";
import { Alert } from "#app/ui/alert.tsx";
import { Button } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";
import type { SeatPage } from "./course.queries.server.ts";
import { ATTENDANCES } from "./course.ts";

interface Props {
  readonly seat: SeatPage;
  readonly reply: FormReply | undefined;
}

/** What the reader can do with a nomination: take it back, seat out of turn, say who came. */
export function SeatDecisions({ seat, reply }: Props) {
  const t = useT();
  const { mayWithdraw, maySeat, mayRecord, state, version } = seat;
  return (
    <>
      {reply?.refusal && !maySeat && <Alert tone="warn" title={reply.refusal.words} />}
      {mayRecord && (
        <Section title={t("course.attendance.title")} lead={t("course.attendance.lead")}>
          <Form method="post" className="flex flex-wrap gap-3">
            <input type="hidden" name="intent" value="attendance" />
            <input type="hidden" name="version" value={version} />
            {ATTENDANCES.filter((attendance) => attendance !== state).map((attendance) => (
              <Button key={attendance} name="attendance" value={attendance} variant="secondary">
                {t(`course.attendance.${attendance}`)}
              </Button>
            ))}
          </Form>
        </Section>
      )}
      {maySeat && <OutOfTurn reply={reply} />}
      {mayWithdraw && (
        <Section title={t("course.withdraw.title")} lead={t("course.withdraw.lead")}>
          <Form method="post">
            <Button name="intent" value="withdraw" variant="danger">
              {t("course.withdraw.submit")}
            </Button>
          </Form>
        </Section>
      )}
    </>
  );
}

function OutOfTurn({ reply }: Pick<Props, "reply">) {
  const t = useT();
  const say = useFormWords(reply);
  const [form, fields] = useForm<{ intent: string; reason: string }>({
    id: "exception",
    lastResult: reply?.lastResult,
  });
  return (
    <Section title={t("course.exception.title")} lead={t("course.exception.lead")}>
      <Form method="post" id={form.id} noValidate>
        <FormProblems form={form} reply={reply} />
        <input type="hidden" name="intent" value="exception" />
        <TextArea
          {...fieldProps(fields.reason, say)}
          label={t("course.exception.reason")}
          maxLength={1000}
          required
        />
        <FormActions>
          <Button variant="secondary">{t("course.exception.submit")}</Button>
        </FormActions>
      </Form>
    </Section>
  );
}
