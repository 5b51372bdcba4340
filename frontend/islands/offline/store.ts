// What waits on this browser: one row a form, found by the key that was minted with it, so that it is asked once however
// often it is sent. Its words are sealed; whose it is and when it was written are not.

export interface Entry {
  id: string;
  /** ORGANISATION.PERSON, as the form said. */
  author: string;
  path: string;
  at: number;
  /** Whether the server found something to mend: it leaves no more by itself. */
  refused: boolean;
  words: Sealed;
  photo?: Sealed;
}

export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  bytes: ArrayBuffer;
}

const NAME = "relais";
const STORE = "waiting";
/** The copy of the form, and what it is drawn with. */
export const FORM = "relais-form";
export const SHELL = "relais-shell";
/** One at a time sends, whichever page or worker it is. */
export const LOCK = "relais-sending";
/** Told to all pages when what waits has changed. */
export const CHANGED = "relais-waiting";

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
}

async function within<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opening = indexedDB.open(NAME, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: "id" });
  const db = await asked(opening);
  // Whoever erases all of it does not wait for this page.
  db.onversionchange = () => db.close();
  try {
    const tx = db.transaction(STORE, mode, { durability: "strict" });
    const over = new Promise<void>((done, fail) => {
      tx.oncomplete = () => done();
      tx.onabort = () => fail(tx.error);
    });
    const result = await asked(work(tx.objectStore(STORE)));
    await over;
    return result;
  } finally {
    db.close();
  }
}

export async function all(): Promise<Entry[]> {
  const entries = await within("readonly", (store) => store.getAll() as IDBRequest<Entry[]>);
  return entries.sort((a, b) => a.at - b.at);
}

export async function put(entry: Entry): Promise<void> {
  await within("readwrite", (store) => store.put(entry));
  tell();
}

export async function remove(id: string): Promise<void> {
  await within("readwrite", (store) => store.delete(id));
  tell();
}

function tell(): void {
  const channel = new BroadcastChannel(CHANGED);
  channel.postMessage("");
  channel.close();
}
