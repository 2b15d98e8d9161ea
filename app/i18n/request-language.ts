import { chooseLanguage, type ReadyLanguage } from "./languages.ts";

/** The cookie in which a chosen language is kept. */
export const LANGUAGE_COOKIE = "cadre.language";

/** The language of a request's answer: asked for in the address (`?lang=fr`), chosen before, or the browser's. */
export function languageOf(request: Request): ReadyLanguage {
  const asked = new URL(request.url).searchParams.get("lang");
  const cookies = request.headers.get("cookie") ?? "";
  const cookie = cookies
    .split(";")
    .map((pair) => pair.trim().split("="))
    .find(([name]) => name === LANGUAGE_COOKIE)?.[1];
  return chooseLanguage(asked, cookie ?? null, request.headers.get("accept-language"));
}

/** The language of an answer that everybody may keep: asked for in the address, or the browser's; no cookie is read. */
export const openLanguageOf = ({ url, headers }: Request): ReadyLanguage =>
  chooseLanguage(new URL(url).searchParams.get("lang"), null, headers.get("accept-language"));
