import type { holding as finnish } from "../fi/holding.ts";
import { makePlural } from "../plural.ts";

const plural = makePlural("sv");

export const holding: typeof finnish = {
  title: "Håll tider",
  intro: "Bara den här enheten ger ut hållna tider. De är garanterade också utan förbindelse.",
  label: "För vad",
  labelHint: "Till exempel stationen eller mässan.",
  from: "Börjar",
  to: "Slutar",
  length: "En tids längd",
  where: "Var",
  hold: "Håll tiderna",
  holdSpan: (day, span) => `Håll ${day} kl. ${span}`,
  done: "Tiderna hålls.",
  undone: "Tiderna lämnades tillbaka.",
  listTitle: "Hållna tider",
  left: (count) => plural(count, { one: "1 ledig tid", other: `${count}\u00a0lediga tider` }),
  tentative: "väntar på bekräftelse",
  clash: "krockar med en annan bokning",
  elsewhere: "en annan enhet",
  giveBack: "Lämna tillbaka",
  giveBackOf: (name) => `Lämna tillbaka ${name}`,
  giveBackAll: "Lämna tillbaka alla",
  givenBack: "Alla kan boka tiderna igen. Tider som redan getts gäller.",
  askTitle: "Ska den andra enhetens tider lämnas tillbaka?",
  askText:
    "Den enheten kan redan ha lovat bort tider utan förbindelse. De är inte längre garanterade.",
  keep: "Lämna inte tillbaka",
};
