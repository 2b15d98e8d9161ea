import { type ReactNode, useEffect, useRef } from "react";
import type { Problem } from "./field-props.ts";

interface ErrorSummaryProps {
  readonly title: ReactNode;
  readonly problems: readonly Problem[];
}

/** What keeps a form from being accepted, each line a way to its field. Takes the focus when it appears. */
export function ErrorSummary({ title, problems }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const shown = problems.length > 0;
  useEffect(() => {
    if (shown) box.current?.focus();
  }, [shown]);
  if (!shown) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="mb-6 border-y-2 border-bad bg-bad-soft px-4 py-3 text-bad"
    >
      <p className="font-semibold">{title}</p>
      <ul className="mt-1 list-disc ps-5">
        {problems.map(({ id, message }) => (
          <li key={`${id ?? ""} ${message}`}>
            {id ? (
              <a href={`#${id}`} className="inline-block min-h-6 text-bad hover:text-bad-strong">
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The fields of a form, one under the other with room between them. */
export function FormStack({ children }: { readonly children: ReactNode }) {
  return <div className="flex flex-col gap-5">{children}</div>;
}

interface DefaultSubmitProps {
  /** Where the form goes then, if not where it says itself. */
  readonly formAction?: string;
}

/**
 * What the return key in a field presses: the first button of a form is the one that browsers take for it. Stands
 * before the buttons that only ask for another row; nobody sees it or comes to it by the tab key.
 */
export function DefaultSubmit({ formAction }: DefaultSubmitProps) {
  return (
    <button type="submit" formAction={formAction} tabIndex={-1} aria-hidden="true" className="sr-only" />
  );
}

interface FormActionsProps {
  readonly children: ReactNode;
  /** What happens next, or whether a draft is saved. */
  readonly note?: ReactNode;
}

/** The end of a form: the primary button first, then the ways out. */
export function FormActions({ children, note }: FormActionsProps) {
  return (
    <div className="mt-7 flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-rule pt-4 print:hidden">
      {children}
      {note && <p className="text-sm text-muted">{note}</p>}
    </div>
  );
}
