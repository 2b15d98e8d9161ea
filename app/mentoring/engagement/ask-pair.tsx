import { Form } from "@remix-run/react";
import { useRefusalWords } from "#app/access/refusal-words.tsx";
import type { Refusal } from "#app/access/result.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Alert } from "#app/ui/alert.tsx";
import { Button } from "#app/ui/button.tsx";

interface Props {
  /** When both were last asked, ISO 8601. */
  readonly askedAt: string | null;
  /** Whether there is something to ask about. */
  readonly quiet: boolean;
  readonly refusal: Refusal | null;
}

/** For the secretariat: writes to both of a pair to ask how they are, and says when that was last done. */
export function AskPair({ askedAt, quiet, refusal }: Props) {
  const { t, format } = useLanguage();
  const say = useRefusalWords();
  if (!quiet && askedAt === null) return null;
  return (
    <section className="my-6">
      {refusal && <Alert tone="bad" title={say(refusal)} />}
      {askedAt !== null && (
        <p className="mb-3 text-muted">{t("mentoring.ask.asked", { time: format.dateTime(askedAt) })}</p>
      )}
      {quiet && (
        <Form method="post">
          <Button>{t("mentoring.ask.button")}</Button>
          <p className="measure mt-2 text-sm text-muted">{t("mentoring.ask.hint")}</p>
        </Form>
      )}
    </section>
  );
}
