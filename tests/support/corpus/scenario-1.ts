import { createHash } from "node:crypto";
import type { RecordId } from "#domain/ids.ts";
import type { Op } from "#domain/op.ts";
import { opToWire } from "#protocol/op.ts";
import type { TestDevice } from "../endpoint/device.ts";
import type { Stage } from "./stage.ts";
import { playWrongRequests } from "./wrong-requests.ts";

/** Three devices of one team, and a client that all have. */
export type Cast = {
  readonly boss: TestDevice;
  readonly one: TestDevice;
  readonly two: TestDevice;
  readonly client: RecordId;
};

/** Plays everything that a device of version 1 can say, and everything it can be told. */
export const playVersion1 = async (stage: Stage): Promise<Cast> => {
  const { boss, one, two } = await playEntrance(stage);
  const client = await playEdits(stage, one);
  await playMeetings(stage, one, two, client);
  await playTexts(stage, one, two, client);
  await playRefusals(stage, one, two, client);
  await playUnknown(stage, one);
  await playPulls(stage, one, two);
  await playWrongRequests(stage, one, two);
  return { boss, one, two, client };
};

const playEntrance = async (stage: Stage) => {
  stage.tell("enrols with a code and fetches everything");
  const boss = await stage.enrol("boss", { role: "coordinator" });
  await boss.sync();
  const one = await stage.enrol("one");
  await one.sync();
  const two = await stage.enrol("two");
  await two.sync();
  stage.tell("looks at a code and at one that is none, uses it, and uses it again");
  const code = await stage.code();
  const { p } = one.request();
  await two.post("/enrolment/look", { p, code });
  await two.post("/enrolment/look", { p, code: "0000000000" });
  const late = await stage.newcomer("late");
  await late.enrol(code, "Koe late");
  await late.enrol(code, "Koe late");
  stage.tell("uses a code that another device used");
  await (await stage.newcomer("later")).enrol(code, "Koe later");
  await two.post("/enrolment/look", { p, code });
  stage.tell("has no session, signs in, and sends the same assertion again");
  one.cookie = "";
  await one.post("/sync", one.request());
  const session = { p, assertion: await one.sign() };
  const answer = await one.post("/session", session);
  one.cookie = (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  await two.post("/session", session);
  await two.post("/session", { p, assertion: "none.of.ours" });
  return { boss, one, two };
};

const note = "Soittaa aamulla. Tulee bussilla.";

const playEdits = async ({ tell, edits, endpoint }: Stage, one: TestDevice): Promise<RecordId> => {
  tell("makes a client and an appointment, each with an edit on top of an unsent one");
  const client = edits.create("client", { name: "Kanerva", phone: "", language: "fi", note });
  const start = endpoint.clock.now();
  const slot = { start, end: start + 3_600_000, place: null, adviser: one.member };
  const appointment = edits.create("appointment", {
    client: client.record,
    guidance: "education",
    channel: "phone",
    slot,
    language: "fi",
    status: "booked",
    note: "",
  });
  const phone = edits.set(client.record, 0, "phone", "+358401234567");
  const onTop: Op = { ...phone, seen: { after: client.id } };
  await one.push(client, appointment, onTop);
  tell("moves, cancels and deletes the appointment");
  const moved = { ...slot, end: start + 1_800_000 };
  await one.push(
    edits.set(appointment.record, 1, "slot", moved),
    edits.set(appointment.record, 2, "status", "cancelled"),
    edits.remove(appointment.record, 3),
  );
  tell("sends edits again whose answer was lost, and asks about others");
  await one.sync({
    ops: [opToWire(client, false)],
    q: [appointment.id, "A".repeat(16) as Op["id"]],
  });
  return client.record;
};

const playMeetings = async (
  { tell, edits, endpoint }: Stage,
  one: TestDevice,
  two: TestDevice,
  client: RecordId,
): Promise<void> => {
  const seen = (await two.sync()).records.get(client)?.ver ?? 0;
  tell("sets a field that the other has set meanwhile: the later one stands, the other is told");
  const early = edits.set(client, seen, "name", "Kanerva E.");
  endpoint.clock.advance(60_000);
  const late = edits.set(client, seen, "name", "Kanerva L.");
  await two.push(late);
  await one.push(early);
  tell("sets what the other has set to the same value");
  await two.push(edits.set(client, seen, "language", "sv"));
  await one.push(edits.set(client, seen, "language", "sv"));
  tell("closes the conflict");
  const { records } = await two.sync({ cur: {} });
  for (const { id, t, ver } of records.values()) {
    if (t === "conflict") await two.push(edits.set(id, ver, "state", "closed"));
  }
  tell("fetches what is new");
  await one.sync();
};

const playTexts = async (
  { tell, edits }: Stage,
  one: TestDevice,
  two: TestDevice,
  client: RecordId,
): Promise<void> => {
  const seen = (await two.sync({ cur: {} })).records.get(client)?.ver ?? 0;
  const write = (value: string, base: string) =>
    edits.text(client, seen, "note", value, { hash: hashOf(base), base });
  tell("writes on in a note that the other wrote on in: both stand");
  await one.push(write(`${note} Tulkki tilattu.`, note));
  await two.push(write(`${note} Kyyti sovittu.`, note));
  tell("changes the same words of a note: one stands, the other is kept");
  await one.push(write("Soittaa illalla. Tulee bussilla.", note));
  await two.push(write("Soittaa yöllä. Tulee bussilla.", note));
  tell("writes on top of a text that the endpoint never had, and sends it when asked");
  const strange = write("Ei mitään. Vielä.", "Ei mitään.");
  await one.sync({ ops: [opToWire(strange, false)] });
  await one.sync({ ops: [opToWire(strange, true)] });
  tell("sends along a text that is not the one the edit names");
  const forged = { ...write("Väärä. Pohja.", "Toinen."), base: "Kolmas." };
  await one.push(forged);
};

const playRefusals = async (
  { tell, edits, endpoint }: Stage,
  one: TestDevice,
  two: TestDevice,
  client: RecordId,
): Promise<void> => {
  tell("sends edits that are refused, each for its reason, between two that are not");
  const elsewhere = "Z".repeat(22) as typeof endpoint.team;
  const made = edits.create("client", { name: "Vesa", phone: "", language: "fi", note: "" });
  const again = { ...edits.create("client", { name: "Sama" }), record: client };
  await one.push(
    made,
    edits.set("Y".repeat(22) as RecordId, 1, "name", "Tuntematon"),
    again,
    edits.create("client", { name: "Muualla" }, elsewhere),
    edits.create("organisation", { name: "Ei oikeutta" }, endpoint.area),
    edits.set(made.record, 1, "phone", "ei numero"),
    edits.set(made.record, 1, "name", "010190-123A"),
    edits.set(endpoint.area as string as RecordId, 1, "nameFi", "Oma seutu"),
    edits.set(made.record, 1, "name", "Vesa V."),
  );
  tell("edits a record that was deleted");
  await two.push(edits.remove(made.record, 2));
  await one.push(edits.set(made.record, 2, "name", "Myöhässä"));
  tell("sends an edit under an id that the other device used");
  await two.push({ ...edits.set(client, 1, "name", "Toisen"), id: made.id });
};

const playUnknown = async ({ tell, edits }: Stage, one: TestDevice): Promise<void> => {
  tell("sends a kind and fields that nobody knows, and changes them");
  const later = edits.create("later-kind", {
    name: "Uutta",
    deep: { a: [1, 2.5, null, { b: "ä" }], c: true },
  });
  const known = edits.create("client", {
    name: "Outi",
    phone: "",
    language: "fi",
    laterField: [1],
  });
  await one.push(
    later,
    known,
    edits.set(later.record, 1, "deep", { a: [] }),
    edits.set(known.record, 1, "laterField", { now: "otherwise" }),
    edits.text(later.record, 2, "laterText", "Jotain.", { hash: hashOf("") }),
  );
};

const playPulls = async (
  { tell, edits, endpoint: { team, area } }: Stage,
  one: TestDevice,
  two: TestDevice,
): Promise<void> => {
  tell("fetches in two parts what does not fit into one answer, and hears that it is gone");
  const made = [8_500, 1].map((times) =>
    edits.create("later-kind", { large: "katve ".repeat(times) }),
  );
  await one.push(...made);
  await two.sync({ max: 50_000 });
  await two.sync({ max: 50_000 });
  await one.push(...made.map(({ record }) => edits.remove(record, 1)));
  await two.sync();
  tell("fetches a scope anew whose counting it does not know, and one from the middle of a reset");
  const { cursors } = await two.sync({ cur: {} });
  const [epoch] = cursors[area] ?? [""];
  await two.sync({ cur: { ...cursors, [team]: ["before", 7], [area]: [epoch, 3, 1] } });
  tell("names a scope that it may not see");
  await two.sync({ cur: { ...cursors, ["X".repeat(22)]: ["before", 1] } });
};

const hashOf = (text: string): string => createHash("sha256").update(text).digest("base64url");
