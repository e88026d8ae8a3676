import type { RecordId } from "#domain/ids.ts";
import type { WireRecord } from "#protocol/sync-answer.ts";
import { enrolledDevice, makeEdits } from "./device.ts";
import type { TestDialect } from "./dialects.ts";
import { makeEndpoint } from "./make-endpoint.ts";
import type { ReadAnswer } from "./read-answer.ts";

/** Two advisers of one team, and a client that both have. */
export const twoAdvisers = async (
  dialect: TestDialect,
  note = "Ensimmäinen lause. Toinen lause.",
) => {
  const endpoint = await makeEndpoint({ dialect });
  const one = await enrolledDevice(endpoint, { name: "Yksi Ensimmäinen" });
  const other = await enrolledDevice(endpoint, { name: "Kaksi Toinen" });
  const edits = makeEdits(endpoint);
  const make = edits.create("client", { name: "Kanerva", phone: "", note });
  await one.push(make);
  const close = () => endpoint.close();
  const earlier = () => endpoint.database.selectFrom("earlier").selectAll().execute();
  return {
    endpoint,
    one,
    other,
    edits,
    note,
    client: make.record,
    earlier,
    [Symbol.asyncDispose]: close,
  };
};

/** The state of a record as an answer's header tells it. */
export const echoOf = (answer: ReadAnswer, id: RecordId) =>
  answer.header.echo.find((record) => record.id === id);

/** What the conflict records among these say. */
export const conflictsIn = (records: Iterable<WireRecord>) =>
  [...records].filter((record) => record.t === "conflict").map((record) => record.f);
