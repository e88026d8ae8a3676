import type { ChannelCode, GuidanceCode, StatusCode } from "#domain/kinds/appointment.ts";
import type { GuidanceLanguage } from "#domain/language.ts";

const guidance: Record<GuidanceCode, string> = {
  education: "Koulutusneuvonta",
  vocational: "Ammatinvalinnanohjaus",
  employment: "Työnhaun ohjaus",
  "joint-meeting": "Yhteinen tapaaminen",
  other: "Muu ohjaus",
};

const channel: Record<ChannelCode, string> = { visit: "Tapaaminen", phone: "Puhelin" };

const status: Record<StatusCode, string> = { booked: "Sovittu", cancelled: "Peruttu" };

/** Of times that are held for a device. */
const heldStatus = { open: "varattu laitteelle", returned: "vapautettu" };

const language: Record<GuidanceLanguage, string> = {
  fi: "suomi",
  sv: "ruotsi",
  en: "englanti",
  ru: "venäjä",
  uk: "ukraina",
  ar: "arabia",
  so: "somali",
  et: "viro",
};

/** Words for codes. */
export const words = { guidance, channel, status, heldStatus, language };
