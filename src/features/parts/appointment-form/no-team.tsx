import { Show } from "solid-js";
import { News } from "#features/parts/screen/news.tsx";
import { useEnvironment } from "#features/environment.tsx";
import { useLocale } from "#i18n/locale.ts";
import { Notice } from "#ui/notice.tsx";
import { createTeamLack, type TeamLack } from "./team-scope.ts";

/** Says at once, above a form, that nothing can be booked and will not be by itself; before the first exchange nobody has to act. */
export const NoTeam = () => {
  const { status } = useEnvironment();
  const lack = createTeamLack();
  const isToldAbove = () => {
    const now = status();
    return now.kind === "stopped" && now.reason === "device.revoked";
  };
  const told = () => {
    const now = lack();
    return now === "not-yet" || (now === "revoked" && isToldAbove()) ? null : now;
  };
  return <Show when={told()}>{(reason) => <Words lack={reason()} />}</Show>;
};

/** Says beside the button that was pressed why nothing was booked; it leaves by itself when the team comes. */
export const NoTeamAnswer = (props: { readonly isPressed: boolean }) => {
  const lack = createTeamLack();
  return (
    <Show when={props.isPressed && lack()}>
      {(reason) => (
        <News>
          <Words lack={reason()} urgent />
        </News>
      )}
    </Show>
  );
};

const Words = (props: { readonly lack: TeamLack; readonly urgent?: boolean }) => {
  const { texts } = useLocale();
  const words = () => texts().form.noTeam[props.lack];
  return (
    <Notice
      tone={props.lack === "not-yet" ? "waiting" : "broken"}
      urgent={props.urgent}
      title={words().title}
    >
      {words().text}
    </Notice>
  );
};
