import { type PageTexts, pages } from "./pages.ts";
import { start, type StartTexts } from "./start.ts";

/** Every text of the program. */
export type Texts = StartTexts & PageTexts;

export const texts: Texts = { ...start, ...pages };
