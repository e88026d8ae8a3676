import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What a camera reads off a picture: the text of its one QR code, octet by octet. */
export const readCode = async (picture: string): Promise<string> => {
  const { stdout } = await run(
    "zbarimg",
    ["--quiet", "--raw", "--oneshot", "-Sdisable", "-Sqrcode.enable", "-Sbinary", picture],
    { encoding: "buffer" },
  );
  return stdout.toString("utf8");
};

/** What Debian's `python3-icalendar`, another reader than our own, finds in the one event of a calendar. */
export type ReadEvent = {
  readonly uid: string;
  readonly sequence: number;
  readonly status: string;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
  /** Seconds since 1970. */
  readonly dtstart: number;
  readonly dtend: number;
  readonly dtstamp: number;
};

const script = `
import json, sys
from icalendar import Calendar
calendar = Calendar.from_ical(sys.stdin.buffer.read())
[event] = calendar.walk("VEVENT")
read = {name: str(event.get(name, "")) for name in ("uid", "status", "summary", "location", "description")}
read["sequence"] = int(event["sequence"])
for name in ("dtstart", "dtend", "dtstamp"):
    read[name] = int(event[name].dt.timestamp())
print(json.dumps(read))
`;

/** Reads the one event of a calendar by {@link ReadEvent}'s reader. */
export const readByPython = async (text: string): Promise<ReadEvent> => {
  const reading = run("/usr/bin/python3", ["-c", script]);
  reading.child.stdin?.end(text);
  const { stdout } = await reading;
  return JSON.parse(stdout) as ReadEvent;
};

/** A client's calendar program, with a calendar of its own in a folder. */
export type Khal = {
  /** Takes a file in, and returns what it complains of. */
  import(file: string): Promise<string>;
  /** What lies in the calendar, a file an event. */
  files(): Promise<readonly string[]>;
  /** The days and times it shows in the next year, with their titles. */
  list(): Promise<readonly string[]>;
};

/** Sets khal up in an empty folder. */
export const makeKhal = async (folder: string): Promise<Khal> => {
  const calendar = join(folder, "calendar");
  const config = join(folder, "config");
  await mkdir(calendar, { recursive: true });
  await writeFile(
    config,
    [
      "[calendars]",
      "[[own]]",
      `path = ${calendar}`,
      "[locale]",
      "local_timezone = Europe/Helsinki",
      "default_timezone = Europe/Helsinki",
      "timeformat = %H:%M",
      "dateformat = %Y-%m-%d",
      "longdateformat = %Y-%m-%d",
      "datetimeformat = %Y-%m-%d %H:%M",
      "longdatetimeformat = %Y-%m-%d %H:%M",
      "[sqlite]",
      `path = ${join(folder, "khal.db")}`,
      "[default]",
      "default_calendar = own",
      "",
    ].join("\n"),
  );
  const env = { ...process.env, HOME: folder, LC_ALL: "C.UTF-8" };
  const khal = (...args: readonly string[]) => run("khal", ["-c", config, ...args], { env });
  return {
    async import(file) {
      const { stderr } = await khal("import", "--batch", "-a", "own", file);
      return stderr;
    },
    async files() {
      const names = await readdir(calendar);
      return Promise.all(names.map((name) => readFile(join(calendar, name), "utf8")));
    },
    async list() {
      const format = ["--format", "{start-long} {title}", "--day-format", ""];
      const { stdout } = await khal("list", ...format, "today", "365d");
      return stdout.split("\n").filter(Boolean);
    },
  };
};
