import { Tickable, type CheckboxProps } from "./checkbox.tsx";

/** On or off at once, without a save button; a checkbox otherwise. */
export function Switch(props: CheckboxProps) {
  return <Tickable {...props} look="switch" />;
}
