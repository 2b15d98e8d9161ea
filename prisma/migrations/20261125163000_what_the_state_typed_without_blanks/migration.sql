-- What was carried over from forms stood there as typed, blanks around it included; whatever came later is without them.
UPDATE "Nomination" SET "statedGivenName" = btrim("statedGivenName"), "statedFamilyName" = btrim("statedFamilyName"),
  "statedEmail" = btrim("statedEmail")
WHERE "statedGivenName" <> btrim("statedGivenName") OR "statedFamilyName" <> btrim("statedFamilyName")
  OR "statedEmail" <> btrim("statedEmail");
