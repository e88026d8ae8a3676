import type { LocalDate } from "#domain/instant.ts";
import type { Waiting } from "#domain/kinds/waiting.ts";
import type { WaitingForm, WishForm } from "#domain/waiting/waiting-form.ts";
import { usualLengthInMinutes } from "#features/parts/appointment-form/form-times.ts";

/** The form as an entry says it. */
export const wishFormOf = ({
  guidance,
  channel,
  lengthInMinutes,
  places,
  municipalities,
  when,
  asked,
  latest,
  note,
}: Waiting): WishForm => ({
  guidance,
  channel,
  length: String(lengthInMinutes),
  places,
  municipalities,
  when,
  asked: asked ?? "",
  latest: latest ?? "",
  note,
});

/** The form of somebody new on the list, who asks today. */
export const newWaitingForm = (today: LocalDate): WaitingForm => ({
  client: null,
  name: "",
  phone: "",
  language: "fi",
  guidance: "education",
  channel: "visit",
  length: String(usualLengthInMinutes),
  places: [],
  municipalities: [],
  when: [],
  asked: today,
  latest: "",
  note: "",
});
