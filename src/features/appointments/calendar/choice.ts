import { type Accessor, createMemo, createSignal, onCleanup, untrack } from "solid-js";
import { isCalendarDay, type LocalDate } from "#domain/instant.ts";
import { toLocalDate } from "#domain/local-time.ts";
import { createNow, useEnvironment } from "#features/environment.tsx";
import { createAddressOfScreen } from "#features/parts/screen/address.ts";
import { createAtRest } from "#features/parts/screen/after-picture.ts";
import { isSame, type Looked, readLooked, saveLooked, type ViewCode, viewCodes } from "./looked.ts";
import { parseSubject, type Subject, subjectCode } from "./subject.ts";

/** What of the calendar is looked at; in the address, so that going back comes to the same, and remembered. */
export type CalendarChoice = {
  readonly view: Accessor<ViewCode>;
  readonly subject: Accessor<Subject>;
  readonly date: Accessor<LocalDate>;
  readonly today: Accessor<LocalDate>;
  readonly chooseView: (view: ViewCode) => void;
  /** A day of the week by itself: going back leads to the week again. */
  readonly openDay: (day: LocalDate) => void;
  readonly chooseSubject: (subject: Subject) => void;
  readonly chooseDate: (date: LocalDate) => void;
};

/**
 * The choice of the address, where a day that is not said is today. An address that says nothing has the view and the subject
 * of the last time, and the day on the day it was chosen: whoever opens the program in the morning wants today.
 */
export const createCalendarChoice = (): CalendarChoice => {
  const { store } = useEnvironment();
  const now = createNow();
  const today = createMemo(() => toLocalDate(now()));
  const own: Subject = { kind: "adviser", adviser: store.identity.member };
  const usual: Looked = { view: "list", who: subjectCode(own), date: today() };
  let remembered = readLooked(store, today()) ?? usual;
  const [looked, setLooked] = createSignal(remembered);
  const address = createAddressOfScreen(() => arrive());
  const asked = (before: Looked): Looked => {
    const [who, date] = [address.read("who"), address.read("date")];
    const view = viewCodes.find((code) => code === address.read("view"));
    const isBare = view === undefined && who === "" && date === "";
    return {
      view: view ?? before.view,
      who: who || before.who,
      date: isCalendarDay(date) ? date : isBare ? before.date : today(),
    };
  };
  /** An address always says what it shows: coming back to it later, or loading it again, shows the same. */
  const tell = (asNew = false) => {
    const { view, who, date } = looked();
    address.follow({ view, who, date: date === today() ? "" : date }, asNew);
  };
  const arrive = () => {
    setLooked(asked(looked()));
    tell();
  };
  const remember = () => {
    if (isSame(remembered, looked())) return;
    remembered = looked();
    saveLooked(store, remembered, today());
  };
  const rememberAtRest = createAtRest(remember);
  untrack(arrive);
  onCleanup(remember);
  const choose = (changes: Partial<Looked>, asNew = false) => {
    // Not read from the address while one looks: it follows a moment later, and the next press must not be lost.
    setLooked({ ...looked(), ...changes });
    tell(asNew);
    rememberAtRest();
  };
  const view = createMemo(() => looked().view);
  const date = createMemo(() => looked().date);
  const who = createMemo(() => looked().who);
  const subject = createMemo(() => parseSubject(who()) ?? own);
  return {
    view,
    subject,
    date,
    today,
    chooseView: (chosen) => choose({ view: chosen }),
    openDay: (day) => choose({ view: "day", date: day }, true),
    chooseSubject: (chosen) => choose({ who: subjectCode(chosen) }),
    chooseDate: (chosen) => choose({ date: chosen }),
  };
};
