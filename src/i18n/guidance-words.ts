import type { GuidanceCode } from "#domain/kinds/appointment-codes.ts";
import type { LocaleCode } from "./language.ts";

/** The program's own kinds of guidance in every language: an area that writes down kinds of its own begins with these. */
export const guidanceWords: Readonly<Record<LocaleCode, Record<GuidanceCode, string>>> = {
  fi: {
    education: "Koulutusneuvonta",
    vocational: "Ammatinvalinnanohjaus",
    employment: "Työnhaun ohjaus",
    "joint-meeting": "Yhteinen tapaaminen",
    other: "Muu ohjaus",
  },
  sv: {
    education: "Utbildningsrådgivning",
    vocational: "Yrkesvägledning",
    employment: "Handledning i jobbsökning",
    "joint-meeting": "Gemensamt möte",
    other: "Annan handledning",
  },
  en: {
    education: "Education guidance",
    vocational: "Vocational guidance",
    employment: "Job-search guidance",
    "joint-meeting": "Joint meeting",
    other: "Other guidance",
  },
};
