import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button } from "#app/ui/button.tsx";

interface Props {
  readonly id: string;
  /** The officer who had the concern. */
  readonly handler: string;
  /** Who can take it now, if anybody. */
  readonly next: string | null;
}

/** Asks whoever raised a concern whether the officer named now may read it, for the one before is none any more. */
export function ConcernLeftBehind({ id, handler, next }: Props) {
  const t = useT();
  return (
    <Alert tone="warn" title={t("pair.concern.left", { handler })}>
      <p>{next === null ? t("pair.concern.leftNobody") : t("pair.concern.leftText", { next })}</p>
      {next !== null && (
        <Form method="post" action={paths.handOverConcern(id)} className="mt-2">
          <Button variant="secondary">{t("pair.concern.handOver", { next })}</Button>
        </Form>
      )}
    </Alert>
  );
}
