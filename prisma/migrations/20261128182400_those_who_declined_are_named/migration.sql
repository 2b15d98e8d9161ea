-- Whoever declined a selection stood among those withdrawn, and the vacancy as if it had never been decided. A value added to a
-- type serves only after the transaction that added it: hence a migration of its own.
UPDATE "Candidacy" c SET "state" = 'declined'
FROM "DeclinedSelection" d WHERE d."candidacyId" = c."id" AND c."state" = 'withdrawn';

UPDATE "Vacancy" v SET "state" = 'reopened'
WHERE v."state" = 'reported' AND EXISTS (SELECT FROM "DeclinedSelection" d WHERE d."vacancyId" = v."id");
