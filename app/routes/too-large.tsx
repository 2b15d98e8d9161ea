import { data } from "@remix-run/node";

/** Where the server leads a form whose body is larger than any of ours: the error page of status 413. */
const tooLarge = () => data(null, { status: 413 });

export function loader() {
  throw tooLarge();
}

export function action() {
  throw tooLarge();
}

export default function TooLarge() {
  return null;
}
