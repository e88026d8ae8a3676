import { useLocation } from "@solidjs/router";
import { useLocale } from "#i18n/locale.ts";
import { PageHeader } from "#ui/page-header.tsx";
import { TwoColumns } from "#ui/two-columns.tsx";
import { createHeadingFocus } from "#features/parts/screen/focus.ts";
import { createScreenTitle } from "#features/parts/screen/screen-title.ts";
import { BringForm, bringSectionId } from "./bring-form.tsx";
import { Contents } from "./contents.tsx";
import { browserHandOver, type HandOver } from "#features/parts/screen/file-hand-over.ts";
import { MakeForm } from "./make-form.tsx";

/** Making a backup of this device, and bringing one in. */
export const BackupPage = (props: {
  /** The browser itself unless a test has its own. */
  readonly handOver?: HandOver;
}) => {
  const { texts } = useLocale();
  createScreenTitle(() => texts().backup.title);
  const location = useLocation();
  // Whoever has just taken a new device into use comes with a file, not for one.
  const isBringing = location.hash === `#${bringSectionId}`;
  createHeadingFocus(isBringing ? bringSectionId : undefined);
  return (
    <>
      <PageHeader
        back={{ href: "/settings", label: texts().settings.title }}
        title={texts().backup.title}
      />
      <p>{texts().backup.text}</p>
      <TwoColumns side={<BringForm isWanted={isBringing} />}>
        <Contents />
        <MakeForm handOver={props.handOver ?? browserHandOver} isWanted={!isBringing} />
      </TwoColumns>
    </>
  );
};
