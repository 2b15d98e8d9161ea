import { defineConfig } from "@playwright/test";
import { BROWSER_FLAGS, findChromium } from "./support/browser.mjs";

/**
 * The browser tests: one served app with the demo for all of them; no second tries. A trace of every step costs a third
 * of their time on two processors, so it is kept only where somebody looks for a fault (`E2E_TRACE=1`).
 */
export default defineConfig({
  testDir: "e2e",
  outputDir: "results/e2e",
  globalSetup: "./support/browser.global.ts",
  workers: Number(process.env.E2E_WORKERS ?? 2),
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  reporter: "list",
  use: {
    baseURL: process.env.E2E_URL,
    locale: "en-GB",
    timezoneId: "UTC",
    trace: process.env.E2E_TRACE ? "retain-on-failure" : "off",
    launchOptions: { executablePath: findChromium(), args: BROWSER_FLAGS },
  },
  projects: [{ name: "chromium", use: { browserName: "chromium" } }],
});
