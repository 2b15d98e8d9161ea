-- What a member keeps current, agrees to and is reminded of; interest in vacancies and invitations to them.
CREATE TYPE "CadreConsentPurpose" AS ENUM ('vacancies', 'assessments');
CREATE TYPE "InvitationAnswer" AS ENUM ('interested', 'declined');

ALTER TABLE "CadreMembership"
  ADD COLUMN "confirmAskedAt" TIMESTAMPTZ(3),
  ADD COLUMN "lapsedAt" TIMESTAMPTZ(3),
  ADD COLUMN "availableUntil" DATE,
  ADD COLUMN "deployableWithin" INTEGER,
  ADD COLUMN "seniorYears" INTEGER,
  ADD COLUMN "fieldMissions" INTEGER,
  ADD COLUMN "roleKindCodes" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "impossibleStates" TEXT[] DEFAULT ARRAY[]::TEXT[];

CREATE TABLE "CadreConsent" (
  "membershipId" UUID NOT NULL,
  "purpose" "CadreConsentPurpose" NOT NULL,
  "given" BOOLEAN NOT NULL,
  "textVersion" TEXT NOT NULL,
  "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "CadreConsent_pkey" PRIMARY KEY ("membershipId", "purpose")
);
CREATE TABLE "ReadinessReminder" (
  "readinessId" UUID NOT NULL,
  "expiresOn" DATE NOT NULL,
  "daysBefore" INTEGER NOT NULL,
  "toldAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "ReadinessReminder_pkey" PRIMARY KEY ("readinessId", "expiresOn", "daysBefore")
);
CREATE TABLE "CadreSettings" (
  "version" INTEGER NOT NULL,
  "readinessMonths" INTEGER NOT NULL,
  "lapseMonths" INTEGER NOT NULL,
  "reason" TEXT NOT NULL,
  "setById" TEXT NOT NULL,
  "setAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "CadreSettings_pkey" PRIMARY KEY ("version")
);
CREATE TABLE "VacancyInterest" (
  "membershipId" UUID NOT NULL,
  "vacancyId" UUID NOT NULL,
  "stateCode" TEXT,
  "statedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "VacancyInterest_pkey" PRIMARY KEY ("membershipId", "vacancyId")
);
CREATE TABLE "VacancyInvitation" (
  "id" UUID NOT NULL,
  "membershipId" UUID NOT NULL,
  "vacancyId" UUID NOT NULL,
  "invitedById" TEXT NOT NULL,
  "invitedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "answer" "InvitationAnswer",
  "answeredAt" TIMESTAMPTZ(3),
  CONSTRAINT "VacancyInvitation_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "CadreMembership_state_confirmedAt_idx" ON "CadreMembership"("state", "confirmedAt");
CREATE INDEX "Readiness_expiresOn_idx" ON "Readiness"("expiresOn");
CREATE INDEX "VacancyInterest_vacancyId_stateCode_idx" ON "VacancyInterest"("vacancyId", "stateCode");
CREATE UNIQUE INDEX "VacancyInvitation_membershipId_vacancyId_key" ON "VacancyInvitation"("membershipId", "vacancyId");
CREATE INDEX "VacancyInvitation_vacancyId_idx" ON "VacancyInvitation"("vacancyId");

ALTER TABLE "CadreConsent" ADD CONSTRAINT "CadreConsent_membershipId_fkey"
  FOREIGN KEY ("membershipId") REFERENCES "CadreMembership"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ReadinessReminder" ADD CONSTRAINT "ReadinessReminder_readinessId_fkey"
  FOREIGN KEY ("readinessId") REFERENCES "Readiness"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "VacancyInterest" ADD CONSTRAINT "VacancyInterest_membershipId_fkey"
  FOREIGN KEY ("membershipId") REFERENCES "CadreMembership"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "VacancyInterest" ADD CONSTRAINT "VacancyInterest_vacancyId_fkey"
  FOREIGN KEY ("vacancyId") REFERENCES "Vacancy"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "VacancyInvitation" ADD CONSTRAINT "VacancyInvitation_membershipId_fkey"
  FOREIGN KEY ("membershipId") REFERENCES "CadreMembership"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "VacancyInvitation" ADD CONSTRAINT "VacancyInvitation_vacancyId_fkey"
  FOREIGN KEY ("vacancyId") REFERENCES "Vacancy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whoever confirmed a membership agreed to be considered for posts: that is what the cadre was said to be for. Nothing
-- was asked about what panels found, so nothing is agreed there. A proposal not yet answered agrees to nothing.
INSERT INTO "CadreConsent" ("membershipId", "purpose", "given", "textVersion", "changedAt")
SELECT "id", 'vacancies', true, 'before purposes were asked', coalesce("confirmedAt", "enteredAt")
FROM "CadreMembership" WHERE "state" IN ('active', 'paused');

-- What nominees for the cadre and candidates had stated of themselves goes on as what the member states.
UPDATE "CadreMembership" m SET
  "seniorYears" = p."seniorYears",
  "fieldMissions" = p."fieldMissions",
  "deployableWithin" = CASE WHEN p."deployableDays" <= 30 THEN 30 WHEN p."deployableDays" <= 60 THEN 60
    WHEN p."deployableDays" <= 90 THEN 90 END
FROM "Profile" p WHERE p."personId" = m."personId";

-- An active membership of which nothing holds any more has lapsed, on the day on which the last of it ended.
UPDATE "CadreMembership" m SET "state" = 'lapsed', "version" = m."version" + 1,
  "lapsedAt" = (SELECT max(r."expiresOn") FROM "Readiness" r WHERE r."membershipId" = m."id")
WHERE m."state" = 'active'
  AND EXISTS (SELECT FROM "Readiness" r WHERE r."membershipId" = m."id")
  AND NOT EXISTS (SELECT FROM "Readiness" r WHERE r."membershipId" = m."id" AND r."expiresOn" >= CURRENT_DATE);
