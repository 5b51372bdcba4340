// What is written without network: here only whether the rest is needed, and that nobody's copy stays where another is.
const LATER = 4_000;

export function offline(): void {
  if (!("serviceWorker" in navigator) || !("caches" in window) || !crypto.subtle || !navigator.locks) return;
  const { author, offline: path, offlineSrc } = document.documentElement.dataset;
  // Nobody is signed in, or somebody who has no such form.
  if (!author || !path) void caches.delete("relais-form");
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-queue-leave]")) leaving(form);
  window.addEventListener("pageshow", (event) => {
    if (event.persisted && author) void still(author);
  });
  if (!offlineSrc || !path) return;
  const load = (): void => {
    const script = document.createElement("script");
    script.type = "module";
    script.src = offlineSrc;
    document.head.append(script);
  };
  if (document.querySelector("form[data-queue]")) load();
  else window.setTimeout(load, LATER);
}

/** A page that comes back from a browser's memory is shown to whoever it was made for, and to nobody else. */
async function still(author: string): Promise<void> {
  const { documentElement: page, body } = document;
  body.hidden = true;
  try {
    const answer = await fetch("/offline/token", { headers: { "X-Relais-Fragment": "1" }, credentials: "same-origin" });
    if (!answer.ok || ((await answer.json()) as { author: string }).author !== author) return location.reload();
  } catch {
    if (page.dataset.shared !== undefined) return location.reload();
  }
  body.hidden = false;
}

/** Everything that waits, of everybody; the database is not made for the question. */
async function waiting(): Promise<{ author: string }[]> {
  const known = indexedDB.databases ? await indexedDB.databases() : [];
  if (!known.some(({ name }) => name === "relais")) return [];
  return new Promise((done) => {
    const opening = indexedDB.open("relais");
    opening.onerror = () => done([]);
    opening.onsuccess = () => {
      const db = opening.result;
      if (!db.objectStoreNames.contains("waiting")) return done([]);
      const asked = db.transaction("waiting").objectStore("waiting").getAll();
      asked.onsuccess = () => done(asked.result as { author: string }[]);
      asked.onerror = () => done([]);
      asked.transaction?.addEventListener("complete", () => db.close());
    };
  });
}

/** Signing out erases what waits, and says so before: the box has to be ticked (SEC-03). */
function leaving(form: HTMLFormElement): void {
  const part = form.querySelector<HTMLElement>("[data-queue-warn]");
  const words = part?.querySelector<HTMLElement>("p");
  const box = part?.querySelector<HTMLInputElement>("input");
  if (!part || !words || !box) return;
  const { author } = document.documentElement.dataset;
  const warn = async (): Promise<boolean> => {
    const entries = await waiting();
    const mine = entries.filter((entry) => entry.author === author).length;
    const others = entries.length - mine;
    const say = (n: number, one = "", more = ""): string => (n === 0 ? "" : (n === 1 ? one : more).replace("{n}", String(n)));
    const { one, more, otherOne, otherMore } = words.dataset;
    words.textContent = [say(mine, one, more), say(others, otherOne, otherMore)].join(" ").trim();
    part.hidden = entries.length === 0;
    box.required = entries.length > 0;
    return entries.length > 0;
  };
  void warn();
  form.closest("details")?.addEventListener("toggle", () => void warn());
  form.addEventListener("submit", (event) => {
    if (form.dataset.wiped !== undefined) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void warn().then(async (something) => {
      // Something was kept since the menu was opened.
      if (something && !box.checked) return void form.reportValidity();
      await wipe();
      form.dataset.wiped = "";
      form.requestSubmit();
    });
  }, { capture: true });
}

/** The header of the answer wipes too, where browsers heed it and a receipt is not kept. */
async function wipe(): Promise<void> {
  try {
    for (const name of await caches.keys()) await caches.delete(name);
    await new Promise<void>((done) => {
      const asked = indexedDB.deleteDatabase("relais");
      asked.onsuccess = asked.onerror = asked.onblocked = () => done();
    });
  } catch (fault) {
    console.warn(fault);
  }
}
