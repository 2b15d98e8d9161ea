/** What every field of a form needs to know, whether it comes from conform or is written by hand. */
export interface FieldBinding {
  readonly id: string;
  readonly name: string;
  readonly form?: string;
  /** What was stored or typed before. */
  readonly defaultValue?: string | number;
  readonly defaultChecked?: boolean;
  /** The values chosen before, where several can be. */
  readonly defaultOptions?: readonly string[];
  /** Sentences for people, in the order in which they are shown. */
  readonly errors?: readonly string[];
  readonly required?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly min?: string | number;
  readonly max?: string | number;
  readonly step?: string | number;
  readonly pattern?: string;
  readonly multiple?: boolean;
  /** Changes when the form is reset, so that the control takes its default again. */
  readonly resetKey?: string;
}

/** The part of conform's field metadata that a field shows. */
interface FieldMeta {
  readonly id: string;
  readonly name: string;
  readonly formId?: string;
  readonly key?: string | undefined;
  readonly defaultValue?: string | undefined;
  readonly defaultChecked?: boolean | undefined;
  readonly defaultOptions?: readonly string[] | undefined;
  readonly errors?: readonly string[] | undefined;
  readonly required?: boolean | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly min?: string | number | undefined;
  readonly max?: string | number | undefined;
  readonly step?: string | number | undefined;
  readonly pattern?: string | undefined;
  readonly multiple?: boolean | undefined;
}

/** Turns the code of an error into a sentence of the reader's language. */
export type Say = (error: string) => string;

/**
 * Turns conform's metadata of a field into the props of any field component: `<TextField {...fieldProps(fields.email, say)} label=… />`.
 *
 * @param say puts the codes of errors into words; without it they are shown as they are
 */
export function fieldProps(meta: FieldMeta, say: Say = (error) => error): FieldBinding {
  return {
    id: meta.id,
    name: meta.name,
    form: meta.formId,
    defaultValue: meta.defaultValue,
    defaultChecked: meta.defaultChecked,
    defaultOptions: meta.defaultOptions,
    errors: meta.errors?.map(say),
    required: meta.required,
    minLength: meta.minLength,
    maxLength: meta.maxLength,
    min: meta.min,
    max: meta.max,
    step: meta.step,
    pattern: meta.pattern,
    multiple: meta.multiple,
    resetKey: meta.key,
  };
}

/** One line of the summary over a form; without an id it concerns the form as a whole. */
export interface Problem {
  readonly id?: string;
  readonly message: string;
}

/** The part of conform's form metadata that the summary shows. */
interface FormMeta {
  readonly id: string;
  readonly allErrors: Readonly<Record<string, readonly string[]>>;
}

/**
 * Every error of a form with the id of the field it stands at, in the order of the form's schema; those of the
 * form as a whole have no id.
 */
export const formProblems = (form: FormMeta, say: Say = (error) => error): readonly Problem[] =>
  Object.entries(form.allErrors).flatMap(([name, errors]) =>
    errors.map((error) => ({ ...(name === "" ? {} : { id: `${form.id}-${name}` }), message: say(error) })),
  );

/** The id of the hint of a field. */
export const hintId = (id: string): string => `${id}-description`;

/** The id of the errors of a field. */
export const errorId = (id: string): string => `${id}-error`;

/** What a control says about itself to a screen reader: whether it is wrong, and where hint and errors stand. */
export function describedBy(id: string, hasHint: boolean, hasErrors: boolean) {
  const ids = [hasHint && hintId(id), hasErrors && errorId(id)].filter(Boolean).join(" ");
  return { "aria-invalid": hasErrors || undefined, "aria-describedby": ids || undefined };
}
