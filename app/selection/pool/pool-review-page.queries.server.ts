import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { today } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { NAMED_CALL, nameOfCall } from "#app/selection/call/call-title.ts";
import { attestedOnFile } from "#app/selection/candidate/attestation.ts";
import { caseFile } from "#app/selection/candidate/case-file.queries.server.ts";
import { compareVersions, namesInFiles } from "#app/selection/candidate/file-comparison.queries.server.ts";
import { statusOfNomination } from "#app/selection/nomination/nomination-status.ts";
import { requirementsOf } from "#app/selection/screening/requirement.ts";
import { checksOf } from "#app/selection/screening/requirement-evidence.ts";
import { factsIn } from "#app/selection/screening/requirements.ts";
import { screeningBar } from "#app/selection/screening/screener.ts";
import { namesOf } from "#app/selection/screening/screening.queries.server.ts";
import { reasonsIn } from "#app/selection/screening/screening-reasons.ts";
import { poolSheetOf } from "./pool-review.queries.server.ts";
import { concludePool, poolReasons } from "./pool-review-rule.ts";

/** One nomination for the cadre as an officer reviews it, and what bars this officer from it. */
export async function readPoolReview(actor: Actor, nominationId: string) {
  if (!can(actor, "pool.read")) return null;
  const review = await database().poolReview.findUnique({
    where: { nominationId },
    select: {
      ...{ state: true, version: true, answeredAt: true, decidedAt: true, decidedById: true },
      ...{ reasonCodes: true, note: true, membershipId: true },
      basis: true,
      sheets: { orderBy: { seat: "asc" } },
      attestation: { select: { unable: true, attestedAt: true } },
      fileVersions: {
        orderBy: { number: "asc" },
        select: { author: true, content: true, writtenAt: true },
      },
      nomination: {
        select: {
          ...{ state: true, stateCode: true, nominatedById: true, statement: true, certified: true },
          ...{
            disclosure: true,
            submittedAt: true,
            nominatingState: { select: { nameEn: true, nameFr: true } },
          },
          draft: {
            select: {
              documents: {
                orderBy: { createdAt: "asc" },
                select: { id: true, name: true, size: true, kind: true },
              },
            },
          },
          call: { select: { ...NAMED_CALL, requirements: true, roleKindCodes: true } },
          person: {
            select: {
              id: true,
              givenName: true,
              familyName: true,
              gender: true,
              nationalities: true,
              userId: true,
            },
          },
        },
      },
    },
  });
  if (!review) return null;
  const { nomination, answeredAt, decidedAt, decidedById, reasonCodes, fileVersions, ...facts } = review;
  const { sheets, attestation, basis, ...standing } = facts;
  const { call, person, submittedAt, draft, ...nominated } = nomination;
  const content = await caseFile(database(), { personId: person.id, fileVersions: fileVersions.slice(-1) });
  const requirements = requirementsOf(call.requirements);
  const unable = attestation?.unable ?? [];
  const judged = factsIn(content, attestedOnFile(attestation?.attestedAt ?? null, unable));
  const [names, versions, fileNames] = await Promise.all([
    namesOf([decidedById, ...sheets.map(({ officerId }) => officerId)]),
    compareVersions(fileVersions),
    namesInFiles(content),
  ]);
  return {
    ...{ ...standing, nominationId, name: `${person.givenName} ${person.familyName}` },
    withdrawn: nominated.state === "withdrawn",
    answeredAt: answeredAt?.toISOString() ?? null,
    outcome: decidedAt && {
      at: decidedAt.toISOString(),
      by: names.get(decidedById ?? "") ?? null,
      ...{ basis, reasons: reasonsIn(reasonCodes) },
    },
    ...sheetsFor(actor, sheets, { names, open: decidedAt !== null }),
    nominatingState: nominated.nominatingState,
    statement: nominated.statement,
    certified: nominated.certified,
    disclosure: nominated.disclosure,
    submittedAt: submittedAt.toISOString(),
    documents: draft?.documents ?? [],
    attestation: attestation && { disclosed: unable.length > 0 },
    file: { file: content, ...fileNames },
    versions,
    call: { name: nameOfCall(actor.locale, call), reference: call.reference },
    checks: checksOf(requirements, judged, today()),
    reasonsOffered: poolReasons(requirements),
    roleKindCodes: call.roleKindCodes,
    status: statusOfNomination({
      ...{ state: nominated.state, candidacyState: null, vacancyState: null, told: "all" },
      reviewState: standing.state,
    }),
    bar: screeningBar(actor, { ...nominated, candidateUserId: person.userId }),
  };
}
export type PoolReviewPage = NonNullable<Awaited<ReturnType<typeof readPoolReview>>>;

interface Openness {
  readonly names: ReadonlyMap<string, string>;
  /** Whether the review is concluded: until then each officer sees their own sheet alone. */
  readonly open: boolean;
}

/** The sheets that this reader may see, and how many there are. */
function sheetsFor(
  actor: Actor,
  sheets: readonly Prisma.PoolSheetGetPayload<true>[],
  { names, open }: Openness,
) {
  const isOwn = ({ officerId }: { readonly officerId: string }) => officerId === actor.userId;
  const next = concludePool(sheets.map(poolSheetOf));
  return {
    waitsFor: next.kind === "waits" ? next.for : null,
    mine: sheets.some(isOwn),
    sheets: sheets
      .filter((sheet) => open || isOwn(sheet))
      .map((sheet) => ({
        ...poolSheetOf(sheet),
        ...{ id: sheet.id, note: sheet.note, submittedAt: sheet.submittedAt.toISOString() },
        ...{ name: names.get(sheet.officerId) ?? null, own: isOwn(sheet) },
      })),
  };
}
