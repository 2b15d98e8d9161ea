import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { at } from "#app/platform/clock.server.ts";
import { drawOnce } from "#app/platform/draw-once.server.ts";
import { drawPng } from "#app/platform/draw-png.server.ts";
import { must } from "../support/must.ts";

const picture = (name: string) => new Uint8Array(Buffer.from(name));

/** Drawings that end when they are told to. */
function drawer() {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const draw = (name: string) => async () => {
    begun.push(name);
    await new Promise<void>((end) => ends.push(end));
    return picture(name);
  };
  const endNext = async () => {
    ends.shift()?.();
    await new Promise((settle) => setImmediate(settle));
  };
  return { begun, draw, endNext };
}

const settled = () => new Promise((settle) => setImmediate(settle));

describe("what is drawn", () => {
  it("is drawn once for all who ask within a minute, and anew after it", async () => {
    const content = randomUUID();
    let drawn = 0;
    const ask = (moment: string) =>
      at(new Date(moment), () =>
        drawOnce(content, async () => {
          drawn += 1;
          return picture(String(drawn));
        }),
      );
    const [one, two] = await Promise.all([ask("2030-01-01T00:00:00Z"), ask("2030-01-01T00:00:30Z")]);
    expect([must(one), must(two), drawn]).toEqual([picture("1"), picture("1"), 1]);
    expect(must(await ask("2030-01-01T00:01:00Z"))).toEqual(picture("2"));
  });

  it("is drawn one at a time, and where too many wait who comes is asked to come again", async () => {
    const { begun, draw, endNext } = drawer();
    const run = randomUUID();
    const asked = Array.from({ length: 8 }, (_, n) => drawOnce(`${run} ${n}`, draw(`${n}`)));
    await settled();
    expect(begun).toEqual(["0"]);
    expect(await drawOnce(`${run} late`, draw("late"))).toMatchObject({ refusal: { code: "tooBusy" } });
    const same = drawOnce(`${run} 3`, draw("never"));
    for (let n = 0; n < 8; n += 1) await endNext();
    expect((await Promise.all(asked)).map(must)).toEqual(asked.map((_, n) => picture(`${n}`)));
    expect(must(await same)).toEqual(picture("3"));
    expect(begun).toEqual(["0", "1", "2", "3", "4", "5", "6", "7"]);
  });

  it("is not kept where it failed, and those after it are drawn", async () => {
    const content = randomUUID();
    const fault = drawOnce(content, () => Promise.reject(new Error("no ink")));
    const after = drawOnce(`${content} after`, async () => picture("after"));
    await expect(fault).rejects.toThrow("no ink");
    expect(must(await after)).toEqual(picture("after"));
    expect(must(await drawOnce(content, async () => picture("ink")))).toEqual(picture("ink"));
  });

  it("as a PNG is drawn in another thread", async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="30" height="10"><rect width="9" height="9"/></svg>`;
    const png = must(await drawPng(svg));
    expect([...png.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  }, 20_000);
});
