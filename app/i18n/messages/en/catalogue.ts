import access from "./access.json" with { type: "json" };
import app from "./app.json" with { type: "json" };
import cadre from "./cadre.json" with { type: "json" };
import gender from "./gender.json" with { type: "json" };
import mail from "./mail.json" with { type: "json" };
import mentoring from "./mentoring.json" with { type: "json" };
import record from "./record.json" with { type: "json" };
import refusal from "./refusal.json" with { type: "json" };
import selection from "./selection.json" with { type: "json" };
import vetting from "./vetting.json" with { type: "json" };

/** The English messages, one file a wing; each language has such a catalogue in its folder. */
export const messages = {
  ...access,
  ...app,
  ...cadre,
  ...gender,
  ...mail,
  ...mentoring,
  ...record,
  ...refusal,
  ...selection,
  ...vetting,
};
