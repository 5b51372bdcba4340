// The list of what waits: one's own with its words, of others no more than how many.
import { announce } from "../fragment";
import { typedIn } from "./seal";
import { all, remove, type Entry } from "./store";

export interface Whose {
  author: string;
  /** None where words are not shown: another's page, or a device that is shared and has no network. */
  seal: string | null;
}

/** « 1 demande », « 3 demandes »: words of the page, with the number in them. */
export function counted(place: HTMLElement, n: number, kind = ""): string {
  const words = n < 2 ? place.dataset[kind ? `${kind}One` : "one"] : place.dataset[kind ? `${kind}More` : "more"];
  return (words ?? "").replace("{n}", String(n));
}

export async function draw(place: HTMLElement, whose: Whose, shown: string, take: (entry: Entry) => void): Promise<void> {
  // What the form itself shows, since the server had something to say about it, is not listed beside it.
  const entries = (await all()).filter((entry) => entry.id !== shown);
  const mine = entries.filter((entry) => entry.author === whose.author);
  const others = entries.length - mine.length;
  place.hidden = entries.length === 0;
  const line = place.querySelector<HTMLTemplateElement>("template")?.content.firstElementChild;
  const list = place.querySelector("ul");
  const told = place.querySelector<HTMLElement>("[data-queue-others]");
  if (!line || !list || !told) return;
  told.hidden = others === 0;
  told.textContent = counted(told, others);
  for (const part of place.querySelectorAll<HTMLElement>("[data-queue-lead], [data-queue-send]")) {
    part.hidden = !mine.some((entry) => !entry.refused);
  }
  const drawn = await Promise.all(mine.map((entry) => row(line, entry, whose, take, place)));
  list.replaceChildren(...drawn);
}

async function row(line: Element, entry: Entry, whose: Whose, take: (entry: Entry) => void, place: HTMLElement): Promise<Element> {
  const item = line.cloneNode(true) as Element;
  const part = (name: string): HTMLElement => item.querySelector(`[data-${name}]`) as HTMLElement;
  const words = part("words");
  words.textContent = words.dataset.hidden ?? "";
  if (whose.seal) {
    try {
      const typed = await typedIn(whose.seal, entry);
      words.textContent = typed.fields.find(([name]) => name === place.dataset.queueList)?.[1] ?? "";
    } catch {
      // Sealed with a key that is no more: it may still be removed.
    }
  }
  const when = part("when");
  const at = new Intl.DateTimeFormat(document.documentElement.lang, { day: "numeric", month: "long", hour: "numeric", minute: "2-digit" });
  const said = [(when.dataset.at ?? "").replace("{at}", at.format(entry.at)), entry.photo ? when.dataset.photo : ""];
  when.textContent = said.filter(Boolean).join(", ");
  part("again").hidden = !entry.refused;
  part("take").hidden = !entry.refused || !whose.seal;
  part("take").addEventListener("click", () => take(entry));
  const away = part("remove");
  away.addEventListener("click", () => {
    const label = away.querySelector(".words") ?? away;
    const sure = away.dataset.sure ?? "";
    if (label.textContent !== sure) {
      label.textContent = sure;
      return announce(sure);
    }
    announce(away.dataset.gone ?? "");
    void remove(entry.id).then(() => place.focus());
  });
  return item;
}
