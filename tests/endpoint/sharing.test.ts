import { describe, expect, test } from "vitest";
import type { ScopeId } from "#domain/ids.ts";
import { join } from "#endpoint/access/enrol.ts";
import { loadKind } from "#endpoint/records/entities.ts";
import { makePartner } from "#endpoint/records/partners.ts";
import { sha256 } from "#endpoint/sha256.ts";
import { parseNews } from "#protocol/news.ts";
import { PROTOCOL_VERSION } from "#protocol/version.ts";
import { enrolledDevice, makeEdits } from "../support/endpoint/device.ts";
import { dialects, type TestDialect } from "../support/endpoint/dialects.ts";
import { listen, newsIn } from "../support/endpoint/events.ts";
import { makeEndpoint } from "../support/endpoint/make-endpoint.ts";
import { expectRefused } from "../support/endpoint/refused.ts";
import { expectOk } from "../support/result.ts";

/** A team's adviser, a partner organisation's instructor, and a referral that nobody but the team knows yet. */
const network = async (dialect: TestDialect) => {
  const endpoint = await makeEndpoint({ dialect });
  const edits = makeEdits(endpoint);
  const adviser = await enrolledDevice(endpoint, { name: "Neuvoja Koe" });
  const [organisation] = await loadKind(endpoint.database, "organisation");
  if (organisation === undefined) throw new Error("the network has an organisation");
  const partner = await endpoint.database
    .transaction()
    .execute((transaction) =>
      makePartner(transaction, organisation.id, endpoint.area, endpoint.chance),
    );
  const instructor = await enrolledDevice(endpoint, { team: partner, name: "Ohjaaja Koe" });
  const made = edits.create("referral", {
    client: "a".repeat(22),
    person: "Asiakas 7",
    question: "Voisiko aloittaa pajalla?",
    state: "draft",
    ownNote: "Vain tiimille",
  });
  await adviser.push(made);
  const close = () => endpoint.close();
  const referral = made.record;
  return { endpoint, edits, adviser, instructor, partner, referral, [Symbol.asyncDispose]: close };
};

const seen = { hash: sha256("Vain tiimille") };

const textOf = (answer: { readonly lines: readonly unknown[] }) => JSON.stringify(answer.lines);

