import type { FormReply } from "#app/access/form-reply.ts";
import { useT } from "#app/i18n/provider.tsx";
import { keptAnswersOf } from "#app/selection/candidate/kept-answers.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";

/** The long texts of a consent form that was not taken, for its writer to copy. */
export function TypedTexts({ reply }: { readonly reply: FormReply }) {
  const t = useT();
  const typed = keptAnswersOf(reply.lastResult.initialValue);
  if (!typed) return null;
  const items = [
    { term: t("selection.dossier.vision"), text: typed.visionStatement },
    { term: t("selection.attestation.explanation"), text: typed.attestation.explanation },
  ].filter(({ text }) => text.trim() !== "");
  return (
    <DefinitionList
      items={items.map(({ term, text }) => ({
        term,
        detail: <span className="whitespace-pre-line">{text}</span>,
      }))}
    />
  );
}
