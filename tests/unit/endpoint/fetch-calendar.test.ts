import type { ServerResponse } from "node:http";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { calendarMaxLength } from "#domain/busy/calendar-limits.ts";
import { fetchCalendar } from "#endpoint/calendars/fetch-calendar.ts";
import type { Outside } from "#endpoint/calendars/outside.ts";
import { publicAddress, startCalendarServer } from "../../support/endpoint/calendar-server.ts";

const calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n";
const address = "https://kalenteri.example/oma/salainen.ics?avain=1";

const send = (response: ServerResponse, body: string | Buffer, headers = {}, status = 200) =>
  response.writeHead(status, { "content-type": "text/calendar", ...headers }).end(body);
const leadTo = (response: ServerResponse, location: string) =>
  response.writeHead(302, { location }).end();

/** The network of somebody who has told whom was asked for, and who must never be asked. */
const noNetwork = (
  addresses: readonly string[],
): { readonly outside: Outside; readonly tries: string[] } => {
  const tries: string[] = [];
  const outside: Outside = {
    resolve: async () =>
      addresses.map((one) => ({ address: one, family: one.includes(":") ? 6 : 4 })),
    get: (url) => {
      tries.push(url.href);
      return Promise.reject(new Error("asked all the same"));
    },
  };
  return { outside, tries };
};

