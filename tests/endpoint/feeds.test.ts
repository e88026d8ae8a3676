import { describe, expect, test } from "vitest";
import { sequenceOfEdits } from "#domain/calendar/sequence.ts";
import { addMs, dayMs, hourMs, minuteMs } from "#domain/instant.ts";
import { toLocal } from "#domain/local-time.ts";
import { commands } from "#endpoint/commands/all.ts";
import { eraseRecords } from "#endpoint/lifetime/erase.ts";
import { sha256 } from "#endpoint/sha256.ts";
import { feedsMaxCount } from "#protocol/feeds.ts";
import { enrolledDevice } from "../support/endpoint/device.ts";
import { dialects } from "../support/endpoint/dialects.ts";
import {
  appointmentAt,
  askFeeds,
  eventsIn,
  makeFeed,
  neutralFeed,
  readFeeds,
  withFeed,
} from "../support/endpoint/feeds.ts";
import { expectRefused } from "../support/endpoint/refused.ts";

describe.each(dialects)("a calendar feed ($name)", (dialect) => {
  test("is a calendar of the member's times that says nobody's name", async () => {
    await using team = await withFeed(dialect);
    const { get, booking, now } = team;
    const answer = await get();
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(answer.headers.get("cache-control")).toBe("private, no-cache");
    const text = await answer.text();
    expect(text).not.toContain("Kanerva");
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(text).toMatch(/REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n/);
    expect(text).toMatch(/X-PUBLISHED-TTL:PT1H\r\n/);
    expect(text).toContain("BEGIN:VTIMEZONE");
    expect(eventsIn(text)).toEqual([
      {
        uid: `${booking}@appointment.katve`,
        sequence: sequenceOfEdits(1),
        status: "CONFIRMED",
        summary: "Sovittu tapaaminen",
        location: null,
        description: null,
        start: now + dayMs,
      },
    ]);
  });

  test("names whom a time is for, or a group's title, where its maker wants that", async () => {
    await using team = await withFeed(dialect);
    const { one, read, edits, endpoint, now } = team;
    const later = addMs(now, 2 * dayMs);
    const group = appointmentAt(later, one.member, null, { form: "group", title: "Hakupaja" });
    await one.push(edits.create("appointment", group));
    const path = await makeFeed(one, { names: true, lang: "en" });
    expect((await read(path)).map(({ summary }) => summary)).toEqual([
      "Appointment: Kanerva",
      "Appointment: Hakupaja",
    ]);
    endpoint.clock.advance(minuteMs);
    expect((await readFeeds(one, { do: "list" })).feeds.map(({ names }) => names)).toEqual([
      false,
      true,
    ]);
  });

  test("names nobody whose record the member may not see, whatever an appointment says", async () => {
    await using team = await withFeed(dialect);
    const { one, read, edits, endpoint, now } = team;
    const elsewhere = await endpoint.addTeam("Toinen");
    const stranger = await enrolledDevice(endpoint, { team: elsewhere });
    const client = edits.create("client", { name: "Vieras Asiakas" }, elsewhere);
    await stranger.push(client);
    const booking = appointmentAt(addMs(now, 2 * dayMs), one.member, client.record, {
      slot: { place: client.record },
    });
    await one.push(edits.create("appointment", booking));
    const path = await makeFeed(one, { names: true, lang: "en" });
    expect((await read(path)).map(({ summary, location }) => [summary, location])).toEqual([
      ["Appointment: Kanerva", null],
      ["Appointment", null],
    ]);
  });

  test("moves and cancels the same event with a higher number, and is not changed without cause", async () => {
    await using team = await withFeed(dialect);
    const { one, get, read, edits, booking, now } = team;
    const first = await get();
    const tag = first.headers.get("etag") ?? "";
    expect(tag).toMatch(/^"[\w-]{22}"$/);
    expect((await get(undefined, { "if-none-match": `"other", W/${tag}` })).status).toBe(304);
    const [before] = eventsIn(await first.text());
    const { slot } = appointmentAt(addMs(now, hourMs), one.member, null);
    await one.push(edits.set(booking, 99, "slot", slot ?? null));
    expect((await get(undefined, { "if-none-match": tag })).status).toBe(200);
    const [moved, ...others] = await read();
    expect(others).toEqual([]);
    expect(moved).toMatchObject({ uid: before?.uid, start: now + dayMs + hourMs });
    expect(moved?.sequence).toBeGreaterThan(before?.sequence ?? Infinity);
    await one.push(edits.set(booking, 99, "status", "cancelled"));
    const text = await (await get()).text();
    expect(text).toContain("TRANSP:TRANSPARENT");
    const [cancelled] = eventsIn(text);
    expect(cancelled).toMatchObject({
      uid: before?.uid,
      status: "CANCELLED",
      summary: "Peruttu: sovittu tapaaminen",
    });
    expect(cancelled?.sequence).toBeGreaterThan(moved?.sequence ?? Infinity);
  });

  test("says of a clash that it is uncertain, tells the place, and who leads what the member leads with", async () => {
    await using team = await withFeed(dialect);
    const { one, other, read, edits, endpoint, now, client } = team;
    const places = await endpoint.database
      .selectFrom("entity")
      .select("id")
      .where("kind", "=", "place")
      .execute();
    const clash = appointmentAt(now, one.member, client, { channel: "phone" });
    const led = appointmentAt(addMs(now, dayMs), other.member, client, {
      coLeaders: { [one.member]: { member: one.member } },
      slot: {
        start: addMs(now, 3 * dayMs),
        end: addMs(now, 3 * dayMs + hourMs),
        place: places[0]?.id as never,
      },
    });
    await one.push(edits.create("appointment", clash), edits.create("appointment", led));
    const events = await read();
    expect(events.map(({ status }) => status).sort()).toEqual([
      "CONFIRMED",
      "CONFIRMED",
      "TENTATIVE",
    ]);
    expect(events.find(({ status }) => status === "TENTATIVE")).toMatchObject({
      location: "Puhelimitse",
      summary: "Alustava: sovittu tapaaminen",
    });
    expect(events.at(-1)).toMatchObject({
      description: "Vetäjä: Kaksi Toinen",
      start: now + 3 * dayMs,
    });
    expect(events.at(-1)?.location).toMatch(/\w/);
  });

  test("has the last four weeks and all that is to come, and nobody else's times", async () => {
    await using team = await withFeed(dialect);
    const { one, other, read, edits, endpoint, now, client } = team;
    const at = (days: number, adviser = one.member) =>
      edits.create("appointment", appointmentAt(addMs(now, days * dayMs), adviser, client));
    await one.push(at(-28), at(-31), at(800), at(2, other.member));
    const days = (await read()).map(({ start }) => Math.round((start - now) / dayMs));
    expect(days).toEqual([-27, 1, 801]);
    // Who leads too goes by the item's name, as on the screens.
    const odd = { coLeaders: { toisin: { member: one.member } } };
    const named = appointmentAt(addMs(now, 3 * dayMs), other.member, client, odd);
    await one.push(edits.create("appointment", named));
    expect(await read()).toHaveLength(3);
    const elsewhere = await enrolledDevice(endpoint, { team: await endpoint.addTeam("Toinen") });
    expect(await read(await makeFeed(elsewhere))).toEqual([]);
  });

  test("says a time in the hour that comes twice so that nobody takes it for the other one", async () => {
    await using team = await withFeed(dialect);
    const { one, read, edits, client } = team;
    const twice = Date.parse("2027-10-31T01:30:00Z");
    expect(toLocal(twice as never).minute).toBe(toLocal((twice - hourMs) as never).minute);
    for (const start of [twice - hourMs, twice]) {
      const slot = { start: start as never, end: (start + 30 * minuteMs) as never };
      await one.push(
        edits.create("appointment", appointmentAt(start as never, one.member, client, { slot })),
      );
    }
    expect((await read()).slice(1).map(({ start }) => start)).toEqual([twice - hourMs, twice]);
  });

  test("loses what is deleted, and what is erased", async () => {
    await using team = await withFeed(dialect);
    const { one, read, edits, endpoint, now, client } = team;
    const gone = edits.create("appointment", appointmentAt(addMs(now, dayMs), one.member, null));
    const stays = edits.create(
      "appointment",
      appointmentAt(addMs(now, 2 * dayMs), one.member, null),
    );
    await one.push(gone, stays);
    await one.push(edits.remove(gone.record, 99));
    expect(await read()).toHaveLength(2);
    const key = endpoint.config.erasureKey;
    await endpoint.database
      .transaction()
      .execute((transaction) => eraseRecords(transaction, [client], { key, now }));
    expect((await read()).map(({ uid }) => uid)).toEqual([`${stays.record}@appointment.katve`]);
  });

  test("stops with its device, and goes on being made for the member's other ones", async () => {
    await using team = await withFeed(dialect);
    const { one, get, endpoint } = team;
    const second = await enrolledDevice(endpoint, { member: one.member });
    const { feeds } = await readFeeds(second, { do: "list" });
    expect(feeds).toHaveLength(1);
    await endpoint.database
      .updateTable("device")
      .set({ revoked_at: endpoint.clock.now() })
      .where("id", "=", one.id)
      .execute();
    expect((await get()).status).toBe(404);
    expect((await readFeeds(second, { do: "list" })).feeds).toEqual([]);
    const path = await makeFeed(second);
    expect((await get(path)).status).toBe(200);
  });

  test("is empty for who has left the team", async () => {
    await using team = await withFeed(dialect);
    const { one, read, endpoint } = team;
    await endpoint.database
      .deleteFrom("membership")
      .where("member_id", "=", one.member)
      .where("scope_id", "=", endpoint.team)
      .execute();
    expect(await read()).toEqual([]);
  });

  test("is renewed under another address, and revoked by its member alone", async () => {
    await using team = await withFeed(dialect);
    const { one, other, get, path, endpoint } = team;
    const id = (await readFeeds(one, { do: "list" })).feeds[0]?.id ?? "";
    await expectRefused(await askFeeds(other, { do: "renew", id }), 404, "feed.unknown");
    await readFeeds(other, { do: "revoke", id });
    expect((await get()).status).toBe(200);
    const renewed = await readFeeds(one, { do: "renew", id });
    expect(renewed.feeds.map((feed) => feed.id)).toEqual([id]);
    expect(renewed.path).not.toBe(path);
    expect((await get()).status).toBe(404);
    expect((await get(renewed.path)).status).toBe(200);
    endpoint.clock.advance(minuteMs);
    expect((await readFeeds(one, { do: "revoke", id })).feeds).toEqual([]);
    expect((await get(renewed.path)).status).toBe(404);
  });

  test("tells when it was last read, and keeps of its address only a hash", async () => {
    await using team = await withFeed(dialect);
    const { one, get, path, endpoint, log } = { ...team, log: team.endpoint.log };
    expect((await readFeeds(one, { do: "list" })).feeds[0]).toMatchObject({
      label: "Työ",
      read: null,
    });
    endpoint.clock.advance(hourMs);
    await get();
    const listed = await readFeeds(one, { do: "list" });
    expect(listed.feeds[0]?.read).toBe(endpoint.clock.now());
    expect(listed.path).toBeUndefined();
    const token = path.slice("/feed/".length, -".ics".length);
    expect(token).toMatch(/^[\w-]{32}$/);
    const rows = await endpoint.database.selectFrom("calendar_feed").selectAll().execute();
    expect(rows.map(({ token_hash }) => token_hash)).toEqual([sha256(token)]);
    expect(JSON.stringify([rows, log])).not.toContain(token);
  });

  test("is one of five at most", async () => {
    await using team = await withFeed(dialect);
    const { one } = team;
    for (let made = 1; made < feedsMaxCount; made += 1) await makeFeed(one);
    await expectRefused(await askFeeds(one, neutralFeed), 403, "feed.too_many");
  });

  test("is one of five at most, however many are asked for at once", async () => {
    await using team = await withFeed(dialect);
    const { other } = team;
    await Promise.all(Array.from({ length: 12 }, () => askFeeds(other, neutralFeed)));
    expect((await readFeeds(other, { do: "list" })).feeds).toHaveLength(feedsMaxCount);
  });

  test("is listed and ended by the command line", async () => {
    await using team = await withFeed(dialect);
    const { one, get, endpoint } = team;
    const run = async (options = {}) => {
      const outcome = await commands
        .get("feeds")
        ?.run({ ...endpoint, origin: "http://localhost:8787" }, options);
      return outcome?.ok === true ? outcome.value : outcome?.failure;
    };
    const id = (await readFeeds(one, { do: "list" })).feeds[0]?.id ?? "";
    expect(await run()).toMatch(
      new RegExp(`${id}\\s+Yksi Ensimmäinen\\s+neutral\\s+2026-11-26\\s+never`),
    );
    await get();
    expect(await run()).toMatch(/2026-11-26\s+2026-11-26/);
    expect(await run({ revoke: id })).toContain("Revoked");
    expect((await get()).status).toBe(404);
    expect(await run({ revoke: id })).toContain("No feed has this id");
  });
});
