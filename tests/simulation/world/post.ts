import { gunzipSync } from "node:zlib";
import { wholeAnswer } from "../../support/whole-answer.ts";
import type { Phone } from "./phone.ts";
import type { Process, Server } from "./server.ts";

/** A request on its way. */
type Letter = { readonly phone: Phone; readonly path: string; readonly init: RequestInit };

/** What becomes of a phone's next exchange on the way there. `held`: it arrives late. `doubled`: now, and again later. */
export type Road = { readonly fate: "direct" | "held" | "doubled"; readonly process: Process };

/** An answer as it reads beside its request: what it leaves out because the phone said it is judged as well. */
const judgeable = async (init: RequestInit, answer: string): Promise<string> => {
  const body = Buffer.from(await new Response(init.body ?? null).arrayBuffer());
  const isPacked = new Headers(init.headers).get("content-encoding") === "gzip";
  const request: unknown = JSON.parse((isPacked ? gunzipSync(body) : body).toString());
  const lines = answer.split("\n").slice(0, -1);
  const whole = wholeAnswer(
    request,
    lines.map((line): unknown => JSON.parse(line)),
  );
  return whole.map((line) => `${JSON.stringify(line)}\n`).join("");
};

/**
 * Carries requests from phones to the endpoint: at once, late, or twice. `onAnswer` gets every answer to an exchange before
 * the phone does.
 */
export class Post {
  readonly held: Letter[] = [];
  road: Road = { fate: "direct", process: "one" };
  readonly #server: Server;
  readonly #onAnswer: (phone: Phone, answer: string) => Promise<void>;

  constructor(server: Server, onAnswer: (phone: Phone, answer: string) => Promise<void>) {
    this.#server = server;
    this.#onAnswer = onAnswer;
  }

  async carry(phone: Phone, address: string, init: RequestInit = {}): Promise<Response> {
    const { signal: _, ...rest } = init;
    const { road } = this;
    const path = new URL(address).pathname;
    const letter = { phone, path, init: rest };
    if (path === "/sync" && road.fate !== "direct") this.held.push(letter);
    if (path === "/sync" && road.fate === "held") throw new TypeError("Failed to fetch");
    return this.deliver(letter, road.process);
  }

  /** Hands a request over and lets the answer be judged. */
  async deliver({ phone, path, init }: Letter, process: Process): Promise<Response> {
    const response = await this.#server.ask(process, path, init);
    if (path !== "/sync" || !response.ok) return response;
    const answer = await response.text();
    await this.#onAnswer(phone, await judgeable(init, answer));
    return new Response(answer, response);
  }
}
