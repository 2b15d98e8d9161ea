-- What a state reports of its own services: officers by rank and sex, and roles open to servicewomen, in versions.
CREATE TYPE "ServiceComponent" AS ENUM ('military', 'police');

CREATE TABLE "ServiceReport" (
    "id" UUID NOT NULL,
    "stateCode" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "asOf" DATE NOT NULL,
    "rolesOpen" INTEGER,
    "rolesAll" INTEGER,
    "rolesNote" TEXT NOT NULL DEFAULT '',
    "reportedById" TEXT NOT NULL,
    "reportedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "ServiceReport_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "ServiceReport_roles" CHECK (("rolesOpen" IS NULL AND "rolesAll" IS NULL) OR ("rolesOpen" BETWEEN 0 AND "rolesAll"))
);
CREATE UNIQUE INDEX "ServiceReport_stateCode_version_key" ON "ServiceReport"("stateCode", "version");
ALTER TABLE "ServiceReport" ADD CONSTRAINT "ServiceReport_stateCode_fkey" FOREIGN KEY ("stateCode") REFERENCES "State"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "ServiceRank" (
    "reportId" UUID NOT NULL,
    "component" "ServiceComponent" NOT NULL,
    "grade" TEXT NOT NULL,
    "women" INTEGER NOT NULL,
    "men" INTEGER NOT NULL,
    CONSTRAINT "ServiceRank_pkey" PRIMARY KEY ("reportId", "component", "grade"),
    CONSTRAINT "ServiceRank_people" CHECK ("women" >= 0 AND "men" >= 0)
);
ALTER TABLE "ServiceRank" ADD CONSTRAINT "ServiceRank_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "ServiceReport"("id") ON DELETE CASCADE ON UPDATE CASCADE;
