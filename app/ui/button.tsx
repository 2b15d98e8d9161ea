import { Link } from "@remix-run/react";
import type { ButtonHTMLAttributes, ReactNode } from "react";
import { classNames } from "./class-names.ts";

type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
type ButtonSize = "small" | "medium";

const VARIANTS: Readonly<Record<ButtonVariant, string>> = {
  primary:
    "border-accent bg-accent text-on-accent hover:border-accent-strong hover:bg-accent-strong hover:text-on-accent",
  secondary: "border-edge bg-surface text-ink hover:border-ink hover:bg-sunken hover:text-ink",
  quiet:
    "border-transparent bg-transparent text-accent underline underline-offset-4 hover:bg-accent-soft hover:text-accent-strong",
  danger: "border-bad bg-surface text-bad hover:border-bad-strong hover:bg-bad hover:text-on-bad",
};

const SIZES: Readonly<Record<ButtonSize, string>> = {
  small: "min-h-7 px-2.5 py-0.5 text-sm",
  medium: "min-h-9 px-4 py-1.5 text-base",
};

const buttonClasses = (variant: ButtonVariant, size: ButtonSize, className?: string) =>
  classNames(
    "inline-flex cursor-pointer items-center justify-center gap-2 rounded-sm border font-semibold no-underline",
    "disabled:cursor-not-allowed disabled:border-rule disabled:bg-sunken disabled:text-muted print:hidden",
    VARIANTS[variant],
    SIZES[size],
    className,
  );

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
}

/** Does something. Submits its form unless told otherwise; one primary button a page. */
export function Button({
  variant = "primary",
  size = "medium",
  type = "submit",
  className,
  ...rest
}: ButtonProps) {
  return <button type={type} className={buttonClasses(variant, size, className)} {...rest} />;
}

interface LinkButtonProps {
  readonly to: string;
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  /** For files and feeds: the browser fetches it itself instead of the page's router. */
  readonly reloadDocument?: boolean;
  /** What is to be done before it goes there. */
  readonly onClick?: () => void;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Goes somewhere, with the weight of a button. */
export function LinkButton({
  to,
  variant = "secondary",
  size = "medium",
  className,
  ...rest
}: LinkButtonProps) {
  return <Link to={to} className={buttonClasses(variant, size, className)} {...rest} />;
}
