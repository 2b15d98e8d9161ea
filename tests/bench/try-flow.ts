import { readCases } from "#app/gender/case-store.queries.server.ts";
import { crossCases } from "#app/gender/crossing.ts";
import { database } from "#app/platform/database.server.ts";
import { fillFlows } from "#tests/bench/flow-world.ts";
import { onOwnDatabase } from "#tests/bench/own-database.ts";

const time = async (w: string, f: () => unknown) => {
  const s = performance.now();
  const r = await f();
  console.log(w, (performance.now() - s).toFixed(0), "ms");
  return r;
};
await onOwnDatabase(async (url) => {
  await time("fill", () => fillFlows(1_000_000));
  console.log(
    await database().$queryRawUnsafe(
      `select (select count(*)::int from "StageEvent") e, (select count(*)::int from "BalanceFact") f, (select count(*)::int from "Vacancy") v, pg_size_pretty(pg_relation_size('"BalanceFact"')) s`,
    ),
  );
  for (const n of [1, 2, 3]) await time("read", () => readCases());
  const store = await readCases();
  const asked = { basis: "opened" as const, regionOf: (c: string) => c.slice(0, 1) };
  for (const parts of [
    ["role"],
    ["role", "level", "region"],
    ["state", "ageBand"],
    ["panel", "state"],
    ["rank", "service"],
    ["year"],
  ] as const)
    for (const n of [1, 2])
      await time(parts.join("x"), () => console.log(crossCases(store, parts, asked, { most: 25 }).total));
  await database().$executeRawUnsafe(
    `update "Person" set gender='woman' where email='bench77@example.org' and gender <> 'woman'`,
  );
  await time("read after change", () => readCases());
  console.log(
    await database().$queryRawUnsafe(
      `select count(*)::int n from (select 1 from "BalanceFact" f join "Vacancy" v on v.id=f."vacancyId" join "Post" p on p.id=v."postId" join "Call" k on k.id=v."callId" group by p."roleKindCode", f."stateCode", date_trunc('month',k."opensAt"), f.gender, f.furthest) x`,
    ),
  );
  await time("sql group-by whole", () =>
    database().$queryRawUnsafe(
      `select p."roleKindCode", f."stateCode", f.gender, f.furthest, count(*)::int n from "BalanceFact" f join "Vacancy" v on v.id=f."vacancyId" join "Post" p on p.id=v."postId" join "Call" k on k.id=v."callId" where k."opensAt" > '2016-01-01' group by 1,2,3,4`,
    ),
  );
  await time("sql group-by year", () =>
    database().$queryRawUnsafe(
      `select p."roleKindCode", p.level, f.gender, f.furthest, count(*)::int n from "BalanceFact" f join "Vacancy" v on v.id=f."vacancyId" join "Post" p on p.id=v."postId" join "Call" k on k.id=v."callId" where k."opensAt" > now() - interval '1 year' group by 1,2,3,4`,
    ),
  );
  await time("raw scan year", () =>
    database().$queryRawUnsafe(
      `select p."roleKindCode", who.gender, r.furthest, count(*)::int n from "Candidacy" c join "Vacancy" v on v.id=c."vacancyId" join "Post" p on p.id=v."postId" join "Call" k on k.id=v."callId" join "Person" who on who.id=c."personId" left join lateral (select max(e.stage) furthest from "StageEvent" e where e."candidacyId"=c.id) r on true where k."opensAt" > now() - interval '1 year' group by 1,2,3`,
    ),
  );
});
