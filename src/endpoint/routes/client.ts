import type { Hono } from "hono";
import { makeClientFiles } from "../http/client-files.ts";

/**
 * The built client: its files, and its first page for every other path a browser opens, so that a link into the program
 * works. What is neither goes on to the refusal of unknown routes.
 */
export const addClientRoutes = (app: Hono, folder: string): void => {
  const files = makeClientFiles(folder);
  app.get("*", async (context, next) => {
    const { headers } = context.req.raw;
    const { path } = context.req;
    const file = await files.find(path === "/" ? "/index.html" : path, headers);
    if (file !== null) return file;
    const isPage = context.req.header("accept")?.includes("text/html") === true;
    const page = isPage ? await files.find("/index.html", headers) : null;
    return page ?? next();
  });
};
