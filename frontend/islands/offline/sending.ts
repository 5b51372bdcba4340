// Sends what waits: by a page while one is open, by the worker when the network is back. Under its author's session alone:
// looked at here first, and refused by the server in any case.
import { photoOf, typedIn, type Typed } from "./seal";
import { all, LOCK, put, remove, type Entry } from "./store";

/** Who is signed in, and what their forms need. */
export interface Token {
  author: string;
  csrf: string;
  seal: string | null;
}

export type Became =
  | { kind: "sent"; went: string }
  /** Something is to be mended by whoever wrote it. */
  | { kind: "refused" }
  | { kind: "later" };

const PATIENCE = 20_000;
const PATIENCE_WITH_PHOTO = 90_000;
const ALONE = { "X-Relais-Fragment": "1" };

/** None without a network; false when nobody is signed in. */
export async function token(): Promise<Token | false | null> {
  try {
    const answer = await fetch("/offline/token", { headers: ALONE, credentials: "same-origin", signal: AbortSignal.timeout(PATIENCE) });
    if (answer.status === 401 || answer.status === 423) return false;
    return answer.ok ? ((await answer.json()) as Token) : null;
  } catch {
    return null;
  }
}

/** What is sent: what was typed, with the moment that was promised and not an hour from now. */
export function told({ fields, promised }: Typed, waited: boolean): [string, string][] {
  if (!waited || !promised) return fields;
  const others = fields.filter(([name]) => !/^(promised|day|at)$/.test(name));
  return [...others, ["promised", "other"], ["day", promised.day], ["at", promised.at]];
}

export async function send(mine: Token, entry: Entry, waited: boolean): Promise<Became> {
  if (mine.author !== entry.author || !mine.seal) return { kind: "later" };
  const photo = await photoOf(mine.seal, entry);
  const form = new FormData();
  const typed = told(await typedIn(mine.seal, entry), waited);
  // Whose it is stands first: it is looked at before anything else is read.
  for (const [name, value] of [["author", mine.author], ["csrf", mine.csrf], ...typed] as const) form.append(name ?? "", value ?? "");
  if (photo) form.append("photo", photo);
  let answer: Response;
  try {
    const signal = AbortSignal.timeout(photo ? PATIENCE_WITH_PHOTO : PATIENCE);
    const headers = { "X-Relais-Queued": "1" };
    answer = await fetch(entry.path, { method: "POST", body: form, headers, credentials: "same-origin", signal });
  } catch {
    return { kind: "later" };
  }
  const went = answer.headers.get("x-relais-went");
  if (answer.status === 204 && went) {
    await remove(entry.id);
    return { kind: "sent", went };
  }
  // Signed out, somebody else, a token too old, a server that is away: nothing that its author could mend.
  if (answer.status >= 500 || [401, 403, 408, 409, 423, 425, 429].includes(answer.status)) return { kind: "later" };
  await put({ ...entry, refused: true });
  return { kind: "refused" };
}

/** Sends all that may leave now; tells what became of each, or why nothing could be tried. */
export async function flush(): Promise<Became[] | "away" | "signed-out"> {
  return navigator.locks.request(LOCK, async () => {
    const waiting = (await all()).filter((entry) => !entry.refused);
    if (waiting.length === 0) return [];
    const mine = await token();
    if (mine === null) return "away";
    if (mine === false) return "signed-out";
    const became: Became[] = [];
    for (const entry of waiting.filter((one) => one.author === mine.author)) {
      try {
        became.push(await send(mine, entry, true));
      } catch {
        // What cannot be opened with this key waits: the key may have been another one by mistake.
        became.push({ kind: "later" });
      }
    }
    return became;
  });
}
