import { Link, useLocation } from "@remix-run/react";
import {
  type ButtonHTMLAttributes,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useRef,
} from "react";
import { classNames } from "./class-names.ts";

interface MenuProps {
  /** What the closed menu shows. */
  readonly label: ReactNode;
  /** What the menu is for, where the label shows only its present value ("Role" before "Panel member"). */
  readonly purpose?: string;
  readonly children: ReactNode;
}

/**
 * What a plain disclosure gains when JavaScript is there: it closes after a choice, on Escape, on a click elsewhere
 * and when the keyboard leaves it. Spread over `<details>`, its key apart.
 */
export function useDisclosure() {
  const { key } = useLocation();
  const ref = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const closeOutside = (event: PointerEvent) => {
      if (event.target instanceof Node && ref.current && !ref.current.contains(event.target))
        ref.current.open = false;
    };
    document.addEventListener("pointerdown", closeOutside);
    return () => document.removeEventListener("pointerdown", closeOutside);
  }, []);
  const onKeyDown = (event: KeyboardEvent<HTMLDetailsElement>) => {
    if (event.key !== "Escape" || !ref.current?.open) return;
    ref.current.open = false;
    ref.current.querySelector("summary")?.focus();
  };
  const onBlur = ({ relatedTarget }: FocusEvent<HTMLDetailsElement>) => {
    if (relatedTarget instanceof Node && ref.current && !ref.current.contains(relatedTarget))
      ref.current.open = false;
  };
  return { key, ref, onKeyDown, onBlur };
}

/** A list that opens under its label, without JavaScript too. */
export function Menu({ label, purpose, children }: MenuProps) {
  const { key, ...disclosure } = useDisclosure();
  return (
    <details key={key} {...disclosure} className="group relative">
      <summary className="flex min-h-8 list-none items-center gap-1.5 px-1.5 text-sm hover:text-accent [&::-webkit-details-marker]:hidden">
        {purpose && <span className="text-muted">{purpose}</span>}
        <span className="font-semibold">{label}</span>
        <Chevron />
      </summary>
      <div className="absolute end-0 z-20 mt-1 w-max max-w-80 min-w-44 border border-edge bg-surface py-1 shadow-menu max-sm:fixed max-sm:inset-x-4 max-sm:w-auto max-sm:max-w-none">
        {children}
      </div>
    </details>
  );
}

/** Tells that something opens downwards. */
export const Chevron = () => (
  <svg aria-hidden="true" viewBox="0 0 10 6" className="w-2.5 shrink-0 text-muted group-open:rotate-180">
    <path d="M1 1l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.5" />
  </svg>
);

const itemClasses = (current: boolean) =>
  classNames(
    "flex min-h-8 w-full cursor-pointer items-center border-s-3 px-3 py-1 text-start text-sm text-ink no-underline hover:bg-accent-soft hover:text-ink",
    current ? "border-accent font-semibold" : "border-transparent",
  );

interface MenuLinkProps {
  readonly to: string;
  readonly current?: boolean;
  /** Language of the label, where it is not the page's. */
  readonly lang?: string;
  readonly reloadDocument?: boolean;
  readonly children: ReactNode;
}

/** A place to go, inside a menu. */
export function MenuLink({ current = false, ...rest }: MenuLinkProps) {
  return <Link className={itemClasses(current)} aria-current={current ? "true" : undefined} {...rest} />;
}

interface MenuButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly current?: boolean;
}

/** Something to do, inside a menu and a form of its own. */
export function MenuButton({ current = false, type = "submit", ...rest }: MenuButtonProps) {
  return (
    <button
      type={type}
      className={itemClasses(current)}
      aria-current={current ? "true" : undefined}
      {...rest}
    />
  );
}
