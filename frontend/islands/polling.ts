// data-poll="URL" data-every="1000": replaces the content by a fragment until it no longer holds data-poll-on, or the
// server redirects. Rests while the page is hidden.
import { announce, fragment } from "./fragment";

export function polling(): void {
  for (const place of document.querySelectorAll<HTMLElement>("[data-poll]")) watch(place);
}

function watch(place: HTMLElement): void {
  const every = Math.max(500, Number(place.dataset.every) || 1000);
  let faults = 0;
  const turn = async (): Promise<void> => {
    const url = place.dataset.poll;
    if (!url || !place.isConnected) return;
    if (!document.hidden) {
      try {
        const html = await fragment(url);
        faults = html === null ? faults + 1 : 0;
        if (html !== null && html !== place.innerHTML) {
          place.innerHTML = html;
          const said = place.querySelector<HTMLElement>("[data-announce]")?.dataset.announce;
          if (said) announce(said);
          if (place.querySelector("[data-poll-done]")) return;
        }
      } catch {
        faults += 1;
      }
    }
    // A server that is away is asked less and less often, at most each half minute.
    window.setTimeout(() => void turn(), Math.min(30_000, every * 2 ** Math.min(faults, 5)));
  };
  window.setTimeout(() => void turn(), every);
}
