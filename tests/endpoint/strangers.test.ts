import { describe, expect, test } from "vitest";
import { makeOpId, type RecordId, type ScopeId } from "#domain/ids.ts";
import { type Op, type Verb, verbs } from "#domain/op.ts";
import { makePartner } from "#endpoint/records/partners.ts";
import { opToWire } from "#protocol/op.ts";
import { PROTOCOL_VERSION } from "#protocol/version.ts";
import { expectRefused } from "../support/endpoint/refused.ts";
import { enrolledDevice, makeEdits, type TestDevice } from "../support/endpoint/device.ts";
import { dialects, type TestDialect } from "../support/endpoint/dialects.ts";
import { dumpOf } from "../support/endpoint/dump.ts";
import { makeEndpoint, type TestEndpoint } from "../support/endpoint/make-endpoint.ts";

/*
 * Somebody with a session of their own tries to read and to change what is not theirs: with every verb, by every way in
 * which an answer mentions records. What the others wrote carries words that occur nowhere else, and none of them may be in
 * any byte of an answer.
 */

/** Words that only the others' records hold. */
const secrets = ["Salanimi", "Salamuistio", "Salakysymys", "Salaviesti", "Salapaikka"];

const twoTeams = async (dialect: TestDialect) => {
  const endpoint = await makeEndpoint({ dialect });
  const edits = makeEdits(endpoint);
  const boss = await enrolledDevice(endpoint, { role: "coordinator", name: "Koko Ordinaattori" });
  const organisation = edits.create("organisation", { name: "Koepaja", kinds: [] }, endpoint.area);
  await boss.push(organisation);
  const partner = await endpoint.database
    .transaction()
    .execute((transaction) =>
      makePartner(transaction, organisation.record, endpoint.area, endpoint.chance),
    );
  const team = await endpoint.addTeam("Toinen tiimi");
  const owner = await enrolledDevice(endpoint, { team, name: "Omistaja Koe" });
  const guest = await enrolledDevice(endpoint, { team: partner, name: "Pajan Väki" });
  const stranger = await enrolledDevice(endpoint, { name: "Vieras Koe" });
  const client = edits.create("client", { name: "Salanimi", phone: "", note: "Salanimi." }, team);
  const memo = edits.create("memo", { body: "Salamuistio" }, owner.member as string as ScopeId);
  const referral = edits.create(
    "referral",
    { person: "Salanimi", question: "Salakysymys", state: "sent", ownNote: "Salamuistio" },
    team,
  );
  const later = edits.create("later-kind", { anything: ["Salapaikka"] }, team);
  const message = { text: "Salaviesti", by: owner.member, at: endpoint.clock.now() };
  const pushed = [
    client,
    memo,
    referral,
    later,
    edits.add(referral.record, "messages.m1", message),
    edits.share(referral.record, partner),
    edits.set(client.record, 1, "phone", "+358401234567"),
    edits.set(client.record, 1, "name", "Salanimi toinen"),
  ];
  const { header } = await owner.push(...pushed);
  expect(Object.values(header.ack)).toEqual(pushed.map(() => "a"));
  const close = () => endpoint.close();
  return {
    endpoint,
    edits,
    owner,
    guest,
    stranger,
    partner,
    team,
    targets: [client.record, memo.record, referral.record, later.record],
    referral: referral.record,
    homes: [team, owner.member as string as ScopeId],
    pushed,
    [Symbol.asyncDispose]: close,
  };
};

type World = Awaited<ReturnType<typeof twoTeams>>;

/** One edit of a record by every verb there is; several where a verb means several things. */
const everyEdit = (
  { edits, endpoint, homes, partner, stranger }: World,
  record: RecordId,
): readonly Op[] => {
  const note = { text: "x", by: stranger.member, at: endpoint.clock.now() };
  const byVerb: Readonly<Record<Verb, readonly Op[]>> = {
    new: homes.flatMap((home) => [
      { ...edits.create("client", { name: "x" }, home), record },
      edits.create("client", { name: "x" }, home),
      edits.create("memo", { body: "x" }, home),
      edits.create("later-kind", {}, home),
    ]),
    set: ["name", "state", "anything", "checklist.b7", "messages.m1"].flatMap((field) => [
      edits.set(record, 1, field, "x"),
      edits.set(record, 9, field, note),
    ]),
    text: ["note", "body", "question", "ownNote"].flatMap((field) => [
      edits.text(record, 1, field, "x", { hash: "a".repeat(43) }),
      edits.text(record, 1, field, "x", { hash: emptyHash, base: "" }),
    ]),
    inc: [edits.inc(record, "counts.work", 1)],
    rem: [edits.rem(record, 9, "messages.m1"), edits.rem(record, 9, "name.x")],
    add: [edits.add(record, "messages.m2", note)],
    del: [edits.remove(record, 1), edits.remove(record, 9)],
    share: [edits.share(record, partner), edits.share(record, endpoint.team)],
    unshare: [edits.share(record, partner, "unshare")],
  };
  return verbs.flatMap((verb) => byVerb[verb]);
};

