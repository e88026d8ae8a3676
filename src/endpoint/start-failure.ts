import type { ConfigFailure } from "./config.ts";
import type { OpenFailure } from "./database/open.ts";
import type { RehearsalFailure } from "./rehearsal/rehearse.ts";

/** Why the endpoint did not start. */
export type StartFailure =
  | ConfigFailure
  | OpenFailure
  | { readonly code: "arguments.invalid"; readonly reason: string }
  | { readonly code: "listen.port_taken"; readonly port: number }
  | { readonly code: "listen.failed"; readonly reason: string }
  | RehearsalFailure
  | { readonly code: "demo.in_use" };

/** One line for the person who tried to start it. `place` is where the database is, or should be. */
export const tellStartFailure = (failure: StartFailure, place: string): string => {
  switch (failure.code) {
    case "config.invalid":
      return `${failure.setting} has to be ${failure.expected}.`;
    case "arguments.invalid":
      return failure.reason;
    case "database.not_opened":
      return `The data folder ${place} cannot be used (${failure.reason}). Set KATVE_DATA to one that can be written.`;
    case "database.not_reached":
      return `The database ${place} cannot be used (${failure.reason}). Set DATABASE_URL to one that can be.`;
    case "database.newer":
      return `The data in ${place} were written by a newer version of Katve. Start that version, or a newer one.`;
    case "listen.port_taken":
      return `Port ${failure.port} is taken. Stop what listens there, or set PORT to another one.`;
    case "listen.failed":
      return `The endpoint cannot listen (${failure.reason}). Set HOST and PORT to something this machine has.`;
    case "rehearsal.failed":
      return `The endpoint cannot exchange anything (${failure.reason}). No data were touched. Start another version.`;
    case "demo.in_use":
      return `The data in ${place} are in use. Set KATVE_DATA to an empty folder, or DATABASE_URL to an empty database.`;
    default:
      return failure satisfies never;
  }
};
