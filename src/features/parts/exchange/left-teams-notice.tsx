import { useLocation } from "@solidjs/router";
import { For } from "solid-js";
import type { ScopeId } from "#domain/ids.ts";
import { useStartLocale } from "#i18n/locale.ts";
import type { TrayEntry } from "#store/tray.ts";
import { Button } from "#ui/button.tsx";
import { ButtonLink } from "#ui/button-link.tsx";
import { Notice } from "#ui/notice.tsx";
import { createTray } from "#features/environment.tsx";
import { keepFocus } from "#features/parts/screen/focus.ts";
import { createLeftTeams } from "./left-teams.ts";
import "#features/parts/screen/choices.css";

/** Says once of each team that the member was taken out of that its records are gone, and where what was not sent lies. */
export const LeftTeamsNotice = () => {
  const { texts } = useStartLocale();
  const { left, noteRead } = createLeftTeams();
  const { entries } = createTray();
  const location = useLocation();
  const hasRefused = (team: ScopeId) => entries()?.some((entry) => homeOf(entry) === team) === true;
  const close = (team: ScopeId) => {
    noteRead(team);
    queueMicrotask(() => keepFocus(null));
  };
  return (
    <For each={left().map(({ scope }) => scope)}>
      {(team) => (
        <Notice
          title={texts().shell.leftTitle(left().find(({ scope }) => scope === team)?.name ?? "")}
          action={
            <div class="choices">
              <Button onClick={() => close(team)}>{texts().shell.leftRead}</Button>
              {hasRefused(team) && location.pathname !== "/tray" ? (
                <ButtonLink href="/tray">{texts().tray.look}</ButtonLink>
              ) : undefined}
            </div>
          }
        >
          {texts().shell.leftText} {hasRefused(team) ? texts().shell.leftUnsent : ""}
        </Notice>
      )}
    </For>
  );
};

/** The team an edit was for, as far as the device has seen it. */
const homeOf = ({ op, about }: TrayEntry): ScopeId | undefined =>
  about?.home ?? (op.verb === "new" ? op.value.home : undefined);
