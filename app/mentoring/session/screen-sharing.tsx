import { Form, useLocation } from "@remix-run/react";
import { useT } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button } from "#app/ui/button.tsx";

/** The switch for whoever shows their screen to somebody: private notes stay away until it is turned off. */
export function ScreenSharing({ on }: { readonly on: boolean }) {
  const t = useT();
  const { pathname } = useLocation();
  const form = (
    <Form method="post" action={paths.screenSharing()} className="print:hidden">
      <input type="hidden" name="back" value={pathname} />
      <Button variant="secondary" size="small" name="screen" value={on ? "off" : "on"}>
        {t(on ? "mentoring.screen.turnOff" : "mentoring.screen.turnOn")}
      </Button>
    </Form>
  );
  if (!on) return <div className="my-4">{form}</div>;
  return (
    <Alert title={t("mentoring.screen.on")} actions={form}>
      {t("mentoring.screen.onText")}
    </Alert>
  );
}
