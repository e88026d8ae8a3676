import { createMemo, createSignal, Show, untrack } from "solid-js";
import { findTimes, type FoundTime, timesOfAdvisers } from "#domain/availability/finder.ts";
import type { MemberId } from "#domain/ids.ts";
import { allotmentKind, isOpenAllotment } from "#domain/kinds/allotment.ts";
import { appointmentKind } from "#domain/kinds/appointment.ts";
import { addDays, fromLocal, toLocalDate } from "#domain/local-time.ts";
import { createNow, createRecords, useEnvironment, useStanding } from "#features/environment.tsx";
import { placesByUse } from "#features/parts/appointment-form/form-places.ts";
import { createTeamAdvisers } from "#features/parts/appointment-form/team-advisers.ts";
import { createHeadingFocus } from "#features/parts/screen/focus.ts";
import { createAfterFirstFrame } from "#features/parts/screen/grow.ts";
import { createScreenTitle } from "#features/parts/screen/screen-title.ts";
import { createAround } from "#features/parts/times/appointment-row.tsx";
import { standingWithin } from "#features/parts/times/appointment-view.ts";
import { shortDrives } from "#features/parts/times/short-drives.ts";
import { createWorkCalendars } from "#features/parts/times/work-calendars.ts";
import { useLocale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { SectionTitle } from "#ui/section-title.tsx";
import { TwoColumns } from "#ui/two-columns.tsx";
import { FinderFields } from "./fields.tsx";
import { createFinderChoice, placesOf } from "./question.ts";
import { FinderResults } from "./results.tsx";

/** How many times are shown, and how many more at each asking. */
const pageSize = 12;
/** How many of them are in the first picture. */
const firstRows = 4;

/** The next free times of anybody of the team, by what this device knows. */
export const FinderPage = () => {
  const { store, status } = useEnvironment();
  const { texts, formats } = useLocale();
  const { device, member } = store.identity;
  const now = createNow();
  const today = createMemo(() => toLocalDate(now()));
  const { choice, change } = createFinderChoice(today);
  const around = createAround();
  const sorted = useStanding();
  const allotments = createRecords(allotmentKind);
  const appointments = createRecords(appointmentKind);
  const workOf = createWorkCalendars();
  const advisers = createTeamAdvisers();
  const ordered = createMemo(() => placesByUse(around(), untrack(appointments), member));
  const [count, setCount] = createSignal(pageSize);
  // What is booked is only looked at where somebody asks.
  const times = createMemo(() =>
    timesOfAdvisers(
      [...advisers().keys()] as string[] as MemberId[],
      ({ start, end }) => standingWithin(sorted(), start, end),
      [...allotments().values()].filter(({ values }) => isOpenAllotment(values)),
      workOf(),
      device,
    ),
  );
  const found = createMemo(() => {
    const { advisers: wanted, where, ...question } = choice();
    const asked = times().filter(({ adviser }) => wanted.length === 0 || wanted.includes(adviser));
    const places = placesOf(where, around(), ordered());
    return findTimes({ ...question, ...places }, asked, now(), count());
  });
  const isTooFar = (time: FoundTime) => {
    if (time.place === null) return false;
    const date = toLocalDate(time.start);
    const thatDay = standingWithin(sorted(), fromLocal(date, 0), fromLocal(addDays(date, 1), 0));
    return shortDrives(time, thatDay, around()).length > 0;
  };
  const isBegun = createAfterFirstFrame();
  const countText = () =>
    found().length < count()
      ? texts().finder.found(found().length)
      : texts().finder.foundMore(found().length);
  const exchangeText = () => {
    // The mark is renewed by an exchange, and an exchange changes the status.
    status();
    const last = store.exchange.last();
    if (last === null) return texts().finder.noExchange;
    return texts().finder.lastExchange(formats().moment(last.at, now()));
  };
  createScreenTitle(() => texts().finder.title);
  createHeadingFocus();
  return (
    <>
      <PageHeader
        back={{ href: "/appointments", label: texts().appointments.title }}
        title={texts().finder.title}
      />
      <TwoColumns
        side={
          <section class="stack" data-gap="tight" aria-labelledby="found">
            <SectionTitle id="found">{texts().finder.results}</SectionTitle>
            {/* Seen by itself; what was found should stand on the first screen of a phone. */}
            <p role="status" class="visually-hidden">
              {countText()}
            </p>
            <Show
              when={found().length > 0}
              fallback={<EmptyState title={texts().finder.none} text={texts().finder.noneText} />}
            >
              <p>
                {texts().finder.uncertainText} {exchangeText()}
              </p>
              <FinderResults
                found={isBegun() ? found() : found().slice(0, firstRows)}
                around={around()}
                today={today()}
                isTooFar={isTooFar}
              />
              <Show when={found().length === count()}>
                <Button onClick={() => setCount((shown) => shown + pageSize)}>
                  {texts().finder.more}
                </Button>
              </Show>
            </Show>
          </section>
        }
      >
        <FinderFields
          choice={choice()}
          onChange={(changes) => {
            setCount(pageSize);
            change(changes);
          }}
          around={around()}
          ordered={ordered()}
          today={today()}
        />
      </TwoColumns>
    </>
  );
};
