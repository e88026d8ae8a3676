import { test } from "@playwright/test";
import { doMainJob } from "./support/main-job.ts";

test("a time booked where there is no coverage arrives by itself", () => doMainJob("firefox"));
