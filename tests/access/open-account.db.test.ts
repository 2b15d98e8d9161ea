import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { signInWithCode } from "#app/access/sign-in.server.ts";
import { database } from "#app/platform/database.server.ts";
import { must } from "#tests/support/must.ts";
import { signInMail } from "#tests/support/sign-in-mail.ts";

const run = promisify(execFile);
const failure = z.object({ code: z.number(), stderr: z.string() });

/** Runs the command as the operator would; answers what it ended with. */
const openAccount = (...args: readonly string[]) => openAccountOn({}, ...args);

async function openAccountOn(env: Readonly<Record<string, string | undefined>>, ...args: readonly string[]) {
  try {
    const command = ["--import", "tsx", "prisma/open-account.command.ts", ...args];
    const { stdout } = await run(process.execPath, command, { env: { ...process.env, ...env } });
    return { code: 0, said: stdout };
  } catch (error) {
    const { code, stderr } = failure.parse(error);
    return { code, said: stderr };
  }
}

const someone = () => `${randomUUID()}@example.org`;
const accounts = (email: string) => database().user.count({ where: { email } });

describe("npm run account", () => {
  it("opens the first account, whose holder can sign in; the record says that the operator did it", async () => {
    const email = someone();
    const said = await openAccount("--email", email, "--name", "Ama Mensah", "--role", "secretariat");
    expect(said).toEqual({ code: 0, said: expect.stringContaining("/sign-in") });
    const user = await database().user.findUniqueOrThrow({ where: { email }, include: { roles: true } });
    expect(user).toMatchObject({ name: "Ama Mensah", demo: false });
    expect(user.roles.map(({ role }) => role)).toEqual(["secretariat"]);
    const events = await database().recordEvent.findMany({ where: { subjectId: user.id } });
    expect(events.map(({ kind }) => kind).toSorted()).toEqual(["account.created", "role.granted"]);
    for (const { actorId, canonical } of events) {
      expect(actorId).toBeNull();
      expect(JSON.parse(canonical).facts.by).toBe("operator");
      expect(canonical).not.toContain("Ama");
    }
    const { code } = await signInMail(email);
    must(await signInWithCode(email, code, new Headers({ origin: "http://localhost" })));
  });

  it("says where to sign in: the address given, and no port that may be another where none is", async () => {
    const order = ["--name", "Ama Mensah", "--role", "secretariat", "--email"];
    const given = await openAccountOn({ CADRE_URL: "https://cadre.example" }, ...order, someone());
    expect(given.said).toContain("Sign in at https://cadre.example/sign-in\n");
    const unknown = await openAccountOn({ CADRE_URL: undefined }, ...order, someone());
    expect(unknown).toMatchObject({ code: 0, said: expect.stringContaining("Sign in at /sign-in") });
    expect(unknown.said).not.toContain("localhost");
  });

  it("binds a focal point to a state, and refuses one without or with an unknown one", async () => {
    const email = someone();
    const focal = ["--email", email, "--name", "Jean Petit", "--role", "focalPoint"];
    expect(await openAccount(...focal)).toEqual({ code: 1, said: expect.stringContaining("--state") });
    expect(await openAccount(...focal, "--state", "XX")).toMatchObject({ code: 1 });
    expect(await accounts(email)).toBe(0);
    expect(await openAccount(...focal, "--state", "fr")).toMatchObject({ code: 0 });
    const grant = await database().roleGrant.findFirstOrThrow({ where: { user: { email } } });
    expect(grant).toMatchObject({ role: "focalPoint", stateCode: "FR" });
  });

  it("refuses an address that has an account, and what it cannot read", async () => {
    const email = someone();
    const order = ["--email", email, "--name", "Ama Mensah", "--role", "auditor"];
    await openAccount(...order);
    expect(await openAccount(...order)).toEqual({ code: 1, said: expect.stringContaining("already") });
    expect(await openAccount("--email", email, "--role", "auditor")).toEqual({
      code: 2,
      said: expect.stringContaining("--name is missing or wrong"),
    });
    expect(await openAccount("--nonsense")).toMatchObject({ code: 2 });
    expect(await accounts(email)).toBe(1);
  });
}, 60_000);
