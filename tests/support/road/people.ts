/** The people of the road, all invented; each is known by their address. */
export const OFFICER = "officer@example.org";
export const SECOND_OFFICER = "second.officer@example.org";
export const GHANA = "mission@gh.example";
export const URUGUAY = "mission@uy.example";
export const VETTING = "vetting@example.org";
export const CHAIR = "chair@example.org";
export const MEMBERS = [CHAIR, "second@example.org", "third@example.org"] as const;
export const DECIDER = "decider@example.org";
export const MENTOR = "silva@example.org";

export interface Nominee {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly gender: "woman" | "man";
  readonly nationality: string;
  readonly focalPoint: string;
}

export const AMA: Nominee = {
  givenName: "Ama",
  familyName: "Mensah",
  email: "ama@example.org",
  gender: "woman",
  nationality: "Ghana",
  focalPoint: GHANA,
};

export const KOFI: Nominee = {
  givenName: "Kofi",
  familyName: "Boateng",
  email: "kofi@example.org",
  gender: "man",
  nationality: "Ghana",
  focalPoint: GHANA,
};

export const LUCIA: Nominee = {
  givenName: "Lucía",
  familyName: "Pereira",
  email: "lucia@example.org",
  gender: "woman",
  nationality: "Uruguay",
  focalPoint: URUGUAY,
};

export const NOMINEES = [AMA, KOFI, LUCIA] as const;

/** Officials whose accounts the secretariat opens. */
export const OFFICIALS = [
  { name: "Efua Focal", email: GHANA, role: "focal point", state: "Ghana" },
  { name: "Juan Focal", email: URUGUAY, role: "focal point", state: "Uruguay" },
  { name: "Otto Officer", email: SECOND_OFFICER, role: "secretariat officer" },
  { name: "Vera Vetting", email: VETTING, role: "vetting officer" },
  { name: "Nadia Chair", email: MEMBERS[0], role: "panel member" },
  { name: "Tomas Second", email: MEMBERS[1], role: "panel member" },
  { name: "Leila Third", email: MEMBERS[2], role: "panel member" },
  { name: "Daniel Decider", email: DECIDER, role: "decision maker" },
] as const;

export const fullName = ({ givenName, familyName }: Nominee) => `${givenName} ${familyName}`;
