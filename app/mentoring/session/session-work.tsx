import { Link } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { ScreenSharing } from "./screen-sharing.tsx";
import { GOAL_STEPS } from "./session-form.ts";

interface Note {
  readonly body: string;
}

interface Props {
  readonly sessionId: string;
  readonly engagementId: string;
  readonly work: {
    readonly screenShared: boolean;
    readonly agenda: string;
    readonly heldMinutes: number | null;
    readonly goals: readonly {
      readonly id: string;
      readonly text: string;
      readonly progress: number | null;
    }[];
    readonly notes: { readonly [K in "mine" | "ours" | "theirs" | "programme"]: Note | null };
  };
}

/** What one of the pair sees of the work around a session: its agenda, where the goals stood, the notes theirs to read. */
export function SessionWork({ sessionId, engagementId, work }: Props) {
  const { t } = useLanguage();
  const { agenda, heldMinutes, goals, notes, screenShared } = work;
  const marked = goals.filter(({ progress }) => progress !== null);
  const shown = (["ours", "theirs", "mine", "programme"] as const).flatMap((kind) => {
    const note = notes[kind];
    return note ? [{ term: t(`mentoring.notes.${kind}`), detail: <Text>{note.body}</Text> }] : [];
  });
  return (
    <>
      {heldMinutes !== null && <p className="mt-4">{t("mentoring.hold.lasted", { minutes: heldMinutes })}</p>}
      <Section
        title={t("mentoring.agenda.title")}
        actions={<LinkButton to={paths.sessionAgenda(sessionId)}>{t("mentoring.agenda.edit")}</LinkButton>}
      >
        {agenda ? <Text>{agenda}</Text> : <p className="text-muted">{t("mentoring.agenda.none")}</p>}
      </Section>
      {marked.length > 0 && (
        <Section title={t("mentoring.goals.title")}>
          <DefinitionList
            items={marked.map(({ text, progress }) => {
              const step = GOAL_STEPS.find((one) => one === progress) ?? 0;
              return { term: text, detail: t(`mentoring.goals.${step}`) };
            })}
          />
        </Section>
      )}
      <Section
        title={t("mentoring.notes.title")}
        actions={<LinkButton to={paths.sessionNotes(sessionId)}>{t("mentoring.notes.edit")}</LinkButton>}
      >
        <ScreenSharing on={screenShared} />
        {shown.length > 0 ? (
          <DefinitionList items={shown} />
        ) : (
          <p className="text-muted">{t("mentoring.notes.none")}</p>
        )}
        <p className="mt-3">
          <Link to={paths.sharedActions(engagementId)}>{t("mentoring.actions.title")}</Link>
        </p>
      </Section>
    </>
  );
}

const Text = ({ children }: { readonly children: string }) => (
  <p className="measure whitespace-pre-line">{children}</p>
);

interface ProgrammeNote {
  readonly author: string;
  readonly body: string;
  readonly updatedAt: string;
}

/** What the two wrote for the programme, to those who look after it. */
export function ProgrammeNotes({ notes }: { readonly notes: readonly ProgrammeNote[] }) {
  const { t, format } = useLanguage();
  if (notes.length === 0) return null;
  return (
    <Section title={t("mentoring.notes.forProgramme")} lead={t("mentoring.notes.forProgrammeLead")}>
      <DefinitionList
        items={notes.map(({ author, body, updatedAt }) => ({
          term: t("mentoring.notes.by", { author, day: format.date(updatedAt) }),
          detail: <Text>{body}</Text>,
        }))}
      />
    </Section>
  );
}
