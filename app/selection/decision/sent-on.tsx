import { useT } from "#app/i18n/provider.tsx";
import { Badge } from "#app/ui/badge.tsx";

interface Props {
  /** The day or the hour, in words. */
  readonly when: string;
  readonly inGrace: boolean;
}

/** When a nomination was sent, and whether that was after the closing hour, within the grace. */
export function SentOn({ when, inGrace }: Props) {
  const t = useT();
  return (
    <>
      <span className="whitespace-nowrap">{when}</span>{" "}
      {inGrace && <Badge tone="warn">{t("nominating.list.inGrace")}</Badge>}
    </>
  );
}
