import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Timeline } from "#app/ui/timeline.tsx";
import type { ScreeningView } from "./screening.queries.server.ts";

interface Props {
  readonly screening: ScreeningView;
}

type Request = ScreeningView["requests"][number];

/** How far an unfinished screening has come: how many have screened, never what they found. */
export function ScreeningStanding({ screening }: Props) {
  const { t, format } = useLanguage();
  const asked = screening.requests.find(({ waiting }) => waiting);
  const next = (["first", "second", "third"] as const)[screening.screened] ?? "third";
  return (
    <div className="measure mb-3 flex flex-col gap-1">
      <p className="font-semibold">
        {asked
          ? t("vetting.screening.standing.asked", { date: format.date(asked.dueOn) })
          : t(`vetting.screening.standing.${next}`)}
        {screening.mine && ` · ${t("vetting.screening.mine")}`}
      </p>
      <p className="text-muted">{t("vetting.screening.rule")}</p>
    </div>
  );
}

/** What the candidate was asked, and what came of it; nothing where nothing was. */
export function FileRequests({ screening }: Props) {
  const { t, format } = useLanguage();
  const wordsOf = (fields: Request["fields"]) => fields.map((field) => t(`vetting.ask.field.${field}`));
  const askedFor = ({ fields, explain, documentKind }: Request) =>
    format.list([
      ...wordsOf(fields),
      ...(explain === null ? [] : [t("vetting.ask.anExplanation")]),
      ...(documentKind === null ? [] : [t(`selection.document.kind.${documentKind}`)]),
    ]);
  if (screening.requests.length === 0) return null;
  return (
    <Timeline
      label={t("vetting.ask.history")}
      items={screening.requests.map((request) => {
        const { id, askedAt, answeredAt, dueOn, waiting, changed } = request;
        const outcome = answeredAt
          ? t("vetting.ask.answered", { date: format.date(answeredAt) })
          : t(waiting ? "vetting.ask.waits" : "vetting.ask.lapsed", { date: format.date(dueOn) });
        const changes = changed.length
          ? t("vetting.ask.changedFields", { fields: format.list(wordsOf(changed)) })
          : t("vetting.ask.changedNothing");
        const withChanges = answeredAt && request.fields.length > 0;
        return {
          key: id,
          dateTime: askedAt,
          when: format.dateTime(askedAt),
          title: t("vetting.ask.asked", {
            name: request.by ?? t("vetting.screening.somebody"),
            fields: askedFor(request),
          }),
          by: withChanges ? `${outcome}; ${changes}` : outcome,
          children: <RequestWords request={request} />,
        };
      })}
    />
  );
}

/** The words of a question and of its answer, and the document that came with it. */
function RequestWords({ request }: { readonly request: Request }) {
  const { question, explain, explanation, document } = request;
  return (
    <>
      {question && <p className="whitespace-pre-line">{question}</p>}
      {explain && <p className="whitespace-pre-line">{explain}</p>}
      {explanation && <Explanation words={explanation} />}
      {document && (
        <p>
          <a href={paths.document(document.id)} className="break-words">
            {document.name}
          </a>
        </p>
      )}
    </>
  );
}

function Explanation({ words }: { readonly words: string }) {
  const { t } = useLanguage();
  return <p className="whitespace-pre-line">{t("vetting.ask.explained", { words })}</p>;
}

/** What the candidate explained in words about one requirement, with the question it answers; nothing where nothing was. */
export function Explanations({
  requests,
  requirement,
}: {
  readonly requests: readonly Request[];
  readonly requirement: string;
}) {
  const on = requests.filter(
    ({ explainFor, explanation }) => explainFor === requirement && explanation !== null,
  );
  return on.map(({ id, explain, explanation }) => (
    <div key={id} className="mt-1 text-sm font-normal text-ink">
      <p className="whitespace-pre-line text-muted">{explain}</p>
      <Explanation words={explanation ?? ""} />
    </div>
  ));
}