describe.each(dialects)("sharing on $name", (dialect) => {
  test("brings a partner what it may see of the record, and nothing else of the team", async () => {
    await using net = await network(dialect);
    const before = await net.instructor.sync();
    expect(textOf(before)).not.toContain(net.referral);
    const shared = await net.adviser.push(net.edits.share(net.referral, net.partner));
    expect(Object.values(shared.header.ack)).toEqual(["a"]);
    expect(shared.header.echo).toMatchObject([{ id: net.referral, sh: [net.partner] }]);

    const answer = await net.instructor.sync({ cur: before.cursors });
    expect(answer.records.get(net.referral)).toEqual({
      id: net.referral,
      t: "referral",
      s: net.endpoint.team,
      sh: [net.partner],
      ver: 2,
      f: { person: "Asiakas 7", question: "Voisiko aloittaa pajalla?", state: "draft" },
    });
    expect(textOf(answer)).not.toContain("Vain tiimille");
    expect(answer.header.scopes).not.toHaveProperty(net.endpoint.team);
  });

  test("brings a partner along the line that wakes what it may see, and takes it back along the same", async () => {
    await using net = await network(dialect);
    const { next } = await listen(net.endpoint, net.instructor, "?p=2");
    await net.adviser.push(net.edits.share(net.referral, net.partner));
    const shared = newsIn(await next());
    expect(shared).not.toContain("Vain tiimille");
    expect(expectOk(parseNews(shared))).toMatchObject([
      { s: net.partner, put: [{ id: net.referral, sh: [net.partner], f: { state: "draft" } }] },
    ]);
    await net.adviser.push(net.edits.text(net.referral, 2, "ownNote", "Yhä vain tiimille", seen));
    await net.adviser.push(net.edits.share(net.referral, net.partner, "unshare"));
    // Of what is not for it, the partner hears at most that the record has another version.
    const heard = [newsIn(await next())];
    if (!heard.some((news) => news.includes('"drop"'))) heard.push(newsIn(await next()));
    expect(heard.join("")).not.toContain("vain tiimille");
    expect(expectOk(parseNews(heard.at(-1) ?? ""))).toMatchObject([
      { s: net.partner, put: [], drop: [net.referral] },
    ]);
    await net.adviser.push(net.edits.set(net.referral, 4, "person", "Asiakas 9"));
    await net.adviser.push(net.edits.share(net.referral, net.partner));
    expect(newsIn(await next())).toContain("Asiakas 9");
  });

  test("tells a partner nothing of what a shared record said before", async () => {
    await using net = await network(dialect);
    await net.adviser.push(net.edits.set(net.referral, 1, "person", "Asiakas 8"));
    await net.adviser.push(net.edits.share(net.referral, net.partner));
    const asked = { p: PROTOCOL_VERSION, e: net.referral, f: "person", skip: 0 };
    expect(await (await net.adviser.post("/earlier", asked)).text()).toContain("Asiakas 7");
    await expectRefused(await net.instructor.post("/earlier", asked), 404, "record.unknown");
  });

  test("lets the partner answer, and echoes to it only what it may see", async () => {
    await using net = await network(dialect);
    await net.adviser.push(net.edits.share(net.referral, net.partner));
    const answer = net.edits.set(net.referral, 2, "state", "accepted");
    const message = net.edits.add(net.referral, "messages.m1", {
      text: "Tervetuloa.",
      by: net.instructor.member,
      at: net.endpoint.clock.now(),
    });
    const pushed = await net.instructor.push(answer, message);
    expect(pushed.ack(answer)).toBe("a");
    expect(pushed.ack(message)).toBe("a");
    expect(textOf(pushed)).not.toContain("Vain tiimille");
    expect(pushed.header.echo).toMatchObject([{ in: [net.partner], f: { state: "accepted" } }]);
    const home = (await net.adviser.sync()).records.get(net.referral);
    expect(home?.f).toMatchObject({ state: "accepted", ownNote: "Vain tiimille" });
    expect(home?.f["messages"]).toMatchObject({ m1: { text: "Tervetuloa." } });
  });

  test("refuses the partner everything else", async () => {
    await using net = await network(dialect);
    await net.adviser.push(net.edits.share(net.referral, net.partner));
    const attempts = [
      net.edits.set(net.referral, 2, "ownNote", "x"),
      net.edits.set(net.referral, 2, "person", "x"),
      net.edits.text(net.referral, 2, "question", "x", { hash: "a".repeat(43) }),
      net.edits.remove(net.referral, 2),
      net.edits.share(net.referral, net.partner, "unshare"),
      net.edits.create("referral", { person: "x" }),
      net.edits.create("referral", { person: "x" }, net.partner),
      net.edits.create("newer-kind", { person: "x" }, net.partner),
    ];
    const pushed = await net.instructor.push(...attempts);
    for (const op of attempts)
      expect([op.verb, pushed.ack(op)]).toEqual([op.verb, "r:edit.not_allowed"]);
    const [{ ver } = { ver: 0 }] = await loadKind(net.endpoint.database, "referral");
    expect(ver).toBe(2);
  });

  test("taken back takes the record from the partner, and what was told of it", async () => {
    await using net = await network(dialect);
    await net.adviser.push(net.edits.share(net.referral, net.partner));
    // The two decide differently without knowing of each other.
    await net.instructor.push(net.edits.set(net.referral, 2, "state", "returned"));
    await net.adviser.push(net.edits.set(net.referral, 2, "state", "received"));
    const seen = await net.instructor.sync();
    const conflict = [...seen.records.values()].find(({ t }) => t === "conflict");
    expect(conflict?.f).toMatchObject({ record: net.referral, field: "state" });

    await net.adviser.push(net.edits.share(net.referral, net.partner, "unshare"));
    const after = await net.instructor.sync({ cur: seen.cursors });
    const dropped = after.chunksOf(net.partner).flatMap(({ drop }) => drop);
    expect(new Set(dropped)).toEqual(new Set([conflict?.id, net.referral]));
    const answer = net.edits.set(net.referral, 9, "state", "done");
    const late = await net.instructor.push(answer);
    expect(late.ack(answer)).toBe("r:edit.not_allowed");
    expect(late.header.echo).toEqual([]);
    const anew = await net.instructor.sync();
    expect(textOf(anew)).not.toContain(net.referral);
  });

  test("of a conflict about a field that the partner does not see tells it nothing", async () => {
    await using net = await network(dialect);
    const colleague = await enrolledDevice(net.endpoint);
    await net.adviser.push(net.edits.share(net.referral, net.partner));
    await net.adviser.push(net.edits.set(net.referral, 2, "client", "b".repeat(22)));
    await colleague.push(net.edits.set(net.referral, 2, "client", "c".repeat(22)));
    expect(await loadKind(net.endpoint.database, "conflict")).toHaveLength(1);
    const seen = await net.instructor.sync();
    expect([...seen.records.values()].map(({ t }) => t)).not.toContain("conflict");
  });

  test("wakes and troubles the partner only for what it sees", async () => {
    await using net = await network(dialect);
    await net.adviser.push(net.edits.share(net.referral, net.partner));
    const { cursors } = await net.instructor.sync();
    await net.adviser.push(net.edits.set(net.referral, 2, "client", null));
    expect((await net.instructor.sync({ cur: cursors })).chunks).toEqual([]);
    await net.adviser.push(net.edits.remove(net.referral, 3));
    const gone = await net.instructor.sync({ cur: cursors });
    expect(gone.records.get(net.referral)).toMatchObject({ del: 1, f: {} });
  });

  test("is only with an organisation of the area", async () => {
    await using net = await network(dialect);
    const others = [net.endpoint.team, net.endpoint.area, net.referral as string as ScopeId];
    for (const scope of [...others, "x".repeat(22) as ScopeId]) {
      const op = net.edits.share(net.referral, scope);
      expect((await net.adviser.push(op)).ack(op)).toBe("r:edit.value_invalid");
    }
  });

  test("waits for an organisation of which nobody has joined yet", async () => {
    await using net = await network(dialect);
    const organisations = await loadKind(net.endpoint.database, "organisation");
    const other = organisations.find(({ id }) => (id as string) !== net.partner);
    if (other === undefined) throw new Error("the network has a second organisation");
    const scope = other.id as string as ScopeId;
    const op = net.edits.share(net.referral, scope);
    expect((await net.adviser.push(op)).ack(op)).toBe("a");
    const late = await enrolledDevice(net.endpoint, { team: scope, name: "Myöhäinen Koe" });
    expect((await late.sync()).records.get(net.referral)?.sh).toEqual([scope]);
  });

  test("shows a member of both the whole record at home and the projection beside it", async () => {
    await using net = await network(dialect);
    await net.adviser.push(net.edits.share(net.referral, net.partner));
    const { database, clock, chance } = net.endpoint;
    await join(
      database,
      net.adviser.member,
      [net.partner],
      { role: "adviser" },
      chance,
      clock.now(),
    );
    const op = net.edits.set(net.referral, 2, "state", "sent");
    const echo = (await net.adviser.push(op)).header.echo;
    expect(echo.map(({ in: scopes, f }) => [scopes, "ownNote" in f])).toEqual([
      [[net.endpoint.team], true],
      [[net.partner], false],
    ]);
  });
});

