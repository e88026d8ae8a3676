import type { Accessor } from "solid-js";
import { type Fields, isSameJson } from "#domain/json.ts";
import { type AfterForm, parseAfter } from "#domain/meeting/after.ts";
import { ok, type Result } from "#domain/result.ts";
import { afterDraftId } from "#features/draft-names.ts";
import {
  createFollowingForm,
  type FollowingForm,
} from "#features/parts/following-form/following-form.ts";
import type { AppointmentRecord } from "#features/parts/times/appointment-view.ts";
import type { Undo } from "#features/parts/values/replace-value.ts";
import type { WriteFailure } from "#store/write.ts";
import { afterFormOf } from "./values.ts";

export type AfterModel = Omit<FollowingForm<AfterForm>, "write" | "isTouched"> & {
  /** Something is written here that is not in the record, or the record says nothing yet. */
  readonly isOpen: Accessor<boolean>;
  /** `null`: the form names what is wrong. */
  save(): Promise<Result<Undo, WriteFailure> | null>;
};

/** The form of what came of a meeting. */
export const createAfter = (record: Accessor<AppointmentRecord>): AfterModel => {
  const { id } = record();
  const following = createFollowingForm<AfterForm>({
    record: id,
    read: () => afterFormOf(record().values),
    groups: { minutes: ["minutes"], outcome: ["outcome"], next: ["what", "by", "due"] },
    draftId: afterDraftId(id),
  });
  return {
    ...following,
    isOpen: () => following.isTouched() || record().values.minutes === null,
    async save() {
      const { form } = following;
      const present: Fields = { ...record().values };
      const parsed = parseAfter({ ...form.values }, record().values.next);
      form.setFailures(parsed.ok ? [] : parsed.failure);
      if (!parsed.ok) return null;
      const changed = Object.entries(parsed.value).filter(
        ([name, value]) => !isSameJson(value, present[name] ?? null),
      );
      if (changed.length === 0) return ok(async () => ok(true as const));
      return following.write(Object.fromEntries(changed));
    },
  };
};
