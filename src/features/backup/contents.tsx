import { createSignal, onCleanup, Show } from "solid-js";
import type { BackupCounts } from "#store/backup/backup.ts";
import { useLocale } from "#i18n/locale.ts";
import { Card } from "#ui/card.tsx";
import { Notice } from "#ui/notice.tsx";
import { SectionTitle } from "#ui/section-title.tsx";
import { isBeingWritten } from "../draft-names.ts";
import { createNow, useEnvironment } from "../environment.tsx";
import { createLastBackup } from "#features/parts/exchange/last-backup.ts";
import "#features/parts/screen/facts.css";

/** What a backup would hold, and when the last one was taken. */
export const Contents = () => {
  const { store } = useEnvironment();
  const { texts, formats } = useLocale();
  /** `undefined` until it is counted, `null` when the disk could not be read. */
  const [counts, setCounts] = createSignal<BackupCounts | null | undefined>(undefined);
  const count = async () => {
    const counted = await store.backup.count();
    setCounts(counted.ok ? counted.value : null);
  };
  void count();
  onCleanup(store.ledger.subscribe(() => void count()));
  const last = createLastBackup();
  const now = createNow();
  const lastSentence = () => {
    const at = last();
    return at === null ? texts().backup.never : texts().backup.last(formats().moment(at, now()));
  };
  return (
    <section class="stack" aria-labelledby="contents">
      <SectionTitle id="contents">{texts().backup.contents}</SectionTitle>
      <Show
        when={counts() !== null}
        fallback={<Notice tone="broken">{texts().backup.countFailed}</Notice>}
      >
        <Card>
          <div class="stack" data-gap="tight">
            <dl class="facts">
              <dt>{texts().backup.unsent}</dt>
              <dd>{counts()?.unsent ?? "–"}</dd>
              <dt>{texts().backup.refused}</dt>
              <dd>{counts()?.refused ?? "–"}</dd>
              <dt>{texts().backup.drafts}</dt>
              <dd>{counts()?.drafts.filter(isBeingWritten).length ?? "–"}</dd>
              <dt>{texts().backup.records}</dt>
              <dd>{counts()?.records ?? "–"}</dd>
            </dl>
            <p>{lastSentence()}</p>
          </div>
        </Card>
      </Show>
    </section>
  );
};
