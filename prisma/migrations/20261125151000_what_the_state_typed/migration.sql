-- What a nominator or a pledging state typed of a person: all it is shown until that person has agreed.
ALTER TABLE "Nomination" ADD COLUMN "statedGivenName" TEXT,
  ADD COLUMN "statedFamilyName" TEXT,
  ADD COLUMN "statedEmail" TEXT,
  ADD COLUMN "statedGender" "Gender",
  ADD COLUMN "statedNationalities" TEXT[];
-- The form as it was submitted; where there was none (a sheet, somebody by themself), what is on file.
UPDATE "Nomination" n SET
  "statedGivenName" = coalesce(d."content" ->> 'givenName', p."givenName"),
  "statedFamilyName" = coalesce(d."content" ->> 'familyName', p."familyName"),
  "statedEmail" = lower(coalesce(d."content" ->> 'email', p."email")),
  "statedGender" = coalesce(nullif(d."content" ->> 'gender', '')::"Gender", p."gender"),
  "statedNationalities" = coalesce(
    (SELECT array_agg(DISTINCT code) FROM jsonb_array_elements_text(d."content" -> 'nationalities') code WHERE code <> ''),
    p."nationalities")
FROM "Nomination" m
JOIN "Person" p ON p."id" = m."personId"
LEFT JOIN "NomineeDraft" d ON d."id" = m."draftId"
WHERE m."id" = n."id";
ALTER TABLE "Nomination" ALTER COLUMN "statedGivenName" SET NOT NULL,
  ALTER COLUMN "statedFamilyName" SET NOT NULL,
  ALTER COLUMN "statedEmail" SET NOT NULL,
  ALTER COLUMN "statedGender" SET NOT NULL;

ALTER TABLE "Mentor" ADD COLUMN "statedGivenName" TEXT,
  ADD COLUMN "statedFamilyName" TEXT;
UPDATE "Mentor" m SET "statedGivenName" = p."givenName", "statedFamilyName" = p."familyName"
FROM "Person" p WHERE p."id" = m."personId";
ALTER TABLE "Mentor" ALTER COLUMN "statedGivenName" SET NOT NULL,
  ALTER COLUMN "statedFamilyName" SET NOT NULL;
