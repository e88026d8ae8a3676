import type { Accessor } from "solid-js";
import type { Instant } from "#domain/instant.ts";
import type { ReminderLead } from "#domain/meeting/reminders.ts";

/**
 * Reminders that this device shows by itself. `missing`: the browser has none to show; `refused`: the person or the browser
 * has blocked them; else they are on or off, as a person switched them.
 */
export type RemindersStanding = "missing" | "refused" | "off" | "on";

export type Reminders = {
  readonly standing: Accessor<RemindersStanding>;
  /** How long before a time, in minutes. */
  readonly lead: Accessor<ReminderLead>;
  setLead(lead: ReminderLead): void;
  /** Switches them on or off because a person pressed; the browser may ask whether it may. */
  turn(isOn: boolean): Promise<void>;
  /** The starts to remind of from now on, in place of those before. They outlast the lock: nothing but times is kept. */
  plan(starts: readonly Instant[]): void;
};
