import type { form as finnish } from "../fi/form.ts";

export const form: typeof finnish = {
  who: "For whom",
  whoHint: "A name or a code name. No personal identity code.",
  sameName:
    "There is a client of that name already. Choose from the list if it is the same person.",
  knownClient: "Known client",
  suggestions: (count) => {
    if (count === 0) return "No suggestions";
    return count === 1 ? "1 suggestion" : `${count} suggestions`;
  },
  phone: "Phone",
  where: "Where",
  byPhone: "By phone",
  otherPlace: "Elsewhere",
  otherPlaceHint: "Write the place in the notes.",
  morePlaces: "More places",
  when: "When",
  otherDay: "Other day",
  time: "Time",
  otherTime: "Other time",
  otherTimeHint: "For example 13:10",
  otherTimeError: "Write the time like 13:30.",
  noTimesLeft: "The usual times of this day are over. Write the time below.",
  takenBy: (client, span) => `booked: ${client} ${span}`,
  takenTitle: "You already have a booking at that time",
  takenText: (client, span) => `${client}, ${span}. You can still book if you are sure.`,
  alsoTaken: "You have another booking at the same time.",
  alsoTakenOfOther: "The adviser has another booking at the same time.",
  alsoTakenText: (client, span) => `${client}, ${span}`,
  pastText: "This time has already passed.",
  guidance: "Kind of guidance",
  length: "Length",
  end: "Ends",
  language: "Language",
  moreLanguages: "Other language",
  adviser: "Adviser",
  note: "Notes",
  noteHint: "Only what the guidance needs. No personal identity code.",
  summary: (guidance, length, language) => `${guidance}, ${length}, ${language}`,
  asBefore: "kind and length as in the last booking",
  erased: {
    chosen:
      "The client's data were erased for good, so the client is no longer in the form. Choose another client, or leave the form.",
    listed:
      "The data of somebody on the list were erased for good, so they are no longer on the list.",
  },
  noTeam: {
    "not-yet": {
      title: "Your team has not been fetched yet",
      text: "Booking works once the device has had a connection. That happens by itself, and the draft stays.",
    },
    "no-team": {
      title: "You are not in any team",
      text: "That is why nothing can be booked. Ask the coordinator. Booking works as soon as you have been added to a team.",
    },
    revoked: {
      title: "This device has been taken out of use",
      text: "That is why nothing can be booked on it. Ask the coordinator.",
    },
  },
};
