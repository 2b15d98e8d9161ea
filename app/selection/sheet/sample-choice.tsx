import { useForm } from "@conform-to/react";
import { Form, Link } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { TextArea, TextField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { SAMPLE_TEXT, SAMPLE_TITLE_MOST, type SampleCase } from "./calibration.ts";
import type { SampleChoice } from "./calibration-page.ts";

/** The cases that can be taken, each filling the form in: what is taken can be changed before it is kept. */
export function OfferedSamples({ choice }: { readonly choice: SampleChoice }) {
  const { t, format } = useLanguage();
  return (
    <ul className="measure list-disc space-y-1 ps-5">
      {choice.offered.map(({ key, title }) => (
        <li key={key}>
          <Link to={paths.chooseSample(choice.panelId, key)}>
            {t("calibration.take", { title: inLanguage(format.locale, title) })}
          </Link>
        </li>
      ))}
      <li>
        <Link to={paths.chooseSample(choice.panelId, "own")}>{t("calibration.takeNone")}</Link>
      </li>
    </ul>
  );
}

interface FormProps {
  readonly choice: SampleChoice;
  /** What the form begins with. */
  readonly taken: SampleCase | null;
  readonly reply: FormReply | undefined;
}

interface Fields {
  version: string;
  titleEn: string;
  textEn: string;
  titleFr: string;
  textFr: string;
}

/** An invented case in both languages, to be kept for this panel. */
export function SampleForm({ choice, taken, reply }: FormProps) {
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Fields>({
    id: "sample",
    lastResult: reply?.lastResult,
    defaultValue: {
      version: String(choice.version),
      ...{ titleEn: taken?.title.en ?? "", textEn: taken?.text.en ?? "" },
      ...{ titleFr: taken?.title.fr ?? "", textFr: taken?.text.fr ?? "" },
    },
  });
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <input type="hidden" name={fields.version.name} value={choice.version} />
      <FormStack>
        {(["En", "Fr"] as const).map((language) => (
          <div key={language} className="space-y-4">
            <TextField
              {...fieldProps(fields[`title${language}`], say)}
              label={t(`calibration.title${language}`)}
              maxLength={SAMPLE_TITLE_MOST}
              width="full"
              required
            />
            <TextArea
              {...fieldProps(fields[`text${language}`], say)}
              label={t(`calibration.text${language}`)}
              hint={t("calibration.textHint", { characters: SAMPLE_TEXT.least })}
              maxLength={SAMPLE_TEXT.most}
              rows={14}
              required
            />
          </div>
        ))}
      </FormStack>
      <FormActions>
        <Button>{t("calibration.keep")}</Button>
        <LinkButton to={paths.panel(choice.panelId)}>{t("selection.panel.one")}</LinkButton>
      </FormActions>
    </Form>
  );
}
