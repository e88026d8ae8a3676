import type { Texts } from "../fi/all.ts";
import { makePlural } from "../plural.ts";

const plural = makePlural("sv");

export const busyTimes: Texts["busyTimes"] = {
  title: "Upptagna tider i andra kalendrar",
  subtitle: "Katve föreslår ingen tid då du är upptagen på annat håll.",
  text: "Ur en annan kalender läses bara när du är upptagen: inga rubriker, platser eller namn. Ditt team ser de här tiderna som upptagna från i går till ett halvt år framåt.",
  listTitle: "Lästa kalendrar",
  none: "Ingen kalender har lästs ännu.",
  unnamed: "Annan kalender",
  read: (time) => `läst ${time}`,
  stretches: (count) => plural(count, { one: "1 upptagen tid", other: `${count} upptagna tider` }),
  fromFile: "från en fil",
  failed: "Den senaste läsningen misslyckades",
  kept: "De tider som lästs tidigare finns kvar.",
  readAgain: "Läs på nytt",
  newFile: "Läs en ny fil",
  remove: "Ta bort",
  removeTitle: "Ska kalendern tas bort?",
  removeText: "Dess upptagna tider försvinner hos alla. Själva kalendern ändras inte.",
  doNotRemove: "Ta inte bort",
  removed: "Kalendern togs bort.",
  done: "De upptagna tiderna lästes.",
  unreadable: (count) =>
    plural(count, {
      one: "De upptagna tiderna lästes. 1 anteckning kunde inte läsas.",
      other: `De upptagna tiderna lästes. ${count} anteckningar kunde inte läsas.`,
    }),
  addTitle: "Lägg till en kalender",
  label: "Kalenderns namn",
  labelHint: "Till exempel ”Outlook på jobbet”. Ditt team ser namnet.",
  from: "Varifrån",
  ways: { address: "Från en adress", file: "Från en fil" },
  address: "Kalenderns adress",
  addressHint:
    "Den hemliga iCal-adressen i kalenderns inställningar, https://… Servern läser den ungefär en gång om dagen när någon av dina enheter används. Adressen stannar på servern, och ditt team ser den inte.",
  addressRequired: "Skriv adressen.",
  file: "Kalenderfil",
  fileHint:
    "En .ics-fil som exporterats från kalenderprogrammet. Den läses bara på den här enheten.",
  chooseFile: "Välj fil",
  noFile: "Ingen fil vald",
  fileRequired: "Välj först en fil.",
  add: "Läs kalendern",
  adding: "Läser kalendern",
  needsConnection: "För att läsa en adress behövs en förbindelse. En fil kan läsas även utan.",
};
