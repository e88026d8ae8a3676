import { expect } from "vitest";
import type { TestEndpoint } from "./make-endpoint.ts";

/** An open line of events. `next` waits for the next thing the endpoint says; `null` at the end. */
export type Listening = {
  readonly next: () => Promise<string | null>;
  readonly leave: () => Promise<void>;
};

/** Listens as a device does, one that takes news when `query` tells its version (`?p=2`). */
export const listen = async (
  endpoint: Pick<TestEndpoint, "fetch">,
  { cookie }: { readonly cookie: string },
  query = "",
): Promise<Listening> => {
  const response = await endpoint.fetch(`/events${query}`, { headers: { cookie } });
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

/** The data of an event of news, as a browser gives them to the page. */
export const newsIn = (event: string | null): string => {
  const [kind, ...data] = (event ?? "").trimEnd().split("\n");
  expect(kind).toBe("event: news");
  return data.map((line) => line.replace(/^data: /, "")).join("\n");
};
