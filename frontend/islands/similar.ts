// <textarea data-similar="/pebbles/similar"> and <div id="similar">: what others said nearly the same appears while
// somebody types. The words go by POST, so that no address holds them.
import { announce } from "./fragment";

const PAUSE = 500;
const SHORTEST = 8;

export function similar(): void {
  const area = document.querySelector<HTMLTextAreaElement>("textarea[data-similar]");
  const target = document.querySelector<HTMLElement>("#similar");
  if (area && target) follow(area, target);
}

function follow(area: HTMLTextAreaElement, target: HTMLElement): void {
  let waiting = 0;
  let running: AbortController | undefined;

  const look = async (): Promise<void> => {
    running?.abort();
    const mine = (running = new AbortController());
    const text = area.value.trim();
    // Without network nothing is asked of it: a question waits here, and its hints do not.
    if (text.length < SHORTEST || !navigator.onLine) {
      target.replaceChildren();
      return;
    }
    const csrf = area.form?.querySelector<HTMLInputElement>("input[name=csrf]")?.value ?? "";
    try {
      const answer = await fetch(area.dataset.similar ?? "", {
        method: "POST",
        headers: { "X-Relais-Fragment": "1", Accept: "text/html" },
        credentials: "same-origin",
        body: new URLSearchParams({ csrf, text }),
        signal: mine.signal,
      });
      if (!answer.ok || answer.redirected) return;
      const html = await answer.text();
      if (html === target.innerHTML) return;
      target.innerHTML = html;
      const said = target.querySelector<HTMLElement>("[data-announce]")?.dataset.announce;
      if (said) announce(said);
    } catch (fault) {
      if (!mine.signal.aborted) console.warn(fault); // without it, nothing is missing but a hint
    }
  };

  area.addEventListener("input", () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => void look(), PAUSE);
  });
}
