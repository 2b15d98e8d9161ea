import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Navigation, type NavigationGroup } from "./navigation.tsx";

interface ShellProps {
  readonly product: ReactNode;
  readonly homeTo: string;
  /** One line under or beside the product's name. */
  readonly tagline?: ReactNode;
  readonly navigation: readonly NavigationGroup[];
  readonly navigationLabel: string;
  /** The word on the button that opens the navigation on a phone. */
  readonly menuLabel: string;
  readonly skipLabel: string;
  readonly outbox?: ReactNode;
  readonly roleSwitcher?: ReactNode;
  readonly languageSwitcher?: ReactNode;
  readonly accountMenu?: ReactNode;
  /** A line over everything: what kind of data this is, what is about to close. */
  readonly notice?: ReactNode;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

const MAIN_ID = "main";
const PAGE = "mx-auto w-full max-w-page px-4 sm:px-6";

/** The frame of every page: masthead, navigation, content, foot. */
export function Shell({ skipLabel, footer, children, ...masthead }: ShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href={`#${MAIN_ID}`}
        className="sr-only bg-accent px-4 py-2 text-on-accent focus:not-sr-only focus:absolute focus:start-4 focus:top-2 focus:z-30"
      >
        {skipLabel}
      </a>
      <Masthead {...masthead} />
      <main
        id={MAIN_ID}
        tabIndex={-1}
        className={classNames(PAGE, "grow pt-6 pb-16 focus:outline-none print:p-0")}
      >
        {children}
      </main>
      {footer && (
        <footer className="border-t border-rule text-sm text-muted print:hidden">
          <div className={classNames(PAGE, "py-5")}>{footer}</div>
        </footer>
      )}
    </div>
  );
}

type MastheadProps = Omit<ShellProps, "skipLabel" | "footer" | "children">;

function Masthead(props: MastheadProps) {
  const tools = [props.outbox, props.roleSwitcher, props.languageSwitcher, props.accountMenu].some(Boolean);
  return (
    <header className="bg-surface print:hidden">
      {props.notice && (
        <div className="bg-action-soft text-sm text-action">
          <div className={classNames(PAGE, "py-1")}>{props.notice}</div>
        </div>
      )}
      <div className={classNames(PAGE, "flex flex-wrap items-center justify-between gap-x-3 sm:gap-x-6")}>
        <Link to={props.homeTo} className="flex min-h-12 items-center gap-3 text-ink no-underline">
          <span className="font-serif text-xl font-bold tracking-tight">{props.product}</span>
          {props.tagline && (
            <span className="border-s border-rule ps-3 text-sm leading-tight text-muted max-lg:hidden">
              {props.tagline}
            </span>
          )}
        </Link>
        {tools && (
          <div className="-mx-1.5 flex items-center gap-x-3 max-sm:contents">
            <div className="max-sm:ms-auto">{props.outbox}</div>
            <div className="max-sm:order-2 max-sm:-ms-1.5">{props.roleSwitcher}</div>
            <div className="max-sm:order-2">{props.languageSwitcher}</div>
            <div className="max-sm:order-1">{props.accountMenu}</div>
          </div>
        )}
      </div>
      {props.navigation.length > 0 && (
        <Navigation
          groups={props.navigation}
          label={props.navigationLabel}
          menuLabel={props.menuLabel}
          width={PAGE}
        />
      )}
    </header>
  );
}

interface ShellLinkProps {
  readonly to: string;
  readonly label: ReactNode;
  /** How many wait there; nothing is shown for none. */
  readonly count?: number;
  /** The count in words for those who do not see it ("3 messages"). */
  readonly countLabel?: string;
}

/** A link in the masthead's tools, with a number where something waits: the outbox, the messages. */
export function ShellLink({ to, label, count = 0, countLabel }: ShellLinkProps) {
  return (
    <Link
      to={to}
      className="flex min-h-8 items-center gap-1.5 px-1.5 text-sm text-ink no-underline hover:text-accent"
    >
      {label}
      {count > 0 && (
        <span className="figures inline-flex h-5 min-w-5 items-center justify-center rounded-full bg-action px-1.5 text-xs font-bold text-surface">
          <span aria-hidden={countLabel ? "true" : undefined}>{count}</span>
          {countLabel && <span className="sr-only">{countLabel}</span>}
        </span>
      )}
    </Link>
  );
}
