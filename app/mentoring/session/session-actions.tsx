import { useT } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";

interface Props {
  readonly sessionId: string;
  readonly may: {
    readonly move: boolean;
    readonly cancel: boolean;
    readonly hold: boolean;
    readonly giveFeedback: boolean;
  };
}

/** What one of the pair can do with a session as it stands, the next step first. */
export function SessionActions({ sessionId, may }: Props) {
  const t = useT();
  if (!Object.values(may).includes(true)) return null;
  return (
    <div className="mt-7 flex flex-wrap gap-2">
      {may.hold && (
        <LinkButton to={paths.holdSession(sessionId)} variant="primary">
          {t("mentoring.hold.title")}
        </LinkButton>
      )}
      {may.giveFeedback && (
        <LinkButton to={paths.giveFeedback(sessionId)} variant="primary">
          {t("mentoring.feedback.title")}
        </LinkButton>
      )}
      {may.cancel && (
        <LinkButton to={paths.sessionCalendar(sessionId)} reloadDocument>
          {t("mentoring.session.toCalendar")}
        </LinkButton>
      )}
      {may.move && <LinkButton to={paths.moveSession(sessionId)}>{t("mentoring.move.title")}</LinkButton>}
      {may.cancel && (
        <LinkButton to={paths.cancelSession(sessionId)} variant="danger">
          {t("mentoring.cancel.title")}
        </LinkButton>
      )}
    </div>
  );
}
