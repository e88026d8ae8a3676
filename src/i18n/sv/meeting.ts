import { makePlural } from "../plural.ts";
import type { meeting as finnish } from "../fi/meeting.ts";

const plural = makePlural("sv");

export const meeting: typeof finnish = {
  form: "Form",
  channel: "Sätt",
  needs: "Behov",
  title: "Rubrik",
  titleHint: "Visas som tidens namn. Inga kundnamn.",
  capacity: "Platser",
  coLeaders: "Andra handledare",
  leaderBusy: (who, span) => `${who}: en annan bokning samtidigt kl. ${span}.`,
  rosters: { group: "Deltagare", "site-visit": "De som träffas" },
  roster: "Deltagare",
  addPerson: "Lägg till kund",
  add: "Lägg till på listan",
  takeOff: (who) => `Ta bort från listan: ${who}`,
  added: (who) => `Tillagd på listan: ${who}`,
  takenOff: (who) => `Borttagen från listan: ${who}`,
  takenBack: "Listan är som förut.",
  people: (count) =>
    plural(count, { one: "1 person på listan", other: `${count} personer på listan` }),
  places: (count, places) => `${count} på listan, ${places} platser`,
  full: (places) => `Alla ${places} platser är fyllda. Du kan ändå lägga till.`,
  over: (places, count) =>
    `Det finns ${places} platser och ${count} på listan. Du kan ändå lägga till.`,
  partners: "Samarbetspartner",
  partner: (number) => `Samarbetspartner ${number}`,
  organisation: "Samarbetspartnerns organisation",
  noOrganisation: "Inte på listan",
  unknownOrganisation: "Organisationen syns inte på den här enheten",
  person: "Samarbetspartnerns namn",
  personHint: "Namn eller uppgift med egna ord",
  addPartner: "Lägg till samarbetspartner",
  removePartner: (number) => `Ta bort samarbetspartner ${number}`,
  room: "Rum",
  noRoom: "Inte valt",
  roomPrivate: (name) => `${name}, enskilt`,
  privateRoom: "Enskilt rum: andra hör inte vad som sägs.",
  openRoom: "Inte enskilt: andra kan höra vad som sägs.",
  roomTaken: "Rummet är bokat då",
  roomTakenText: (others) => `${others}. Du kan ändå boka om du är säker.`,
  alsoThere: (others) => `På samma plats finns då också ${others}.`,
  chooseRoom: "Välj ett rum, så ser du om det är ledigt.",
  elsewhereByHours: "Arbetstiden är på ett annat ställe då",
  elsewhereByHoursText: (places) => `Enligt arbetstiderna är platsen då ${places}.`,
  noTimeToTravel: "Tiden räcker inte för resan",
  travelText: {
    before: (town, span, driving, between) =>
      `Föregående tid: ${town} kl. ${span}. Körtid ${driving}, mellanrum ${between}.`,
    after: (town, span, driving, between) =>
      `Följande tid: ${town} kl. ${span}. Körtid ${driving}, mellanrum ${between}.`,
  },
};
