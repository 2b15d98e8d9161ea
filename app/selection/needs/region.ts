import type { MessageKey } from "#app/i18n/message-keys.ts";

/** The regional groups of the United Nations, as the reference data call them, and what they are called to readers. */
const REGIONS: Readonly<Record<string, MessageKey>> = {
  African: "nominating.region.african",
  "Asia-Pacific": "nominating.region.asiaPacific",
  "Eastern European": "nominating.region.easternEuropean",
  "Latin American and Caribbean": "nominating.region.latinAmerican",
  "Western European and Others": "nominating.region.westernEuropean",
};

/** The message that names a regional group; that of none where the data name another. */
export const regionName = (group: string): MessageKey => REGIONS[group] ?? "nominating.region.none";
