import type { Appointment } from "#domain/kinds/appointment.ts";
import type { Client } from "#domain/kinds/client.ts";

export type AppointmentField = keyof Appointment;
export type ClientField = keyof Client;
