import { Form } from "@remix-run/react";
import type { ComponentProps } from "react";
import { useT } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { DateTimeField } from "#app/ui/field.tsx";
import { HoursStrip } from "./hours-strip.tsx";

/** The hours of a day by both clocks, and a way to another day: clocks change during the year. */
export function HoursDay(strip: ComponentProps<typeof HoursStrip>) {
  const t = useT();
  return (
    <>
      <HoursStrip {...strip} />
      <Form method="get" preventScrollReset className="mb-7 flex flex-wrap items-end gap-3 print:hidden">
        <DateTimeField id="day" name="day" defaultValue={strip.day} label={t("mentoring.hours.day")} />
        <Button variant="secondary">{t("mentoring.hours.show")}</Button>
      </Form>
    </>
  );
}
