import type { slots as finnish } from "../fi/slots.ts";

export const slots: typeof finnish = {
  held: "bekräftad",
  tentative: "preliminär",
  clash: "tiden krockar",
  doubled: "dubbelbokad",
  heldText: "Tiden är bekräftad.",
  tentativeText: "Tiden är preliminär. Den bekräftas av sig självt när det finns förbindelse.",
  guaranteed: "garanterad",
  guaranteedText: "Tiden är garanterad: den ingår i tider som är reserverade för den här enheten.",
  heldFor: (label, span) =>
    `${label === "" ? "reserverade tider" : `reserverade tider (${label})`} kl. ${span}`,
  heldElsewhere: (label) =>
    label === "" ? "reserverad för en annan enhet" : `reserverad för en annan enhet: ${label}`,
  heldElsewhereTitle: "Den här tiden är reserverad för en annan enhet",
  heldElsewhereText: (words) => `Samtidigt finns ${words}. Bokningen kommer att krocka.`,
  heldHere: (label) =>
    label === "" ? "överlappar reserverade tider" : `överlappar reserverade tider: ${label}`,
  heldHereTitle: "Den här tiden överlappar delvis reserverade tider",
  heldHereText: (words) =>
    `Samtidigt finns ${words}. Välj en tid som ligger helt inom dem eller helt utanför.`,
  clashTitle: "Den här tiden krockar",
  clashText: (others) =>
    `Handledaren har redan en bekräftad tid samtidigt: ${others}. Den här tiden är inte bekräftad.`,
  doubledTitle: "En annan tid är bokad samtidigt",
  doubledText: (others) => `Den här tiden är bekräftad. Väntar på att flyttas: ${others}.`,
  contestedTitle: "Två olika tider eller platser har avtalats",
  contestedText:
    "Två personer ändrade tiden eller platsen utan att se varandras ändring. Välj vilken som ska gälla.",
  showBoth: "Visa båda",
  hidden: "en bokning som inte syns på den här enheten",
  show: (client) => `Visa ${client}`,
  nearest: "Flytta till närmaste lediga tid",
  moveTo: (day, time) => `${day} kl. ${time}`,
  noneFree: "Ingen ledig tid syns inom en vecka. Välj en annan tid nedan.",
  moved: (day, time) => `Flyttad till ${day} kl. ${time}`,
  movedBack: "Flytten ångrades.",
  movedSince: "Tiden har ändrats sedan dess, så flytten ångrades inte.",
  waiting: (client) => `Tiden krockar: ${client}`,
};
