import { useLocation, useNavigate } from "@solidjs/router";
import { createEffect, createSignal, Match, onMount, Switch } from "solid-js";
import { useEnvironment } from "#features/environment.tsx";
import { useStartLocale } from "#i18n/locale.ts";
import { AlreadyEnrolled } from "./already-enrolled.tsx";
import { isUnknown } from "./is-unknown.ts";
import { lazyPage } from "./lazy-page.tsx";

const RegisterAgainPage = lazyPage(
  async () => (await import("#features/enrolment/again-page.tsx")).RegisterAgainPage,
);

/**
 * An enrolment link, or the way from the notice, on a device that is in use: it can only be registered again, and only where
 * the endpoint does not know it. Another tab may lead the exchange, so this one asks for itself.
 */
export const Invited = () => {
  const { status, registration } = useEnvironment();
  const { texts } = useStartLocale();
  const location = useLocation();
  const navigate = useNavigate();
  const [found, setFound] = createSignal<"asking" | "known" | "unknown">(
    isUnknown(status()) ? "unknown" : "asking",
  );
  onMount(() => {
    if (found() === "unknown") return;
    void registration.isUnknown().then((is) => setFound(is ? "unknown" : "known"));
  });
  // Stays while the exchange tries again in between: the form must not go away under somebody who writes in it.
  createEffect(() => {
    if (isUnknown(status())) setFound("unknown");
  });
  const code = () => {
    const written = location.hash.slice(1);
    return written === "" ? null : written;
  };
  return (
    <Switch>
      <Match when={found() === "asking"}>
        <p role="status">{texts().registration.checking}</p>
      </Match>
      <Match when={found() === "known"}>
        <AlreadyEnrolled />
      </Match>
      <Match when={found() === "unknown"}>
        <RegisterAgainPage code={code()} onDone={() => navigate("/", { replace: true })} />
      </Match>
    </Switch>
  );
};
