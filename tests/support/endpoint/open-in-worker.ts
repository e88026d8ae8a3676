import { parentPort, workerData } from "node:worker_threads";
import { openSqlite } from "#endpoint/database/sqlite.ts";

// Opens a database, which may have to wait, and tells a number out of it.
const database = openSqlite(workerData as string);
const scope = await database.selectFrom("scope").select("seq").executeTakeFirstOrThrow();
parentPort?.postMessage(scope.seq);
await database.destroy();
