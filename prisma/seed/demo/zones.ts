import type { DEMO_STATES } from "./people.ts";

/** By whose clocks somebody at home in a state lives, in the capital's zone: among them quarters of an hour and both hemispheres. */
const CAPITAL_ZONES: Readonly<Record<(typeof DEMO_STATES)[number], string>> = {
  GH: "Africa/Accra",
  UY: "America/Montevideo",
  NP: "Asia/Kathmandu",
  FI: "Europe/Helsinki",
  BD: "Asia/Dhaka",
  RW: "Africa/Kigali",
  SN: "Africa/Dakar",
  JO: "Asia/Amman",
  KE: "Africa/Nairobi",
  FR: "Europe/Paris",
  IN: "Asia/Kolkata",
  PK: "Asia/Karachi",
  ET: "Africa/Addis_Ababa",
  NO: "Europe/Oslo",
  SE: "Europe/Stockholm",
  BR: "America/Sao_Paulo",
  AR: "America/Argentina/Buenos_Aires",
  ID: "Asia/Jakarta",
  EG: "Africa/Cairo",
  ZA: "Africa/Johannesburg",
  NG: "Africa/Lagos",
  MN: "Asia/Ulaanbaatar",
  FJ: "Pacific/Fiji",
  KH: "Asia/Phnom_Penh",
  PT: "Europe/Lisbon",
  IT: "Europe/Rome",
  DE: "Europe/Berlin",
  CA: "America/Toronto",
  NL: "Europe/Amsterdam",
  GB: "Europe/London",
};

/** Where the missions of the demo's leaders are; elsewhere their headquarters in Nairobi are taken. */
const DUTY_ZONES: Readonly<Record<string, string>> = {
  CD: "Africa/Kinshasa",
  CF: "Africa/Bangui",
  CY: "Asia/Nicosia",
  LB: "Asia/Beirut",
  SS: "Africa/Juba",
  SD: "Africa/Khartoum",
  LY: "Africa/Tripoli",
  SO: "Africa/Mogadishu",
  AF: "Asia/Kabul",
  IQ: "Asia/Baghdad",
  HT: "America/Port-au-Prince",
  CO: "America/Bogota",
  YE: "Asia/Aden",
  SY: "Asia/Damascus",
  XK: "Europe/Belgrade",
};

/** The zone of a mentor who lives at home. */
export const homeZone = (stateCode: (typeof DEMO_STATES)[number]): string => CAPITAL_ZONES[stateCode];

/** The zone of a leader in post, by the mission's host states. */
export const dutyZone = (hostCodes: readonly string[]): string =>
  hostCodes.flatMap((code) => DUTY_ZONES[code] ?? []).at(0) ?? "Africa/Nairobi";
