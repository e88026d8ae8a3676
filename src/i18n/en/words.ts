import type { words as finnish } from "../fi/words.ts";

export const words: typeof finnish = {
  guidance: {
    education: "Education guidance",
    vocational: "Vocational guidance",
    employment: "Job-search guidance",
    "joint-meeting": "Joint meeting",
    other: "Other guidance",
  },
  channel: { visit: "Meeting", phone: "Phone" },
  status: { booked: "Booked", cancelled: "Cancelled" },
  heldStatus: { open: "held for the device", returned: "given back" },
  language: {
    fi: "Finnish",
    sv: "Swedish",
    en: "English",
    ru: "Russian",
    uk: "Ukrainian",
    ar: "Arabic",
    so: "Somali",
    et: "Estonian",
  },
};
