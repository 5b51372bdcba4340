// Words that wait are sealed with a key that the server derives for their author and gives to nobody else. It stands in the
// author's own form, and goes with the copy of that form as soon as this browser shows anybody else's page: what waits is
// then unreadable here until its author signs in again. The key is never written beside what it seals.
import type { Entry, Sealed } from "./store";

/** What somebody typed: the form's fields, without those that are made anew when it is sent. */
export interface Typed {
  fields: [string, string][];
  /** The moment that was promised, as it stood on the page. */
  promised?: { day: string; at: string } | undefined;
}

type Whose = Pick<Entry, "id" | "author">;

async function key(text: string): Promise<CryptoKey> {
  const raw = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
}

/** A row moved under another author's name does not open. */
function bound({ id, author }: Whose, what: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${author}/${id}/${what}`);
}

async function close(seal: string, whose: Whose, what: string, plain: BufferSource): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const way = { name: "AES-GCM", iv, additionalData: bound(whose, what) };
  return { iv, bytes: await crypto.subtle.encrypt(way, await key(seal), plain) };
}

async function open(seal: string, whose: Whose, what: string, { iv, bytes }: Sealed): Promise<ArrayBuffer> {
  const way = { name: "AES-GCM", iv, additionalData: bound(whose, what) };
  return crypto.subtle.decrypt(way, await key(seal), bytes);
}

export async function sealed(seal: string, whose: Whose & { path: string }, typed: Typed, photo: File | undefined): Promise<Entry> {
  const { id, author, path } = whose;
  const words = await close(seal, whose, "words", new TextEncoder().encode(JSON.stringify(typed)));
  const entry: Entry = { id, author, path, at: Date.now(), refused: false, words };
  if (photo) entry.photo = await close(seal, whose, "photo", await photo.arrayBuffer());
  return entry;
}

export async function typedIn(seal: string, entry: Entry): Promise<Typed> {
  return JSON.parse(new TextDecoder().decode(await open(seal, entry, "words", entry.words))) as Typed;
}

export async function photoOf(seal: string, entry: Entry): Promise<File | undefined> {
  if (!entry.photo) return undefined;
  return new File([await open(seal, entry, "photo", entry.photo)], "photo.jpg", { type: "image/jpeg" });
}
