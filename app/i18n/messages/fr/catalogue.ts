import access from "./access.json" with { type: "json" };
import app from "./app.json" with { type: "json" };
import cadre from "./cadre.json" with { type: "json" };
import call from "./call.json" with { type: "json" };
import candidate from "./candidate.json" with { type: "json" };
import cases from "./case.json" with { type: "json" };
import clearance from "./clearance.json" with { type: "json" };
import conflict from "./conflict.json" with { type: "json" };
import consent from "./consent.json" with { type: "json" };
import dossier from "./dossier.json" with { type: "json" };
import duplicate from "./duplicate.json" with { type: "json" };
import gender from "./gender.json" with { type: "json" };
import mail from "./mail.json" with { type: "json" };
import mentoring from "./mentoring.json" with { type: "json" };
import needs from "./needs.json" with { type: "json" };
import nominating from "./nominating.json" with { type: "json" };
import panel from "./panel.json" with { type: "json" };
import panelSetup from "./panel-setup.json" with { type: "json" };
import ranking from "./ranking.json" with { type: "json" };
import record from "./record.json" with { type: "json" };
import refusal from "./refusal.json" with { type: "json" };
import report from "./report.json" with { type: "json" };
import sheet from "./sheet.json" with { type: "json" };
import task from "./task.json" with { type: "json" };
import vacancy from "./vacancy.json" with { type: "json" };
import vetting from "./vetting.json" with { type: "json" };

/** The French messages, one file a part of the work. */
export const messages = {
  ...access,
  ...app,
  ...cadre,
  ...call,
  ...candidate,
  ...cases,
  ...clearance,
  ...conflict,
  ...consent,
  ...dossier,
  ...duplicate,
  ...gender,
  ...mail,
  ...mentoring,
  ...needs,
  ...nominating,
  ...panel,
  ...panelSetup,
  ...ranking,
  ...record,
  ...refusal,
  ...report,
  ...sheet,
  ...task,
  ...vacancy,
  ...vetting,
};
