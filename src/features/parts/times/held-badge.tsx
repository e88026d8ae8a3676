import { Match, Switch } from "solid-js";
import type { AllotmentRecord } from "#domain/times/allotted.ts";
import { standingOf } from "#domain/times/promise.ts";
import { useStartLocale } from "#i18n/locale.ts";
import { Badge } from "#ui/badge.tsx";
import { useEnvironment } from "#features/environment.tsx";

/** How certain held times are: as certain as the least of them. */
export const HeldBadge = (props: { readonly allotments: readonly AllotmentRecord[] }) => {
  const { device } = useEnvironment().store.identity;
  const { texts } = useStartLocale();
  const isAny = (standing: ReturnType<typeof standingOf>) =>
    props.allotments.some(({ values }) => standingOf(values.slot, values.promise) === standing);
  const isElsewhere = () => props.allotments.every(({ values }) => values.holder !== device);
  return (
    <Switch fallback={<Badge tone="certain">{texts().slots.guaranteed}</Badge>}>
      <Match when={isElsewhere()}>
        <Badge tone="neutral">{texts().holding.elsewhere}</Badge>
      </Match>
      <Match when={isAny("clash")}>
        <Badge tone="broken">{texts().holding.clash}</Badge>
      </Match>
      <Match when={isAny("tentative")}>
        <Badge tone="waiting">{texts().holding.tentative}</Badge>
      </Match>
    </Switch>
  );
};
