import { afterEach, describe, expect, it, vi } from "vitest";
import { fillEnvironment, wantsDemo } from "#app/platform/environment.mjs";

afterEach(() => {
  vi.unstubAllEnvs();
  process.argv = process.argv.filter((argument) => argument !== "--no-demo");
});

describe("the demo", () => {
  it("is for a first look", () => {
    vi.stubEnv("npm_config_demo", undefined);
    expect(wantsDemo()).toBe(true);
  });

  it.each([
    ["CADRE_DEMO", "0"],
    ["npm_config_demo", ""],
    ["npm_config_demo", "false"],
    ["CADRE_ENV", "production"],
  ])("is left out where %s is %j", (name, value) => {
    vi.stubEnv(name, value);
    expect(wantsDemo()).toBe(false);
  });

  it("is left out where the command says so", () => {
    process.argv.push("--no-demo");
    expect(wantsDemo()).toBe(false);
  });
});

describe("the secret", () => {
  it("must be given to a real deployment", () => {
    vi.stubEnv("CADRE_ENV", "production");
    vi.stubEnv("CADRE_SECRET", "");
    expect(fillEnvironment).toThrow("CADRE_SECRET");
  });

  it("is taken as given", () => {
    vi.stubEnv("CADRE_ENV", "");
    vi.stubEnv("LOG_LEVEL", "");
    vi.stubEnv("CADRE_SECRET", "given");
    fillEnvironment();
    expect(process.env).toMatchObject({ CADRE_ENV: "development", CADRE_SECRET: "given", LOG_LEVEL: "warn" });
  });
});