/** SHA-256 of no text. */
const emptyHash = "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU";

/** Posts a sync and returns every byte of the answer as text. */
const answerTo = async (device: TestDevice, request: object): Promise<string> => {
  const response = await device.post("/sync", { ...device.request(), ...request });
  return `${JSON.stringify([...response.headers])} ${await response.text()}`;
};

const secretsIn = (answer: string): readonly string[] =>
  secrets.filter((secret) => answer.includes(secret));

/** What the others have, and who may do what. */
const dumpOfOthers = (endpoint: TestEndpoint, world: World) =>
  dumpOf(endpoint.database, world.homes);

describe.each(dialects)("a stranger on $name", (dialect) => {
  test("changes nothing of the others by any verb, and reads nothing of it in the answer", async () => {
    await using world = await twoTeams(dialect);
    const { endpoint, stranger, targets } = world;
    const before = await dumpOfOthers(endpoint, world);
    for (const record of targets) {
      const ops = everyEdit(world, record);
      const answer = await answerTo(stranger, { ops: ops.map((op) => opToWire(op, true)) });
      expect(secretsIn(answer)).toEqual([]);
      expect(answer).not.toContain('"echo"');
      for (const op of ops) {
        const isRefused = answer.includes(`"${op.id}":"r:edit.not_allowed"`);
        expect([op, isRefused]).toEqual([op, true]);
      }
    }
    expect(await dumpOfOthers(endpoint, world)).toEqual(before);
    // The dump is not blind: what the owner changes shows.
    await world.owner.push(world.edits.set(world.referral, 9, "state", "done"));
    expect(await dumpOfOthers(endpoint, world)).not.toEqual(before);
  });

  test("learns nothing by asking for edits of the others, or by sending them again", async () => {
    await using world = await twoTeams(dialect);
    const { endpoint, stranger, pushed } = world;
    const before = await dumpOfOthers(endpoint, world);
    const asked = await answerTo(stranger, { q: pushed.map(({ id }) => id) });
    expect(secretsIn(asked)).toEqual([]);
    expect(asked).not.toContain('"ack');
    const ids = pushed.map(({ id }) => id);
    const onTop = world.edits.create("client", { name: "x", phone: "" });
    const afterTheirs = ids.map((after): Op => ({
      ...world.edits.set(onTop.record, 1, "name", "y"),
      id: makeOpId(endpoint.chance),
      seen: { after },
    }));
    const again = pushed.map((op) => opToWire({ ...op, record: onTop.record }, true));
    for (const ops of [
      pushed.map((op) => opToWire(op, true)),
      [opToWire(onTop, true), ...again],
      afterTheirs.map((op) => opToWire(op, true)),
    ]) {
      expect(secretsIn(await answerTo(stranger, { ops }))).toEqual([]);
    }
    expect(await dumpOfOthers(endpoint, world)).toEqual(before);
  });

  test("learns nothing by naming the others' scopes in its cursors", async () => {
    await using world = await twoTeams(dialect);
    const { endpoint, stranger, homes, partner } = world;
    const scopes = await endpoint.database.selectFrom("scope").select(["id", "epoch"]).execute();
    for (const { id, epoch } of scopes.filter(({ id }) =>
      [...homes, partner].includes(id as never),
    )) {
      for (const cursor of [
        [epoch, 0],
        [epoch, 1, 1],
        [epoch, 9e15],
        ["none", 0],
      ]) {
        const answer = await answerTo(stranger, { cur: { [id]: cursor } });
        expect(secretsIn(answer)).toEqual([]);
        expect(answer).not.toContain(`"s":"${id}"`);
      }
    }
  });

  test("learns nothing by asking what stood in the others' fields before", async () => {
    await using world = await twoTeams(dialect);
    const { stranger, owner, targets } = world;
    for (const e of targets) {
      for (const f of ["name", "phone", "body", "ownNote", "messages.m1", "anything"]) {
        const request = { p: PROTOCOL_VERSION, e, f, skip: 0 };
        const response = await stranger.post("/earlier", request);
        expect([response.status, secretsIn(await response.text())]).toEqual([404, []]);
      }
    }
    const ofAll = { p: PROTOCOL_VERSION, e: targets };
    const fields = await stranger.post("/earlier/fields", ofAll);
    await expectRefused(fields, 404, "record.unknown");
    expect(await (await owner.post("/earlier/fields", ofAll)).text()).toContain("name");
    const [client] = targets;
    const asked = { p: PROTOCOL_VERSION, e: client, f: "name", skip: 0 };
    expect(secretsIn(await (await owner.post("/earlier", asked)).text())).toEqual(["Salanimi"]);
  });

  test("shares nothing with itself by making a record that names the others", async () => {
    await using world = await twoTeams(dialect);
    const { endpoint, edits, stranger, targets } = world;
    const before = await dumpOfOthers(endpoint, world);
    const made = targets.flatMap((record) => [
      edits.create("appointment", { client: record, guidance: "education" }),
      edits.create("conflict", { record, field: "name", kept: null, lost: null, state: "open" }),
    ]);
    expect(
      secretsIn(await answerTo(stranger, { ops: made.map((op) => opToWire(op, true)) })),
    ).toEqual([]);
    expect(secretsIn(await answerTo(stranger, { cur: {} }))).toEqual([]);
    expect(await dumpOfOthers(endpoint, world)).toEqual(before);
  });
});

