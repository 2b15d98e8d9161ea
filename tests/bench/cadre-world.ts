import { database } from "#app/platform/database.server.ts";

/** Of how many posts the bench is counted. */
const POSTS = 40;

/**
 * Fills a database that holds the reference data with so many active members by bulk insert: each found ready for two
 * kinds of post, one in twelve of them past its expiry, with two languages, a consent, and for one in five a panel's
 * findings on four criteria.
 */
export async function fillCadre(size: number) {
  const db = database();
  const run = (statement: string) => db.$executeRawUnsafe(statement);
  const indexed = ["CadreMembership", "CadreConsent", "Readiness", "PersonLanguage"];
  for (const table of indexed) await run(`alter table "${table}" disable trigger user`);
  await run(`
    with posts as (
      insert into "Post" ("id", "missionId", "roleKindCode", "level")
      select gen_random_uuid(), m."id", r."code", 'D-2'
      from (select "id" from "Mission" where "endsOn" is null order by "acronym" limit 8) m
      cross join (select "code" from "RoleKind" order by "position" limit 5) r limit ${POSTS}
      returning "id", "missionId"
    ), needs as (
      insert into "MissionNeeds" ("id", "missionId", "version", "phase", "hostContext", "languages", "setById")
      select gen_random_uuid(), "missionId", 1, 'steady', 'bench', '{en,fr}', 'bench' from posts group by "missionId"
      returning "id", "missionId"
    ), call as (
      insert into "Call" ("id", "reference", "kind", "state", "opensAt", "closesAt", "takesUntil", "publishedAt", "closedAt",
        "createdById", "updatedAt")
      values (gen_random_uuid(), 'BENCH', 'vacancies', 'closed', now() - interval '5 years', now(), now(),
        now() - interval '5 years', now(), 'bench', now())
      returning "id"
    ), items as (
      insert into "MissionNeedItem" ("needsId", "criterionCode", "level", "why")
      select n."id", 'c' || c, 1 + c % 3, 'bench' from needs n cross join generate_series(1, 4) c
    )
    insert into "Vacancy" ("id", "reference", "postId", "needsId", "callId", "state", "requirements", "shortlistSize",
      "createdById", "updatedAt")
    select gen_random_uuid(), 'BENCH-' || row_number() over (order by p."id"), p."id", n."id", call."id", 'closed',
      '[{"kind":"seniorYears","years":15},{"kind":"fieldMissions","missions":1},{"kind":"deployable","days":60},
        {"kind":"language","code":"en","level":2,"name":{"en":"English","fr":"anglais"}},
        {"kind":"language","code":"fr","level":2,"name":{"en":"French","fr":"français"}}]'::jsonb, 3, 'bench', now()
    from posts p join needs n on n."missionId" = p."missionId" cross join call`);
  await run(`
    insert into "Person" ("id", "givenName", "familyName", "email", "gender", "nationalities", "updatedAt")
    select gen_random_uuid(),
      (array['Awa','Zoé','José','Łucja','Владимир','محمد','山田','Αλέξανδρος'])[1 + n % 8] || ' ' || n,
      'Family' || (n % 997)::text || ' ' || n, 'bench' || n || '@example.org',
      (array['woman','man','man','woman','another','notStated'])[1 + n % 6]::"Gender",
      array[(array['SN','JP','BR','FI','CF','NP'])[1 + n % 6]], now() from generate_series(1, ${size}) n`);
  await run(`
    insert into "CadreMembership" ("id", "personId", "state", "enteredVia", "reason", "confirmedAt", "availableFrom",
      "deployableWithin", "seniorYears", "fieldMissions")
    select gen_random_uuid(), "id", 'active', 'direct', 'bench', now(), current_date - 30 + (n % 90)::int,
      (array[30,60,90,null])[1 + n % 4], case when n % 9 = 0 then null else (8 + n % 20)::int end, (n % 4)::int
    from (select "id", row_number() over (order by "email") as n from "Person" where "email" like 'bench%') p`);
  await run(`
    insert into "Readiness" ("id", "membershipId", "roleKindCode", "level", "evidence", "assessedById", "expiresOn")
    select gen_random_uuid(), m."id", k."code",
      (array['now','oneToTwoYears','threeToFiveYears'])[1 + (m.n + which) % 3]::"ReadinessLevel", 'bench', 'bench',
      current_date + case when m.n % 12 = 0 then -1 else 400 end
    from (select "id", row_number() over (order by "id") as n from "CadreMembership") m
    cross join generate_series(0, 1) which
    join (select "code", row_number() over (order by "position") - 1 as n, count(*) over () as of from "RoleKind") k
      on k.n = (m.n + which * 3) % k.of`);
  await run(`
    insert into "CadreConsent" ("membershipId", "purpose", "given", "textVersion")
    select "id", purpose, true, 'bench' from "CadreMembership"
    cross join unnest(enum_range(null::"CadreConsentPurpose")) purpose`);
  await run(`
    insert into "PersonLanguage" ("personId", "languageCode", "level")
    select "personId", code, 2 + (abs(hashtext("personId"::text || code)) % 2) from "CadreMembership"
    cross join unnest(array['en','fr']) code where abs(hashtext(code || "personId"::text)) % 3 > 0`);
  await run(`
    with rubrics as (
      insert into "Rubric" ("id", "vacancyId", "levels") select gen_random_uuid(), "id", 4 from "Vacancy" returning "id"
    )
    insert into "Criterion" ("id", "rubricId", "code", "group", "position", "name", "definition", "anchors", "baseWeight",
      "need", "weight")
    select gen_random_uuid(), r."id", 'c' || c, 'needs', c, '{}', '{}', '[]', 10, 1, 250000
    from rubrics r cross join generate_series(1, 4) c`);
  await run(`
    insert into "Nomination" ("id", "callId", "vacancyId", "stateCode", "personId", "nominatedById", "statement",
      "certified", "submissionKey", "statedGivenName", "statedFamilyName", "statedEmail", "statedGender",
      "statedNationalities")
    select gen_random_uuid(), (select "id" from "Call" where "reference" = 'BENCH'), v."id", 'SN', p."id", 'bench', 'bench',
      true, 'bench:' || p.n, p."givenName", p."familyName", p."email", p."gender", p."nationalities"
    from (select *, row_number() over (order by "email") as n from "Person" where "email" like 'bench%') p
    join (select "id", row_number() over (order by "id") as n, count(*) over () as of from "Vacancy") v
      on v.n = 1 + p.n % v.of where p.n % 5 = 0`);
  await run(`
    insert into "Candidacy" ("id", "vacancyId", "personId", "nominationId", "state", "updatedAt")
    select gen_random_uuid(), "vacancyId", "personId", "id", 'suitable', now() from "Nomination"`);
  await run(`
    insert into "Finding" ("id", "candidacyId", "outcome", "text", "writtenById", "updatedAt")
    select gen_random_uuid(), "id", 'suitable', 'bench', 'bench', now() from "Candidacy"`);
  await run(`
    insert into "FindingCriterion" ("candidacyId", "criterionId", "level", "text")
    select c."id", k."id", 1 + abs(hashtext(c."id"::text || k."id"::text)) % 4, 'bench'
    from "Candidacy" c join "Rubric" r on r."vacancyId" = c."vacancyId" join "Criterion" k on k."rubricId" = r."id"`);
  for (const table of indexed) await run(`alter table "${table}" enable trigger user`);
  await run("vacuum analyze");
  await run(`select member_index_refresh(array(select "id" from "CadreMembership"), current_date)`);
  await run("vacuum analyze");
}
