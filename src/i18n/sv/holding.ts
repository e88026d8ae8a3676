import type { holding as finnish } from "../fi/holding.ts";
import { makePlural } from "../plural.ts";

const plural = makePlural("sv");

export const holding: typeof finnish = {
  title: "Reservera tider för en monter eller ett evenemang",
  intro:
    "De reserverade tiderna ges ut bara från den här enheten. När servern har bekräftat dem är de garanterade också utan förbindelse.",
  label: "Ändamål",
  labelHint: "Till exempel stationen eller mässan.",
  from: "Börjar",
  to: "Slutar",
  length: "En tids längd",
  where: "Var",
  hold: "Reservera tiderna",
  holdSpan: (day, span) => `Reservera ${day} kl. ${span}`,
  done: (span) => `Tiderna är reserverade för den här enheten: ${span}`,
  undone: "Reservationen ångrades.",
  listTitle: "Reserverade tider",
  left: (count) => plural(count, { one: "1 ledig tid", other: `${count}\u00a0lediga tider` }),
  tentative: "väntar på bekräftelse",
  newTentative:
    "Reserverat nu. Väntar ännu på bekräftelse: tiderna är garanterade när servern har bekräftat dem.",
  newHeld: "Reserverat nu och bekräftat.",
  clash: "krockar med en annan bokning",
  elsewhere: "en annan enhet",
  giveBack: "Frigör",
  giveBackOf: (name) => `Frigör ${name}`,
  giveBackAll: "Frigör alla",
  givenBack: (span) => `Alla kan boka tiderna igen: ${span}. Tider som redan har getts gäller.`,
  everythingGivenBack: "Alla kan boka tiderna igen. Tider som redan har getts gäller.",
  heldAgain: "Tiderna är åter reserverade för den här enheten.",
  askTitle: "Ska den andra enhetens tider frigöras?",
  askText:
    "Telefonen kan redan ha lovat bort tider utan förbindelse. De tiderna är inte längre garanterade.",
  keep: "Frigör inte",
};
