import type { ComponentProps } from "react";
import { useT } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Alert } from "#app/ui/alert.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { SessionHeader } from "./session-header.tsx";

interface Props extends Pick<ComponentProps<typeof SessionHeader>, "title" | "session"> {
  /** Why not, in words. */
  readonly reason: string;
}

/** Stands in place of a form that its session does not take: not yet, or no more. */
export function SessionPassed({ title, session, reason }: Props) {
  const t = useT();
  return (
    <>
      <SessionHeader title={title} session={session} />
      <Alert
        title={reason}
        actions={<LinkButton to={paths.session(session.id)}>{t("mentoring.session.back")}</LinkButton>}
      />
    </>
  );
}
