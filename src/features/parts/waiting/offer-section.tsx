import { createMemo, For, Show } from "solid-js";
import type { RecordId } from "#domain/ids.ts";
import { isRemote } from "#domain/kinds/appointment-codes.ts";
import { clientKind } from "#domain/kinds/client.ts";
import { toLocal, toLocalDate } from "#domain/local-time.ts";
import type { FreedTime } from "#domain/waiting/freed-times.ts";
import { createNow, createRecords } from "#features/environment.tsx";
import { clientMessage } from "#features/parts/contact/client-message.ts";
import { ContactLinks } from "#features/parts/contact/contact-links.tsx";
import { bookingHref } from "#features/parts/times/booking-href.ts";
import { type Around, clientName } from "#features/parts/times/appointment-view.ts";
import { useLocale } from "#i18n/locale.ts";
import { ButtonLink } from "#ui/button-link.tsx";
import { ListRow } from "#ui/list-row.tsx";
import { RowList } from "#ui/row-list.tsx";
import { SectionTitle } from "#ui/section-title.tsx";
import { createOffers, type WaitingEntry } from "./freed.ts";
import { waitText } from "./waiting-text.ts";
import "#features/parts/screen/choices.css";

/** So many are offered a time at once: whoever is behind them has to wait for their answer. */
const shownAtMost = 5;

/** Whom the time helps that an appointment has set free, in their turn: one calls, writes, or books at once. */
export const OfferSection = (props: { readonly of: RecordId; readonly around: Around }) => {
  const { texts, formats } = useLocale();
  const now = createNow();
  const offers = createOffers(now, () => props.of);
  const offer = createMemo(() => offers()[0]);
  const today = () => toLocalDate(now());
  const timeOf = ({ slot }: FreedTime) => {
    const day = formats().dayShort(toLocalDate(slot.start), today());
    return texts().waitingList.freed.time(day, formats().span(slot.start, slot.end));
  };
  return (
    <Show when={offer()}>
      {(found) => (
        <section class="stack" data-gap="tight" aria-labelledby="offer">
          <SectionTitle id="offer">{texts().waitingList.freed.title}</SectionTitle>
          <p>
            {timeOf(found().freed)}. {texts().waitingList.freed.fits(found().entries.length)}{" "}
            {found().entries.length > 1 ? texts().waitingList.freed.order : ""}
          </p>
          <RowList>
            <For each={found().entries.slice(0, shownAtMost)}>
              {(entry) => <OfferRow entry={entry} freed={found().freed} around={props.around} />}
            </For>
          </RowList>
        </section>
      )}
    </Show>
  );
};

const OfferRow = (props: {
  readonly entry: WaitingEntry;
  readonly freed: FreedTime;
  readonly around: Around;
}) => {
  const { texts, formats } = useLocale();
  const now = createNow();
  const clients = createRecords(clientKind);
  const values = () => props.entry.values;
  const name = () => clientName(values(), props.around, texts());
  const client = () => {
    const { client: id } = values();
    return id === null ? undefined : clients().get(id)?.values;
  };
  const subtitle = () => {
    const words = { texts: texts(), formats: formats(), today: toLocalDate(now()) };
    return [waitText(values(), words), values().note].filter(Boolean).join(" · ");
  };
  const message = () =>
    clientMessage("offer", {
      language: client()?.language ?? "",
      start: props.freed.slot.start,
      now: now(),
      adviser: adviser(),
      isCall: false,
    });
  const adviser = () =>
    props.around.advisers.get(props.freed.slot.adviser as string as RecordId)?.values.name ?? "";
  const href = () => {
    const { start, place, adviser: whose } = props.freed.slot;
    const { lengthInMinutes, channel } = values();
    const at = isRemote(channel) ? null : place;
    const from = { ...toLocal(start), adviser: whose, place: at, lengthInMinutes };
    return `${bookingHref(from)}&waiting=${props.entry.id}`;
  };
  return (
    <ListRow title={name()} subtitle={subtitle()}>
      <div class="choices">
        <Show when={client()?.phone}>
          {(phone) => <ContactLinks phone={phone()} who={name()} message={message()} />}
        </Show>
        <ButtonLink href={href()} label={texts().waitingList.freed.offerFor(name())}>
          {texts().waitingList.freed.offer}
        </ButtonLink>
      </div>
    </ListRow>
  );
};
