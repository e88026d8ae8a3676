import type { FailureCode, FieldFailureCode } from "#domain/failure.ts";
import { lineMaxLength } from "#domain/fields/field.ts";
import { checkPassphrase } from "#domain/passphrase.ts";
import { hasPersonalCode } from "#domain/personal-code.ts";
import type { Texts } from "#i18n/fi/all.ts";
import type { LocaleCode } from "#i18n/language.ts";

/** What a code lets its holder into. */
export type LookView = {
  readonly area: Readonly<Record<LocaleCode, string>>;
  readonly team: string;
  /** There when the code is for somebody who already has a name. */
  readonly name?: string | undefined;
};

export type EnrolmentForm = {
  readonly code: string;
  readonly name: string;
  readonly passphrase: string;
  /** Somebody whose member the endpoint knows already has a backup to bring in. */
  readonly hasBackup: boolean;
};

type FieldName = "name" | "passphrase";
export type EnrolmentFailures = Partial<Record<FieldName, FieldFailureCode>>;

/** What is wrong with the name and the passphrase, before anything is sent. */
export const checkEnrolment = ({ name, passphrase }: EnrolmentForm): EnrolmentFailures => {
  const failures: EnrolmentFailures = {};
  if (name.trim() === "") failures.name = "field.required";
  else if (name.length > lineMaxLength) failures.name = "field.too_long";
  else if (hasPersonalCode(name)) failures.name = "field.personal_code";
  const checked = checkPassphrase(passphrase);
  if (!checked.ok) failures.passphrase = checked.failure;
  return failures;
};

/** Failures of the code itself; any other is told above the form. */
export const isOfCode = (code: FailureCode): boolean =>
  code.startsWith("code.") || code === "field.required";

/** The sentence for a failure, in the words of somebody who is not inside yet. */
export const enrolmentSentence = (
  code: FailureCode,
  texts: Texts,
  needsNetwork: string = texts.enrolment.needsNetwork,
): string => (code.startsWith("network.") ? needsNetwork : texts.failures[code]);
