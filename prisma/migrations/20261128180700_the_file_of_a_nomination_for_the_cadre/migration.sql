-- CreateTable
CREATE TABLE "PoolFileVersion" (
    "id" UUID NOT NULL,
    "nominationId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "author" "FileAuthor" NOT NULL,
    "content" JSONB NOT NULL,
    "writtenById" TEXT,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PoolFileVersion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "PoolFileVersion_nominationId_number_key" ON "PoolFileVersion"("nominationId", "number");

-- AddForeignKey
ALTER TABLE "PoolFileVersion" ADD CONSTRAINT "PoolFileVersion_nominationId_fkey" FOREIGN KEY ("nominationId") REFERENCES "PoolReview"("nominationId") ON DELETE CASCADE ON UPDATE CASCADE;
