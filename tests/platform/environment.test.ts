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

const REAL = {
  CADRE_ENV: "production",
  DATABASE_URL: "postgresql://cadre:secret@database.example/cadre",
  CADRE_SECRET: "x".repeat(32),
  CADRE_URL: "https://cadre.example",
  SENDGRID_API_KEY: "SG.key",
  MAIL_FROM: "cadre@cadre.example",
};
const stub = (variables: Readonly<Record<string, string>>) => {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
};

describe("a real deployment", () => {
  it("is told of everything that it does not say, at once", () => {
    stub(Object.fromEntries(Object.keys(REAL).map((name) => [name, ""])));
    vi.stubEnv("CADRE_ENV", "production");
    const names = Object.keys(REAL).filter((name) => name !== "CADRE_ENV");
    for (const name of names) expect(fillEnvironment).toThrow(`  ${name}: `);
  });

  it("goes on where everything is said", () => {
    stub(REAL);
    fillEnvironment();
    expect(process.env).toMatchObject(REAL);
  });

  it.each([
    ["DATABASE_URL", "mysql://database.example/cadre"],
    ["CADRE_SECRET", "x".repeat(31)],
    ["CADRE_URL", "http://cadre.example"],
    ["CADRE_URL", "http://localhost.example"],
    ["MAIL_FROM", "cadre"],
  ])("is refused where %s is %j, and told of that alone", (name, value) => {
    stub({ ...REAL, [name]: value });
    expect(fillEnvironment).toThrow(new RegExp(`needs:\\n  ${name}: [^\\n]+$`));
  });
});

describe("the secret", () => {
  it("is taken as given", () => {
    vi.stubEnv("CADRE_ENV", "");
    vi.stubEnv("LOG_LEVEL", "");
    vi.stubEnv("CADRE_SECRET", "given");
    fillEnvironment();
    expect(process.env).toMatchObject({ CADRE_ENV: "development", CADRE_SECRET: "given", LOG_LEVEL: "warn" });
  });
});
