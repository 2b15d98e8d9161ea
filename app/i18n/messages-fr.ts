import access from "./messages/fr/access.json" with { type: "json" };
import app from "./messages/fr/app.json" with { type: "json" };
import cadre from "./messages/fr/cadre.json" with { type: "json" };
import gender from "./messages/fr/gender.json" with { type: "json" };
import mail from "./messages/fr/mail.json" with { type: "json" };
import mentoring from "./messages/fr/mentoring.json" with { type: "json" };
import record from "./messages/fr/record.json" with { type: "json" };
import refusal from "./messages/fr/refusal.json" with { type: "json" };
import selection from "./messages/fr/selection.json" with { type: "json" };
import vetting from "./messages/fr/vetting.json" with { type: "json" };

/** The French catalogue, one file a wing. */
export const french = {
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
