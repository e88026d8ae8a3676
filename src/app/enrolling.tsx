import { createSignal, onCleanup, Show, Suspense } from "solid-js";
import { fail } from "#domain/result.ts";
import { lookAtCode } from "#sync/enrolment.ts";
import type { Platform } from "#store/platform.ts";
import type { Transport } from "#sync/transport.ts";
import type { Entrance } from "./entrance.ts";
import { lazyPage } from "./lazy-page.tsx";

const EnrolmentPage = lazyPage(
  async () => (await import("#features/enrolment/page.tsx")).EnrolmentPage,
);

/** A device that nobody has enrolled. The code of a link stands in its fragment, which no browser sends anywhere. */
export const Enrolling = (props: {
  readonly entrance: Entrance;
  readonly transport: Transport;
  readonly platform: Platform;
}) => {
  const [code, setCode] = createSignal(codeOfAddress());
  // Another link opened in the same tab changes nothing but the fragment.
  const readAgain = () => setCode(codeOfAddress());
  addEventListener("hashchange", readAgain);
  onCleanup(() => removeEventListener("hashchange", readAgain));
  return (
    <Suspense>
      <Show when={{ code: code() }} keyed>
        {(link) => (
          <EnrolmentPage
            code={link.code}
            chance={props.platform.chance}
            look={async (written) => {
              const answer = await lookAtCode(props.transport, written);
              return answer.ok ? answer : fail(answer.failure.code);
            }}
            enrol={async (enrolling) => {
              // The code is used up: it must not stay in the address or the history.
              const done = await props.entrance.enrol(enrolling, () =>
                history.replaceState(null, "", enrolling.hasBackup ? "/backup#bring" : "/"),
              );
              return done.ok ? done : fail(done.failure.code);
            }}
          />
        )}
      </Show>
    </Suspense>
  );
};

const codeOfAddress = (): string | null => {
  const code = location.pathname === "/enrol" ? location.hash.slice(1) : "";
  return code === "" ? null : code;
};
