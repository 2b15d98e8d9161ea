import { useT } from "#app/i18n/provider.tsx";
import { Section } from "#app/ui/card.tsx";

interface Props {
  readonly chart: string;
  readonly title: string;
  /** Where the picture is, on this site. */
  readonly path: string;
  /** Where it is for others. */
  readonly address: string;
  /** What it says to whoever does not see it. */
  readonly alternative: string;
}

const quoted = (words: string) => words.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
const inner = (words: string) => words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** A chart as other sites will show it, and the two ways of copying it. */
export function EmbeddableChart({ chart, title, path, address, alternative }: Props) {
  const t = useT();
  const source = quoted(address);
  const snippets = [
    { way: "img", code: `<img src="${source}" alt="${quoted(alternative)}" width="960">` },
    {
      way: "object",
      code: `<object type="image/svg+xml" data="${source}" aria-label="${quoted(title)}">${inner(alternative)}</object>`,
    },
  ] as const;
  return (
    <Section id={chart} title={title}>
      <img src={path} alt={alternative} width="960" className="h-auto max-w-full border border-rule" />
      <dl className="mt-4 grid gap-3">
        {snippets.map(({ way, code }) => (
          <div key={way}>
            <dt className="text-sm text-muted">{t(`openData.way.${way}`)}</dt>
            <dd>
              <pre
                lang="en"
                className="mt-1 border border-rule bg-sunken p-3 font-mono text-xs whitespace-pre-wrap wrap-anywhere"
              >
                <code>{code}</code>
              </pre>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
