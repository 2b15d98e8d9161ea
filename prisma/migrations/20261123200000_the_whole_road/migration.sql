-- CreateEnum
CREATE TYPE "Role" AS ENUM ('focalPoint', 'candidate', 'panelMember', 'decisionMaker', 'vettingOfficer', 'mentor', 'mentee', 'secretariat', 'auditor');

-- CreateEnum
CREATE TYPE "Gender" AS ENUM ('woman', 'man', 'another', 'notStated');

-- CreateEnum
CREATE TYPE "MembershipState" AS ENUM ('proposed', 'active', 'paused', 'withdrawn');

-- CreateEnum
CREATE TYPE "ReadinessLevel" AS ENUM ('now', 'oneToTwoYears', 'threeToFiveYears');

-- CreateEnum
CREATE TYPE "MentorState" AS ENUM ('pledged', 'available', 'resting');

-- CreateEnum
CREATE TYPE "NeedState" AS ENUM ('offered', 'stated', 'matched', 'declined');

-- CreateEnum
CREATE TYPE "ProposalState" AS ENUM ('proposed', 'accepted', 'declined', 'superseded');

-- CreateEnum
CREATE TYPE "EngagementState" AS ENUM ('active', 'ended');

-- CreateEnum
CREATE TYPE "SessionState" AS ENUM ('scheduled', 'held', 'noShow', 'cancelled');

-- CreateEnum
CREATE TYPE "StateStatus" AS ENUM ('member', 'observer');

-- CreateEnum
CREATE TYPE "MissionKind" AS ENUM ('peacekeeping', 'specialPolitical');

-- CreateEnum
CREATE TYPE "VacancyState" AS ENUM ('draft', 'open', 'screening', 'assessment', 'revealed', 'reported', 'decided', 'closed');

-- CreateEnum
CREATE TYPE "NominationState" AS ENUM ('submitted', 'withdrawn');

-- CreateEnum
CREATE TYPE "CandidacyState" AS ENUM ('nominated', 'consented', 'screenedIn', 'screenedOut', 'recommended', 'suitable', 'notRecommended', 'selected', 'appointed', 'withdrawn');

-- CreateEnum
CREATE TYPE "Stage" AS ENUM ('nominated', 'consented', 'screenedIn', 'scored', 'recommended', 'selected', 'appointed');

-- CreateEnum
CREATE TYPE "ConsentPurpose" AS ENUM ('vacancy', 'cadre', 'mentoring', 'statistics');

-- CreateEnum
CREATE TYPE "ClearanceKind" AS ENUM ('humanRights', 'conduct', 'references', 'medical');

-- CreateEnum
CREATE TYPE "ClearanceOutcome" AS ENUM ('pending', 'clear', 'notClear');

-- CreateEnum
CREATE TYPE "PanelPhase" AS ENUM ('forming', 'desk', 'revealed', 'reported', 'closed');

-- CreateEnum
CREATE TYPE "ConflictSource" AS ENUM ('nationality', 'nominatingState', 'sharedEmployer', 'declared');

-- CreateEnum
CREATE TYPE "FindingOutcome" AS ENUM ('recommended', 'suitable', 'notRecommended');

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "timeZone" TEXT NOT NULL DEFAULT 'UTC',
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "userId" TEXT NOT NULL,
    "activeRole" "Role",
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMPTZ(3),
    "refreshTokenExpiresAt" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoleGrant" (
    "id" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "stateCode" TEXT,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RoleGrant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "userId" TEXT,
    "givenName" TEXT NOT NULL,
    "familyName" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "gender" "Gender" NOT NULL,
    "birthYear" INTEGER,
    "nationalities" TEXT[],
    "timeZone" TEXT NOT NULL DEFAULT 'UTC',
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PersonLanguage" (
    "personId" UUID NOT NULL,
    "languageCode" TEXT NOT NULL,
    "level" INTEGER NOT NULL,

    CONSTRAINT "PersonLanguage_pkey" PRIMARY KEY ("personId","languageCode")
);

