import type { InputHTMLAttributes, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import type { FieldProps } from "./field.tsx";
import { Errors, Hint, Mark } from "./field-frame.tsx";
import { useFieldName } from "./field-names.tsx";
import { describedBy, errorId, type FieldBinding, hintId } from "./field-props.ts";

const BOX = "size-5 shrink-0 cursor-pointer accent-accent";

interface CheckboxFieldProps
  extends FieldProps,
    Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldBinding | "className" | "children" | "value"> {
  /** What is posted when it is ticked. */
  readonly value?: string;
}

/** One yes or no; consent, a declaration. */
export function CheckboxField(props: CheckboxFieldProps) {
  const { label, hint, mark, after, errors = [], resetKey, value = "on", ...rest } = props;
  const { defaultValue, defaultChecked, defaultOptions, minLength, maxLength, min, max, step, ...control } =
    rest;
  const { id } = props;
  useFieldName(id, label);
  return (
    <div>
      <Errors id={id} errors={errors} />
      <div className="flex items-start gap-2.5">
        <input
          key={resetKey}
          type="checkbox"
          value={value}
          defaultChecked={defaultChecked ?? defaultValue === value}
          className={classNames(BOX, "mt-0.5")}
          {...control}
          {...describedBy(id, Boolean(hint), errors.length > 0)}
        />
        <div className="measure min-w-0">
          <label htmlFor={id} className="block cursor-pointer">
            {label}
            {mark && <Mark>{mark}</Mark>}
          </label>
          {hint && <Hint id={id}>{hint}</Hint>}
          {after && <div className="text-sm text-muted">{after}</div>}
        </div>
      </div>
    </div>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
}

interface ChoiceGroupProps extends FieldProps {
  readonly options: readonly Choice[];
  /** One under the other, or side by side where they are short. */
  readonly layout?: "stack" | "row";
}

/** One of a few, all in sight. Its first choice carries the field's id, so that the error summary can lead there. */
export function RadioGroup(props: ChoiceGroupProps) {
  return <ChoiceGroup {...props} type="radio" chosen={[String(props.defaultValue ?? "")]} />;
}

/** Any number of a few, all in sight. */
export function CheckboxGroup(props: ChoiceGroupProps) {
  return <ChoiceGroup {...props} type="checkbox" chosen={props.defaultOptions ?? []} />;
}

interface ChoiceGroupInnerProps extends ChoiceGroupProps {
  readonly type: "radio" | "checkbox";
  readonly chosen: readonly string[];
}

function ChoiceGroup({ type, chosen, options, layout = "stack", ...props }: ChoiceGroupInnerProps) {
  const { id, label, hint, mark, after, errors = [] } = props;
  useFieldName(id, label);
  const described = describedBy(id, Boolean(hint), errors.length > 0);
  const group = type === "radio" ? { role: "radiogroup", ...described } : described;
  return (
    <fieldset
      {...group}
      aria-invalid={type === "radio" ? described["aria-invalid"] : undefined}
      className="min-w-0"
    >
      <legend className="mb-1 font-semibold leading-snug">
        {label}
        {mark && <Mark>{mark}</Mark>}
      </legend>
      {hint && <Hint id={id}>{hint}</Hint>}
      <Errors id={id} errors={errors} />
      <div key={props.resetKey} className={layout === "row" ? "flex flex-wrap gap-x-6" : ""}>
        {options.map((option, index) => (
          <ChoiceRow
            key={option.value}
            {...option}
            id={index === 0 ? id : `${id}-${option.value}`}
            type={type}
            name={props.name}
            form={props.form}
            required={type === "radio" && props.required}
            defaultChecked={chosen.includes(option.value)}
          />
        ))}
      </div>
      {after && <div className="mt-1 text-sm text-muted">{after}</div>}
    </fieldset>
  );
}

interface ChoiceRowProps extends Choice {
  readonly id: string;
  readonly type: "radio" | "checkbox";
  readonly name: string;
  readonly form?: string;
  readonly required?: boolean;
  readonly defaultChecked: boolean;
}

function ChoiceRow({ label, hint, ...input }: ChoiceRowProps) {
  const optionHint = hint ? `${input.id}-option` : undefined;
  return (
    <div className="flex min-h-8 items-start gap-2.5 py-1">
      <input className={classNames(BOX, "mt-0.5")} aria-describedby={optionHint} {...input} />
      <div className="measure min-w-0">
        <label htmlFor={input.id} className="block cursor-pointer">
          {label}
        </label>
        {hint && (
          <div id={optionHint} className="text-sm text-muted">
            {hint}
          </div>
        )}
      </div>
    </div>
  );
}

interface FieldsetProps {
  readonly legend: ReactNode;
  readonly id?: string;
  readonly hint?: ReactNode;
  readonly errors?: readonly string[];
  readonly children: ReactNode;
}

/** Fields that belong together under one heading. */
export function Fieldset({ legend, id = "fieldset", hint, errors = [], children }: FieldsetProps) {
  useFieldName(id, legend);
  const ids = [hint ? hintId(id) : "", errors.length > 0 ? errorId(id) : ""].filter(Boolean).join(" ");
  return (
    <fieldset id={id} aria-describedby={ids || undefined} className="min-w-0 mt-2 border-t border-ink pt-3">
      <legend className="float-start mb-2 w-full font-serif text-lg font-semibold">{legend}</legend>
      <div className="clear-both flex flex-col gap-5">
        {hint && <Hint id={id}>{hint}</Hint>}
        <Errors id={id} errors={errors} />
        {children}
      </div>
    </fieldset>
  );
}
