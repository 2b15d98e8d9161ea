import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { log } from "#app/platform/log.server.ts";

/** Where the server leads a form that another site sent: the error page of status 403, and a word in the log. */
export function loader({ request: { headers } }: LoaderFunctionArgs) {
  const facts = {
    origin: headers.get("origin"),
    path: headers.get("x-asked-for"),
    request: headers.get("x-request-id"),
  };
  if (facts.path !== null) log.warn(facts, "a form from another site was refused");
  throw data(null, { status: 403 });
}

export default function FromElsewhere() {
  return null;
}
