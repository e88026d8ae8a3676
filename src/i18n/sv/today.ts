import type { today as finnish } from "../fi/today.ts";

export const today: typeof finnish = {
  title: "I dag",
  listLabel: "Dagens tider",
  book: "Boka tid",
  free: "Ledig",
  bookHere: "Boka här",
  noneTitle: "Inga tider i dag",
  noneText: "En bokad tid syns här genast, också utan förbindelse.",
  coming: "Kommande",
  noneComing: "Inga kommande tider.",
  allTimes: "Alla tider",
  waiting: "Väntar på dig",
  things: (count) => (count === 1 ? "1 sak att titta på" : `${count} saker att titta på`),
  thingsText: (count) =>
    count === 1
      ? "Två personer ändrade samma uppgift. Välj vilken som blir kvar."
      : "Samma uppgifter ändrades samtidigt. Välj för varje vilken som blir kvar.",
  refused: (count) =>
    count === 1 ? "1 ändring kom inte fram" : `${count} ändringar kom inte fram`,
  refusedText: "Innehållet finns kvar. Se efter vad som ska göras med det.",
};
