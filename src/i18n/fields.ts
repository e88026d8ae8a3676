import type { WrittenAppointment } from "#domain/kinds/appointment.ts";
import type { WrittenAllotment } from "#domain/kinds/allotment.ts";
import type { Area } from "#domain/kinds/area.ts";
import type { Attendance } from "#domain/kinds/attendance.ts";
import type { Place } from "#domain/kinds/place.ts";
import type { Waiting } from "#domain/kinds/waiting.ts";
import type { Client } from "#domain/kinds/client.ts";

export type AppointmentField = keyof WrittenAppointment;
export type ClientField = keyof Client;
export type AttendanceField = keyof Attendance;
export type PlaceField = keyof Place;
export type AreaField = keyof Area;
export type AllotmentField = keyof WrittenAllotment;
export type WaitingField = keyof Waiting;
