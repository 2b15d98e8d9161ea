import { Link, useLocation } from "@remix-run/react";
import { type ReactNode, useId } from "react";
import { classNames } from "./class-names.ts";
import { Chevron, useDisclosure } from "./menu.tsx";

export interface NavigationLink {
  readonly to: string;
  readonly label: ReactNode;
  readonly current?: boolean;
}

/** Links under a heading, or, where the heading is null, links that stand by themselves. */
export interface NavigationGroup {
  readonly heading: string | null;
  readonly links: readonly NavigationLink[];
}

interface NavigationProps {
  readonly groups: readonly NavigationGroup[];
  /** What the navigation is called for those who do not see where it stands. */
  readonly label: string;
  /** The word on the button that opens it on a phone. */
  readonly menuLabel: string;
  /** Classes that keep it to the width of the page. */
  readonly width: string;
}

/** The same groups twice, one for each width: what is not displayed is not read out either, and neither needs JavaScript. */
export function Navigation({ groups, label, menuLabel, width }: NavigationProps) {
  const { key } = useLocation();
  return (
    <div className="border-t-3 border-b border-t-ink border-b-rule">
      <nav aria-label={label} className={classNames(width, "max-md:hidden")}>
        <ul className="-mx-3 flex flex-wrap">
          {groups.map(({ heading, links }) =>
            heading === null ? (
              <Links key={links[0]?.to} links={links} look={wideLink} />
            ) : (
              <li key={heading}>
                <OpeningGroup heading={heading} links={links} />
              </li>
            ),
          )}
        </ul>
      </nav>
      <nav aria-label={label} className="md:hidden">
        <details key={key} className="group">
          <summary className={classNames(width, "flex min-h-10 items-center gap-2 text-sm font-semibold")}>
            <svg aria-hidden="true" viewBox="0 0 16 12" className="w-4">
              <path d="M0 1h16M0 6h16M0 11h16" fill="none" stroke="currentColor" strokeWidth="1.75" />
            </svg>
            {menuLabel}
          </summary>
          <ul className="border-t border-rule pb-2">
            {groups.map(({ heading, links }) =>
              heading === null ? (
                <Links key={links[0]?.to} links={links} look={narrowLink} />
              ) : (
                <HeadedGroup key={heading} heading={heading} links={links} />
              ),
            )}
          </ul>
        </details>
      </nav>
    </div>
  );
}

interface LinksProps {
  readonly links: readonly NavigationLink[];
  readonly look: (current: boolean) => string;
}

const Links = ({ links, look }: LinksProps) =>
  links.map(({ to, label, current = false }) => (
    <li key={to}>
      <Link to={to} aria-current={current ? "page" : undefined} className={look(current)}>
        {label}
      </Link>
    </li>
  ));

interface HeadedProps {
  readonly heading: string;
  readonly links: readonly NavigationLink[];
}

/** A group whose links open under its heading; only one of them is open at a time. */
function OpeningGroup({ heading, links }: HeadedProps) {
  const { key, ...disclosure } = useDisclosure();
  return (
    <details key={key} {...disclosure} name="navigation" className="group relative">
      <summary
        className={classNames(
          wideLink(links.some(({ current }) => current)),
          "list-none gap-1.5 [&::-webkit-details-marker]:hidden",
        )}
      >
        {heading}
        <Chevron />
      </summary>
      <ul className="absolute start-0 z-20 w-max max-w-80 min-w-52 border border-edge bg-surface py-1 shadow-menu">
        <Links links={links} look={openedLink} />
      </ul>
    </details>
  );
}

/** The same on a phone, where there is room for all of them under each other. */
function HeadedGroup({ heading, links }: HeadedProps) {
  const id = useId();
  return (
    <li>
      <p id={id} className="eyebrow mt-3 mb-1 px-4 text-muted">
        {heading}
      </p>
      <ul aria-labelledby={id}>
        <Links links={links} look={narrowLink} />
      </ul>
    </li>
  );
}

const wideLink = (current: boolean) =>
  classNames(
    "flex min-h-9 items-center border-b-3 px-3 text-sm no-underline",
    current
      ? "border-accent font-semibold text-accent"
      : "border-transparent text-ink hover:border-rule hover:text-ink",
  );

const openedLink = (current: boolean) =>
  classNames(
    "flex min-h-9 items-center border-s-3 px-3 text-sm no-underline hover:bg-accent-soft",
    current ? "border-accent font-semibold text-accent" : "border-transparent text-ink hover:text-ink",
  );

const narrowLink = (current: boolean) =>
  classNames(
    "flex min-h-10 items-center border-s-3 px-4 no-underline",
    current ? "border-accent font-semibold text-accent" : "border-transparent text-ink",
  );
