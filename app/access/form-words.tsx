import { Suspense, useEffect, useReducer } from "react";
import { partsOfCode } from "#app/i18n/issue-code.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { type FieldName, useFieldNames } from "#app/ui/field-names.tsx";
import { formProblems, type Say } from "#app/ui/field-props.ts";
import { ErrorSummary } from "#app/ui/form.tsx";
import type { FormReply } from "./form-reply.ts";

/**
 * Puts the codes of a form's errors into words: those of a failed check (`invalid.<code>`), and the refusal of a use case,
 * whose words came with the reply. A code nobody wrote words for is said in general terms.
 */
export function useFormWords(reply: FormReply | undefined): Say {
  const { t, known } = useLanguage();
  return (error) => {
    if (error === reply?.refusal?.error) return reply.refusal.words;
    const { tail, params } = partsOfCode(error);
    return t(known(error) ?? known(`invalid.${tail}`) ?? "invalid.other", params);
  };
}

/** The number of the row that a field of a list stands in: 2 of `entries[2].mark`; -1 for a field of no list. */
export const placeIn = (field: string): number => Number(/\[(\d+)\]/.exec(field)?.[1] ?? -1);

interface Props {
  readonly form: Parameters<typeof formProblems>[0];
  readonly reply: FormReply | undefined;
  /** What a field is about, where a form asks the same of several: "Amina Diallo: choose one of the options". */
  readonly about?: (field: string) => string | undefined;
}

/**
 * Everything that kept a form from being accepted, above it, each line with the name of its field and leading to it.
 * The fields tell their names as they are rendered; the server says these lines last, and puts them first.
 */
export function FormProblems(props: Props) {
  const say = useFormWords(props.reply);
  // Where nothing is wrong there is no boundary either: what is typed while the browser has not taken it over would break it.
  if (formProblems(props.form, say).length === 0) return null;
  return (
    <Suspense fallback={null}>
      <Problems {...props} />
    </Suspense>
  );
}

function Problems({ form, reply, about }: Props) {
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const nameOf = useFieldNames();
  const [, sayAgain] = useReducer((times: number) => times + 1, 0);
  const found = formProblems(form, say);
  const unnamed = found.some(({ id }) => id && !nameOf(id));
  // Lines that come with their fields, on a page that the browser made itself, are said before the fields are.
  useEffect(() => {
    if (unnamed) sayAgain();
  }, [unnamed]);
  const called = ({ label, row }: FieldName) =>
    row === null ? label : t("app.fieldOf", { of: row, field: label });
  const problems = found.map((problem) => {
    const { id, message } = problem;
    const name = id === undefined ? undefined : nameOf(id);
    const subject = id && about?.(id.slice(form.id.length + 1));
    const field = name && called(name);
    const whole =
      subject && field && subject !== field ? t("app.fieldOf", { of: subject, field }) : subject || field;
    return whole
      ? { ...problem, message: t("app.problemAbout", { about: whole, problem: message }) }
      : problem;
  });
  return <ErrorSummary title={t("app.formErrorLead", { count: problems.length })} problems={problems} />;
}
