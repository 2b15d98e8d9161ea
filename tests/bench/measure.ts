import { performance } from "node:perf_hooks";
import { paths } from "#app/paths.ts";
import { rank } from "#app/selection/ranking/ranking.ts";
import { measureFirstLoads } from "./first-load.ts";
import { type Latency, measurePage, measurePosts, percentile } from "./load.ts";
import { ask, sheetForms, signIn, wasSaved } from "./requests.ts";
import { type fill, measuredPanel, SIZE } from "./sizes.ts";
import { aimOf, tableOf } from "./table.ts";

type World = Awaited<ReturnType<typeof fill>>;
type Say = (line: string) => void;

/** The aims: milliseconds of the 95th percentile at one connection, and bytes of script compressed. */
const AIMS = { pipeline: 60, save: 25, script: 130 } as const;
const CONNECTIONS = [1, 8] as const;
const PANEL = `${SIZE.candidacies} × ${SIZE.members} × ${SIZE.criteria}`;

/** Measures everything on a served world and prints it. */
export async function measure(address: string, world: World, say: Say) {
  const as = (userId: string) => signIn(address, userId);
  const officer = await as(world.officer);
  const chair = await as(world.revealed.chair);
  const signInPage = { url: address + paths.signIn() };
  const pipeline = { url: address + paths.vacancy(world.pipeline), cookie: officer };
  const single = { url: address + paths.vacancy(world.single), cookie: officer };
  const ranking = { url: address + paths.ranking(world.revealed.panelId), cookie: chair };
  const sheets = {
    url: address,
    cookie: await as(world.scoring.member),
    forms: await sheetForms(world.scoring),
    wasSaved,
  };

  say("Measuring the ranking.");
  const first = await ask(ranking);
  const once = [
    ["rank() alone, 10,000 draws", ...Object.values(calculation(10_000))],
    ["its page, first view after the reveal", first.milliseconds, null],
  ];
  const rows: (string | number | null)[][] = [];
  const timed = [
    { what: "sign-in page", measured: (c: 1 | 8) => measurePage(signInPage, c) },
    {
      what: `vacancy pipeline, ${SIZE.candidacies} candidacies`,
      measured: (c: 1 | 8) => measurePage(pipeline, c),
      aim: AIMS.pipeline,
    },
    { what: `ranking page, ${PANEL}`, measured: (c: 1 | 8) => measurePage(ranking, c) },
    {
      what: "score sheet saved",
      measured: (c: 1 | 8) => measurePosts(sheets, c),
      aim: AIMS.save,
    },
  ];
  for (const { what, measured, aim } of timed) {
    say(`Measuring: ${what}.`);
    for (const connections of CONNECTIONS) {
      const { requests, p50, p95 }: Latency = await measured(connections);
      const held = aim && connections === 1 ? aimOf(p95, aim, "ms") : "";
      rows.push([what, String(connections), String(requests), p50, p95, held]);
    }
  }
  say("Measuring first loads.");
  const loaded = [
    { what: "public: open calls", url: address + paths.calls(), script: 0 },
    { what: "public: gender balance", url: address + paths.balance(), script: 0 },
    { what: "public: sign-in", ...signInPage, script: 0 },
    { what: "app: vacancy pipeline", ...pipeline, script: AIMS.script },
    { what: "app: ranking", ...ranking, script: AIMS.script },
    {
      what: "app: score sheet",
      url: address + paths.sheet(world.scoring.panelId, world.scoring.candidacyIds[0] ?? ""),
      cookie: sheets.cookie,
      script: AIMS.script,
    },
  ];
  const loads = await measureFirstLoads(loaded, say);
  const counted = [
    ["vacancy pipeline, 1 candidacy", await ask(single)],
    [`vacancy pipeline, ${SIZE.candidacies} candidacies`, await ask(pipeline)],
    ["ranking page, kept", await ask(ranking)],
    ["ranking page, first view", first],
  ] as const;

  say(`\n${tableOf(["milliseconds", "at a time", "requests", "p50", "p95", "aim at p95"], rows)}`);
  say(`\n${tableOf([`the ranking of ${PANEL}, milliseconds`, "p50", "p95"], once)}`);
  say(
    `\n${tableOf(
      ["first load, kB as sent", "HTML", "CSS", "JS", "fonts", "aim of JS"],
      loads.map(({ html, css, js, fonts }, n) => [
        loaded[n]?.what ?? "",
        html / 1000,
        css / 1000,
        js / 1000,
        fonts / 1000,
        aimOf(js / 1000, loaded[n]?.script ?? 0, "kB"),
      ]),
    )}`,
  );
  say(
    `\n${tableOf(
      ["statements a page sends", "count"],
      counted.map(([what, { statements }]) => [what, String(statements)]),
    )}`,
  );
}

/** How long the whole calculation of a ranking takes. */
function calculation(draws: number) {
  const input = measuredPanel(draws);
  const took = Array.from({ length: 5 }, () => {
    const began = performance.now();
    rank(input);
    return performance.now() - began;
  });
  return { p50: percentile(took, 0.5), p95: percentile(took, 0.95) };
}
