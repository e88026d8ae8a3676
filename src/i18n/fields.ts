import type { WrittenAppointment } from "#domain/kinds/appointment.ts";
import type { WrittenAllotment } from "#domain/kinds/allotment.ts";
import type { Client } from "#domain/kinds/client.ts";

export type AppointmentField = keyof WrittenAppointment;
export type ClientField = keyof Client;
export type AllotmentField = keyof WrittenAllotment;
