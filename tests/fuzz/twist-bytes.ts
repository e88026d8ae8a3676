import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import type { Dice } from "../support/dice.ts";

/** A body as it is sent, and the headers that speak of it. */
export type Body = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
};

/** Eight times as much as a request may hold, in some eight thousand bytes; and a hundred times. */
const bombs = [8, 100].map(
  (times) => new Uint8Array(gzipSync(Buffer.alloc(times * 1_048_576, 32))),
);

const plain = { "content-type": "application/json" };
const gzip = { ...plain, "content-encoding": "gzip" };

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const packed = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(gzipSync(text));

type Twist = (text: string, dice: Dice) => Body;

const twists: readonly Twist[] = [
  (text, dice) => ({ bytes: flipped(bytesOf(text), dice), headers: plain }),
  (text, dice) => ({ bytes: cut(bytesOf(text), dice), headers: plain }),
  (text) => ({ bytes: packed(text), headers: gzip }),
  (text, dice) => ({ bytes: flipped(packed(text), dice), headers: gzip }),
  (text, dice) => ({ bytes: cut(packed(text), dice), headers: gzip }),
  (text) => ({ bytes: bytesOf(text), headers: gzip }),
  (text) => ({ bytes: new Uint8Array(gzipSync(packed(text))), headers: gzip }),
  (text) => ({ bytes: joined(packed(text), packed(text)), headers: gzip }),
  (text) => ({ bytes: new Uint8Array(brotliCompressSync(text)), headers: coded("br") }),
  (text) => ({ bytes: new Uint8Array(deflateSync(text)), headers: coded("deflate") }),
  (text) => ({ bytes: packed(text), headers: coded("gzip, gzip") }),
  (text) => ({ bytes: bytesOf(`\uFEFF${text}`), headers: plain }),
  (text) => ({
    bytes: bytesOf(text.replace("{", '{"p":1,"p":2,"__proto__":{"p":1},')),
    headers: plain,
  }),
  (text, dice) => ({ bytes: bytesOf(doubled(text, dice)), headers: plain }),
  (text) => ({ bytes: bytesOf(text.replaceAll(/:(\d)/g, ":1e999$1")), headers: plain }),
  (text) => ({ bytes: bytesOf(text.replaceAll(/:(\d)/g, ":-000$1")), headers: plain }),
  (text) => ({ bytes: bytesOf(text.replaceAll('"', '"\\ud800')), headers: plain }),
  (text) => ({ bytes: joined(bytesOf(text), new Uint8Array([0xff, 0xfe, 0xc0])), headers: plain }),
  (text) => ({ bytes: bytesOf(`${text}\u0000`), headers: plain }),
  () => ({ bytes: new Uint8Array(), headers: plain }),
];

/** What takes the most work to refuse. Sent seldom, for each costs as much as hundreds of others. */
const heavy: readonly Twist[] = [
  (_, dice) => ({ bytes: dice.pick(bombs), headers: gzip }),
  () => ({ bytes: bytesOf("[".repeat(500_000)), headers: plain }),
  () => ({ bytes: bytesOf('{"a":'.repeat(100_000)), headers: plain }),
  () => ({ bytes: bytesOf(`"${"x".repeat(1_048_600)}"`), headers: plain }),
];

const contentTypes = [
  "",
  "text/plain",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "application/json; charset=utf-16",
  "APPLICATION/JSON",
  "application/json, text/html",
  ";",
];

/** Spoils a message that would be understood on its way: bits, ends, packings, members twice, other content types. */
export const twistBytes = (text: string, dice: Dice): Body => {
  if (dice.once(60)) return dice.pick(heavy)(text, dice);
  if (!dice.once(8)) return dice.pick(twists)(text, dice);
  return { bytes: bytesOf(text), headers: { "content-type": dice.pick(contentTypes) } };
};

/** A message as it should be. */
export const wholeBytes = (text: string): Body => ({ bytes: bytesOf(text), headers: plain });

const coded = (packing: string) => ({ ...plain, "content-encoding": packing });

const flipped = (bytes: Uint8Array<ArrayBuffer>, dice: Dice): Uint8Array<ArrayBuffer> => {
  const changed = bytes.slice();
  for (let times = 1 + dice.below(4); times > 0; times -= 1) {
    const at = dice.below(Math.max(changed.length, 1));
    changed[at] = (changed[at] ?? 0) ^ (1 << dice.below(8));
  }
  return changed;
};

const cut = (bytes: Uint8Array<ArrayBuffer>, dice: Dice): Uint8Array<ArrayBuffer> =>
  bytes.slice(0, dice.below(bytes.length + 1));

const joined = (one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> =>
  new Uint8Array([...one, ...other]);

/** One member of the message a second time, with what another member holds. */
const doubled = (text: string, dice: Dice): string => {
  const members = text.match(/"[a-z]+":(?:\d+|"[^"]*"|\[\]|\{\})/g) ?? ['"p":1'];
  const name = dice.pick(members).split(":")[0] ?? '"p"';
  const value = dice.pick(members).split(":").slice(1).join(":");
  return text.replace("{", `{${name}:${value},`);
};
