import { createSignal } from "solid-js";
import { useLocale } from "#i18n/locale.ts";
import type { CalendarFeed } from "#sync/calendar-feeds.ts";
import { Button } from "#ui/button.tsx";
import { ConfirmDialog } from "#ui/confirm-dialog.tsx";
import { ListRow } from "#ui/list-row.tsx";
import { createNow, useEnvironment } from "../environment.tsx";
import type { FeedsModel } from "./feeds.ts";
import "#features/parts/screen/choices.css";

/** One address that is in use: what it tells, when it was made and read, another in its place, and its end. */
export const FeedRow = (props: { readonly feed: CalendarFeed; readonly model: FeedsModel }) => {
  const { toasts } = useEnvironment();
  const { texts, formats } = useLocale();
  const now = createNow();
  const [asking, setAsking] = createSignal<"renew" | "revoke" | null>(null);
  const words = () => texts().calendarFeed;
  const title = () => props.feed.label || words().unnamed;
  const subtitle = () => {
    const { names, made, read } = props.feed;
    return [
      names ? words().named : words().neutral,
      words().made(formats().moment(made, now())),
      read === null ? words().neverRead : words().read(formats().moment(read, now())),
    ].join(" · ");
  };
  const renew = () => {
    setAsking(null);
    void props.model.ask((feeds) => feeds.renew(props.feed.id));
  };
  const revoke = async () => {
    setAsking(null);
    const message = words().revoked;
    if (await props.model.ask((feeds) => feeds.revoke(props.feed.id))) {
      toasts.show({ text: message });
    }
  };
  return (
    <>
      <ListRow title={title()} subtitle={subtitle()}>
        <div class="choices">
          <Button kind="quiet" onClick={() => setAsking("renew")}>
            {words().renew}
          </Button>
          <Button kind="quiet" onClick={() => setAsking("revoke")}>
            {words().revoke}
          </Button>
        </div>
      </ListRow>
      <ConfirmDialog
        open={asking() === "renew"}
        title={words().renewTitle}
        text={words().renewText}
        confirmLabel={words().renew}
        cancelLabel={words().keep}
        onCancel={() => setAsking(null)}
        onConfirm={renew}
      />
      <ConfirmDialog
        open={asking() === "revoke"}
        title={words().revokeTitle}
        text={words().revokeText}
        confirmLabel={words().revoke}
        cancelLabel={words().doNotRevoke}
        danger
        onCancel={() => setAsking(null)}
        onConfirm={() => void revoke()}
      />
    </>
  );
};
