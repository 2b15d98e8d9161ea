import ICAL from "ical.js";

/** Reads a calendar with ical.js, which knows of zones only what the calendar itself brings along. */
export function readCalendar(body: string) {
  const calendar = new ICAL.Component(ICAL.parse(body));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    const timezone = new ICAL.Timezone(zone);
    ICAL.TimezoneService.register(timezone, timezone.tzid);
  }
  return {
    method: calendar.getFirstPropertyValue("method"),
    zones: calendar.getAllSubcomponents("vtimezone"),
    events: calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event)),
  };
}
