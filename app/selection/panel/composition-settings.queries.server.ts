import { database, type Reader } from "#app/platform/database.server.ts";
import { type CompositionSettings, DEFAULT_SETTINGS, keptSettingsSchema } from "./composition-settings.ts";

/** The rules in force, with their version; 0 where nobody has set any and the defaults hold. */
export interface StandingSettings {
  readonly version: number;
  readonly settings: CompositionSettings;
}

/** The rules of composition in force now. */
export async function readSettings(reader: Reader): Promise<StandingSettings> {
  const kept = await reader.compositionRules.findFirst({
    orderBy: { version: "desc" },
    select: { version: true, settings: true },
  });
  if (!kept) return { version: 0, settings: DEFAULT_SETTINGS };
  return { version: kept.version, settings: keptSettingsSchema.parse(kept.settings) };
}

export const SETTINGS_PER_PAGE = 10;

/** The rules in force and, the latest first, the versions that were set, each with who set it and why. */
export async function readSettingsPage(page: number) {
  const [standing, total, versions] = await Promise.all([
    readSettings(database()),
    database().compositionRules.count(),
    database().compositionRules.findMany({
      orderBy: { version: "desc" },
      skip: (page - 1) * SETTINGS_PER_PAGE,
      take: SETTINGS_PER_PAGE,
      select: { version: true, reason: true, setById: true, setAt: true },
    }),
  ]);
  const setters = await database().user.findMany({
    where: { id: { in: versions.map(({ setById }) => setById) } },
    select: { id: true, name: true },
  });
  return {
    standing,
    total,
    versions: versions.map(({ version, reason, setById, setAt }) => ({
      ...{ version, reason, setAt: setAt.toISOString() },
      setBy: setters.find(({ id }) => id === setById)?.name ?? "–",
    })),
  };
}
