import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";
import { classNames } from "./class-names.ts";
import { FieldFrame } from "./field-frame.tsx";
import { describedBy, type FieldBinding } from "./field-props.ts";

/** What every field takes beside its binding. */
export interface FieldProps extends FieldBinding {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** A word beside the label: "optional". */
  readonly mark?: ReactNode;
  /** Stands after the control: a count of characters, a unit, a time zone. */
  readonly after?: ReactNode;
}

type Rest<Attributes> = Omit<Attributes, keyof FieldBinding | "className" | "children">;

/** Splits what the frame shows from what the control carries; the constraints that do not fit a control stay behind. */
function divide<P extends FieldProps>(props: P) {
  const {
    label,
    hint,
    mark,
    after,
    errors = [],
    resetKey,
    defaultOptions,
    defaultChecked,
    ...control
  } = props;
  const aria = describedBy(props.id, Boolean(hint), errors.length > 0);
  const frame = { id: props.id, label, hint, mark, after, errors };
  return { frame, control: { ...control, ...aria }, resetKey, defaultOptions, defaultChecked };
}

interface TextFieldProps extends FieldProps, Rest<InputHTMLAttributes<HTMLInputElement>> {
  readonly type?: "text" | "email" | "number" | "search" | "tel" | "url" | "password";
  /** How wide the control is: as long as what belongs in it. */
  readonly width?: "short" | "medium" | "full";
}

const WIDTHS = { short: "max-w-32", medium: "max-w-field", full: "" } as const;

/** One line of text or a number. */
export function TextField({ type = "text", width = "medium", ...props }: TextFieldProps) {
  const { frame, control, resetKey } = divide(props);
  return (
    <FieldFrame {...frame}>
      <input key={resetKey} type={type} className={classNames("control", WIDTHS[width])} {...control} />
    </FieldFrame>
  );
}

interface TextAreaProps extends FieldProps, Rest<TextareaHTMLAttributes<HTMLTextAreaElement>> {}

/** Several lines of text; it grows with what is written where the browser can. */
export function TextArea({ rows = 4, ...props }: TextAreaProps) {
  const { frame, control, resetKey } = divide(props);
  const { min, max, step, pattern, multiple, ...fitting } = control;
  return (
    <FieldFrame {...frame}>
      <textarea
        key={resetKey}
        rows={rows}
        className={classNames(
          "control field-sizing-content max-w-measure",
          rows < 4 ? "min-h-16" : "min-h-28",
        )}
        {...fitting}
      />
    </FieldFrame>
  );
}

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

export interface SelectGroup {
  readonly label: string;
  readonly options: readonly SelectOption[];
}

interface SelectFieldProps extends FieldProps, Rest<SelectHTMLAttributes<HTMLSelectElement>> {
  readonly options: readonly (SelectOption | SelectGroup)[];
  /** Shown before anything is chosen; it stands for no value. */
  readonly placeholder?: string;
}

/** One of a list. */
export function SelectField({ options, placeholder, ...props }: SelectFieldProps) {
  const { frame, control, resetKey, defaultOptions } = divide(props);
  const { minLength, maxLength, min, max, step, pattern, defaultValue, ...fitting } = control;
  const chosen = control.multiple ? defaultOptions : defaultValue;
  return (
    <FieldFrame {...frame}>
      <select key={resetKey} className="control max-w-field" defaultValue={chosen} {...fitting}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((entry) =>
          "options" in entry ? (
            <optgroup key={entry.label} label={entry.label}>
              {entry.options.map(toOption)}
            </optgroup>
          ) : (
            toOption(entry)
          ),
        )}
      </select>
    </FieldFrame>
  );
}

const toOption = ({ value, label, disabled }: SelectOption) => (
  <option key={value} value={value} disabled={disabled}>
    {label}
  </option>
);

interface DateTimeFieldProps extends FieldProps, Rest<InputHTMLAttributes<HTMLInputElement>> {
  readonly type?: "date" | "datetime-local" | "time" | "month";
  /** The name of the zone the time is in. */
  readonly zone?: ReactNode;
}

/** A day, a time or both, in the browser's own picker. */
export function DateTimeField({ type = "date", zone, after, ...props }: DateTimeFieldProps) {
  const { frame, control, resetKey } = divide({ ...props, after: zone ?? after });
  return (
    <FieldFrame {...frame}>
      <input key={resetKey} type={type} className="control figures max-w-60" {...control} />
    </FieldFrame>
  );
}

interface FileFieldProps extends FieldProps, Rest<InputHTMLAttributes<HTMLInputElement>> {}

/** A file of the person's own; its form posts as `multipart/form-data`. */
export function FileField(props: FileFieldProps) {
  const { frame, control, resetKey } = divide(props);
  const { defaultValue, minLength, maxLength, min, max, step, pattern, ...fitting } = control;
  return (
    <FieldFrame {...frame}>
      <input
        key={resetKey}
        type="file"
        className="control max-w-field file:me-3 file:cursor-pointer file:rounded-sm file:border file:border-edge file:bg-sunken file:px-3 file:py-0.5 file:text-sm file:font-semibold file:text-ink"
        {...fitting}
      />
    </FieldFrame>
  );
}
