import { useLanguage } from "#app/i18n/provider.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { type FieldBinding, fieldProps, type Say } from "#app/ui/field-props.ts";

interface Props {
  readonly fields: {
    readonly textEn: Parameters<typeof fieldProps>[0];
    readonly textFr: Parameters<typeof fieldProps>[0];
  };
  readonly say: Say;
}

/** The words of a notice in English, French or both. */
export function NoticeTexts({ fields, say }: Props) {
  const { t } = useLanguage();
  const area = (binding: FieldBinding, mark: string) => (
    <TextArea {...binding} label={t("call.notice.text")} mark={mark} maxLength={3000} />
  );
  return (
    <>
      {area(fieldProps(fields.textEn, say), t("call.form.inEnglish"))}
      {area(fieldProps(fields.textFr, say), t("call.form.inFrench"))}
    </>
  );
}
