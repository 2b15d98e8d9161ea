import type { ReactNode } from "react";
import { useFieldName } from "./field-names.tsx";
import { errorId, hintId } from "./field-props.ts";

interface Props {
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly mark?: ReactNode;
  readonly after?: ReactNode;
  readonly errors: readonly string[];
  readonly children: ReactNode;
}

/** Label, hint, errors and control of a field, in the order in which they are read. */
export function FieldFrame({ id, label, hint, mark, after, errors, children }: Props) {
  useFieldName(id, label);
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block font-semibold leading-snug">
        {label}
        {mark && <Mark>{mark}</Mark>}
      </label>
      {hint && <Hint id={id}>{hint}</Hint>}
      <Errors id={id} errors={errors} />
      {after ? (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {children}
          <span className="text-sm text-muted">{after}</span>
        </div>
      ) : (
        children
      )}
    </div>
  );
}

/** A word beside a label. */
export function Mark({ children }: { readonly children: ReactNode }) {
  return <span className="ms-2 text-sm font-normal text-muted">{children}</span>;
}

/** What helps to fill a field in. */
export function Hint({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <div id={hintId(id)} className="measure mb-1.5 text-sm text-muted">
      {children}
    </div>
  );
}

/** What is wrong with a field, before its control, so that it is read before it is mended. */
export function Errors({ id, errors }: { readonly id: string; readonly errors: readonly string[] }) {
  if (errors.length === 0) return null;
  return (
    <ul id={errorId(id)} className="mb-1.5 text-sm font-semibold text-bad">
      {errors.map((error) => (
        <li key={error} className="flex gap-1.5">
          <span aria-hidden="true">×</span>
          {error}
        </li>
      ))}
    </ul>
  );
}
