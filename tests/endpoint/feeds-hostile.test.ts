import { describe, expect, test } from "vitest";
import { addMs, dayMs, minuteMs } from "#domain/instant.ts";
import { PROTOCOL_VERSION } from "#protocol/version.ts";
import { makeDevice } from "../support/endpoint/device.ts";
import { dialects } from "../support/endpoint/dialects.ts";
import {
  appointmentAt,
  askFeeds,
  neutralFeed,
  readFeeds,
  withFeed,
} from "../support/endpoint/feeds.ts";
import { expectRefused } from "../support/endpoint/refused.ts";

describe.each(dialects)("a calendar feed ($name)", (dialect) => {
  test("is made by whoever has a session, with a request that is one", async () => {
    await using team = await withFeed(dialect);
    const stranger = await makeDevice(team.endpoint);
    await expectRefused(await askFeeds(stranger, neutralFeed), 401, "session.missing");
    for (const wrong of [
      { ...neutralFeed, label: "x".repeat(61) },
      { ...neutralFeed, label: "Oma 131052-308T" },
      { ...neutralFeed, lang: "de" },
      { ...neutralFeed, token: "x".repeat(32) },
      { do: "revoke", id: "../../etc/passwd" },
      { do: "other" },
    ]) {
      const response = await team.one.post("/feeds", { p: PROTOCOL_VERSION, ...wrong });
      await expectRefused(response, 400, "body.not_understood");
    }
  });

  test("has one answer for whatever it is not", async () => {
    await using team = await withFeed(dialect);
    const { get, path, endpoint } = team;
    const answers = new Set<string>();
    for (const wrong of [
      `/feed/${"A".repeat(32)}.ics`,
      path.replace(".ics", ""),
      `${path}/`,
      path.replace(/[\w-]{32}/, (token) => token.toLowerCase()),
      path.replace("/feed/", "/feed//"),
      "/feed/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
      "/feed/..%00.ics",
      "/feed/%ff%fe.ics",
      `/feed/${"A".repeat(5_000)}.ics`,
      "/feed/' OR 1=1 --.ics",
      "/feed/.ics",
    ]) {
      const answer = await get(wrong);
      const names = [...answer.headers].filter(([name]) => name !== "date");
      answers.add(JSON.stringify([answer.status, await answer.text(), names]));
    }
    expect(answers.size).toBe(1);
    expect([...answers][0]).toContain("This calendar feed does not exist");
    for (const method of ["POST", "PUT", "DELETE", "PROPFIND"]) {
      const answer = await endpoint.fetch(path, { method });
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain("route.unknown");
    }
    const head = await endpoint.app.request(path, { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
  });

  test("turns away who guesses, without turning away who knows", async () => {
    await using team = await withFeed(dialect);
    const { get, endpoint } = team;
    const statuses: number[] = [];
    for (let guess = 10; guess < 32; guess += 1) {
      statuses.push((await get(`/feed/${"A".repeat(30)}${guess}.ics`)).status);
    }
    expect(statuses).toEqual([...Array<number>(20).fill(404), 429, 429]);
    const refused = await get(`/feed/${"B".repeat(32)}.ics`);
    expect(refused.headers.get("retry-after")).toBe("900");
    expect((await get()).status).toBe(200);
    endpoint.clock.advance(15 * minuteMs);
    expect((await get(`/feed/${"A".repeat(32)}.ics`)).status).toBe(404);
  });

  test("does not read what is long over", async () => {
    await using team = await withFeed(dialect);
    const { one, read, edits, endpoint, now } = team;
    const moved = edits.create(
      "appointment",
      appointmentAt(addMs(now, -40 * dayMs), one.member, null),
    );
    const over = edits.create(
      "appointment",
      appointmentAt(addMs(now, -40 * dayMs), one.member, null),
    );
    await one.push(moved, over);
    expect(await read()).toHaveLength(1);
    const { slot } = appointmentAt(now, one.member, null);
    await one.push(edits.set(moved.record, 99, "slot", slot ?? null));
    expect((await read()).map(({ start }) => start)).toEqual([now + dayMs, now + dayMs]);
    await one.push(edits.remove(moved.record, 99));
    // Whoever read it would fail.
    const unreadable = { fields: `not readable: ${one.member}` };
    await endpoint.database
      .updateTable("entity")
      .set(unreadable)
      .where("id", "=", over.record)
      .execute();
    expect(await read()).toHaveLength(1);
  });

  test("is made or changed twenty times in a quarter of an hour, and listed and ended at any time", async () => {
    await using team = await withFeed(dialect);
    const { one, other, endpoint } = team;
    const id = (await readFeeds(one, { do: "list" })).feeds[0]?.id ?? "";
    for (let renewed = 1; renewed < 20; renewed += 1) await readFeeds(one, { do: "renew", id });
    for (const request of [neutralFeed, { do: "renew", id } as const]) {
      const refused = await askFeeds(one, request);
      expect(refused.headers.get("retry-after")).toBe("900");
      expect((await expectRefused(refused, 429, "requests.too_many")).retryAfterMs).toBe(
        15 * minuteMs,
      );
    }
    expect((await askFeeds(other, neutralFeed)).status).toBe(200);
    expect((await readFeeds(one, { do: "revoke", id })).feeds).toEqual([]);
    endpoint.clock.advance(15 * minuteMs);
    expect((await readFeeds(one, neutralFeed)).feeds).toHaveLength(1);
  });

  test("is not read more often than once in fifteen seconds for long", async () => {
    await using team = await withFeed(dialect);
    const { get } = team;
    for (let read = 0; read < 60; read += 1) expect((await get()).status).toBe(200);
    expect((await get()).status).toBe(429);
  });
});
