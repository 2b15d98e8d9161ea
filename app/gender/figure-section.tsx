import { Section } from "#app/ui/card.tsx";
import type { Figure } from "./figure.ts";
import { PublishedFigure } from "./published-figure.tsx";

interface Props {
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  readonly figures: readonly Figure[];
  /** What stands under a figure in which nobody is counted. */
  readonly none: string;
  readonly asked?: Readonly<Record<string, string | undefined>>;
}

/** Figures of one part of the work, one under the other. */
export function FigureSection({ id, title, lead, figures, none, asked }: Props) {
  return (
    <Section id={id} title={title} {...(lead ? { lead } : {})}>
      <div className="grid grid-cols-1 gap-10">
        {figures.map((figure) =>
          figure.rows.length === 0 ? (
            <div key={figure.id}>
              <h3 className="font-serif text-lg font-semibold">{figure.title}</h3>
              <p className="text-muted">{none}</p>
            </div>
          ) : (
            <PublishedFigure key={figure.id} figure={figure} asked={asked} />
          ),
        )}
      </div>
    </Section>
  );
}
