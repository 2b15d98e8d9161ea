// @ts-check
/** Draws the program's own SVG pictures as PNG: in a thread of its own, which so has nothing to translate before it begins. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { initWasm, Resvg } from "@resvg/resvg-wasm";

const require = createRequire(import.meta.url);

/** The faces that the program brings (as its PDF documents do): the machine's own are not looked for. */
const FACES = ["DejaVuSansCondensed.ttf", "DejaVuSansCondensed-Bold.ttf"];
const FAMILY = "DejaVu Sans Condensed";

/** Twice the size of the SVG, unless that has more points than this: then as sharp as it may be. */
const SHARPEST = 2;
const MOST_POINTS = 8_000_000;

/** @type {Promise<readonly Uint8Array[]> | undefined} */
let faces;

/** The renderer and its faces, read once: the module is WebAssembly, which runs wherever Node does. */
function load() {
  faces ??= (async () => {
    await initWasm(await readFile(require.resolve("@resvg/resvg-wasm/index_bg.wasm")));
    return Promise.all(FACES.map((face) => readFile(require.resolve(`dejavu-fonts-ttf/ttf/${face}`))));
  })();
  return faces;
}

/**
 * An SVG of the program's own as a PNG in light colours. One that is no SVG is a fault.
 *
 * @param {string} svg
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function pngOf(svg) {
  const fontBuffers = await load();
  const font = { fontBuffers: [...fontBuffers], defaultFontFamily: FAMILY, sansSerifFamily: FAMILY };
  const at = (/** @type {number} */ zoom) => new Resvg(svg, { font, fitTo: { mode: "zoom", value: zoom } });
  let picture = at(SHARPEST);
  const points = picture.width * picture.height;
  if (points * SHARPEST ** 2 > MOST_POINTS) {
    picture.free();
    picture = at(Math.sqrt(MOST_POINTS / points));
  }
  try {
    return new Uint8Array(picture.render().asPng());
  } finally {
    picture.free();
  }
}
