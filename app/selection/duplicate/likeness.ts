import { nameLikeness } from "./name-likeness.ts";

/** What of two people on file is compared. */
export interface ComparedPerson {
  /** As `latinName` gives it. */
  readonly latin: string;
  readonly mailbox: string;
  readonly gender: "woman" | "man" | "another" | "notStated";
  /** "YYYY-MM-DD" */
  readonly birthDate: string | null;
  readonly birthYear: number | null;
  /** ISO codes. */
  readonly nationalities: readonly string[];
  /** SHA-256 of their documents, hex. */
  readonly documents: readonly string[];
}

/** What speaks for two people being one, and what against it. */
export const LIKENESS_REASONS = [
  "sameName",
  "likeName",
  "sameBirthDate",
  "swappedBirthDate",
  "sameBirthYear",
  "otherBirthDate",
  "sharedNationality",
  "otherNationality",
  "sameMailbox",
  "sameDocument",
  "otherGender",
] as const;
export type LikenessReason = (typeof LIKENESS_REASONS)[number];

/** From this likeness on a pair is shown to the secretariat. */
export const SUSPECTED_FROM = 55;

/**
 * Points for each. Cadre's own choice, made so that the same name suffices unless something speaks against it, a like
 * name needs a date of birth or a document beside it, and a document in common needs a like name: a state may attach one
 * certificate to all of its nominees. A person decides.
 */
const POINTS: Readonly<Record<LikenessReason, number>> = {
  sameName: 60,
  likeName: 60,
  sameBirthDate: 25,
  swappedBirthDate: 10,
  sameBirthYear: 10,
  otherBirthDate: -35,
  sharedNationality: 10,
  otherNationality: -10,
  sameMailbox: 35,
  sameDocument: 40,
  otherGender: -15,
};

const SAME_NAME = 0.98;
const LIKE_NAME = 0.7;

/**
 * How likely two people on file are one.
 *
 * @returns `likeness` 0 to 100, and the reasons in the order of `LIKENESS_REASONS`
 */
export function likenessOf(one: ComparedPerson, other: ComparedPerson) {
  const names = nameLikeness(one.latin, other.latin);
  const found = new Set<LikenessReason | null>([
    names >= SAME_NAME ? "sameName" : names >= LIKE_NAME ? "likeName" : null,
    birthReason(one, other),
    nationalityReason(one, other),
    one.mailbox === other.mailbox ? "sameMailbox" : null,
    one.documents.some((hash) => other.documents.includes(hash)) ? "sameDocument" : null,
    genderDiffers(one, other) ? "otherGender" : null,
  ]);
  const reasons = LIKENESS_REASONS.filter((reason) => found.has(reason));
  const points = reasons.reduce((sum, reason) => sum + pointsOf(reason, names), 0);
  return { likeness: Math.max(0, Math.min(100, Math.round(points))), reasons };
}

/** A like name counts from half likeness upwards. */
const pointsOf = (reason: LikenessReason, names: number): number =>
  reason === "likeName" ? POINTS.likeName * Math.max(0, (names - 0.5) / 0.5) : POINTS[reason];

function birthReason(one: ComparedPerson, other: ComparedPerson): LikenessReason | null {
  if (one.birthDate && other.birthDate) {
    if (one.birthDate === other.birthDate) return "sameBirthDate";
    return swapped(one.birthDate) === other.birthDate ? "swappedBirthDate" : "otherBirthDate";
  }
  const [year, otherYear] = [yearOf(one), yearOf(other)];
  if (year === null || otherYear === null) return null;
  if (year === otherYear) return "sameBirthYear";
  return Math.abs(year - otherYear) > 1 ? "otherBirthDate" : null;
}

const yearOf = ({ birthDate, birthYear }: ComparedPerson) =>
  birthDate ? Number(birthDate.slice(0, 4)) : birthYear;
/** Day and month the other way round, as who writes them in the other order would. */
const swapped = (day: string) => `${day.slice(0, 4)}-${day.slice(8, 10)}-${day.slice(5, 7)}`;

function nationalityReason(one: ComparedPerson, other: ComparedPerson): LikenessReason | null {
  if (one.nationalities.length === 0 || other.nationalities.length === 0) return null;
  const shared = one.nationalities.some((code) => other.nationalities.includes(code));
  return shared ? "sharedNationality" : "otherNationality";
}

const genderDiffers = (one: ComparedPerson, other: ComparedPerson) =>
  one.gender !== "notStated" && other.gender !== "notStated" && one.gender !== other.gender;
