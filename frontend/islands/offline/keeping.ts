// Keeps one copy of the form for when there is no network, and what it is drawn with: of whoever is signed in, and of
// nobody else. Any other page is never kept.
import { FORM, SHELL } from "./store";

/** A copy is made anew after so long: themes, hours and who answers change. */
const FRESH = 15 * 60_000;
const HEADERS = ["content-type", "content-security-policy", "x-content-type-options", "referrer-policy"];

export async function keep(path: string, author: string): Promise<void> {
  await shell();
  const forms = await caches.open(FORM);
  const held = await forms.match(path);
  const made = Number(held?.headers.get("x-relais-made") ?? 0);
  if (held?.headers.get("x-relais-author") === author && Date.now() - made < FRESH && held.headers.get("x-relais-shell") === drawn()) return;
  await caches.delete(FORM);
  const answer = await fetch(path, { headers: { "X-Relais-Kept": "1" }, credentials: "same-origin" });
  const text = await answer.text();
  // Somebody else may have signed in meanwhile.
  if (!answer.ok || answer.redirected || !text.includes(`data-author="${author}"`)) return;
  const headers = new Headers({ "x-relais-author": author, "x-relais-made": `${Date.now()}`, "x-relais-shell": drawn() });
  for (const name of HEADERS) {
    const value = answer.headers.get(name);
    if (value) headers.set(name, value);
  }
  await (await caches.open(FORM)).put(path, new Response(text.replace("<html ", `<html data-kept="${Date.now()}" `), { headers }));
}

/** What the page is drawn with, by addresses that hold a hash of the content. */
function files(): string[] {
  const linked = [...document.querySelectorAll<HTMLLinkElement>("head link[href]")].map((link) => link.href);
  const run = [...document.querySelectorAll<HTMLScriptElement>("script[src]")].map((script) => script.src);
  return [...new Set([...linked, ...run])].filter((url) => url.startsWith(`${location.origin}/assets/`)).sort();
}

function drawn(): string {
  return files().map((url) => url.slice(url.lastIndexOf("/") + 1)).join(" ");
}

async function shell(): Promise<void> {
  const kept = await caches.open(SHELL);
  const wanted = files();
  for (const request of await kept.keys()) if (!wanted.includes(request.url)) await kept.delete(request);
  for (const url of wanted) if (!(await kept.match(url))) await kept.add(url);
}
