import { database } from "#app/platform/database.server.ts";
import { checkData } from "#prisma/check-data.ts";

/** The rules of phases and rounds; the shortcuts by which stories come to a panel break others. */
const RULES = [
  ...["panel-in-step", "scored-alone", "rounds-in-step", "sheet-of-its-round", "phase-open"],
  ...["recused-judges-not", "withdrawn-when-recused"],
];

/** Which rules of phases and rounds the data breaks. */
export const brokenPanelRules = async () =>
  (await checkData(database())).map(({ rule }) => rule.name).filter((name) => RULES.includes(name));
