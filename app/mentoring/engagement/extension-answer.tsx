import { Form } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button } from "#app/ui/button.tsx";

interface Props {
  readonly pair: { readonly id: string; readonly other: string; readonly endsOn: string };
  readonly waiting: { readonly endsOn: string; readonly own: boolean };
}

/** A later last day that waits: to be answered by the other, or taken back by who proposed it. */
export function ExtensionAnswer({ pair, waiting }: Props) {
  const { t, format } = useLanguage();
  const day = format.date(waiting.endsOn);
  const title = waiting.own
    ? t("pair.extend.waitsOther", { day })
    : t("pair.extend.waitsOwn", { day, other: pair.other });
  return (
    <Alert title={title}>
      <Form method="post" action={paths.answerExtension(pair.id)} className="mt-2 flex flex-wrap gap-3">
        {!waiting.own && (
          <Button name="answer" value="agreed">
            {t("pair.extend.agree")}
          </Button>
        )}
        <Button name="answer" value="declined" variant="secondary">
          {waiting.own
            ? t("pair.extend.withdraw")
            : t("pair.extend.decline", { day: format.date(pair.endsOn) })}
        </Button>
      </Form>
    </Alert>
  );
}
