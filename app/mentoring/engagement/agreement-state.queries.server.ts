import type { Prisma } from "#app/generated/prisma/client.ts";
import { isSessionChannel } from "#app/mentoring/session/session.ts";
import type { Reader } from "#app/platform/database.server.ts";
import { type Agreement, isCadence, termsSchema } from "./agreement.ts";
import { openForPair } from "./pair-seal.queries.server.ts";

const agreementSelect = {
  id: true,
  engagementId: true,
  version: true,
  revision: true,
  state: true,
  cadence: true,
  minutes: true,
  channel: true,
  sealedTerms: true,
  proposedById: true,
  proposedAt: true,
  mentorSignedAt: true,
  menteeSignedAt: true,
  mentorMarks: true,
  menteeMarks: true,
  voidedAt: true,
} satisfies Prisma.PairAgreementSelect;

type Stored = Prisma.PairAgreementGetPayload<{ select: typeof agreementSelect }>;

/** The versions of a pair's agreement, the latest first, their words opened: for one of the pair alone. */
export async function loadAgreements(reader: Reader, engagementId: string) {
  const found = await reader.pairAgreement.findMany({
    where: { engagementId },
    orderBy: { version: "desc" },
    select: agreementSelect,
  });
  return found.map(opened);
}

export type LoadedAgreement = ReturnType<typeof opened>;

function opened({ sealedTerms, cadence, channel, minutes, ...stored }: Stored) {
  const terms = termsSchema.parse(JSON.parse(openForPair(stored.engagementId, sealedTerms)));
  if (!isCadence(cadence) || !isSessionChannel(channel)) {
    throw new Error(`Agreement ${stored.id} holds ${cadence}, ${channel}`);
  }
  const agreement: Agreement = { ...terms, cadence, channel, minutes };
  return { ...stored, agreement };
}

/** The goals of a pair in force, in their order, opened. */
export async function loadGoals(reader: Reader, engagementId: string) {
  const goals = await reader.engagementGoal.findMany({
    where: { engagementId, retiredAt: null },
    orderBy: { position: "asc" },
    select: { id: true, text: true },
  });
  return goals.map(({ id, text }) => ({ id, text: openForPair(engagementId, text) }));
}