describe("a calendar at an address", () => {
  test("is fetched with its path and query from the host's own server", async () => {
    await using server = await startCalendarServer((_request, response) =>
      send(response, calendar),
    );
    expect(await fetchCalendar(server.outside, address)).toEqual({ ok: true, value: calendar });
    expect(server.asked).toEqual(["kalenteri.example/oma/salainen.ics?avain=1"]);
  });

  test.each([
    ["gzip", gzipSync],
    ["deflate", deflateSync],
    ["br", brotliCompressSync],
  ] as const)("is unpacked from %s", async (packing, pack) => {
    await using server = await startCalendarServer((_request, response) =>
      send(response, pack(`\uFEFF${calendar}`), { "content-encoding": packing }),
    );
    expect(await fetchCalendar(server.outside, address)).toEqual({ ok: true, value: calendar });
  });

  test.each([
    "http://kalenteri.example/",
    "ftp://kalenteri.example/",
    "file:///etc/passwd",
    "https://kalenteri.example:8443/",
    "https://minä:salasana@kalenteri.example/",
    "kalenteri.example",
    "https://",
    "data:text/calendar,BEGIN:VCALENDAR",
  ])("is not looked for at %s", async (wrong) => {
    const { outside, tries } = noNetwork([publicAddress]);
    expect(await fetchCalendar(outside, wrong)).toEqual({
      ok: false,
      failure: "calendar.address_invalid",
    });
    expect(tries).toEqual([]);
  });

  test.each([
    ["127.0.0.1"],
    ["10.1.2.3"],
    ["169.254.169.254"],
    ["100.64.0.1"],
    ["::1"],
    ["::ffff:127.0.0.1"],
    ["fd00::1"],
    ["0.0.0.0"],
    [publicAddress, "127.0.0.1"],
  ])("is not fetched from a host that leads to %s", async (...addresses) => {
    const { outside, tries } = noNetwork(addresses);
    expect(await fetchCalendar(outside, address)).toEqual({
      ok: false,
      failure: "calendar.address_refused",
    });
    expect(tries).toEqual([]);
  });

  test.each([
    "https://127.0.0.1/",
    "https://127.1/",
    "https://0x7f000001/",
    "https://2130706433/",
    "https://0177.0.0.1/",
    "https://[::1]/",
    "https://[::ffff:7f00:1]/",
    "https://[fd00:ec2::254]/",
    "https://localhost/",
    "https://169.254.169.254/latest/meta-data/",
  ])("is not fetched from %s, whatever the spelling", async (wrong) => {
    await using server = await startCalendarServer((_request, response) =>
      send(response, calendar),
    );
    expect(await fetchCalendar(server.outside, wrong)).toEqual({
      ok: false,
      failure: "calendar.address_refused",
    });
    expect(server.asked).toEqual([]);
  });

  test("is fetched from the very address that was looked at: a second answer of the resolver counts for nothing", async () => {
    const reached: string[] = [];
    await using server = await startCalendarServer((_request, response) =>
      send(response, calendar),
    );
    server.name("kalenteri.example", [publicAddress], ["127.0.0.1"]);
    const outside: Outside = {
      resolve: server.outside.resolve,
      get: (url, at, signal) => {
        reached.push(at.address);
        return server.outside.get(url, at, signal);
      },
    };
    expect(await fetchCalendar(outside, address)).toMatchObject({ ok: true });
    expect(reached).toEqual([publicAddress]);
    expect(await fetchCalendar(outside, address)).toMatchObject({
      failure: "calendar.address_refused",
    });
    expect(reached).toEqual([publicAddress]);
  });

  test("is followed to where it leads, and each step is looked at", async () => {
    await using server = await startCalendarServer((request, response) => {
      const to = new Map([
        ["/1", "/2"],
        ["/2", "https://toinen.example/3"],
        ["/3", "/4"],
        ["/inside", "https://sisalla.example/"],
        ["/plain", "http://kalenteri.example/"],
        ["/port", "https://kalenteri.example:22/"],
        ["/file", "file:///etc/passwd"],
      ]).get(request.url ?? "");
      return to === undefined ? send(response, calendar) : leadTo(response, to);
    });
    server.name("toinen.example", [publicAddress]);
    server.name("sisalla.example", ["192.168.1.1"]);
    const fetchFrom = (path: string) =>
      fetchCalendar(server.outside, `https://kalenteri.example${path}`);
    expect(await fetchFrom("/1")).toMatchObject({ ok: true });
    expect(server.asked.at(-1)).toBe("toinen.example/4");
    expect(await fetchFrom("/inside")).toMatchObject({ failure: "calendar.address_refused" });
    for (const path of ["/plain", "/port", "/file"]) {
      expect(await fetchFrom(path)).toMatchObject({ failure: "calendar.address_invalid" });
    }
    expect(server.asked.every((asked) => !asked.startsWith("sisalla"))).toBe(true);
  });

  test("is given up after three steps", async () => {
    await using server = await startCalendarServer((_request, response) => leadTo(response, "/on"));
    expect(await fetchCalendar(server.outside, address)).toMatchObject({
      failure: "calendar.redirects",
    });
    expect(server.asked).toHaveLength(4);
  });

  test("is none where the server says so, or brings something else", async () => {
    await using server = await startCalendarServer((request, response) => {
      if (request.url === "/404") return send(response, "", {}, 404);
      if (request.url === "/304") return send(response, "", {}, 304);
      if (request.url === "/zip") return send(response, calendar, { "content-encoding": "zip" });
      if (request.url === "/broken") return send(response, "x", { "content-encoding": "gzip" });
      return send(response, "<html>BEGIN:VCALENDAR", {});
    });
    const fetchFrom = (path: string) =>
      fetchCalendar(server.outside, `https://kalenteri.example${path}`);
    for (const path of ["/404", "/304", "/zip"]) {
      expect(await fetchFrom(path)).toMatchObject({ failure: "calendar.refused" });
    }
    expect(await fetchFrom("/broken")).toMatchObject({ failure: "calendar.unreachable" });
    expect(await fetchFrom("/page")).toMatchObject({ failure: "calendar.not_calendar" });
  });

  test("may be two megabytes large, also when it was packed small, and goes on no longer than that", async () => {
    const padded = (length: number) => calendar + " ".repeat(length - calendar.length);
    const bomb = gzipSync(Buffer.alloc(50_000_000, calendar));
    await using server = await startCalendarServer((request, response) => {
      if (request.url === "/fits") return send(response, padded(calendarMaxLength));
      if (request.url === "/large") return send(response, padded(calendarMaxLength + 1));
      if (request.url === "/bomb") return send(response, bomb, { "content-encoding": "gzip" });
      // A stream without an end.
      response.writeHead(200).write(calendar);
      const more = () => {
        while (response.write("x".repeat(100_000)));
        response.once("drain", more);
      };
      return more();
    });
    const fetchFrom = (path: string) =>
      fetchCalendar(server.outside, `https://kalenteri.example${path}`);
    expect(bomb.length).toBeLessThan(calendarMaxLength);
    expect(await fetchFrom("/fits")).toMatchObject({ ok: true });
    for (const path of ["/large", "/bomb", "/endless"]) {
      expect(await fetchFrom(path)).toMatchObject({ failure: "calendar.too_large" });
    }
  });

  test("is waited for only so long: for a name, for an answer, and for its end", async () => {
    await using server = await startCalendarServer((request, response) => {
      if (request.url === "/begun") response.writeHead(200).write("BEGIN:VCALENDAR\r\n");
    });
    for (const path of ["/begun", "/silent"]) {
      const url = `https://kalenteri.example${path}`;
      expect(await fetchCalendar(server.outside, url, 200)).toMatchObject({
        failure: "calendar.too_slow",
      });
    }
    const asleep: Outside = { ...server.outside, resolve: () => new Promise(() => undefined) };
    expect(await fetchCalendar(asleep, address, 50)).toMatchObject({
      failure: "calendar.too_slow",
    });
  });

  test("cannot be reached without a name, a server or the host's own certificate", async () => {
    await using server = await startCalendarServer((_request, response) =>
      send(response, calendar),
    );
    server.name("vieras.example", [publicAddress]);
    expect(await fetchCalendar(server.outside, "https://vieras.example/")).toMatchObject({
      failure: "calendar.unreachable",
    });
    const nameless: Outside = {
      ...server.outside,
      resolve: () => Promise.reject(new Error("ENOTFOUND")),
    };
    expect(await fetchCalendar(nameless, address)).toMatchObject({
      failure: "calendar.unreachable",
    });
    expect(server.asked).toEqual([]);
  });
});
