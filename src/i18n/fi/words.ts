import type {
  CancellerCode,
  ChannelCode,
  DoerCode,
  FormCode,
  NeedCode,
  StatusCode,
} from "#domain/kinds/appointment-codes.ts";
import type { CameCode } from "#domain/kinds/attendance.ts";
import type { WaitCode, WeekPartCode } from "#domain/kinds/waiting.ts";
import type { GuidanceLanguage } from "#domain/language.ts";
import { guidanceWords } from "../guidance-words.ts";

const channel: Record<ChannelCode, string> = {
  visit: "Tapaaminen",
  phone: "Puhelin",
  stand: "Ständi",
  email: "Sähköposti",
  online: "Verkko",
};

const status: Record<StatusCode, string> = {
  booked: "Sovittu",
  arrived: "Saapui",
  "no-show": "Ei tullut",
  done: "Pidetty",
  cancelled: "Peruttu",
};

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

const form: Record<FormCode, string> = {
  individual: "Yksilöohjaus",
  group: "Ryhmä",
  joint: "Kumppanin kanssa",
  "site-visit": "Käynti kohteessa",
  "drop-in": "Päivystys ilman ajanvarausta",
};

const need: Record<NeedCode, string> = {
  "plain-language": "selkokieli",
  interpreter: "tulkki",
  "reading-aid": "lukemisen tuki",
  "quiet-place": "rauhallinen tila",
  accessible: "esteetön tila",
};

const canceller: Record<CancellerCode, string> = {
  client: "Asiakas",
  adviser: "Ohjaaja",
  partner: "Kumppani",
  other: "Muu",
};

const doer: Record<DoerCode, string> = {
  client: "Asiakas itse",
  adviser: "Ohjaaja",
  partner: "Kumppani",
};

const came: Record<CameCode, string> = {
  expected: "Odotetaan",
  arrived: "Tuli",
  "no-show": "Ei tullut",
};

const wait: Record<WaitCode, string> = {
  waiting: "Jonossa",
  booked: "Sai ajan",
  withdrawn: "Ei enää tarvitse",
};

const weekPart: Record<WeekPartCode, string> = {
  "mon-am": "ma aamupäivä",
  "mon-pm": "ma iltapäivä",
  "tue-am": "ti aamupäivä",
  "tue-pm": "ti iltapäivä",
  "wed-am": "ke aamupäivä",
  "wed-pm": "ke iltapäivä",
  "thu-am": "to aamupäivä",
  "thu-pm": "to iltapäivä",
  "fri-am": "pe aamupäivä",
  "fri-pm": "pe iltapäivä",
};

/** Words for codes. */
export const words = {
  form,
  need,
  canceller,
  doer,
  came,
  wait,
  weekPart,
  guidance: guidanceWords.fi,
  channel,
  status,
  heldStatus,
  language,
};