describe.each(dialects)("a person's own scope on $name", (dialect) => {
  test("is for that person alone, on all own devices", async () => {
    await using net = await network(dialect);
    const { member } = net.adviser;
    const own = member as string as ScopeId;
    const memo = net.edits.create("memo", { body: "Soita huomenna" }, own);
    expect((await net.adviser.push(memo)).ack(memo)).toBe("a");
    const laptop = await enrolledDevice(net.endpoint, { member });
    expect((await laptop.sync()).records.has(memo.record)).toBe(true);
    const colleague = await enrolledDevice(net.endpoint);
    expect(textOf(await colleague.sync())).not.toContain(memo.record);
    const foreign = net.edits.create("memo", { body: "x" }, own);
    expect((await colleague.push(foreign)).ack(foreign)).toBe("r:edit.not_allowed");
    const adrift = net.edits.create("memo", { body: "x" });
    expect((await net.adviser.push(adrift)).ack(adrift)).toBe("r:edit.not_allowed");
  });
});

describe.each(dialects)("a device of the first version on $name", (dialect) => {
  test("is told only of the kinds of scopes it can read", async () => {
    await using net = await network(dialect);
    const kinds = Object.values((await net.instructor.sync({ p: 1 })).header.scopes);
    expect(kinds).toEqual([["area", "adviser"]]);
    const now = Object.values((await net.instructor.sync()).header.scopes).map(([kind]) => kind);
    expect(now.sort()).toEqual(["area", "partner", "person"]);
  });
});
