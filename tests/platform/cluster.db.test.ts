import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ensureCluster } from "#app/platform/cluster.mjs";
import { homeOf } from "#app/platform/cluster-place.mjs";
import { isAlive } from "#app/platform/cluster-users.mjs";

const isRoot = process.getuid?.() === 0;
const silent = () => {};
let project = "";

/** A folder of mode 0700, as `mktemp -d` makes it: the unprivileged user that serves root cannot enter. */
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "cadre-cluster-"));
});
afterEach(() => {
  rmSync(homeOf(project, silent), { recursive: true, force: true });
  rmSync(project, { recursive: true, force: true });
});

const ensure = () => ensureCluster({ name: "try", fast: true, project });
const data = () => join(homeOf(project, silent), "try");
const serverPid = () => Number(readFileSync(join(data(), "postmaster.pid"), "utf8").split("\n")[0]);

async function ask(url: string, question: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: `${url}postgres` });
  await client.connect();
  const { rows } = await client.query({ text: question, rowMode: "array" }).finally(() => client.end());
  return rows[0]?.[0];
}

const untilGone = async (pid: number) => {
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 20));
};

describe("the embedded database", () => {
  it("serves from a private folder, keeps what it was given, and knows letters beyond English", async () => {
    const first = await ensure();
    expect(first.adopted).toBe(false);
    await ask(first.url, "create table kept as select 7 as seven");
    expect(await ask(first.url, "select lower('ÉTÉ')")).toBe("été");
    first.stop();
    expect(existsSync(join(data(), "postmaster.pid"))).toBe(false);
    const second = await ensure();
    expect(second).toMatchObject({ adopted: false, url: first.url });
    expect(await ask(second.url, "select seven from kept")).toBe(7);
    second.stop();
  });

  it.runIf(isRoot)("keeps its data in the project where the server's user may enter", async () => {
    chmodSync(project, 0o755);
    const cluster = await ensure();
    expect(data()).toBe(join(project, ".data/try"));
    expect(await ask(cluster.url, "show data_directory")).toBe(data());
    cluster.stop();
  });

  it("adopts a server left behind, and stops it when its last user goes", async () => {
    const survivor = await ensure();
    const second = await ensure();
    expect(second).toMatchObject({ adopted: true, url: survivor.url });
    second.stop();
    expect(await ask(survivor.url, "select 1")).toBe(1);
    survivor.stop();
    expect(existsSync(join(data(), "postmaster.pid"))).toBe(false);
  });

  it("does not count a user that died", async () => {
    const cluster = await ensure();
    const dead = spawnSync(process.execPath, ["-e", ""]).pid;
    writeFileSync(join(`${data()}.users`, `${dead}-1`), "");
    cluster.stop();
    expect(existsSync(join(data(), "postmaster.pid"))).toBe(false);
    expect(readdirSync(`${data()}.users`)).toEqual([]);
  });

  it("starts again after the server was killed", async () => {
    const killed = await ensure();
    const pid = serverPid();
    process.kill(pid, "SIGKILL");
    await untilGone(pid);
    const again = await ensure();
    expect(again.adopted).toBe(false);
    expect(await ask(again.url, "select 1")).toBe(1);
    again.stop();
    killed.stop();
    expect(existsSync(join(data(), "postmaster.pid"))).toBe(false);
  });

  it("starts where the number in its note belongs to another program by now", async () => {
    (await ensure()).stop();
    writeFileSync(join(data(), "postmaster.pid"), `${process.pid}\n${data()}-elsewhere\n0\n1\n\n\n\nready\n`);
    const cluster = await ensure();
    expect(cluster.adopted).toBe(false);
    expect(serverPid()).not.toBe(process.pid);
    cluster.stop();
  });

  it("takes turns where several programs start it at once", async () => {
    const clusters = await Promise.all([ensure(), ensure(), ensure()]);
    expect(clusters.filter(({ adopted }) => !adopted)).toHaveLength(1);
    expect(new Set(clusters.map(({ url }) => url)).size).toBe(1);
    for (const cluster of clusters) cluster.stop();
    expect(existsSync(join(data(), "postmaster.pid"))).toBe(false);
  });
});
