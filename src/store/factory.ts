/**
 * The browser's databases as Dexie gets to see them. Left alone, Dexie opens the tables of a newer version as if they
 * were its own, raises the version by itself where tables differ (dexie issue #2099), and makes a vanished database
 * anew. Here only `version`, the number the browser knows, is ever opened; anything else fails with `VersionError`. While
 * `mustExist` says so, a database that is not there stays away: an edit written to an empty one would have no key.
 */
export const strictFactory = (
  factory: IDBFactory,
  version: number,
  mustExist: () => boolean,
): IDBFactory => ({
  open(name, wanted) {
    if (wanted !== version) throw new DOMException("the tables differ", "VersionError");
    const request = factory.open(name, wanted);
    request.addEventListener("upgradeneeded", (event) => {
      if (event.oldVersion > 0 || !mustExist()) return;
      event.stopImmediatePropagation();
      request.transaction?.abort();
    });
    return request;
  },
  deleteDatabase: (name) => factory.deleteDatabase(name),
  databases: () => factory.databases(),
  cmp: (first, second) => factory.cmp(first, second),
});
