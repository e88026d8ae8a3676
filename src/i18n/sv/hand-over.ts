import type { handOver as finnish } from "../fi/hand-over.ts";

export const handOver: typeof finnish = {
  open: "Ge tiden med",
  title: "Ge tiden med",
  back: "Tidens uppgifter",
  brightness: "Gör skärmen ljus, så kan koden läsas över bordet.",
  code: (what) => `QR-kod som lägger till tiden i telefonens kalender: ${what}`,
  share: "Dela kalenderfilen",
  shareFailed: "Delningen lyckades inte. Du kan spara filen.",
  save: "Spara kalenderfilen",
  savedFile: "Filen är sparad.",
  otherWays: "Andra sätt",
  print: "Skriv ut lappen",
  tentativeTitle: "Tiden är inte bekräftad ännu",
  tentativeText:
    "Berätta för kunden att tiden kan ändras. Den bekräftas av sig själv när det finns kontakt.",
  clashTitle: "Tiden krockar med en annan",
  clashText: "Flytta tiden innan du ger den med.",
  contestedTitle: "Två olika tider eller platser har avtalats",
  contestedText: "Välj den rätta innan du ger tiden med.",
  cancelledTitle: "Den här tiden är inställd",
  cancelledText: "Koden och filen märker tiden som inställd i kundens kalender.",
  overTitle: "Den här tiden har redan varit",
  overText: "Kontrollera dagen innan du ger tiden med.",
  unsavedTitle: "Tiden har ändringar som inte är sparade",
  unsavedText: "De är inte med här. Spara dem först.",
};
