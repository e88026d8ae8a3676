import { createApp } from "#endpoint/app.ts";
import { makeLogger } from "#endpoint/logger.ts";
import { makeWakeBus } from "#endpoint/wake-bus.ts";
import type { TestDevice } from "./device.ts";
import type { TestDialect } from "./dialects.ts";
import { askAsPage, makeEndpoint } from "./make-endpoint.ts";

/** Two endpoints on one database, as two processes behind a proxy. */
export const twoProcesses = async (dialect: TestDialect) => {
  const [database, second] = await dialect.openTwice();
  const endpoint = await makeEndpoint({ database });
  const { clock, chance, log, config } = endpoint;
  const logger = makeLogger(clock, () => undefined);
  const wakeBus = makeWakeBus();
  const { erasureKey } = config;
  const given = { clock, chance, logger, wakeBus, origin: null, clientFolder: null, erasureKey };
  const other = askAsPage(createApp({ ...given, database: second }));
  const close = async () => {
    await endpoint.close();
    await second.destroy();
  };
  return {
    endpoint,
    log,
    /** Posts a device's message to both at the same time. */
    postToBoth: (device: TestDevice, path: string, body: unknown) =>
      Promise.all([device.post(path, body), postTo(other, device, path, body)]),
    /** Posts a message of one device to one, and at the same time a message of another device to the other. */
    postAtOnce: (path: string, [one, first]: Message, [two, next]: Message) =>
      Promise.all([one.post(path, first), postTo(other, two, path, next)]),
    [Symbol.asyncDispose]: close,
  };
};

type Message = readonly [TestDevice, unknown];

const postTo = (
  ask: ReturnType<typeof askAsPage>,
  device: TestDevice,
  path: string,
  body: unknown,
): Promise<Response> => {
  const headers = { "content-type": "application/json", cookie: device.cookie };
  return ask(path, { method: "POST", headers, body: JSON.stringify(body) });
};
