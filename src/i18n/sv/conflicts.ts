import type { conflicts as finnish } from "../fi/conflicts.ts";

export const conflicts: typeof finnish = {
  fields: {
    client: "kund",
    guidance: "typ av handledning",
    channel: "mötesform",
    slot: "tid och plats",
    language: "språk",
    status: "bokad eller avbokad",
    note: "tilläggsuppgifter",
    name: "namn",
    phone: "telefon",
  },
  mark: "Två olika uppgifter",
  title: (field) => `Två olika uppgifter: ${field}`,
  pageTitle: "Att titta på",
  pageText:
    "Två personer ändrade samma uppgift utan att se varandras ändring. Välj vilken som blir kvar.",
  noneTitle: "Inget att titta på",
  noneText:
    "Om två personer ändrar samma uppgift utan att se varandras ändring bevaras båda och visas här.",
  toToday: "I dag",
  closedTitle: "Avgjorda",
  wroteOtherwise: (who, when) => `${who} ändrade samma uppgift ${when}`,
  explanation: "Båda är bevarade. Välj vilken som ska gälla.",
  present: "Gäller nu",
  other: "Den andra uppgiften",
  wrote: (who, when) => `${who}, ${when}`,
  changedSince: "ändrad efter detta",
  place: (number, count) => `Ställe ${number}/${count}`,
  nothingHere: "(inget på det här stället)",
  empty: "(tom)",
  choices: {
    kept: "Behåll den nuvarande",
    lost: "Använd den andra",
    both: "Behåll båda",
  },
  settled: "Valet sparat.",
  undone: "Valet ångrat.",
  closed: "Detta är avgjort.",
  closedBy: (who, when) => `${who} avgjorde detta ${when}.`,
  chose: {
    kept: "Den nuvarande uppgiften behölls.",
    lost: "Den andra uppgiften togs i bruk.",
    both: "Båda behölls.",
  },
  otherVersion:
    "Den här versionen av programmet kan inte byta uppgiften. Uppdatera programmet eller behåll den nuvarande.",
  recordGone: "Uppgiften finns inte längre på den här enheten",
  unknownRecord: "En uppgift från en nyare version",
  close: "Stäng",
};
