import type { MemberId, RecordId, ScopeId } from "#domain/ids.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { clientKind } from "#domain/kinds/client.ts";
import type { Fields } from "#domain/json.ts";
import { makeDeviceKeys, signWith } from "#store/identity.ts";
import type { Platform } from "#store/platform.ts";
import type { Store } from "#store/store.ts";
import { enrolDevice } from "#sync/enrolment.ts";
import { exchangeOnce } from "#sync/exchange.ts";
import { makeTransport, type Transport } from "#sync/transport.ts";
import { makeProfile, passphrase, type TestProfile } from "../../support/device.ts";
import type { TestEndpoint } from "../../support/endpoint/make-endpoint.ts";
import { makeTestPlatform } from "../../support/platform.ts";
import { expectOk } from "../../support/result.ts";
import { makeNetwork, type SteppableNetwork } from "./network.ts";

/** A phone: the real store and the real exchange, over a network of its own. */
export type Phone = {
  readonly network: SteppableNetwork;
  readonly profile: TestProfile;
  readonly transport: Transport;
  readonly member: MemberId;
  store(): Store;
  team(): ScopeId;
  /** Exchanges until there is nothing more to send or to fetch. */
  exchange(): Promise<void>;
  /** One exchange, as it comes out. */
  tryExchange(): ReturnType<typeof exchangeOnce>;
  /** The battery dies and the phone is started again. */
  restart(): Promise<void>;
  addClient(name: string, note?: string): Promise<RecordId>;
  setText(record: RecordId, field: string, value: string): Promise<void>;
  setField(record: RecordId, field: string, value: Fields[string]): Promise<void>;
  noteOf(client: RecordId): string | undefined;
};

/**
 * Enrols a phone and exchanges for the first time, unless it is to be quiet. `seed` tells phones apart; it belongs to a new
 * adviser of the first team unless the invitation says otherwise.
 */
export const enrolPhone = async (
  endpoint: TestEndpoint,
  seed: number,
  {
    isQuiet = false,
    invitation = {},
    platform = makeTestPlatform(seed, endpoint.clock),
  }: {
    readonly isQuiet?: boolean;
    readonly invitation?: Parameters<TestEndpoint["code"]>[0];
    readonly platform?: Platform;
  } = {},
): Promise<Phone> => {
  const profile = makeProfile(seed, platform);
  const network = makeNetwork(endpoint);
  const transport = makeTransport({ fetch: network.fetch, origin: "http://localhost" });
  const keys = await makeDeviceKeys(platform);
  const enrolled = expectOk(
    await enrolDevice(
      transport,
      {
        code: await endpoint.code(invitation),
        name: `Koe ${seed}`,
        label: "",
        key: keys.publicKey,
        signer: {
          device: keys.device,
          sign: (text) => signWith(keys.privateKey, text, platform.subtle),
        },
      },
      platform,
    ),
  );
  let store = expectOk(await profile.door.enrol(keys, enrolled, passphrase));

  const sightOf = (record: RecordId) => {
    const sight = store.ledger.sightOf(record);
    if (sight === null) throw new Error("the record is not on this phone");
    return sight;
  };
  const team = () => {
    const [id] = [...store.ledger.scopes()].find(([, { kind }]) => kind === "team") ?? [];
    if (id === undefined) throw new Error("the phone knows no team yet");
    return id;
  };
  const tryExchange = () => exchangeOnce({ store, transport, ...platform }, 200);

  const phone: Phone = {
    network,
    profile,
    transport,
    member: enrolled.member,
    store: () => store,
    team,
    tryExchange,
    async exchange() {
      for (let more = true; more;) more = expectOk(await tryExchange()).more;
    },
    async restart() {
      store.close();
      store = expectOk(await profile.door.unlock(passphrase));
    },
    async addClient(name, note = "") {
      const record = store.newRecordId();
      const fields = { name, phone: "", language: "fi", note };
      const kind = clientKind.name;
      expectOk(await store.write([{ verb: "new", record, kind, home: team(), fields }]));
      return record;
    },
    async setText(record, field, value) {
      expectOk(await store.write([{ verb: "text", sight: sightOf(record), field, value }]));
    },
    async setField(record, field, value) {
      expectOk(await store.write([{ verb: "set", sight: sightOf(record), field, value }]));
    },
    noteOf: (client) => store.ledger.get(clientKind, client)?.values.note,
  };
  if (!isQuiet) await phone.exchange();
  return phone;
};

/** Every record of the kinds an adviser writes, as a phone shows them: what two phones of a team have to agree on. */
export const shownOn = (phone: Phone): unknown => {
  const { ledger } = phone.store();
  return [clientKind, appointmentKind].map((kind) =>
    [...ledger.all(kind).values()].sort((one, other) => (one.id < other.id ? -1 : 1)),
  );
};
