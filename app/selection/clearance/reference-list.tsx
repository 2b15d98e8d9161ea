import { useLanguage } from "#app/i18n/provider.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { LEAST_REFERENCES } from "./clearance-lifecycle.ts";
import type { ReferencePage } from "./reference.queries.server.ts";
import { REFERENCE_ITEMS, type ReferenceAnswers } from "./reference.ts";

interface Props {
  readonly references: ReferencePage["references"];
  /** The next step where nobody has been asked. */
  readonly action: React.ReactElement;
}

/** Each referee with how the request stands and, once given, what was answered. */
export function ReferenceList({ references, action }: Props) {
  const { t, format } = useLanguage();
  if (references.length === 0) {
    return (
      <EmptyState
        title={t("vetting.reference.none")}
        text={t("vetting.reference.noneText", { least: LEAST_REFERENCES })}
        action={action}
      />
    );
  }
  return (
    <ul className="flex flex-col gap-8">
      {references.map((reference) => {
        const { id, name, email, relation, state, answeredAt, expiresOn, remindedAt, answers } = reference;
        const date = format.date(state === "answered" && answeredAt ? answeredAt : expiresOn);
        return (
          <li key={id}>
            <h2 className="font-serif text-lg font-semibold">{name}</h2>
            <p className="text-muted break-words">
              {relation} · {email}
            </p>
            <p className="my-1 flex flex-wrap gap-2">
              <Badge tone={state === "answered" ? "good" : state === "waiting" ? "warn" : "bad"}>
                {t(`vetting.reference.state.${state}`, { date })}
              </Badge>
              {remindedAt && state === "waiting" && (
                <span className="text-muted">
                  {t("vetting.reference.reminded", { date: format.date(remindedAt) })}
                </span>
              )}
            </p>
            {answers && <Answers answers={answers} />}
          </li>
        );
      })}
    </ul>
  );
}

function Answers({ answers }: { readonly answers: ReferenceAnswers }) {
  const { t } = useLanguage();
  const { capacity, fromYear, toYear, again, words } = answers;
  return (
    <DefinitionList
      items={[
        {
          term: t("vetting.reference.capacity"),
          detail: `${t(`vetting.reference.capacity.${capacity}`)}, ${fromYear}–${toYear}`,
        },
        ...REFERENCE_ITEMS.map((item) => ({
          term: t(`vetting.reference.item.${item}`),
          detail: t(`vetting.reference.frequency.${answers[item]}`),
        })),
        { term: t("vetting.reference.again"), detail: t(`vetting.reference.again.${again}`) },
        ...(words
          ? [
              {
                term: t("vetting.reference.words"),
                detail: <p className="whitespace-pre-line">{words}</p>,
              },
            ]
          : []),
      ]}
    />
  );
}
