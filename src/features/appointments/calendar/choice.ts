import { type Accessor, batch, createMemo, createSignal, onCleanup, untrack } from "solid-js";
import * as v from "valibot";
import { isLocalDate, type LocalDate } from "#domain/instant.ts";
import { toLocalDate } from "#domain/local-time.ts";
import { calendarDraftId } from "#features/draft-names.ts";
import { createNow, useEnvironment } from "#features/environment.tsx";
import { createAddressQuery } from "#features/parts/screen/address.ts";
import { parseSubject, type Subject, subjectCode } from "./subject.ts";

/** How times are looked at. */
export const viewCodes = ["list", "day", "week"] as const;
export type ViewCode = (typeof viewCodes)[number];

/** What of the calendar is looked at; in the address, so that going back comes to the same, and remembered. */
export type CalendarChoice = {
  readonly view: Accessor<ViewCode>;
  readonly subject: Accessor<Subject>;
  readonly date: Accessor<LocalDate>;
  readonly today: Accessor<LocalDate>;
  /** Another view, and with it perhaps another day. */
  readonly chooseView: (view: ViewCode, day?: LocalDate) => void;
  readonly chooseSubject: (subject: Subject) => void;
  readonly chooseDate: (date: LocalDate) => void;
};

const rememberedSchema = v.object({
  view: v.picklist(viewCodes),
  who: v.string(),
  date: v.string(),
  on: v.string(),
});

/**
 * The choice of the address; else the view and the subject of the last time. The day comes back only on the day it was chosen:
 * whoever opens the program in the morning wants today.
 */
export const createCalendarChoice = (): CalendarChoice => {
  const { store } = useEnvironment();
  const address = createAddressQuery();
  const now = createNow();
  const today = createMemo(() => toLocalDate(now()));
  const parsed = v.safeParse(rememberedSchema, store.drafts.read(calendarDraftId));
  const remembered = parsed.success ? parsed.output : null;
  const own: Subject = { kind: "adviser", adviser: store.identity.member };
  const firstView = () =>
    viewCodes.find((code) => code === address.first("view")) ?? remembered?.view ?? "list";
  const firstDate = (): LocalDate => {
    const [asked, before] = [address.first("date"), remembered?.date];
    if (isLocalDate(asked)) return asked;
    return isLocalDate(before) && remembered?.on === today() ? before : today();
  };
  // Not read from the address while one looks: it follows a moment later, and the next press must not be lost.
  const [view, setView] = createSignal(untrack(firstView));
  const [date, setDate] = createSignal(untrack(firstDate));
  const [who, setWho] = createSignal(
    untrack(() => address.first("who") || (remembered?.who ?? subjectCode(own))),
  );
  const subject = createMemo(() => parseSubject(who()) ?? own);
  const remember = () =>
    void store.drafts.save(calendarDraftId, {
      view: view(),
      who: who(),
      date: date(),
      on: today(),
    });
  onCleanup(() => {
    if (date() !== today()) remember();
  });
  const tell = () => address.follow(() => ({ view: view(), who: who(), date: date() }));
  return {
    view,
    subject,
    date,
    today,
    chooseView(chosen, day = date()) {
      batch(() => {
        setView(chosen);
        setDate(day);
      });
      remember();
      tell();
    },
    chooseSubject(chosen) {
      setWho(subjectCode(chosen));
      remember();
      tell();
    },
    chooseDate(chosen) {
      setDate(chosen);
      tell();
    },
  };
};
