import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { dayMs } from "#domain/instant.ts";
import { enrolledDevice, makeEdits, type TestDevice } from "../support/endpoint/device.ts";
import { dialects } from "../support/endpoint/dialects.ts";
import { makeEndpoint, type TestEndpoint } from "../support/endpoint/make-endpoint.ts";

/** Listens as a device does; `next` waits for the next thing the endpoint says, or `null` at the end. */
const listen = async (endpoint: TestEndpoint, device: TestDevice) => {
  const response = await endpoint.fetch("/events", { headers: { cookie: device.cookie } });
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("text/event-stream");
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) throw new Error("there is no stream");
  const next = async () => {
    const { done, value } = await reader.read();
    return done ? null : value;
  };
  expect(await next()).toBe("retry: 2000\n\n");
  return { next, leave: () => reader.cancel() };
};

const wake = "event: wake\ndata:\n\n";
const keepAliveMs = 25_000;

beforeEach(() => void vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] }));
afterEach(() => void vi.useRealTimers());

describe.each(dialects)("events on $name", (dialect) => {
  test("wake the member's devices when a scope of theirs advances, and nobody else", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const otherTeam = await endpoint.addTeam("Toinen tiimi");
    const writer = await enrolledDevice(endpoint);
    const colleague = await enrolledDevice(endpoint);
    const outsider = await enrolledDevice(endpoint, { team: otherTeam });
    const edits = makeEdits(endpoint);
    const heard = await listen(endpoint, colleague);
    const unheard = await listen(endpoint, outsider);
    await writer.push(edits.create("client", { name: "Kanerva" }));
    expect(await heard.next()).toBe(wake);
    await vi.advanceTimersByTimeAsync(keepAliveMs);
    expect(await unheard.next()).toBe(":\n\n");
  });

  test("wake everybody in the area when somebody joins", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const device = await enrolledDevice(endpoint);
    const heard = await listen(endpoint, device);
    await enrolledDevice(endpoint);
    expect(await heard.next()).toBe(wake);
  });

  test("do not wake anybody for a sync that changed nothing", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const device = await enrolledDevice(endpoint);
    const heard = await listen(endpoint, device);
    await device.sync();
    await vi.advanceTimersByTimeAsync(keepAliveMs);
    expect(await heard.next()).toBe(":\n\n");
  });

  test("end with the session, and with the endpoint", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const device = await enrolledDevice(endpoint);
    const first = await listen(endpoint, device);
    endpoint.clock.advance(7 * dayMs);
    await vi.advanceTimersByTimeAsync(keepAliveMs);
    expect(await first.next()).toBeNull();
    await device.signIn();
    const second = await listen(endpoint, device);
    endpoint.wakeBus.close();
    expect(await second.next()).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
  });

  test("leave nothing behind when the device goes", async () => {
    await using endpoint = await makeEndpoint({ dialect });
    const device = await enrolledDevice(endpoint);
    const stream = await listen(endpoint, device);
    const open = async () =>
      /katve_events_open (\d+)/.exec(await (await endpoint.fetch("/metrics")).text())?.[1];
    expect(await open()).toBe("1");
    await stream.leave();
    expect(await open()).toBe("0");
    expect(vi.getTimerCount()).toBe(0);
  });
});
