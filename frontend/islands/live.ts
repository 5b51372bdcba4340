// <section data-live="unit:ID@12 person:ID@3" data-live-src="/units/ID">: when a topic has a newer version, the section
// is asked for anew and put in place. data-live-say="…" is told to screen readers then.
import { doorbell, type Versions } from "./doorbell";
import { announce, ask } from "./fragment";
import { morph } from "./morph";

export function live(): void {
  const sections = [...document.querySelectorAll<HTMLElement>("[data-live]")].map((place) => new Section(place));
  const topics = [...new Set(sections.flatMap((section) => [...section.shown().keys()]))];
  if (topics.length === 0) return;
  doorbell(topics, (versions) => sections.forEach((section) => section.hear(versions)));
  // What changed while nobody looked is put in place as soon as somebody does.
  document.addEventListener("visibilitychange", () => sections.forEach((section) => section.look()));
}

class Section {
  /** The newest version of each topic that was heard, and that was asked for: no version is asked for twice. */
  private heard = new Map<string, number>();
  private asked = new Map<string, number>();
  private busy = false;
  private faults = 0;

  constructor(private place: HTMLElement) {
    place.addEventListener("focusout", () => window.setTimeout(() => this.look()));
  }

  /** The versions that the page shows. */
  shown(): Map<string, number> {
    const pairs = (this.place.dataset.live ?? "").split(" ").filter(Boolean).map((part) => part.split("@"));
    return new Map(pairs.map(([topic = "", version]) => [topic, Number(version)]));
  }

  hear(versions: Versions): void {
    for (const topic of this.shown().keys()) {
      this.heard.set(topic, Math.max(this.heard.get(topic) ?? 0, versions[topic] ?? 0));
    }
    this.look();
  }

  look(): void {
    const newer = ([topic, version]: [string, number]): boolean =>
      (this.heard.get(topic) ?? 0) > Math.max(version, this.asked.get(topic) ?? 0);
    if (this.busy || document.hidden || this.typing() || ![...this.shown()].some(newer)) return;
    void this.refresh(new Map(this.heard));
  }

  private async refresh(wanted: Map<string, number>): Promise<void> {
    this.busy = true;
    try {
      const answer = await ask(this.place.dataset.liveSrc ?? location.href);
      const html = await answer?.text();
      // Somebody began to write meanwhile: it is asked for again when they leave the field.
      if (answer && html !== undefined && !this.typing()) this.put(answer.status, html, wanted);
      this.faults = 0;
    } catch {
      this.faults += 1;
    }
    this.busy = false;
    if (this.faults === 0) this.look();
    else window.setTimeout(() => this.look(), Math.min(30_000, 500 * 2 ** this.faults));
  }

  private put(status: number, html: string, wanted: Map<string, number>): void {
    if (status >= 500) throw new Error(`${status}`);
    this.asked = wanted;
    const parsed = document.createElement("template");
    parsed.innerHTML = html;
    const fresh = parsed.content.querySelector("[data-live]");
    const said = this.place.dataset.liveSay;
    if (status === 200 && fresh) morph(this.place, fresh);
    else if (status === 404) {
      // It is no more, or no more for this viewer: what it showed goes.
      this.place.replaceChildren(parsed.content);
      delete this.place.dataset.live;
    }
    if (said && status === 200) announce(said);
  }

  /** Whether somebody writes in it at this moment. */
  private typing(): boolean {
    const at = document.activeElement;
    return at instanceof HTMLElement && this.place.contains(at) && (at.isContentEditable || at.matches("input, textarea, select"));
  }
}
