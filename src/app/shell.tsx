import { type RouteSectionProps, useLocation } from "@solidjs/router";
import CalendarDays from "lucide-solid/icons/calendar-days";
import Settings from "lucide-solid/icons/settings";
import Sun from "lucide-solid/icons/sun";
import { ErrorBoundary, Suspense } from "solid-js";
import { BroughtBackNotice } from "#features/parts/exchange/brought-back-notice.tsx";
import { LeftTeamsNotice } from "#features/parts/exchange/left-teams-notice.tsx";
import { useStartLocale } from "#i18n/locale.ts";
import { PageFrame } from "#ui/page-frame.tsx";
import { SkipLink } from "#ui/skip-link.tsx";
import { TabBar } from "#ui/tab-bar.tsx";
import { Defect } from "./defect.tsx";
import { StoppedNotice } from "./stopped-notice.tsx";

const mainId = "main";

/** The frame around every screen: the way past the navigation, the navigation, the screen. */
export const Shell = (props: RouteSectionProps) => (
  <>
    <Skip />
    <PageFrame mainId={mainId} navigation={<Navigation />}>
      <ErrorBoundary fallback={(error: unknown) => <Defect error={error} />}>
        <StoppedNotice />
        <BroughtBackNotice />
        <LeftTeamsNotice />
        <Suspense>{props.children}</Suspense>
      </ErrorBoundary>
    </PageFrame>
  </>
);

const Skip = () => {
  const { texts } = useStartLocale();
  return <SkipLink target={mainId}>{texts().shell.skip}</SkipLink>;
};

/** The pages behind each tab besides its own: a tab is marked as long as its pages lead back to it. */
const pagesBehind = {
  today: ["/hold", "/waiting", "/calls", "/steps", "/conflicts", "/tray"],
  appointments: ["/appointments", "/book", "/find"],
  settings: ["/settings", "/backup", "/hours", "/area", "/busy-times", "/calendar-feed"],
};

const Navigation = () => {
  const { texts } = useStartLocale();
  const location = useLocation();
  const isUnder = (pages: readonly string[]) =>
    pages.some((page) => location.pathname === page || location.pathname.startsWith(`${page}/`));
  return (
    <TabBar
      label={texts().shell.navigation}
      items={[
        {
          href: "/",
          label: texts().shell.today,
          icon: Sun,
          current: location.pathname === "/" || isUnder(pagesBehind.today),
        },
        {
          href: "/appointments",
          label: texts().shell.appointments,
          icon: CalendarDays,
          current: isUnder(pagesBehind.appointments),
        },
        {
          href: "/settings",
          label: texts().shell.settings,
          icon: Settings,
          current: isUnder(pagesBehind.settings),
        },
      ]}
    />
  );
};
