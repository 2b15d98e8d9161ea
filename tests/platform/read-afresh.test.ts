import { describe, expect, it } from "vitest";
import { readAfresh } from "#app/platform/read-afresh.ts";

/** Readings that end when told; each begins with what is written then. */
function slowReader() {
  const state = { written: 0, begun: 0 };
  const ends: (() => void)[] = [];
  const read = readAfresh(async () => {
    const seen = state.written;
    state.begun += 1;
    await new Promise<void>((resolve) => ends.push(resolve));
    return seen;
  });
  const end = async () => {
    await new Promise((resolve) => setTimeout(resolve, 0));
    ends.shift()?.();
  };
  return { state, read, end };
}

describe("what is read afresh", () => {
  it("is never what a reading under way had seen before one asked", async () => {
    const { state, read, end } = slowReader();
    const first = read();
    await new Promise((resolve) => setTimeout(resolve, 0));
    state.written = 1;
    const [second, third] = [read(), read()];
    await end();
    expect(await first).toBe(0);
    await end();
    expect(await Promise.all([second, third])).toEqual([1, 1]);
    expect(state.begun).toBe(2);
  });

  it("is read again after a reading that failed", async () => {
    let times = 0;
    const read = readAfresh(async () => {
      times += 1;
      if (times === 1) throw new Error("no database");
      return times;
    });
    await expect(read()).rejects.toThrow("no database");
    expect(await read()).toBe(2);
  });
});
