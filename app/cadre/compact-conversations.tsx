import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage, useT } from "#app/i18n/provider.tsx";
import { Alert } from "#app/ui/alert.tsx";
import { Button } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { RadioGroup } from "#app/ui/choice-field.tsx";
import { DateTimeField, TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import type { CompactPage } from "./compact.queries.server.ts";
import { COMPACT_MOMENTS } from "./compact.ts";

interface Props {
  readonly compact: CompactPage;
  readonly reply: FormReply | undefined;
}

/** The conversations at mid-year and at its end, with the notes of both sides, and what the reader may add. */
export function CompactConversations({ compact, reply }: Props) {
  const { t, format } = useLanguage();
  const { notes, mayNote, versions, endOfYear } = compact;
  const ofNote = reply?.lastResult?.initialValue?.intent === "sign" ? undefined : reply;
  const lead = { from: format.date(endOfYear.first), until: format.date(endOfYear.last) };
  return (
    <Section title={t("compact.conversations")} lead={t("compact.conversationsLead", lead)}>
      {ofNote?.refusal && !mayNote && <Alert tone="bad" title={ofNote.refusal.words} />}
      {notes === null ? (
        <p className="text-muted">{t("compact.notesClosed")}</p>
      ) : (
        COMPACT_MOMENTS.map((moment) => {
          const said = notes.filter((note) => note.moment === moment);
          return (
            <div key={moment} className="mt-4">
              <h3 className="text-lg">{t(`compact.moment.${moment}`)}</h3>
              {said.length === 0 && <p className="text-muted">{t("compact.nothingNoted")}</p>}
              {said.map(({ side, heldOn, writer, text }) => (
                <article key={side} className="mt-2">
                  <h4 className="font-semibold">
                    {t(`compact.noteOf.${side}`, { date: format.date(heldOn), name: writer ?? "–" })}
                  </h4>
                  <p className="measure whitespace-pre-line">{text}</p>
                </article>
              ))}
            </div>
          );
        })
      )}
      {mayNote && versions && <NoteForm key={versions.note} version={versions.note} reply={ofNote} />}
    </Section>
  );
}

interface Fields {
  intent: string;
  version: string;
  moment: string;
  heldOn: string;
  text: string;
}

function NoteForm({ version, reply }: Pick<Props, "reply"> & { readonly version: number }) {
  const t = useT();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Fields>({ id: "note", lastResult: reply?.lastResult });
  return (
    <Form method="post" id={form.id} className="mt-6" noValidate>
      <FormProblems form={form} reply={reply} />
      <input type="hidden" name="intent" value="note" />
      <input type="hidden" name="version" value={version} />
      <FormStack>
        <RadioGroup
          {...fieldProps(fields.moment, say)}
          label={t("compact.moment")}
          options={COMPACT_MOMENTS.map((value) => ({ value, label: t(`compact.moment.${value}`) }))}
          layout="row"
          required
        />
        <DateTimeField {...fieldProps(fields.heldOn, say)} label={t("compact.heldOn")} required />
        <TextArea
          {...fieldProps(fields.text, say)}
          label={t("compact.note")}
          hint={t("compact.noteHint")}
          maxLength={4000}
          required
        />
      </FormStack>
      <FormActions>
        <Button variant="secondary">{t("compact.submitNote")}</Button>
      </FormActions>
    </Form>
  );
}
