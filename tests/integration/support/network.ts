import type { TestEndpoint } from "../../support/endpoint/make-endpoint.ts";

/**
 * A network between one device and the endpoint that a test steps through: it can be away, lose an answer after the endpoint
 * has acted on the request, or cut an answer off after a number of bytes or lines.
 */
export type SteppableNetwork = {
  readonly fetch: typeof fetch;
  /** What happens to the requests from now on. */
  weather: Weather;
  /** The session's cookie, as the browser keeps it. */
  cookie: string;
  /** How many requests have reached the endpoint. */
  arrived(): number;
};

export type Weather =
  | { readonly kind: "clear" }
  | { readonly kind: "away" }
  | { readonly kind: "answers lost" }
  | { readonly kind: "answers cut"; readonly afterBytes: number }
  | { readonly kind: "answers cut"; readonly afterLines: number };

/** Joins a device to an endpoint in the same process. Keeps the session's cookie as a browser would. */
export const makeNetwork = (endpoint: Pick<TestEndpoint, "fetch">): SteppableNetwork => {
  let count = 0;
  const network: SteppableNetwork = {
    weather: { kind: "clear" },
    cookie: "",
    arrived: () => count,
    async fetch(input, init) {
      const { weather } = network;
      if (weather.kind === "away") throw new TypeError("Failed to fetch");
      const headers = new Headers(init?.headers);
      if (network.cookie !== "") headers.set("cookie", network.cookie);
      const response = await endpoint.fetch(input, { ...init, headers });
      count += 1;
      network.cookie = response.headers.getSetCookie()[0]?.split(";")[0] ?? network.cookie;
      if (weather.kind === "answers lost") throw new TypeError("Failed to fetch");
      if (weather.kind !== "answers cut" || response.body === null) return response;
      const cut =
        "afterBytes" in weather ? cutAfter(weather.afterBytes) : cutAfterLines(weather.afterLines);
      return new Response(response.body.pipeThrough(cut), response);
    },
  };
  return network;
};

const lineFeed = 10;

const cutAfterLines = (lines: number) => {
  let left = lines;
  return new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      let end = 0;
      while (left > 0 && end < chunk.byteLength) if (chunk[end++] === lineFeed) left -= 1;
      if (end > 0) controller.enqueue(chunk.subarray(0, end));
      if (left === 0) controller.error(new TypeError("network error"));
    },
  });
};

const cutAfter = (bytes: number) => {
  let left = bytes;
  return new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      const passed = chunk.subarray(0, left);
      left -= passed.byteLength;
      if (passed.byteLength > 0) controller.enqueue(passed);
      if (left === 0) controller.error(new TypeError("network error"));
    },
  });
};
