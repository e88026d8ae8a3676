import { IDBFactory } from "fake-indexeddb";
import { loseAnswer, onRowOf, onWrite } from "../../support/transaction-faults.ts";

/**
 * What happens to a read-write transaction: `lost` its connection is gone before it begins; `unheard` it commits, and then
 * the connection is gone; `full` its first row does not fit; `too-full` it does not fit as a whole; `torn` it is aborted
 * after its first row; `none`.
 */
export type Fault = "lost" | "unheard" | "full" | "too-full" | "torn" | "none";

type Request = { readonly operation: () => unknown };
type Transaction = IDBTransaction & {
  _abort(name: string): void;
  _execRequestAsync(request: Request): IDBRequest;
};

/** A disk whose next read-write transactions meet the faults it was told, one each. */
export class FaultyDisk extends IDBFactory {
  readonly faults: Fault[] = [];
  readonly connections: IDBDatabase[] = [];

  override open(name: string, version?: number) {
    const request = super.open(name, version);
    request.addEventListener("success", () => {
      this.connections.push(request.result);
      this.#patch(request.result);
    });
    return request;
  }

  #patch(database: IDBDatabase): void {
    const begin = database.transaction.bind(database);
    database.transaction = (names, mode, options) => {
      const fault = mode === "readwrite" ? (this.faults.shift() ?? "none") : "none";
      if (fault === "lost") {
        throw new DOMException("Connection to Indexed Database server lost.", "UnknownError");
      }
      const transaction = begin(names, mode, options) as Transaction;
      if (fault === "unheard") loseAnswer(transaction);
      if (fault === "full") refuseRow(transaction);
      if (fault === "too-full") {
        // The count of commits is the last row of every commit.
        onRowOf(transaction, ["meta"], () => transaction._abort("QuotaExceededError"));
      }
      if (fault === "torn") onRowOf(transaction, names, () => transaction.abort());
      return transaction;
    };
  }
}

const refuseRow = (transaction: Transaction): void => {
  const execute = transaction._execRequestAsync.bind(transaction);
  onWrite(transaction, (_name, write) => {
    transaction._execRequestAsync = (request) =>
      execute({
        ...request,
        operation: () => {
          throw new DOMException("no room", "QuotaExceededError");
        },
      });
    return write();
  });
};
