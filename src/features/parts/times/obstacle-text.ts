import type { Obstacle } from "#domain/availability/work-calendar.ts";
import type { Texts } from "#i18n/fi/all.ts";

/** Why a time does not suit, in a few words. */
export const obstacleText = (obstacle: Obstacle, { calendar }: Texts): string => {
  switch (obstacle.kind) {
    case "holiday":
      return calendar.holidays[obstacle.holiday];
    case "absence":
      return calendar.absent;
    case "busy":
      return obstacle.label === "" ? calendar.busy : calendar.busyIn(obstacle.label);
    case "off-hours":
      return calendar.offHours;
    default:
      return obstacle satisfies never;
  }
};
