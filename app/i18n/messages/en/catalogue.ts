import access from "./access.json" with { type: "json" };
import accountability from "./accountability.json" with { type: "json" };
import app from "./app.json" with { type: "json" };
import bench from "./bench.json" with { type: "json" };
import cadre from "./cadre.json" with { type: "json" };
import calibration from "./calibration.json" with { type: "json" };
import call from "./call.json" with { type: "json" };
import candidate from "./candidate.json" with { type: "json" };
import cases from "./case.json" with { type: "json" };
import clearance from "./clearance.json" with { type: "json" };
import compact from "./compact.json" with { type: "json" };
import conflict from "./conflict.json" with { type: "json" };
import conflictRegister from "./conflict-register.json" with { type: "json" };
import consent from "./consent.json" with { type: "json" };
import development from "./development.json" with { type: "json" };
import dossier from "./dossier.json" with { type: "json" };
import duplicate from "./duplicate.json" with { type: "json" };
import feedback from "./feedback.json" with { type: "json" };
import figure from "./figure.json" with { type: "json" };
import flow from "./flow.json" with { type: "json" };
import gender from "./gender.json" with { type: "json" };
import genderSelection from "./gender-selection.json" with { type: "json" };
import guide from "./guide.json" with { type: "json" };
import interview from "./interview.json" with { type: "json" };
import invalid from "./invalid.json" with { type: "json" };
import lesson from "./lesson.json" with { type: "json" };
import letter from "./letter.json" with { type: "json" };
import mail from "./mail.json" with { type: "json" };
import matching from "./matching.json" with { type: "json" };
import mentoring from "./mentoring.json" with { type: "json" };
import moderation from "./moderation.json" with { type: "json" };
import needs from "./needs.json" with { type: "json" };
import nominating from "./nominating.json" with { type: "json" };
import openData from "./open-data.json" with { type: "json" };
import pair from "./pair.json" with { type: "json" };
import panel from "./panel.json" with { type: "json" };
import panelSetup from "./panel-setup.json" with { type: "json" };
import people from "./people.json" with { type: "json" };
import phase from "./phase.json" with { type: "json" };
import pledge from "./pledge.json" with { type: "json" };
import pool from "./pool.json" with { type: "json" };
import post from "./post.json" with { type: "json" };
import programme from "./programme.json" with { type: "json" };
import projection from "./projection.json" with { type: "json" };
import ranking from "./ranking.json" with { type: "json" };
import record from "./record.json" with { type: "json" };
import refusal from "./refusal.json" with { type: "json" };
import refused from "./refused.json" with { type: "json" };
import report from "./report.json" with { type: "json" };
import rubric from "./rubric.json" with { type: "json" };
import sheet from "./sheet.json" with { type: "json" };
import sheetHistory from "./sheet-history.json" with { type: "json" };
import task from "./task.json" with { type: "json" };
import uniformed from "./uniformed.json" with { type: "json" };
import vacancy from "./vacancy.json" with { type: "json" };
import vetting from "./vetting.json" with { type: "json" };
import yearReport from "./year-report.json" with { type: "json" };

/** The English messages, one file a part of the work; each language has such a catalogue in its folder. */
export const messages = {
  ...access,
  ...accountability,
  ...app,
  ...bench,
  ...cadre,
  ...calibration,
  ...call,
  ...candidate,
  ...cases,
  ...clearance,
  ...compact,
  ...conflict,
  ...conflictRegister,
  ...consent,
  ...development,
  ...dossier,
  ...duplicate,
  ...feedback,
  ...figure,
  ...flow,
  ...gender,
  ...genderSelection,
  ...guide,
  ...interview,
  ...invalid,
  ...letter,
  ...lesson,
  ...mail,
  ...matching,
  ...mentoring,
  ...moderation,
  ...needs,
  ...nominating,
  ...openData,
  ...pair,
  ...people,
  ...panel,
  ...panelSetup,
  ...phase,
  ...pool,
  ...post,
  ...programme,
  ...projection,
  ...pledge,
  ...ranking,
  ...record,
  ...refusal,
  ...refused,
  ...report,
  ...rubric,
  ...sheet,
  ...sheetHistory,
  ...task,
  ...uniformed,
  ...vacancy,
  ...vetting,
  ...yearReport,
};
