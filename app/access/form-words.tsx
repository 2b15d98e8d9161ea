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

/** The number of the row that a field of a list stands in: 2 of `entries[2].mark`; -1 for a field of no list. */
export const placeIn = (field: string): number => Number(/\[(\d+)\]/.exec(field)?.[1] ?? -1);

/** A refusal in words, for pages that show one outside a form. */
export function useRefusalWords(): (refusal: Refusal) => string {
  const { t, known } = useLanguage();
  return ({ code, params }) => t(known(`refusal.${code}`) ?? "invalid.other", params);
}

interface Props {
  readonly form: Parameters<typeof formProblems>[0];
  readonly reply: FormReply | undefined;
  /** What a field is about, where a form asks the same of several: "Amina Diallo: choose one of the options". */
  readonly about?: (field: string) => string | undefined;
}

/** Everything that kept a form from being accepted, above it, each line leading to its field. */
export function FormProblems({ form, reply, about }: Props) {
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const problems = formProblems(form, say).map((problem) => {
    const subject = problem.id && about?.(problem.id.slice(form.id.length + 1));
    if (!subject) return problem;
    return { ...problem, message: t("app.problemAbout", { about: subject, problem: problem.message }) };
  });
  return <ErrorSummary title={t("app.formErrorLead", { count: problems.length })} problems={problems} />;
}
