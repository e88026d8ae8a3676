import type { MemberId, ScopeId } from "#domain/ids.ts";
import type { Role } from "#domain/kind.ts";
import type { WireCursor } from "#protocol/sync-request.ts";
import { makeDevice, makeEdits, type TestDevice } from "../endpoint/device.ts";
import { makeEndpoint, type TestEndpoint } from "../endpoint/make-endpoint.ts";
import type { Step } from "./corpus.ts";

/** Where a scenario is played: an endpoint, devices by name, and everything they said so far. */
export type Stage = {
  readonly endpoint: TestEndpoint;
  readonly edits: ReturnType<typeof makeEdits>;
  readonly steps: readonly Step[];
  /** Says in a few words what the next exchanges are about. */
  tell(does: string): void;
  /** Makes a device that the endpoint does not know. It goes on from where its last sync ended. */
  newcomer(name: string): Promise<TestDevice>;
  /** Makes a device and enrols it with a code of its own. */
  enrol(
    name: string,
    invitation?: { readonly team?: ScopeId; readonly role?: Role },
  ): Promise<TestDevice>;
  /** Makes a code without using it. */
  code(invitation?: {
    readonly team?: ScopeId;
    readonly role?: Role;
    readonly member?: MemberId;
  }): Promise<string>;
};

/** Builds an empty stage. Chance is seeded and the clock stands, so two recordings differ in keys and signatures only. */
export const makeStage = async (): Promise<Stage> => {
  const endpoint = await makeEndpoint();
  const steps: Step[] = [];
  let does = "";
  const code: Stage["code"] = async ({ team = endpoint.team, role = "adviser", member } = {}) => {
    const made = await endpoint.code({ team, role, member: member ?? null });
    steps.push({
      step: "code",
      code: made,
      team,
      role,
      ...(member === undefined ? {} : { member }),
    });
    return made;
  };
  const fetchAs =
    (device: string): TestEndpoint["fetch"] =>
    async (path, init) => {
      // A second between any two exchanges, so that their times tell them apart.
      endpoint.clock.advance(1_000);
      const headers = new Headers(init?.headers);
      const sent = await new Response(init?.body ?? null).text();
      const response = await endpoint.fetch(path, init);
      steps.push({
        step: "exchange",
        does,
        device,
        at: endpoint.clock.now(),
        path: new URL(path instanceof Request ? path.url : path, "http://localhost").pathname,
        isSignedIn: (headers.get("cookie") ?? "") !== "",
        request: jsonOf(sent),
        status: response.status,
        answer: (await response.clone().text())
          .split("\n")
          .filter((line) => line !== "")
          .map(jsonOf),
      });
      return response;
    };
  const newcomer = async (name: string): Promise<TestDevice> => {
    const device = await makeDevice({ ...endpoint, fetch: fetchAs(name) });
    const sync = device.sync;
    let cursors: Readonly<Record<string, WireCursor>> = {};
    device.sync = async (request) => {
      const answer = await sync({ cur: cursors, ...request });
      cursors = { ...cursors, ...answer.cursors };
      return answer;
    };
    return device;
  };
  return {
    endpoint,
    edits: makeEdits(endpoint),
    steps,
    tell: (words) => {
      does = words;
    },
    code,
    newcomer,
    enrol: async (name, invitation) => {
      const device = await newcomer(name);
      const made = await code(invitation);
      await device.enrol(made, `Koe ${name}`);
      return device;
    },
  };
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};
