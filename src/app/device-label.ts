/** What a list of devices calls this one: the system, and nothing that singles a person out. */
export const deviceLabel = (userAgent: string): string =>
  /Android|iPhone|iPad|Windows|Mac OS|Linux/.exec(userAgent)?.[0] ?? "";