-- CreateTable
CREATE TABLE "CareerPost" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "employer" TEXT NOT NULL,
    "startYear" INTEGER NOT NULL,
    "endYear" INTEGER,
    "peopleLed" INTEGER,
    "missionId" UUID,
    "roleKindCode" TEXT,

    CONSTRAINT "CareerPost_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Profile" (
    "personId" UUID NOT NULL,
    "visionStatement" TEXT NOT NULL,
    "seniorYears" INTEGER NOT NULL,
    "fieldMissions" INTEGER NOT NULL,
    "deployableDays" INTEGER NOT NULL,
    "currentPost" TEXT NOT NULL,
    "completedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Profile_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "AppSetting" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AppSetting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "OutgoingMail" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "toAddress" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "dedupeKey" TEXT NOT NULL,
    "subject" TEXT,
    "html" TEXT,
    "text" TEXT,
    "calendar" TEXT,
    "calendarMethod" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),
    "sentBy" TEXT,
    "providerId" TEXT,
    "lastError" TEXT,

    CONSTRAINT "OutgoingMail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StoredFile" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StoredFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CadreMembership" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "state" "MembershipState" NOT NULL,
    "enteredVia" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmedAt" TIMESTAMPTZ(3),
    "availableFrom" DATE,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "CadreMembership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Readiness" (
    "id" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "roleKindCode" TEXT NOT NULL,
    "level" "ReadinessLevel" NOT NULL,
    "evidence" TEXT NOT NULL,
    "assessedById" TEXT NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresOn" DATE NOT NULL,

    CONSTRAINT "Readiness_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mentor" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "pledgedByCode" TEXT NOT NULL,
    "state" "MentorState" NOT NULL DEFAULT 'pledged',
    "capacity" INTEGER NOT NULL,
    "activePairs" INTEGER NOT NULL DEFAULT 0,
    "weeklyHours" INTEGER NOT NULL,
    "topics" TEXT[],
    "mandateTypes" TEXT[],
    "availableFrom" DATE NOT NULL,
    "availableTo" DATE NOT NULL,
    "biography" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Mentor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MentorshipNeed" (
    "id" UUID NOT NULL,
    "appointmentId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "state" "NeedState" NOT NULL DEFAULT 'offered',
    "topics" TEXT[],
    "languages" TEXT[],
    "avoidMentorIds" TEXT[],
    "dueOn" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MentorshipNeed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MatchRun" (
    "id" UUID NOT NULL,
    "ranById" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "inputHash" TEXT NOT NULL,
    "certificate" JSONB NOT NULL,
    "verified" BOOLEAN NOT NULL,
    "unmatched" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MatchRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MatchProposal" (
    "id" UUID NOT NULL,
    "runId" UUID NOT NULL,
    "needId" UUID NOT NULL,
    "mentorId" UUID NOT NULL,
    "state" "ProposalState" NOT NULL DEFAULT 'proposed',
    "score" INTEGER NOT NULL,
    "explanation" JSONB NOT NULL,
    "mentorAcceptedAt" TIMESTAMPTZ(3),
    "menteeAcceptedAt" TIMESTAMPTZ(3),
    "declineReason" TEXT,
    "dueOn" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MatchProposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Engagement" (
    "id" UUID NOT NULL,
    "proposalId" UUID NOT NULL,
    "mentorId" UUID NOT NULL,
    "menteeId" UUID NOT NULL,
    "state" "EngagementState" NOT NULL DEFAULT 'active',
    "startedOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Engagement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MentoringSession" (
    "id" UUID NOT NULL,
    "engagementId" UUID NOT NULL,
    "state" "SessionState" NOT NULL DEFAULT 'scheduled',
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "durationMinutes" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "scheduledById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MentoringSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SessionFeedback" (
    "sessionId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "usefulness" INTEGER NOT NULL,
    "comment" TEXT NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SessionFeedback_pkey" PRIMARY KEY ("sessionId","personId")
);

-- CreateTable
CREATE TABLE "RecordEvent" (
    "sequence" BIGSERIAL NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "actorId" TEXT,
    "actorRole" TEXT,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "canonical" TEXT NOT NULL,
    "leafHash" TEXT NOT NULL,

    CONSTRAINT "RecordEvent_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "RecordLeaf" (
    "index" BIGINT NOT NULL,
    "eventSequence" BIGINT NOT NULL,

    CONSTRAINT "RecordLeaf_pkey" PRIMARY KEY ("index")
);

-- CreateTable
CREATE TABLE "RecordNode" (
    "level" INTEGER NOT NULL,
    "position" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "RecordNode_pkey" PRIMARY KEY ("level","position")
);

-- CreateTable
CREATE TABLE "RecordHead" (
    "treeSize" BIGINT NOT NULL,
    "rootHash" TEXT NOT NULL,
    "sealedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RecordHead_pkey" PRIMARY KEY ("treeSize")
);

-- CreateTable
CREATE TABLE "RecordSalt" (
    "eventId" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "salt" TEXT NOT NULL,

    CONSTRAINT "RecordSalt_pkey" PRIMARY KEY ("eventId","field")
);

-- CreateTable
CREATE TABLE "State" (
    "code" TEXT NOT NULL,
    "iso3" TEXT NOT NULL,
    "m49" TEXT NOT NULL,
    "status" "StateStatus" NOT NULL,
    "regionalGroup" TEXT NOT NULL,
    "nameAr" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "nameFr" TEXT NOT NULL,
    "nameRu" TEXT NOT NULL,
    "nameEs" TEXT NOT NULL,

    CONSTRAINT "State_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Mission" (
    "id" UUID NOT NULL,
    "acronym" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "nameFr" TEXT NOT NULL,
    "kind" "MissionKind" NOT NULL,
    "host" TEXT NOT NULL,
    "hostCodes" TEXT[],
    "headquarters" TEXT NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,
    "workingLanguages" TEXT[],

    CONSTRAINT "Mission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoleKind" (
    "code" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "nameFr" TEXT NOT NULL,
    "component" TEXT NOT NULL,
    "levels" TEXT[],
    "isHead" BOOLEAN NOT NULL,
    "isDeputy" BOOLEAN NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "RoleKind_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Language" (
    "code" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "nameFr" TEXT NOT NULL,

    CONSTRAINT "Language_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Target" (
    "id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "value" DOUBLE PRECISION,
    "baselineYear" INTEGER,
    "due" DATE,
    "source" TEXT NOT NULL,

    CONSTRAINT "Target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MissionNeeds" (
    "id" UUID NOT NULL,
    "missionId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "phase" TEXT NOT NULL,
    "hostContext" TEXT NOT NULL,
    "mandateTasks" TEXT[],
    "languages" TEXT[],
    "setById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MissionNeeds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MissionNeedItem" (
    "needsId" UUID NOT NULL,
    "criterionCode" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "why" TEXT NOT NULL,

    CONSTRAINT "MissionNeedItem_pkey" PRIMARY KEY ("needsId","criterionCode")
);

-- CreateTable
CREATE TABLE "Post" (
    "id" UUID NOT NULL,
    "missionId" UUID NOT NULL,
    "roleKindCode" TEXT NOT NULL,
    "level" TEXT NOT NULL,

    CONSTRAINT "Post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Appointment" (
    "id" UUID NOT NULL,
    "postId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "candidacyId" UUID,
    "acting" BOOLEAN NOT NULL DEFAULT false,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Appointment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Vacancy" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "postId" UUID NOT NULL,
    "needsId" UUID NOT NULL,
    "state" "VacancyState" NOT NULL DEFAULT 'draft',
    "requirements" JSONB NOT NULL,
    "shortlistSize" INTEGER NOT NULL,
    "opensAt" TIMESTAMPTZ(3),
    "closesAt" TIMESTAMPTZ(3),
    "timeZone" TEXT NOT NULL DEFAULT 'America/New_York',
    "decisionDueOn" DATE,
    "createdById" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Vacancy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Rubric" (
    "id" UUID NOT NULL,
    "vacancyId" UUID NOT NULL,
    "levels" INTEGER NOT NULL DEFAULT 4,
    "frozenAt" TIMESTAMPTZ(3),
    "hash" TEXT,

    CONSTRAINT "Rubric_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Criterion" (
    "id" UUID NOT NULL,
    "rubricId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "group" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" JSONB NOT NULL,
    "definition" JSONB NOT NULL,
    "anchors" JSONB NOT NULL,
    "baseWeight" INTEGER NOT NULL,
    "need" INTEGER NOT NULL,
    "weight" INTEGER NOT NULL,
    "minimumLevel" INTEGER,

    CONSTRAINT "Criterion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Nomination" (
    "id" UUID NOT NULL,
    "vacancyId" UUID NOT NULL,
    "stateCode" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "nominatedById" TEXT NOT NULL,
    "state" "NominationState" NOT NULL DEFAULT 'submitted',
    "statement" TEXT NOT NULL,
    "certified" BOOLEAN NOT NULL,
    "submissionKey" TEXT NOT NULL,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Nomination_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Candidacy" (
    "id" UUID NOT NULL,
    "vacancyId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "nominationId" UUID NOT NULL,
    "state" "CandidacyState" NOT NULL DEFAULT 'nominated',
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "attestedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Candidacy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StageEvent" (
    "candidacyId" UUID NOT NULL,
    "stage" "Stage" NOT NULL,
    "reachedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StageEvent_pkey" PRIMARY KEY ("candidacyId","stage")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "candidacyId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Consent" (
    "id" UUID NOT NULL,
    "candidacyId" UUID NOT NULL,
    "purpose" "ConsentPurpose" NOT NULL,
    "given" BOOLEAN NOT NULL,
    "textVersion" TEXT NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CandidacyDocument" (
    "id" UUID NOT NULL,
    "candidacyId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "fileId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "addedById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CandidacyDocument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Screening" (
    "id" UUID NOT NULL,
    "candidacyId" UUID NOT NULL,
    "screenedById" TEXT NOT NULL,
    "passed" BOOLEAN NOT NULL,
    "findings" JSONB NOT NULL,
    "reasonCode" TEXT,
    "note" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Screening_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Clearance" (
    "id" UUID NOT NULL,
    "candidacyId" UUID NOT NULL,
    "kind" "ClearanceKind" NOT NULL,
    "outcome" "ClearanceOutcome" NOT NULL DEFAULT 'pending',
    "validUntil" DATE,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answeredAt" TIMESTAMPTZ(3),
    "answeredById" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Clearance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Panel" (
    "id" UUID NOT NULL,
    "vacancyId" UUID NOT NULL,
    "phase" "PanelPhase" NOT NULL DEFAULT 'forming',
    "scoringDueOn" DATE,
    "revealedAt" TIMESTAMPTZ(3),
    "exceptionReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Panel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PanelMember" (
    "id" UUID NOT NULL,
    "panelId" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "chair" BOOLEAN NOT NULL DEFAULT false,
    "gender" "Gender" NOT NULL,
    "nationality" TEXT NOT NULL,
    "external" BOOLEAN NOT NULL,
    "declaredAt" TIMESTAMPTZ(3),

    CONSTRAINT "PanelMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Conflict" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "candidacyId" UUID NOT NULL,
    "source" "ConflictSource" NOT NULL,
    "note" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Conflict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ScoreSheet" (
    "id" UUID NOT NULL,
    "candidacyId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "submittedAt" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ScoreSheet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ScoreEntry" (
    "sheetId" UUID NOT NULL,
    "criterionId" UUID NOT NULL,
    "level" INTEGER,
    "notObserved" BOOLEAN NOT NULL DEFAULT false,
    "evidence" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "ScoreEntry_pkey" PRIMARY KEY ("sheetId","criterionId")
);

-- CreateTable
CREATE TABLE "Finding" (
    "id" UUID NOT NULL,
    "candidacyId" UUID NOT NULL,
    "outcome" "FindingOutcome" NOT NULL,
    "text" TEXT NOT NULL,
    "writtenById" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PanelReport" (
    "id" UUID NOT NULL,
    "vacancyId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "inputsHash" TEXT NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "completedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PanelReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportSignature" (
    "reportId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "dissent" TEXT,
    "signedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReportSignature_pkey" PRIMARY KEY ("reportId","memberId")
);

-- CreateTable
CREATE TABLE "Decision" (
    "id" UUID NOT NULL,
    "vacancyId" UUID NOT NULL,
    "candidacyId" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "reasons" TEXT NOT NULL,
    "decidedById" TEXT NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- CreateIndex
CREATE INDEX "RoleGrant_role_stateCode_idx" ON "RoleGrant"("role", "stateCode");

-- CreateIndex
CREATE UNIQUE INDEX "role_grant_once" ON "RoleGrant"("userId", "role", "stateCode");

-- CreateIndex
CREATE UNIQUE INDEX "Person_userId_key" ON "Person"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE INDEX "Person_familyName_givenName_idx" ON "Person"("familyName", "givenName");

-- CreateIndex
CREATE INDEX "CareerPost_personId_idx" ON "CareerPost"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "OutgoingMail_dedupeKey_key" ON "OutgoingMail"("dedupeKey");

-- CreateIndex
CREATE INDEX "OutgoingMail_createdAt_idx" ON "OutgoingMail"("createdAt");

-- CreateIndex
CREATE INDEX "OutgoingMail_sentAt_idx" ON "OutgoingMail"("sentAt");

-- CreateIndex
CREATE UNIQUE INDEX "CadreMembership_personId_key" ON "CadreMembership"("personId");

-- CreateIndex
CREATE INDEX "CadreMembership_state_enteredAt_idx" ON "CadreMembership"("state", "enteredAt");

-- CreateIndex
CREATE INDEX "Readiness_roleKindCode_level_expiresOn_idx" ON "Readiness"("roleKindCode", "level", "expiresOn");

-- CreateIndex
CREATE UNIQUE INDEX "Readiness_membershipId_roleKindCode_key" ON "Readiness"("membershipId", "roleKindCode");

-- CreateIndex
CREATE UNIQUE INDEX "Mentor_personId_key" ON "Mentor"("personId");

-- CreateIndex
CREATE INDEX "Mentor_state_idx" ON "Mentor"("state");

-- CreateIndex
CREATE UNIQUE INDEX "MentorshipNeed_appointmentId_key" ON "MentorshipNeed"("appointmentId");

-- CreateIndex
CREATE INDEX "MentorshipNeed_state_dueOn_idx" ON "MentorshipNeed"("state", "dueOn");

-- CreateIndex
CREATE INDEX "MatchProposal_needId_state_idx" ON "MatchProposal"("needId", "state");

-- CreateIndex
CREATE INDEX "MatchProposal_mentorId_state_idx" ON "MatchProposal"("mentorId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Engagement_proposalId_key" ON "Engagement"("proposalId");

-- CreateIndex
CREATE INDEX "Engagement_mentorId_state_idx" ON "Engagement"("mentorId", "state");

-- CreateIndex
CREATE INDEX "Engagement_menteeId_state_idx" ON "Engagement"("menteeId", "state");

-- CreateIndex
CREATE INDEX "MentoringSession_engagementId_startsAt_idx" ON "MentoringSession"("engagementId", "startsAt");

-- CreateIndex
CREATE INDEX "MentoringSession_state_startsAt_idx" ON "MentoringSession"("state", "startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "RecordEvent_id_key" ON "RecordEvent"("id");

-- CreateIndex
CREATE INDEX "RecordEvent_subjectType_subjectId_idx" ON "RecordEvent"("subjectType", "subjectId");

-- CreateIndex
CREATE INDEX "RecordEvent_kind_at_idx" ON "RecordEvent"("kind", "at");

-- CreateIndex
CREATE INDEX "RecordEvent_actorId_at_idx" ON "RecordEvent"("actorId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "RecordLeaf_eventSequence_key" ON "RecordLeaf"("eventSequence");

-- CreateIndex
CREATE UNIQUE INDEX "State_iso3_key" ON "State"("iso3");

-- CreateIndex
CREATE INDEX "State_regionalGroup_idx" ON "State"("regionalGroup");

-- CreateIndex
CREATE UNIQUE INDEX "Mission_acronym_key" ON "Mission"("acronym");

-- CreateIndex
CREATE INDEX "Mission_endsOn_idx" ON "Mission"("endsOn");

-- CreateIndex
CREATE UNIQUE INDEX "Target_subject_measure_due_key" ON "Target"("subject", "measure", "due");

-- CreateIndex
CREATE UNIQUE INDEX "MissionNeeds_missionId_version_key" ON "MissionNeeds"("missionId", "version");

-- CreateIndex
CREATE INDEX "Post_roleKindCode_idx" ON "Post"("roleKindCode");

-- CreateIndex
CREATE UNIQUE INDEX "Post_missionId_roleKindCode_key" ON "Post"("missionId", "roleKindCode");

-- CreateIndex
CREATE UNIQUE INDEX "Appointment_candidacyId_key" ON "Appointment"("candidacyId");

-- CreateIndex
CREATE INDEX "Appointment_postId_endsOn_idx" ON "Appointment"("postId", "endsOn");

-- CreateIndex
CREATE INDEX "Appointment_personId_idx" ON "Appointment"("personId");

-- CreateIndex
CREATE INDEX "Appointment_endsOn_idx" ON "Appointment"("endsOn");

-- CreateIndex
CREATE UNIQUE INDEX "Vacancy_reference_key" ON "Vacancy"("reference");

-- CreateIndex
CREATE INDEX "Vacancy_state_closesAt_idx" ON "Vacancy"("state", "closesAt");

-- CreateIndex
CREATE UNIQUE INDEX "Rubric_vacancyId_key" ON "Rubric"("vacancyId");

-- CreateIndex
CREATE UNIQUE INDEX "Criterion_rubricId_code_key" ON "Criterion"("rubricId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Nomination_submissionKey_key" ON "Nomination"("submissionKey");

-- CreateIndex
CREATE INDEX "Nomination_stateCode_vacancyId_idx" ON "Nomination"("stateCode", "vacancyId");

-- CreateIndex
CREATE UNIQUE INDEX "Nomination_vacancyId_personId_key" ON "Nomination"("vacancyId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Candidacy_nominationId_key" ON "Candidacy"("nominationId");

-- CreateIndex
CREATE INDEX "Candidacy_vacancyId_state_idx" ON "Candidacy"("vacancyId", "state");

-- CreateIndex
CREATE INDEX "Candidacy_personId_idx" ON "Candidacy"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Candidacy_vacancyId_personId_key" ON "Candidacy"("vacancyId", "personId");

-- CreateIndex
CREATE INDEX "StageEvent_stage_reachedAt_idx" ON "StageEvent"("stage", "reachedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_candidacyId_idx" ON "Invitation"("candidacyId");

-- CreateIndex
CREATE UNIQUE INDEX "Consent_candidacyId_purpose_key" ON "Consent"("candidacyId", "purpose");

-- CreateIndex
CREATE INDEX "CandidacyDocument_candidacyId_idx" ON "CandidacyDocument"("candidacyId");

-- CreateIndex
CREATE UNIQUE INDEX "Screening_candidacyId_key" ON "Screening"("candidacyId");

-- CreateIndex
CREATE INDEX "Clearance_outcome_idx" ON "Clearance"("outcome");

-- CreateIndex
CREATE UNIQUE INDEX "Clearance_candidacyId_kind_key" ON "Clearance"("candidacyId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Panel_vacancyId_key" ON "Panel"("vacancyId");

-- CreateIndex
CREATE INDEX "PanelMember_userId_idx" ON "PanelMember"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "PanelMember_panelId_userId_key" ON "PanelMember"("panelId", "userId");

-- CreateIndex
CREATE INDEX "Conflict_candidacyId_idx" ON "Conflict"("candidacyId");

-- CreateIndex
CREATE UNIQUE INDEX "Conflict_memberId_candidacyId_source_key" ON "Conflict"("memberId", "candidacyId", "source");

-- CreateIndex
CREATE INDEX "ScoreSheet_memberId_idx" ON "ScoreSheet"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "ScoreSheet_candidacyId_memberId_key" ON "ScoreSheet"("candidacyId", "memberId");

-- CreateIndex
CREATE UNIQUE INDEX "Finding_candidacyId_key" ON "Finding"("candidacyId");

-- CreateIndex
CREATE UNIQUE INDEX "PanelReport_vacancyId_version_key" ON "PanelReport"("vacancyId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_vacancyId_key" ON "Decision"("vacancyId");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_candidacyId_key" ON "Decision"("candidacyId");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_stateCode_fkey" FOREIGN KEY ("stateCode") REFERENCES "State"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonLanguage" ADD CONSTRAINT "PersonLanguage_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonLanguage" ADD CONSTRAINT "PersonLanguage_languageCode_fkey" FOREIGN KEY ("languageCode") REFERENCES "Language"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CareerPost" ADD CONSTRAINT "CareerPost_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CareerPost" ADD CONSTRAINT "CareerPost_missionId_fkey" FOREIGN KEY ("missionId") REFERENCES "Mission"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CareerPost" ADD CONSTRAINT "CareerPost_roleKindCode_fkey" FOREIGN KEY ("roleKindCode") REFERENCES "RoleKind"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Profile" ADD CONSTRAINT "Profile_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CadreMembership" ADD CONSTRAINT "CadreMembership_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Readiness" ADD CONSTRAINT "Readiness_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "CadreMembership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Readiness" ADD CONSTRAINT "Readiness_roleKindCode_fkey" FOREIGN KEY ("roleKindCode") REFERENCES "RoleKind"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mentor" ADD CONSTRAINT "Mentor_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mentor" ADD CONSTRAINT "Mentor_pledgedByCode_fkey" FOREIGN KEY ("pledgedByCode") REFERENCES "State"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MentorshipNeed" ADD CONSTRAINT "MentorshipNeed_appointmentId_fkey" FOREIGN KEY ("appointmentId") REFERENCES "Appointment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MentorshipNeed" ADD CONSTRAINT "MentorshipNeed_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchProposal" ADD CONSTRAINT "MatchProposal_runId_fkey" FOREIGN KEY ("runId") REFERENCES "MatchRun"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchProposal" ADD CONSTRAINT "MatchProposal_needId_fkey" FOREIGN KEY ("needId") REFERENCES "MentorshipNeed"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchProposal" ADD CONSTRAINT "MatchProposal_mentorId_fkey" FOREIGN KEY ("mentorId") REFERENCES "Mentor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Engagement" ADD CONSTRAINT "Engagement_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "MatchProposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Engagement" ADD CONSTRAINT "Engagement_mentorId_fkey" FOREIGN KEY ("mentorId") REFERENCES "Mentor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Engagement" ADD CONSTRAINT "Engagement_menteeId_fkey" FOREIGN KEY ("menteeId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MentoringSession" ADD CONSTRAINT "MentoringSession_engagementId_fkey" FOREIGN KEY ("engagementId") REFERENCES "Engagement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SessionFeedback" ADD CONSTRAINT "SessionFeedback_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "MentoringSession"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecordLeaf" ADD CONSTRAINT "RecordLeaf_eventSequence_fkey" FOREIGN KEY ("eventSequence") REFERENCES "RecordEvent"("sequence") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecordSalt" ADD CONSTRAINT "RecordSalt_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "RecordEvent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MissionNeeds" ADD CONSTRAINT "MissionNeeds_missionId_fkey" FOREIGN KEY ("missionId") REFERENCES "Mission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MissionNeedItem" ADD CONSTRAINT "MissionNeedItem_needsId_fkey" FOREIGN KEY ("needsId") REFERENCES "MissionNeeds"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_missionId_fkey" FOREIGN KEY ("missionId") REFERENCES "Mission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_roleKindCode_fkey" FOREIGN KEY ("roleKindCode") REFERENCES "RoleKind"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "Candidacy"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vacancy" ADD CONSTRAINT "Vacancy_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vacancy" ADD CONSTRAINT "Vacancy_needsId_fkey" FOREIGN KEY ("needsId") REFERENCES "MissionNeeds"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rubric" ADD CONSTRAINT "Rubric_vacancyId_fkey" FOREIGN KEY ("vacancyId") REFERENCES "Vacancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Criterion" ADD CONSTRAINT "Criterion_rubricId_fkey" FOREIGN KEY ("rubricId") REFERENCES "Rubric"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nomination" ADD CONSTRAINT "Nomination_vacancyId_fkey" FOREIGN KEY ("vacancyId") REFERENCES "Vacancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nomination" ADD CONSTRAINT "Nomination_stateCode_fkey" FOREIGN KEY ("stateCode") REFERENCES "State"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nomination" ADD CONSTRAINT "Nomination_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Candidacy" ADD CONSTRAINT "Candidacy_vacancyId_fkey" FOREIGN KEY ("vacancyId") REFERENCES "Vacancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Candidacy" ADD CONSTRAINT "Candidacy_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Candidacy" ADD CONSTRAINT "Candidacy_nominationId_fkey" FOREIGN KEY ("nominationId") REFERENCES "Nomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StageEvent" ADD CONSTRAINT "StageEvent_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "Candidacy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "Candidacy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "Candidacy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CandidacyDocument" ADD CONSTRAINT "CandidacyDocument_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "Candidacy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Screening" ADD CONSTRAINT "Screening_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "Candidacy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Clearance" ADD CONSTRAINT "Clearance_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "Candidacy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Panel" ADD CONSTRAINT "Panel_vacancyId_fkey" FOREIGN KEY ("vacancyId") REFERENCES "Vacancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PanelMember" ADD CONSTRAINT "PanelMember_panelId_fkey" FOREIGN KEY ("panelId") REFERENCES "Panel"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Conflict" ADD CONSTRAINT "Conflict_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "PanelMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Conflict" ADD CONSTRAINT "Conflict_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "Candidacy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScoreSheet" ADD CONSTRAINT "ScoreSheet_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "Candidacy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScoreSheet" ADD CONSTRAINT "ScoreSheet_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "PanelMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScoreEntry" ADD CONSTRAINT "ScoreEntry_sheetId_fkey" FOREIGN KEY ("sheetId") REFERENCES "ScoreSheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScoreEntry" ADD CONSTRAINT "ScoreEntry_criterionId_fkey" FOREIGN KEY ("criterionId") REFERENCES "Criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "Candidacy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PanelReport" ADD CONSTRAINT "PanelReport_vacancyId_fkey" FOREIGN KEY ("vacancyId") REFERENCES "Vacancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportSignature" ADD CONSTRAINT "ReportSignature_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "PanelReport"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportSignature" ADD CONSTRAINT "ReportSignature_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "PanelMember"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_vacancyId_fkey" FOREIGN KEY ("vacancyId") REFERENCES "Vacancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "Candidacy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What no schema language can say ---------------------------------------------------------------------------------

-- The record is only ever added to.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the record is append-only: % on % refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER "RecordEvent_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "RecordEvent" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "RecordLeaf_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "RecordLeaf" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "RecordNode_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "RecordNode" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "RecordHead_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "RecordHead" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- A frozen rubric stays as it was published.
CREATE FUNCTION "refuse_frozen_rubric"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Rubric" WHERE "id" = COALESCE(NEW."rubricId", OLD."rubricId") AND "frozenAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'the rubric is frozen' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;

CREATE TRIGGER "Criterion_frozen" BEFORE INSERT OR UPDATE OR DELETE ON "Criterion" FOR EACH ROW EXECUTE FUNCTION "refuse_frozen_rubric"();

-- Figures within their bounds.
ALTER TABLE "Mentor" ADD CONSTRAINT "Mentor_capacity" CHECK ("capacity" BETWEEN 0 AND 3 AND "activePairs" BETWEEN 0 AND "capacity");
ALTER TABLE "Mentor" ADD CONSTRAINT "Mentor_availability" CHECK ("availableFrom" < "availableTo");
ALTER TABLE "MissionNeedItem" ADD CONSTRAINT "MissionNeedItem_level" CHECK ("level" BETWEEN 0 AND 3);
ALTER TABLE "PersonLanguage" ADD CONSTRAINT "PersonLanguage_level" CHECK ("level" BETWEEN 1 AND 3);
ALTER TABLE "Criterion" ADD CONSTRAINT "Criterion_weight" CHECK ("weight" BETWEEN 0 AND 1000000 AND "need" BETWEEN 0 AND 3);
ALTER TABLE "Rubric" ADD CONSTRAINT "Rubric_frozen_has_hash" CHECK (("frozenAt" IS NULL) = ("hash" IS NULL));
ALTER TABLE "ScoreEntry" ADD CONSTRAINT "ScoreEntry_level" CHECK ("level" BETWEEN 1 AND 10 AND NOT ("notObserved" AND "level" IS NOT NULL));
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_term" CHECK ("startsOn" < "endsOn");
ALTER TABLE "MatchProposal" ADD CONSTRAINT "MatchProposal_score" CHECK ("score" BETWEEN 0 AND 10000);
ALTER TABLE "MentoringSession" ADD CONSTRAINT "MentoringSession_duration" CHECK ("durationMinutes" BETWEEN 15 AND 240);
ALTER TABLE "SessionFeedback" ADD CONSTRAINT "SessionFeedback_usefulness" CHECK ("usefulness" BETWEEN 1 AND 4);
CREATE UNIQUE INDEX "PanelMember_one_chair" ON "PanelMember" ("panelId") WHERE "chair";
CREATE UNIQUE INDEX "MatchProposal_one_live" ON "MatchProposal" ("needId") WHERE "state" IN ('proposed', 'accepted');
CREATE UNIQUE INDEX "RoleGrant_once_without_state" ON "RoleGrant" ("userId", "role") WHERE "stateCode" IS NULL;
