import type { Texts } from "#i18n/fi/all.ts";
import type { Against } from "#features/parts/times/lookout.ts";

/**
 * In a short sentence, that somebody has a time already: another booking, or whoever it is held for; `null` for whatever
 * else stands against it. `isOwn`: the time is of the calendar of whoever reads it.
 */
export const takenText = (against: Against, isOwn: boolean, texts: Texts): string | null => {
  switch (against.kind) {
    case "clash":
      return isOwn ? texts.form.alsoTaken : texts.form.alsoTakenOfOther;
    case "held": {
      const { heldHereTitle, heldElsewhereTitle } = texts.slots;
      return asSentence(against.held.isOwn ? heldHereTitle : heldElsewhereTitle);
    }
    default:
      return null;
  }
};

/** A heading ends without a full stop, one of several sentences with one. */
export const asSentence = (text: string): string => (text.endsWith(".") ? text : `${text}.`);
