import type { Texts } from "#i18n/fi/all.ts";
import { ownMember } from "#domain/json.ts";

/** What the list of those who take part is called in a meeting of this form. */
export const rosterTitle = (form: string, { meeting }: Texts): string =>
  ownMember(meeting.rosters, form) ?? meeting.roster;
