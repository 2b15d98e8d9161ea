import { useLanguage } from "#app/i18n/provider.tsx";
import { Badge } from "#app/ui/badge.tsx";
import type { Tone } from "#app/ui/tone.ts";
import type { ConflictState } from "./conflict-register.ts";

const TONES: Readonly<Record<ConflictState, Tone>> = {
  recuses: "bad",
  suspected: "warn",
  setAside: "info",
  expired: "info",
  ended: "info",
};

/** Whether a conflict of the register recuses, or why not. */
export function ConflictStateBadge({ state }: { readonly state: ConflictState }) {
  const { t } = useLanguage();
  return <Badge tone={TONES[state]}>{t(`register.state.${state}`)}</Badge>;
}
