import { makePlural } from "../plural.ts";
import type { calls as finnishCalls, reminders as finnishReminders } from "../fi/calls.ts";

const plural = makePlural("sv");

export const calls: typeof finnishCalls = {
  title: "Att ringa",
  text: "Vem det lönar sig att ringa eller skicka meddelande till i dag. I meddelandet finns varken orsak eller tjänstens namn.",
  reasons: {
    cancelled: "Tiden är avbokad",
    moved: "Tiden är flyttad",
    reminder: "Påminnelse",
    "no-show": "Uteblev",
  },
  noneTitle: "Ingen att ringa",
  noneText: "Här syns tiderna i dag och i morgon, flyttade och avbokade tider och de som uteblev.",
  count: (count) => plural(count, { one: "1 att ringa", other: `${count} att ringa` }),
  countText: "Påminnelser, flyttningar och avbokningar",
  call: (who) => `Ring: ${who}`,
  message: (who) => `Meddelande: ${who}`,
  callShort: "Ring",
  messageShort: "Meddelande",
  tick: "Meddelat",
  tickFor: (who) => `Meddelat: ${who}`,
  toldBy: (who, time) => `${who} meddelade ${time}`,
  open: "Inte meddelade",
  done: "Meddelade i dag",
  withoutPhone: "Inget telefonnummer",
  later: (count) => plural(count, { one: "och 1 senare tid", other: `och ${count} senare tider` }),
};

export const reminders: typeof finnishReminders = {
  title: "Påminnelser på den här enheten",
  switch: "Påminn om egna tider",
  hint: "I aviseringen finns bara klockslaget. Varken namn eller plats.",
  lead: "Hur långt före",
  notice: (time) => `Möte kl. ${time}`,
  limits:
    "Påminnelsen kommer bara när Katve är öppet på en flik eller i ett fönster, också låst. Ett stängt program väcks inte av något, och telefonen kan söva ett program i bakgrunden.",
  phoneLimits: "På en iPhone fungerar påminnelserna bara när Katve finns på hemskärmen.",
  refused:
    "Webbläsaren har blockerat aviseringar. Tillåt dem i webbläsarens eller enhetens inställningar.",
  missing: "Den här webbläsaren kan inte visa påminnelser.",
};
