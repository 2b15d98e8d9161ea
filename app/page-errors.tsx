import { isRouteErrorResponse, Outlet, useRouteError } from "@remix-run/react";
import { ErrorPage } from "./error-page.tsx";

/**
 * Stands between the root and every page, so that what goes wrong in a page is told inside the frame: were it told
 * at the root, the root's own loader would not be asked after a failed action, and the frame would not know who is
 * signed in.
 */
export default function Page() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  return <ErrorPage status={isRouteErrorResponse(error) ? error.status : 500} />;
}
