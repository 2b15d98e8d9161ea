import access from "./messages/en/access.json" with { type: "json" };
import app from "./messages/en/app.json" with { type: "json" };
import cadre from "./messages/en/cadre.json" with { type: "json" };
import gender from "./messages/en/gender.json" with { type: "json" };
import mail from "./messages/en/mail.json" with { type: "json" };
import mentoring from "./messages/en/mentoring.json" with { type: "json" };
import record from "./messages/en/record.json" with { type: "json" };
import refusal from "./messages/en/refusal.json" with { type: "json" };
import selection from "./messages/en/selection.json" with { type: "json" };
import vetting from "./messages/en/vetting.json" with { type: "json" };

/** The English catalogue, one file a wing. */
export const english = {
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
