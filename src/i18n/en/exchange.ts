import type { exchange as finnish } from "../fi/exchange.ts";
import type { ReasonWords } from "../reasons.ts";

const unsent = (count: number) => `${count} not sent`;

const reasons: ReasonWords = {
  "network.offline": "no connection",
  "network.silent": "the server does not answer",
  "network.cut": "the connection broke",
  "network.not_katve": "the network wants you to sign in",
  "session.missing": "signing in again",
  "assertion.invalid": "the device was not recognised",
  "device.unknown": "the device is unknown",
  "device.revoked": "the device has been taken out of use",
  "protocol.too_old": "the program needs an update",
  "protocol.unknown": "the program needs an update",
  "requests.too_many": "the server is busy",
  "storage.full": "the device is full",
  "storage.lost": "the device's storage is out of reach",
  "storage.newer": "the program needs an update",
  "storage.blocked": "another tab is in the way",
};

export const exchange: typeof finnish = {
  unsent,
  reasons,
  otherReason: "the server has a fault",
  sending: "Sending…",
  fetching: "Updating…",
  allSent: (time) => `All sent ${time}`,
  refusedBut: (count, time) =>
    `${count} did not get through${time === null ? "" : `, the rest was sent ${time}`}`,
  look: "Have a look",
  nothingToSend: "Nothing to send",
  unsentBecause: (count, reason) => `${unsent(count)} – ${reason}`,
  settledBecause: (reason, time) =>
    time === null ? capital(reason) : `${capital(reason)} – as of ${time}`,
  waitingFor: (count) => `${unsent(count)} – leaving soon`,
  awaiting: (count) =>
    count === 1
      ? "1 waits for an entry from another device"
      : `${count} wait for entries from another device`,
  tryNow: "Try now",
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
