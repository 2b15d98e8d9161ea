import { readdir } from "node:fs/promises";
import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Actor, Role } from "#app/access/actor.ts";
import { database } from "#app/platform/database.server.ts";
import { asked, browserOf } from "./signed-in.ts";

/** Nobody knows whose message it is: the outbox of a development server shows every one. The record holds ids alone. */
const NOT_OF_A_CASE = /^(outbox|record)[._]/;

/** A page as its reader got it. */
export interface OpenedPage {
  readonly name: string;
  readonly role: Role;
  readonly body: string;
}

/**
 * Every page that can be opened by what is known of a case, as an account gets it in each of its roles.
 *
 * @param params what addresses are made of
 * @param name what lists that can be searched are searched for
 */
export async function openEverything(
  actor: Actor,
  params: Readonly<Record<string, string>>,
  roles: readonly Role[],
  name: string,
): Promise<readonly OpenedPage[]> {
  const files = await readdir("app/routes");
  const headers = await browserOf(actor);
  const pages: OpenedPage[] = [];
  for (const role of roles) {
    await database().session.updateMany({
      where: { userId: actor.userId ?? "" },
      data: { activeRole: role },
    });
    for (const file of files) {
      const route = file.replace(".tsx", "");
      const wanted = [...route.matchAll(/\$(\w+?)(?=[._]|$)/g)].map(([, one = ""]) => one);
      if (NOT_OF_A_CASE.test(route) || wanted.some((one) => !(one in params))) continue;
      const { loader } = (await import(/* @vite-ignore */ `../../app/routes/${file}`)) as {
        loader?: (args: LoaderFunctionArgs) => unknown;
      };
      if (!loader) continue;
      const body = await bodyOf(() => loader(asked(`/${route}?name=${name}&show=all`, headers, params)));
      pages.push({ name: route, role, body });
    }
  }
  return pages;
}

async function bodyOf(load: () => unknown): Promise<string> {
  try {
    const answer = await load();
    return answer instanceof Response ? await answer.text() : JSON.stringify(answer);
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.text();
    if (typeof thrown === "object" && thrown !== null && "data" in thrown) return JSON.stringify(thrown.data);
    throw thrown;
  }
}

/** Which pages hold one of some words. */
export const naming = (pages: readonly OpenedPage[], secrets: readonly string[]) =>
  pages
    .filter(({ body }) => secrets.some((one) => body.includes(one)))
    .map(({ role, name }) => `${role} ${name}`);
