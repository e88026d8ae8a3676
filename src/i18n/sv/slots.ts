import type { slots as finnish } from "../fi/slots.ts";

export const slots: typeof finnish = {
  held: "bekräftad",
  tentative: "preliminär",
  clash: "tiden krockar",
  doubled: "dubbelbokad",
  heldText: "Tiden är bekräftad.",
  tentativeText: "Tiden är preliminär. Den bekräftas av sig självt när det finns förbindelse.",
  clashTitle: "Den här tiden krockar",
  clashText: (others) =>
    `Vägledaren har redan en bekräftad tid samtidigt: ${others}. Den här tiden är inte bekräftad.`,
  doubledTitle: "En annan tid har bokats över den här",
  doubledText: (others) => `Den här tiden är bekräftad. Väntar på att flyttas: ${others}.`,
  hidden: "en bokning som inte syns på den här enheten",
  show: (client) => `Visa ${client}`,
  nearest: "Flytta till närmaste lediga tid",
  moveTo: (day, time) => `${day} kl. ${time}`,
  noneFree: "Ingen ledig tid syns inom en vecka. Välj en annan tid nedan.",
  moved: (day, time) => `Flyttad till ${day} kl. ${time}`,
  movedBack: "Flytten ångrades.",
  waiting: (client) => `Tiden krockar: ${client}`,
};
