import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

/** How often a page looks whether the job has come further. */
const LOOK_EVERY_MS = 1_500;
const LOOK_EVERY_S = 4;

/** While a job is at work the page looks again by itself; without JavaScript it is loaded anew. */
export function LookAgain() {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const timer = window.setInterval(revalidate, LOOK_EVERY_MS);
    return () => window.clearInterval(timer);
  }, [revalidate]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content={String(LOOK_EVERY_S)} />
    </noscript>
  );
}
