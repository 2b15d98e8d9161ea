import { createHash } from "node:crypto";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { canonicalJson } from "#app/record/canonical.ts";
import { LANGUAGES, ROLE_KINDS } from "./reference/role-kinds.ts";
import { memberStates, missions, targets } from "./reference-data.ts";

/** The AppSetting that says which state of the reference data is loaded. */
export const REFERENCE_SETTING = "reference";

/**
 * Loads the reference data, or brings what is loaded up to date; run again without a change it writes nothing.
 *
 * @returns whether anything was written
 */
export async function loadReference(): Promise<boolean> {
  const data = {
    states: memberStates(),
    missions: missions(),
    targets: targets(),
    roleKinds: ROLE_KINDS,
    languages: LANGUAGES,
  };
  const hash = createHash("sha256")
    .update(canonicalJson(JSON.parse(JSON.stringify(data))))
    .digest("hex");
  return inTransaction(async (tx) => {
    const loaded = await tx.appSetting.findUnique({ where: { key: REFERENCE_SETTING } });
    if (loaded?.value === hash) return false;
    for (const state of data.states) {
      await tx.state.upsert({
        where: { code: state.code },
        create: state,
        update: state,
        select: { code: true },
      });
    }
    for (const mission of data.missions) {
      const { acronym } = mission;
      await tx.mission.upsert({ where: { acronym }, create: mission, update: mission, select: { id: true } });
    }
    await loadRoles(tx);
    await tx.target.deleteMany();
    await tx.target.createMany({ data: data.targets });
    await tx.appSetting.upsert({
      where: { key: REFERENCE_SETTING },
      create: { key: REFERENCE_SETTING, value: hash },
      update: { value: hash },
    });
    return true;
  });
}

async function loadRoles(tx: Transaction) {
  for (const [position, kind] of ROLE_KINDS.entries()) {
    const row = { ...kind, levels: [...kind.levels], position };
    await tx.roleKind.upsert({
      where: { code: kind.code },
      create: row,
      update: row,
      select: { code: true },
    });
  }
  for (const language of LANGUAGES) {
    await tx.language.upsert({ where: { code: language.code }, create: language, update: language });
  }
}
