import type { words as finnish } from "../fi/words.ts";

export const words: typeof finnish = {
  guidance: {
    education: "Utbildningsrådgivning",
    vocational: "Yrkesvägledning",
    employment: "Handledning i jobbsökning",
    "joint-meeting": "Gemensamt möte",
    other: "Annan handledning",
  },
  channel: { visit: "Möte", phone: "Telefon" },
  status: { booked: "Bokad", cancelled: "Avbokad" },
  heldStatus: { open: "reserverad för enheten", returned: "frigjord" },
  language: {
    fi: "finska",
    sv: "svenska",
    en: "engelska",
    ru: "ryska",
    uk: "ukrainska",
    ar: "arabiska",
    so: "somaliska",
    et: "estniska",
  },
};
