import { makePlural } from "../plural.ts";
import type { meeting as finnish } from "../fi/meeting.ts";

const plural = makePlural("en");

export const meeting: typeof finnish = {
  form: "Form",
  channel: "How",
  needs: "Needs",
  title: "Title",
  titleHint: "Shown as the name of the time. No clients’ names.",
  capacity: "Places",
  coLeaders: "Other advisers",
  leaderBusy: (who, span) => `${who}: another booking at the same time, ${span}.`,
  rosters: { group: "Participants", "site-visit": "People to see" },
  roster: "Participants",
  addPerson: "Add a client",
  add: "Add to the list",
  takeOff: (who) => `Take off the list: ${who}`,
  added: (who) => `Added to the list: ${who}`,
  takenOff: (who) => `Taken off the list: ${who}`,
  takenBack: "The list is as it was.",
  people: (count) =>
    plural(count, { one: "1 person on the list", other: `${count} people on the list` }),
  places: (count, places) => `${count} on the list, ${places} places`,
  full: (places) => `All ${places} places are taken. You can still add people.`,
  over: (places, count) =>
    `There are ${places} places and ${count} on the list. You can still add people.`,
  partners: "Partners",
  partner: (number) => `Partner ${number}`,
  organisation: "The partner’s organisation",
  noOrganisation: "Not on the list",
  unknownOrganisation: "The organisation is not on this device",
  person: "The partner’s name",
  personHint: "A name or a role in your own words",
  addPartner: "Add a partner",
  removePartner: (number) => `Remove partner ${number}`,
  room: "Room",
  noRoom: "Not chosen",
  roomPrivate: (name) => `${name}, private`,
  privateRoom: "A private room: others do not hear what is said.",
  openRoom: "Not private: others may hear what is said.",
  roomTaken: "The room is booked then",
  roomTakenText: (others) => `${others}. You can still book if you are sure.`,
  alsoThere: (others) => `Also at the same place then: ${others}.`,
  chooseRoom: "Choose a room to see whether it is free.",
  elsewhereByHours: "The working hours are at another place then",
  elsewhereByHoursText: (places) => `By the working hours the place is ${places} then.`,
  noTimeToTravel: "There is not enough time to travel",
  travelText: {
    before: (town, span, driving, between) =>
      `The time before: ${town} at ${span}. Driving ${driving}, between them ${between}.`,
    after: (town, span, driving, between) =>
      `The time after: ${town} at ${span}. Driving ${driving}, between them ${between}.`,
  },
};
