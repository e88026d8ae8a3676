import type { Phone } from "./phone.ts";
import type { Process, Server } from "./server.ts";

/** A request on its way. */
type Letter = { readonly phone: Phone; readonly path: string; readonly init: RequestInit };

/** What becomes of a phone's next exchange on the way there. `held`: it arrives late. `doubled`: now, and again later. */
export type Road = { readonly fate: "direct" | "held" | "doubled"; readonly process: Process };

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
    await this.#onAnswer(phone, answer);
    return new Response(answer, response);
  }
}
