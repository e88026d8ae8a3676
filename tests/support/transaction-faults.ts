/*
 * What can happen to a transaction, brought about from outside. Works on any IndexedDB: the one of a browser and the double.
 */

/** Changes what writing a row does, in every table of a transaction. */
export const onWrite = (
  transaction: IDBTransaction,
  change: (name: string, write: () => IDBRequest<IDBValidKey>) => IDBRequest<IDBValidKey>,
): void => {
  const storeOf = transaction.objectStore.bind(transaction);
  transaction.objectStore = (name) => {
    const store = storeOf(name);
    for (const verb of ["add", "put"] as const) {
      const write = store[verb].bind(store);
      store[verb] = (value: unknown, key?: IDBValidKey) =>
        change(name, () => (key === undefined ? write(value) : write(value, key)));
    }
    return store;
  };
};

/** Calls `then` once, when the first row of one of the tables has been written. */
export const onRowOf = (
  transaction: IDBTransaction,
  names: string | Iterable<string>,
  then: () => void,
): void => {
  const watched = new Set(typeof names === "string" ? [names] : names);
  onWrite(transaction, (name, write) => {
    const request = write();
    if (watched.has(name)) {
      request.addEventListener("success", then);
      watched.clear();
    }
    return request;
  });
};

/** Lets a transaction commit, and tells whoever began it that it did not. */
export const loseAnswer = (transaction: IDBTransaction): void => {
  transaction.addEventListener("complete", () => {
    transaction.onabort?.(new Event("abort"));
  });
  Object.defineProperty(transaction, "oncomplete", { get: () => null, set: () => {} });
};
