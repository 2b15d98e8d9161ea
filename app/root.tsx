import sansFont from "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url";
import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import type { Actor, HeldRole } from "./access/actor.ts";
import { getActor } from "./access/session.server.ts";
import styles from "./app.css?url";
import { ErrorPage } from "./error-page.tsx";
import { LANGUAGES, readyLanguage } from "./i18n/languages.ts";
import { useLanguage } from "./i18n/provider.tsx";
import { languageOf } from "./i18n/request-language.ts";
import { stateNames } from "./i18n/state-choices.queries.server.ts";
import { useNonce } from "./nonce.tsx";
import { PageFrame } from "./page-frame.tsx";
import { pageTitle } from "./page-title.ts";
import { isProduction } from "./platform/config.server.ts";

export const links: LinksFunction = () => [
  { rel: "preload", href: sansFont, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/icon.svg", type: "image/svg+xml" },
];

export const meta = pageTitle;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await getActor(request);
  return {
    actor: actor && (await framed(actor)),
    language: languageOf(request),
    timeZone: actor?.timeZone ?? "UTC",
    demonstration: !isProduction(),
  };
}

/** What the frame shows of somebody, with the states they act for by name. */
async function framed({ name, role, stateCode, roles, locale }: Actor) {
  const codes = roles.flatMap((held) => held.stateCode ?? []);
  const nameOf = codes.length > 0 ? await stateNames(locale, codes) : null;
  const named = <H extends HeldRole>(held: H) => ({
    ...held,
    stateName: held.stateCode && nameOf ? nameOf(held.stateCode) : null,
  });
  return { ...named({ name, role, stateCode }), roles: roles.map(named) };
}

/** Pages that say `handle.scripts: false` are sent without any JavaScript. */
function useWantsScripts(): boolean {
  return useMatches().every(({ handle }) => !(isHandle(handle) && handle.scripts === false));
}

const isHandle = (handle: unknown): handle is { scripts?: boolean } =>
  typeof handle === "object" && handle !== null;

export function Layout({ children }: { readonly children: ReactNode }) {
  const { format } = useLanguage();
  const nonce = useNonce();
  const scripts = useWantsScripts();
  const language = readyLanguage(format.locale);
  return (
    <html lang={language} dir={LANGUAGES[language].dir} data-time-zone={format.timeZone}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {scripts && <ScrollRestoration nonce={nonce} />}
        {scripts && <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

export default function Root() {
  const data = useRouteLoaderData<typeof loader>("root");
  return (
    <PageFrame actor={data?.actor ?? null} demonstration={data?.demonstration ?? false}>
      <Outlet />
    </PageFrame>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const data = useRouteLoaderData<typeof loader>("root");
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return (
    <PageFrame actor={data?.actor} demonstration={data?.demonstration ?? false}>
      <ErrorPage status={status} />
    </PageFrame>
  );
}
