import { Show } from "solid-js";
import { freeAllottedTimes } from "#domain/times/allotted.ts";
import { useStartLocale } from "#i18n/locale.ts";
import { ButtonLink } from "#ui/button-link.tsx";
import { ListRow } from "#ui/list-row.tsx";
import { RowList } from "#ui/row-list.tsx";
import { createCurrentAllotments } from "#features/parts/times/allotments.ts";
import { standingFrom } from "#features/parts/times/appointment-view.ts";
import { createNow, useEnvironment, useStanding } from "../environment.tsx";
import { HeldBadge } from "#features/parts/times/held-badge.tsx";

/** The times that this device holds, in one row, or else the way to hold some. */
export const Held = () => {
  const { member, device } = useEnvironment().store.identity;
  const { texts } = useStartLocale();
  const now = createNow();
  const sorted = useStanding();
  const current = createCurrentAllotments(now);
  const own = () => current().filter(({ values }) => values.holder === device);
  const left = () => {
    const taken = standingFrom(sorted(), now(), member).map(({ values }) => values.slot);
    const free = own().map((allotment) => freeAllottedTimes(allotment, taken, now()).length);
    return free.reduce((sum, count) => sum + count, 0);
  };
  const subtitle = () => {
    const labels = new Set(own().flatMap(({ values }) => values.label || []));
    return [...labels, texts().holding.left(left())].join(" · ");
  };
  return (
    <Show
      when={own().length > 0}
      fallback={
        <ButtonLink href="/hold" kind="quiet">
          {texts().holding.title}
        </ButtonLink>
      }
    >
      <RowList>
        <ListRow
          href="/hold"
          title={texts().holding.listTitle}
          subtitle={subtitle()}
          badges={<HeldBadge allotments={own()} />}
        />
      </RowList>
    </Show>
  );
};
