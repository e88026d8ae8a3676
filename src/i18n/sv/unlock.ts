import type { unlock as finnish } from "../fi/unlock.ts";

export const unlock: typeof finnish = {
  title: "Öppna Katve",
  looking: "Söker uppgifterna på den här enheten",
  text: "Uppgifterna finns låsta på den här enheten.",
  unsentText:
    "Ändringar som inte skickats finns kvar och skickas när du öppnar och det finns förbindelse.",
  revokedText: "Den här enheten har tagits ur bruk, och uppgifterna har raderats från den.",
  revokedUnsentText:
    "Dina ändringar som inte skickats finns kvar, men de skickas inte från den här enheten. Öppna Katve och gör en säkerhetskopia av dem.",
  passphrase: "Lösenfras",
  show: "Visa lösenfrasen",
  hide: "Dölj lösenfrasen",
  open: "Öppna",
  opening: "Öppnar",
  required: "Skriv lösenfrasen.",
  wait: (time) => `För många felaktiga försök. Du kan försöka på nytt om ${time}.`,
  canTry: "Du kan försöka på nytt nu.",
};
