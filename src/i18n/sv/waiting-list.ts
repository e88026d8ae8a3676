import { makePlural } from "../plural.ts";
import type { waitingList as finnish } from "../fi/waiting-list.ts";

const plural = makePlural("sv");

export const waitingList: typeof finnish = {
  title: "Kö",
  back: "Kö",
  text: "Kunder som ännu inte har en tid. Den som har väntat längst står först.",
  add: "Lägg till i kön",
  noneTitle: "Ingen står i kö",
  noneText:
    "När ingen passlig tid finns, lägg till kunden i kön. En tid som blir ledig erbjuds då.",
  count: (count) => plural(count, { one: "1 i kö", other: `${count} i kö` }),
  waited: (days) =>
    plural(days, {
      one: "har väntat 1 dag",
      other: days === 0 ? "tillagd i dag" : `har väntat ${days} dagar`,
    }),
  latestBy: (day) => `senast ${day}`,
  tooLate: "den sista dagen har gått",
  anywhere: "var som helst",
  anyTime: "vilken tid som helst",
  ended: "Avslutade",
  newTitle: "Lägg till i kön",
  editTitle: (who) => `I kö: ${who}`,
  missingTitle: "Det här finns inte i kön",
  missingText: "Det har kanske tagits bort eller inte kommit till den här enheten ännu.",
  channel: "Sätt",
  places: "Var det passar",
  placesHint: "Lämna tomt om platsen inte spelar någon roll.",
  municipalities: "Kommuner",
  when: "När det passar",
  whenHint: "Lämna tomt om alla tider passar.",
  asked: "Önskad",
  latest: "Sista dag",
  latestHint: "Efter den hjälper en tid inte längre.",
  addNow: "Lägg till i kön",
  save: "Spara ändringarna",
  added: (who) => `Tillagd i kön: ${who}`,
  addUndone: "Tillägget ångrades.",
  saved: (who) => `Ändringarna är sparade: ${who}`,
  savedUndone: "Ändringarna ångrades.",
  withdraw: "Ta bort ur kön",
  withdrawn: (who) => `Borttagen ur kön: ${who}`,
  putBack: "Tillbaka i kön",
  backInLine: (who) => `Tillbaka i kön: ${who}`,
  undone: "Ångrat.",
  draftNotKept: "Utkastet kunde inte sparas. Spara innan du stänger sidan.",
  restored: "Vi fortsätter där du slutade.",
  startOver: "Börja om",
  gotTime: (day, time) => `Fick en tid ${day} kl. ${time}`,
  bookFor: "Boka tid",
  putClient: "Lägg till kunden i kön",
  freed: {
    title: "Passar dem som köar",
    fits: (count) =>
      plural(count, {
        one: "1 i kön väntar på en sådan tid.",
        other: `${count} i kön väntar på en sådan tid.`,
      }),
    order: "Den som har väntat längst står först.",
    time: (day, time) => `Ledig tid ${day} kl. ${time}`,
    offer: "Boka åt kunden",
    offerFor: (who) => `Boka tiden: ${who}`,
    row: (day, time) => `Blev ledig ${day} kl. ${time}`,
    rowText: (count) => plural(count, { one: "Passar 1 i kön", other: `Passar ${count} i kön` }),
  },
};
