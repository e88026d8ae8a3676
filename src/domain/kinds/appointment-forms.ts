import type { FormCode } from "./appointment-codes.ts";

/**
 * What an appointment of some form is made of beside its time: one `client`; a `title` that it has to have or may have;
 * a `roster` of several clients; a number of places (`capacity`); colleagues who lead it too; `partners` of other
 * organisations. One that `meetsThere` cannot be held over a phone or a network.
 */
export type FormParts = {
  readonly client: boolean;
  readonly title: "required" | "free" | "none";
  readonly roster: boolean;
  readonly capacity: boolean;
  readonly coLeaders: boolean;
  readonly partners: boolean;
  readonly meetsThere: boolean;
};

const oneClient: FormParts = {
  client: true,
  title: "none",
  roster: false,
  capacity: false,
  coLeaders: false,
  partners: false,
  meetsThere: false,
};

const parts: Readonly<Record<FormCode, FormParts>> = {
  individual: oneClient,
  group: {
    ...oneClient,
    client: false,
    title: "required",
    roster: true,
    capacity: true,
    coLeaders: true,
  },
  joint: { ...oneClient, partners: true },
  "site-visit": {
    ...oneClient,
    client: false,
    title: "free",
    roster: true,
    coLeaders: true,
    meetsThere: true,
  },
  "drop-in": { ...oneClient, client: false, title: "free", coLeaders: true },
};

/** Of a form of another version nothing is asked and nothing hidden. */
const unknownForm: FormParts = {
  client: false,
  title: "free",
  roster: true,
  capacity: true,
  coLeaders: true,
  partners: true,
  meetsThere: false,
};

/** What an appointment of this form is made of. */
export const partsOfForm = (form: string): FormParts =>
  Object.hasOwn(parts, form) ? parts[form as FormCode] : unknownForm;
