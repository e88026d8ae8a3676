import { describe, expect, test } from "vitest";
import { openWake } from "#sync/wake.ts";

class Line extends EventTarget {
  readonly CLOSED = 2;
  readyState = 0;
  close() {
    this.readyState = 2;
  }
}

const makeRoom = () => {
  const lines: Line[] = [];
  const heard: string[] = [];
  let task: (() => void) | null = null;
  const room = { lines, heard, isWanted: true, tick: () => task?.() };
  const wake = openWake({
    open: () => {
      const line = new Line();
      lines.push(line);
      return line as unknown as EventSource;
    },
    isWanted: () => room.isWanted,
    later: (next) => {
      task = next;
      return () => {
        task = null;
      };
    },
    onRefused: () => heard.push("refused"),
    onReach: () => heard.push("reach"),
    onNews: (news) => heard.push(news ?? "news"),
  });
  return { room, wake };
};

describe("the wake-up line", () => {
  test("passes on that the endpoint is there and that it has news", () => {
    const { room } = makeRoom();
    room.lines[0]!.dispatchEvent(new Event("open"));
    room.lines[0]!.dispatchEvent(new Event("wake"));
    room.lines[0]!.dispatchEvent(new MessageEvent("news", { data: '{"a":1}' }));
    expect(room.heard).toEqual(["reach", "news", '{"a":1}']);
  });

  test("leaves a line alone that the browser reconnects by itself", () => {
    const { room } = makeRoom();
    room.tick();
    expect(room.lines).toHaveLength(1);
  });

  test("opens a refused line again", () => {
    const { room } = makeRoom();
    room.lines[0]!.readyState = 2;
    room.tick();
    expect(room.lines).toHaveLength(2);
  });

  test("tells of a refused line at once, then ever more rarely, and not of a broken one", () => {
    const { room } = makeRoom();
    const fail = (readyState: number) => {
      const line = room.lines.at(-1)!;
      line.readyState = readyState;
      line.dispatchEvent(new Event("error"));
      room.tick();
    };
    const told: number[] = [];
    for (let time = 1; time <= 20; time += 1) {
      fail(2);
      if (room.heard.splice(0).length > 0) told.push(time);
    }
    expect(told).toEqual([1, 2, 4, 8, 16]);
    fail(0);
    expect(room.heard).toEqual([]);
    room.lines.at(-1)!.dispatchEvent(new Event("open"));
    fail(2);
    expect(room.heard).toEqual(["reach", "refused"]);
  });

  test("rests while it is not wanted and comes back when it is", () => {
    const { room } = makeRoom();
    room.isWanted = false;
    room.tick();
    expect(room.lines[0]!.readyState).toBe(2);
    room.tick();
    expect(room.lines).toHaveLength(1);
    room.isWanted = true;
    room.tick();
    expect(room.lines).toHaveLength(2);
  });

  test("ends for good", () => {
    const { room, wake } = makeRoom();
    wake.close();
    room.tick();
    expect(room.lines).toHaveLength(1);
    expect(room.lines[0]!.readyState).toBe(2);
  });
});
