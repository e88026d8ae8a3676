import type { DemoCode } from "./demo/start-demo.ts";
import { enrolmentLink, linkAsQrCode } from "./enrolment-link.ts";

/** What a start came to: somebody has joined, nobody has and here is a code, or it is the demonstration. */
export type Started =
  | { readonly kind: "going" }
  | { readonly kind: "first"; readonly code: string }
  | { readonly kind: "demo"; readonly codes: readonly DemoCode[] };

/** What the person who started the endpoint reads. `origin` is where people find it. */
export const greet = (origin: string, started: Started): string => {
  const where = `\n  Katve is at ${origin}\n`;
  switch (started.kind) {
    case "going":
      return `${where}\n  A link that lets somebody in, good for 15 minutes:  npm run katve -- code\n\n`;
    case "first": {
      const link = enrolmentLink(origin, started.code);
      return (
        `${where}\n  Nobody has joined yet. The first coordinator comes in by this link, once, within 15 minutes:\n\n` +
        `  ${link}\n\n${linkAsQrCode(link)}\n\n  A further link:  npm run katve -- code\n\n`
      );
    }
    case "demo": {
      const width = Math.max(...started.codes.map(({ name }) => name.length));
      const links = started.codes.map(
        ({ name, code }) => `  ${name.padEnd(width)}  ${enrolmentLink(origin, code)}\n`,
      );
      return `${where}\n  A demonstration: everybody and everything in it is made up.\n  Each link lets one device in, once, within 15 minutes:\n\n${links.join("")}\n`;
    }
    default:
      return started satisfies never;
  }
};
