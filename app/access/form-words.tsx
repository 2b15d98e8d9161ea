import { useLanguage } from "#app/i18n/provider.tsx";
import { formProblems, type Say } from "#app/ui/field-props.ts";
import { ErrorSummary } from "#app/ui/form.tsx";
import type { FormReply } from "./form-reply.ts";
import type { Refusal } from "./result.ts";

/**
 * Puts the codes of a form's errors into words: those of a failed check (`invalid.<code>`), and the refusal of a
 * use case (`refusal.<code>`) with its parameters. A code nobody wrote words for is said in general terms.
 */
export function useFormWords(reply: FormReply | undefined): Say {
  const { t, known } = useLanguage();
  return (error) => {
    const key = known(error) ?? known(`invalid.${error}`) ?? "invalid.other";
    return t(key, error === `refusal.${reply?.refusal?.code}` ? reply?.refusal?.params : undefined);
  };
}

/** A refusal in words, for pages that show one outside a form. */
export function useRefusalWords(): (refusal: Refusal) => string {
  const { t, known } = useLanguage();
  return ({ code, params }) => t(known(`refusal.${code}`) ?? "invalid.other", params);
}

interface Props {
  readonly form: Parameters<typeof formProblems>[0];
  readonly reply: FormReply | undefined;
}

/** Everything that kept a form from being accepted, above it, each line leading to its field. */
export function FormProblems({ form, reply }: Props) {
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const problems = formProblems(form, say);
  return <ErrorSummary title={t("app.formErrorLead", { count: problems.length })} problems={problems} />;
}
