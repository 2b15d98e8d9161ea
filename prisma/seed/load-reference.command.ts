import { disconnectDatabase } from "#app/platform/database.server.ts";
import { loadReference } from "./load-reference.ts";

const changed = await loadReference();
process.stdout.write(changed ? "Reference data loaded.\n" : "Reference data is up to date.\n");
await disconnectDatabase();
