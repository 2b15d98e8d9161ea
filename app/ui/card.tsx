import { type ReactNode, useId } from "react";
import { classNames } from "./class-names.ts";

interface CardProps {
  readonly title?: ReactNode;
  /** The rank of the title in the page's outline. */
  readonly level?: 2 | 3 | 4;
  readonly eyebrow?: ReactNode;
  readonly actions?: ReactNode;
  readonly footer?: ReactNode;
  readonly children?: ReactNode;
}

/** One thing among several: a candidate, a call, an engagement. */
export function Card({ title, level = 3, eyebrow, actions, footer, children }: CardProps) {
  const Heading = `h${level}` as const;
  return (
    <article className="flex flex-col break-inside-avoid border border-rule border-t-2 border-t-ink bg-surface">
      {(title || actions) && (
        <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 pt-3">
          <div className="min-w-0">
            {eyebrow && <p className="eyebrow text-muted">{eyebrow}</p>}
            {title && <Heading className="font-serif text-lg font-semibold">{title}</Heading>}
          </div>
          {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
        </header>
      )}
      <div className="grow px-4 pt-2 pb-4">{children}</div>
      {footer && <footer className="border-t border-rule px-4 py-2 text-sm text-muted">{footer}</footer>}
    </article>
  );
}

interface SectionProps {
  readonly title: ReactNode;
  readonly level?: 2 | 3;
  /** The anchor other pages and the table of contents point to. */
  readonly id?: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  /** Starts a new sheet when a dossier is printed. */
  readonly breakBefore?: boolean;
  readonly children: ReactNode;
}

/** A part of a page under its own heading. */
export function Section({
  title,
  level = 2,
  id,
  lead,
  actions,
  breakBefore = false,
  children,
}: SectionProps) {
  const made = useId();
  const headingId = `${id ?? made}-title`;
  const Heading = `h${level}` as const;
  return (
    <section
      id={id}
      aria-labelledby={headingId}
      className={classNames("mt-10", breakBefore && "print:break-before-page")}
    >
      <div className="mb-3 flex flex-wrap items-end justify-between gap-x-6 gap-y-2 border-t border-ink pt-2.5">
        <Heading id={headingId} className={level === 2 ? "text-xl" : "text-lg"}>
          {title}
        </Heading>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      {lead && <p className="measure -mt-1.5 mb-4 text-muted">{lead}</p>}
      {children}
    </section>
  );
}
