import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import { pageWords, withoutParser } from "./app/platform/page-words.mjs";
import { pureModules } from "./app/platform/pure-modules.mjs";
import remixConfig from "./remix.config.js";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

/** What pages import in the browser: named, so that `npm run dev` need not find it out by reloading them. */
const IN_THE_BROWSER = [
  "react",
  "react/jsx-dev-runtime",
  "react-dom/client",
  "@remix-run/react",
  "@conform-to/react",
  "@conform-to/zod/v4",
  "canonicalize",
  "intl-messageformat",
  "temporal-polyfill",
  "zod",
];

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig), pureModules(), withoutParser(), pageWords()],
  build: { target: "es2022", assetsInlineLimit: 0 },
  optimizeDeps: { include: IN_THE_BROWSER },
  server: { watch: { ignored: ["**/.data/**", "**/tests/**"] } },
});
