import { createServer, type Server } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { listen } from "#app/platform/listen.mjs";

const servers: Server[] = [];
const server = () => {
  const made = createServer();
  servers.push(made);
  return made;
};
afterEach(async () => {
  await Promise.all(servers.splice(0).map((made) => new Promise((resolve) => made.close(resolve))));
});

const FIRST = 41_870;

describe("listening", () => {
  it.each(["127.0.0.1", undefined])(
    "moves on from a port that another holds on %s, and says so",
    async (host) => {
      const said: string[] = [];
      const say = (line: string) => void said.push(line);
      const taken = await listen(server(), FIRST, host, () => {});
      const next = await listen(server(), taken, "127.0.0.1", say);
      expect(next).toBeGreaterThan(taken);
      expect(said).toEqual([`Port ${taken} is taken: using ${next} instead.`]);
    },
  );
});