describe.each(dialects)("a partner on $name", (dialect) => {
  test("reads its view and nothing beside it, by every verb and every way to ask", async () => {
    await using world = await twoTeams(dialect);
    const { endpoint, guest, referral, targets, pushed } = world;
    const seen = await answerTo(guest, {});
    expect(secretsIn(seen)).toEqual(["Salanimi", "Salakysymys", "Salaviesti"]);
    expect(seen).toContain(referral);
    const hidden = ["Salamuistio", "Salapaikka", "Salanimi.", "Salanimi toinen"];
    const others = targets.filter((record) => record !== referral);
    const before = await dumpOfOthers(endpoint, world);
    for (const record of others) {
      const ops = everyEdit({ ...world, stranger: guest }, record).map((op) => opToWire(op, true));
      const answer = await answerTo(guest, { ops, q: ops.map(({ o }) => o) });
      expect(hidden.filter((secret) => answer.includes(secret))).toEqual([]);
      expect(answer).not.toContain('"echo"');
    }
    const asked = await answerTo(guest, { q: pushed.map(({ id }) => id) });
    expect(hidden.filter((secret) => asked.includes(secret))).toEqual([]);
    expect(await dumpOfOthers(endpoint, world)).toEqual(before);
  });

  test("learns nothing of what stood before in the fields it sees", async () => {
    await using world = await twoTeams(dialect);
    const { guest, owner, edits, referral } = world;
    await owner.push(edits.set(referral, 9, "state", "received"));
    const inWhich = await guest.post("/earlier/fields", { p: PROTOCOL_VERSION, e: [referral] });
    await expectRefused(inWhich, 404, "record.unknown");
    for (const f of ["state", "messages.m1", "ownNote", "client"]) {
      const asked = { p: PROTOCOL_VERSION, e: referral, f, skip: 0 };
      const response = await guest.post("/earlier", asked);
      expect([f, response.status]).toEqual([f, 404]);
      expect(await response.text()).not.toContain('"v"');
    }
  });

  test("changes of what it sees only what it may answer with", async () => {
    await using world = await twoTeams(dialect);
    const { guest, referral } = world;
    const ops = everyEdit({ ...world, stranger: guest }, referral);
    const answer = await guest.push(...ops);
    expect(JSON.stringify(answer.lines)).not.toContain("Salamuistio");
    for (const op of ops) {
      const mayAnswer = "field" in op && /^(?:state|messages)/.test(op.field);
      if (!mayAnswer) expect([op, answer.ack(op)]).toEqual([op, "r:edit.not_allowed"]);
    }
  });

  test("is shown nothing of a referral any more once it was taken back", async () => {
    await using world = await twoTeams(dialect);
    const { owner, guest, edits, referral, partner } = world;
    const ids = [edits.set(referral, 9, "state", "accepted")];
    await guest.push(...ids);
    await owner.push(edits.share(referral, partner, "unshare"));
    const asked = await answerTo(guest, { q: ids.map(({ id }) => id) });
    expect(secretsIn(asked)).toEqual([]);
    const ops = everyEdit({ ...world, stranger: guest }, referral).map((op) => opToWire(op, true));
    expect(secretsIn(await answerTo(guest, { ops }))).toEqual([]);
  });
});
