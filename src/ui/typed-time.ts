/**
 * Reads a time of day as people type it: "13", "9.30", "13:30", "1330", "klo 13.30".
 * Gives HH:mm, or undefined when it is no time.
 */
export function parseTypedTime(typed: string): string | undefined {
  const match = /^\D*(\d{1,2})(?:\s*[.:,]?\s*(\d{2}))?\s*$/.exec(typed);
  const hours = Number(match?.[1]);
  const minutes = Number(match?.[2] ?? "0");
  if (match === null || hours > 23 || minutes > 59) return undefined;
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}
