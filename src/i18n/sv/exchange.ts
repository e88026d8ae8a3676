import type { exchange as finnish } from "../fi/exchange.ts";
import type { ReasonWords } from "../reasons.ts";

const unsent = (count: number) => `${count} inte ${count === 1 ? "skickad" : "skickade"}`;

const reasons: ReasonWords = {
  "network.offline": "ingen förbindelse",
  "network.silent": "servern svarar inte",
  "network.cut": "förbindelsen bröts",
  "network.not_katve": "nätverket kräver inloggning",
  "session.missing": "loggar in på nytt",
  "assertion.invalid": "enheten kändes inte igen",
  "device.unknown": "enheten är okänd",
  "device.revoked": "enheten är spärrad",
  "protocol.too_old": "programmet måste uppdateras",
  "protocol.unknown": "programmet måste uppdateras",
  "requests.too_many": "servern är överbelastad",
  "storage.full": "enhetens minne är fullt",
  "storage.lost": "enhetens minne kunde inte nås",
  "storage.newer": "programmet måste uppdateras",
  "storage.blocked": "en annan flik hindrar",
};

export const exchange: typeof finnish = {
  unsent,
  reasons,
  otherReason: "fel på servern",
  sending: "Skickar…",
  fetching: "Uppdaterar…",
  allSent: (time) => `Allt skickat ${time}`,
  refusedBut: (count, time) =>
    `${count} kom inte fram${time === null ? "" : `, resten skickat ${time}`}`,
  look: "Se efter",
  nothingToSend: "Inget att skicka",
  unsentBecause: (count, reason) => `${unsent(count)} – ${reason}`,
  settledBecause: (reason, time) =>
    time === null ? capital(reason) : `${capital(reason)} – uppgifter från ${time}`,
  waitingFor: (count) => `${unsent(count)} – skickas snart`,
  awaiting: (count) =>
    count === 1
      ? "1 väntar på en uppgift från en annan enhet"
      : `${count} väntar på uppgifter från en annan enhet`,
  tryNow: "Försök nu",
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
