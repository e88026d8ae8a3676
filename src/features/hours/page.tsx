import { PageHeader } from "#ui/page-header.tsx";
import { TwoColumns } from "#ui/two-columns.tsx";
import { useLocale } from "#i18n/locale.ts";
import { createHeadingFocus } from "#features/parts/screen/focus.ts";
import { createScreenTitle } from "#features/parts/screen/screen-title.ts";
import { Absences } from "./absences.tsx";
import { Week } from "./week.tsx";
import "./page.css";

/** When one works and when one is away: what the suggested times of everybody in the team go by. */
export const HoursPage = () => {
  const { texts } = useLocale();
  createScreenTitle(() => texts().hours.title);
  createHeadingFocus();
  return (
    <>
      <PageHeader
        back={{ href: "/settings", label: texts().settings.title }}
        title={texts().hours.title}
        subtitle={texts().hours.intro}
      />
      <TwoColumns side={<Absences />}>
        <Week />
      </TwoColumns>
    </>
  );
};
