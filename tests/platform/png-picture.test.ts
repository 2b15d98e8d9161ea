import { describe, expect, it } from "vitest";
import { pngOf } from "#app/platform/png-picture.mjs";

const svg = (width: number, height: number, words = "") =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="sans-serif"><rect width="${width}" height="${height}" fill="#fff"/><text x="10" y="60" font-size="40">${words}</text></svg>`;

/** Width and height of a PNG by its first chunk (ISO/IEC 15948, 11.2.2); one without the signature fails. */
function sizeOf(png: Uint8Array) {
  expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

describe("a picture as a PNG", () => {
  it("is twice as sharp, and has words with their accents", async () => {
    const [empty, plain, accented] = await Promise.all(
      ["", "Ecole", "École"].map((words) => pngOf(svg(300, 100, words))),
    );
    expect(sizeOf(plain ?? new Uint8Array())).toEqual([600, 200]);
    expect(Buffer.from(plain ?? [])).not.toEqual(Buffer.from(empty ?? []));
    expect(Buffer.from(accented ?? [])).not.toEqual(Buffer.from(plain ?? []));
  });

  it("stays within its most points when it is very tall", async () => {
    const [width = 0, height = 0] = sizeOf(await pngOf(svg(960, 4000)));
    expect(width * height).toBeLessThanOrEqual(8_050_000);
    expect(width / height).toBeCloseTo(960 / 4000, 2);
  });
});
