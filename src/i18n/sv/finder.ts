import type { finder as finnish } from "../fi/finder.ts";
import { makePlural } from "../plural.ts";

const plural = makePlural("sv");

export const finder: typeof finnish = {
  title: "Sök en ledig tid",
  short: "Sök en tid",
  length: "Längd",
  where: "Var",
  anywhere: "Var som helst",
  municipalities: "Kommuner",
  who: "Med vem",
  anybody: "Vem som helst",
  fromDay: (day) => `från och med ${day}`,
  from: "Från och med",
  part: "När på dagen",
  parts: { any: "När som helst", morning: "Förmiddag", afternoon: "Eftermiddag" },
  results: "Lediga tider",
  found: (count) => plural(count, { one: "1 ledig tid", other: `${count} lediga tider` }),
  foundMore: (count) => `De första ${count} lediga tiderna`,
  none: "Ingen ledig tid hittades på tre månader.",
  noneText: "Pröva en kortare längd, en annan plats eller flera vägledare.",
  placeOpen: "platsen avtalas",
  uncertain: "preliminär",
  uncertainText:
    "En garanterad tid är säker genast. De andra bekräftas när det finns förbindelse: någon kan ha hunnit före.",
  lastExchange: (time) => `Uppgifterna samlades ihop senast ${time}.`,
  noExchange: "Uppgifterna har ännu inte samlats ihop med de andras.",
  more: "Visa senare tider",
};
