import { makePlural } from "../plural.ts";
import type { states as finnish } from "../fi/states.ts";

const plural = makePlural("sv");

export const states: typeof finnish = {
  title: "Hur det gick med tiden",
  actions: {
    booked: "Återställ som bokad",
    arrived: "Kom",
    "no-show": "Uteblev",
    done: "Hållen",
    cancelled: "Avboka tiden",
  },
  cameLate: "Kom ändå",
  said: {
    booked: (who) => `Återställd som bokad: ${who}`,
    arrived: (who) => `Kom: ${who}`,
    "no-show": (who) => `Uteblev: ${who}`,
    done: (who) => `Markerad som hållen: ${who}`,
    cancelled: (who) => `Tiden är avbokad: ${who}`,
  },
  undone: (who) => `Markeringen ångrades: ${who}`,
  lines: {
    arrived: "Kunden har kommit.",
    "no-show": "Kunden uteblev.",
    done: "Mötet har hållits.",
  },
  cancelTitle: "Avboka tiden",
  cancelText: "Tiden blir ledig för andra. Avbokningen kan ångras.",
  whoCancelled: "Vem avbokade",
  why: "Orsak",
  whyHint: "Bara det som behövs för handledningen. Ingen personbeteckning.",
  confirmCancel: "Avboka tiden",
  keep: "Avboka inte",
  cancelledBy: (who, why) =>
    why === "" ? `Avbokad av: ${who}.` : `Avbokad av: ${who}. Orsak: ${why}`,
  movedFrom: (day, time) => `flyttad, var ${day} kl. ${time}`,
  movedLine: (day, time) => `Flyttad. Tiden var ${day} kl. ${time}.`,
  asked: (day, days) =>
    plural(days, {
      one: `Önskad ${day}, väntetid 1 dag.`,
      other:
        days === 0 ? `Önskad ${day}, ingen väntetid.` : `Önskad ${day}, väntetid ${days} dagar.`,
    }),
};
