import { useLanguage } from "#app/i18n/provider.tsx";
import { Section } from "#app/ui/card.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { linesOf } from "./nominee-draft.ts";
import { type DraftFile, SERVICES } from "./nominee-file.ts";

interface Props {
  readonly file: DraftFile;
}

/** What is shown of a file beside what the page says of the nomination anyhow. */
const SHOWN = [
  "birthDate",
  "service",
  "rank",
  "currentPost",
  "seniorYears",
  "languages",
  "posts",
  "missions",
  "education",
  "courses",
  "visionStatement",
] as const;

/** The file as the nominator stated it; what the nominee confirms or corrects stands in the nominee's own. */
export function StatedFile({ file }: Props) {
  const { t } = useLanguage();
  const service = SERVICES.find((one) => one === file.service);
  const text = (field: (typeof SHOWN)[number]) =>
    field === "service" && service ? t(`nominating.service.${service}`) : linesOf(file[field]);
  return (
    <Section title={t("nominating.stated.title")} lead={t("nominating.stated.lead")}>
      <DefinitionList
        items={SHOWN.map((field) => ({
          term: t(`nominating.name.${field}`),
          detail: <span className="whitespace-pre-line">{text(field) || "–"}</span>,
        }))}
      />
    </Section>
  );
}
