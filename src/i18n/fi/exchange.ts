import { makePlural } from "../plural.ts";
import type { ReasonWords } from "../reasons.ts";

const plural = makePlural("fi");
const unsent = (count: number) =>
  plural(count, { one: "1 lähettämättä", other: `${count} lähettämättä` });

const reasons: ReasonWords = {
  "network.offline": "ei yhteyttä",
  "network.silent": "palvelin ei vastaa",
  "network.cut": "yhteys katkesi",
  "network.not_katve": "verkko vaatii kirjautumisen",
  "session.missing": "kirjaudutaan uudelleen",
  "assertion.invalid": "laitetta ei tunnistettu",
  "device.unknown": "laitetta ei tunneta",
  "device.revoked": "laite on poistettu käytöstä",
  "protocol.too_old": "ohjelma pitää päivittää",
  "protocol.unknown": "ohjelma pitää päivittää",
  "requests.too_many": "palvelimella on ruuhkaa",
  "storage.full": "laitteen muisti on täynnä",
  "storage.lost": "laitteen muistiin ei päästy",
  "storage.newer": "ohjelma pitää päivittää",
  "storage.blocked": "toinen välilehti estää",
};

export const exchange = {
  unsent,
  reasons,
  otherReason: "palvelimella on vika",
  sending: "Lähetetään…",
  fetching: "Päivitetään…",
  allSent: (time: string) => `Kaikki lähetetty ${time}`,
  refusedBut: (count: number, time: string | null) =>
    `${count} ei mennyt perille${time === null ? "" : `, muut lähetetty ${time}`}`,
  look: "Katso",
  nothingToSend: "Ei lähetettävää",
  unsentBecause: (count: number, reason: string) => `${unsent(count)} – ${reason}`,
  settledBecause: (reason: string, time: string | null) =>
    time === null ? capital(reason) : `${capital(reason)} – tiedot ${time}`,
  waitingFor: (count: number) => `${unsent(count)} – lähetetään pian`,
  awaiting: (count: number) =>
    plural(count, {
      one: "1 odottaa tietoa toiselta laitteelta",
      other: `${count} odottaa tietoa toiselta laitteelta`,
    }),
  tryNow: "Yritä nyt",
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
