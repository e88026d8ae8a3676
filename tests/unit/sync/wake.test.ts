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
    onReach: () => heard.push("reach"),
    onNews: () => heard.push("news"),
  });
  return { room, wake };
};

describe("the wake-up line", () => {
  test("passes on that the endpoint is there and that it has news", () => {
    const { room } = makeRoom();
    room.lines[0]!.dispatchEvent(new Event("open"));
    room.lines[0]!.dispatchEvent(new Event("wake"));
    expect(room.heard).toEqual(["reach", "news"]);
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
