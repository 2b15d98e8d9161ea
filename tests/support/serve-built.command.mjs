// @ts-check
/** Serves the built app to a test or a measurement that forked it: tells its address, and stops when told or left. */
import { serve } from "#app/platform/serve.mjs";

const FIRST_PORT = 4300;

const running = await serve({ port: Number(process.env.PORT || FIRST_PORT), say: () => {} });
process.send?.(`http://localhost:${running.port}`);

let stopping = false;
const stop = async () => {
  if (stopping) return;
  stopping = true;
  await running.stop();
  process.exit(0);
};
process.on("SIGTERM", () => void stop());
process.on("disconnect", () => void stop());
// In a terminal Ctrl-C reaches everyone at once; whoever forked this program says when it may go.
process.on("SIGINT", () => {});
