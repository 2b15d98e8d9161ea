import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

export interface Crumb {
  readonly to: string;
  readonly label: ReactNode;
}

interface Props {
  readonly title: ReactNode;
  /** What kind of thing the page is about, over the title. */
  readonly eyebrow?: ReactNode;
  /** The way here, the page itself not included. */
  readonly breadcrumbs?: readonly Crumb[];
  readonly breadcrumbsLabel?: string;
  readonly lead?: ReactNode;
  /** What the page can do, the primary action first. */
  readonly actions?: ReactNode;
  /** The symbol of the document, its date, its state: set at the end of the line, as on a UN document. */
  readonly meta?: ReactNode;
}

/** The head of a page, ruled like the first sheet of a document. */
export function PageHeader({
  title,
  eyebrow,
  breadcrumbs = [],
  breadcrumbsLabel,
  lead,
  actions,
  meta,
}: Props) {
  return (
    <header className="mb-7">
      {breadcrumbs.length > 0 && (
        <nav aria-label={breadcrumbsLabel} className="mb-2 text-sm print:hidden">
          <ol className="flex flex-wrap">
            {breadcrumbs.map(({ to, label }) => (
              <li
                key={to}
                className="flex items-center not-last:after:mx-2 not-last:after:text-muted not-last:after:content-['/']"
              >
                <Link to={to} className="inline-flex min-h-6 items-center">
                  {label}
                </Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-1 border-b-3 border-ink pb-2.5">
        <div className="min-w-0">
          {eyebrow && <p className="eyebrow mb-1 text-muted">{eyebrow}</p>}
          <h1 className="text-2xl tracking-tight sm:text-3xl">{title}</h1>
        </div>
        {meta && <div className="figures text-sm text-muted sm:text-end print:text-start">{meta}</div>}
      </div>
      {(lead || actions) && (
        <div className="mt-3 flex flex-wrap items-start justify-between gap-x-8 gap-y-3">
          {lead && <div className="measure text-lg text-muted">{lead}</div>}
          {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
        </div>
      )}
    </header>
  );
}
