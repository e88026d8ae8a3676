import type { ServerResponse } from "node:http";
import { Dexie, type Table } from "dexie";
import type { PeerClient, StartServer } from "./peer.ts";
import type { Patch, Row } from "./workload.ts";

/*
 * The floor: the least a program on Dexie can do, without rights, conflicts or sealing. A first load is one JSON, packed
 * beforehand, and one `bulkAdd`; later changes come by version; edits go up in one request; a server-sent event carries
 * each change to whoever listens.
 */

type Answer = { readonly version: number; readonly rows: readonly Row[] };

export const startServer: StartServer = async ({ records }) => {
  const { createServer } = await import("node:http");
  const { gzipSync, gunzipSync } = await import("node:zlib");
  const rows = new Map(records.map((row) => [row.id, row]));
  const changedIn = new Map<string, number>();
  const listeners = new Set<ServerResponse>();
  let version = 0;

  const rowsOf = (ids: Iterable<string>) => [...ids].flatMap((id) => rows.get(id) ?? []);
  const apply = (patches: readonly Patch[]) => {
    version += 1;
    for (const patch of patches) {
      const row = rows.get(patch.id);
      if (row === undefined) continue;
      rows.set(patch.id, { ...row, ...patch });
      changedIn.set(patch.id, version);
    }
    const news: Answer = { version, rows: rowsOf(patches.map(({ id }) => id)) };
    for (const listener of listeners) listener.write(`data: ${JSON.stringify(news)}\n\n`);
  };
  const answerWith = (response: ServerResponse, packed: Buffer) => {
    const length = packed.byteLength;
    const headers = { "content-type": "application/json", "content-encoding": "gzip" };
    response.writeHead(200, { ...headers, "content-length": length }).end(packed);
  };
  const pack = (answer: unknown) => gzipSync(JSON.stringify(answer));
  const everything = pack({ version, rows: records });

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "", "http://localhost");
    if (url.pathname === "/all") answerWith(response, everything);
    else if (url.pathname === "/since") {
      const since = Number(url.searchParams.get("version"));
      const changed = [...changedIn].filter(([, at]) => at > since).map(([id]) => id);
      answerWith(response, pack({ version, rows: rowsOf(changed) }));
    } else if (url.pathname === "/push") {
      const parts: Buffer[] = [];
      request.on("data", (part: Buffer) => parts.push(part));
      request.on("end", () => {
        apply(JSON.parse(gunzipSync(Buffer.concat(parts)).toString()) as Patch[]);
        answerWith(response, pack({ version }));
      });
    } else {
      response.writeHead(200, { "content-type": "text/event-stream" }).flushHeaders();
      listeners.add(response);
      request.on("close", () => listeners.delete(response));
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    port: address.port,
    edit: apply,
    has: (patches) => patches.every(({ id, updatedAt }) => rows.get(id)?.updatedAt === updatedAt),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};

class FloorDatabase extends Dexie {
  readonly rows!: Table<Row, string>;
  readonly outbox!: Table<{ readonly n?: number; readonly patch: Patch }, number>;
  readonly meta!: Table<{ readonly key: "version"; readonly value: number }, string>;

  constructor() {
    super("floor");
    this.version(1).stores({ rows: "id, start", outbox: "++n", meta: "key" });
  }
}

let database: FloorDatabase;
const waiting = new Map<string, () => void>();
let origin = "";
let isLive = false;

const keyOf = ({ id, updatedAt }: Patch) => `${id} ${updatedAt}`;

const take = ({ version, rows }: Answer, isFirst: boolean) =>
  database.transaction("rw", database.rows, database.meta, async () => {
    await (isFirst ? database.rows.bulkAdd(rows) : database.rows.bulkPut(rows));
    await database.meta.put({ key: "version", value: version });
  });

const push = async () => {
  const waitingEdits = await database.outbox.toArray();
  const body = new Blob([JSON.stringify(waitingEdits.map(({ patch }) => patch))]);
  const packed = body.stream().pipeThrough(new CompressionStream("gzip"));
  const sent = await fetch(`${origin}/push`, {
    method: "POST",
    body: await new Response(packed).arrayBuffer(),
  });
  if (!sent.ok) throw new Error(`the push came to ${sent.status}`);
  await sent.json();
  await database.outbox.bulkDelete(waitingEdits.flatMap(({ n }) => n ?? []));
};

export const client: PeerClient = {
  async open(at) {
    origin = at;
    database = new FloorDatabase();
    await database.open();
  },
  async pull() {
    const version = (await database.meta.get("version"))?.value;
    const path = version === undefined ? "/all" : `/since?version=${version}`;
    const response = await fetch(origin + path);
    await take((await response.json()) as Answer, version === undefined);
  },
  count: () => database.rows.count(),
  async has(patches) {
    const rows = await database.rows.bulkGet(patches.map(({ id }) => id));
    return rows.every((row, at) => row?.updatedAt === patches[at]?.updatedAt);
  },
  async edit(patches) {
    await database.transaction("rw", database.rows, database.outbox, async () => {
      await database.rows.bulkUpdate(
        patches.map(({ id, ...changes }) => ({ key: id, changes: { ...changes } })),
      );
      await database.outbox.bulkAdd(patches.map((patch) => ({ patch })));
    });
    if (isLive) await push();
  },
  push,
  async live() {
    isLive = true;
    const source = new EventSource(`${origin}/live`);
    source.addEventListener("message", ({ data }: MessageEvent<string>) => {
      const news = JSON.parse(data) as Answer;
      void take(news, false).then(() => {
        for (const row of news.rows) waiting.get(keyOf(row))?.();
      });
    });
    await new Promise((resolve) => {
      source.addEventListener("open", resolve);
    });
  },
  waitFor: (patch) =>
    new Promise((resolve) => {
      waiting.set(keyOf(patch), resolve);
    }),
};
