import { database, type Reader } from "#app/platform/database.server.ts";
import { type CadreSettings, DEFAULT_CADRE_SETTINGS } from "./cadre-settings.ts";

export const SETTINGS_PER_PAGE = 10;

/** The settings in force, with their version; 0 where nobody has set any and the defaults hold. */
export async function readCadreSettings(
  reader: Reader = database(),
): Promise<CadreSettings & { readonly version: number }> {
  const kept = await reader.cadreSettings.findFirst({
    orderBy: { version: "desc" },
    select: { version: true, readinessMonths: true, lapseMonths: true },
  });
  return kept ?? { version: 0, ...DEFAULT_CADRE_SETTINGS };
}

/** The settings in force and, the latest first, the versions that were set, each with who set it and why. */
export async function readCadreSettingsPage(page: number) {
  const [standing, total, versions] = await Promise.all([
    readCadreSettings(),
    database().cadreSettings.count(),
    database().cadreSettings.findMany({
      orderBy: { version: "desc" },
      skip: (page - 1) * SETTINGS_PER_PAGE,
      take: SETTINGS_PER_PAGE,
    }),
  ]);
  const setters = await database().user.findMany({
    where: { id: { in: versions.map(({ setById }) => setById) } },
    select: { id: true, name: true },
  });
  return {
    standing,
    total,
    versions: versions.map(({ setById, setAt, ...version }) => ({
      ...version,
      setAt: setAt.toISOString(),
      setBy: setters.find(({ id }) => id === setById)?.name ?? "–",
    })),
  };
}
