import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

interface PageLink {
  readonly to: string;
  readonly label: ReactNode;
}

interface Props {
  readonly label: string;
  /** "41–60 of 213". */
  readonly summary?: ReactNode;
  readonly previous?: PageLink | null;
  readonly next?: PageLink | null;
  /** The numbered pages near this one. */
  readonly pages?: readonly (PageLink & { readonly current?: boolean })[];
}

const LINK = "inline-flex min-h-8 min-w-8 items-center justify-center border-b-3 border-transparent px-2";

/** The way through a long list, page by page. */
export function Pagination({ label, summary, previous, next, pages = [] }: Props) {
  return (
    <nav
      aria-label={label}
      className="figures mt-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-1 text-sm print:hidden"
    >
      {summary && <p className="text-muted">{summary}</p>}
      <ul className="-mx-2 flex flex-wrap">
        {previous && (
          <li>
            <Link to={previous.to} rel="prev" className={LINK}>
              {previous.label}
            </Link>
          </li>
        )}
        {pages.map(({ to, label: page, current }) => (
          <li key={to}>
            {current ? (
              <span
                aria-current="page"
                className={
                  "inline-flex min-h-8 min-w-8 items-center justify-center border-b-3 border-accent px-2 font-semibold"
                }
              >
                {page}
              </span>
            ) : (
              <Link to={to} className={LINK}>
                {page}
              </Link>
            )}
          </li>
        ))}
        {next && (
          <li>
            <Link to={next.to} rel="next" className={LINK}>
              {next.label}
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}
