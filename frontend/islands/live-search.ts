// <form data-live-search="#target">: results follow the typing. The fragment may carry data-announce="3 boutiques".
import { announce, fragment } from "./fragment";

const PAUSE = 220;

export function liveSearch(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-live-search]")) {
    const target = document.querySelector<HTMLElement>(form.dataset.liveSearch ?? "");
    if (target) follow(form, target);
  }
}

function follow(form: HTMLFormElement, target: HTMLElement): void {
  let waiting = 0;
  let running: AbortController | undefined;

  const look = async (): Promise<void> => {
    running?.abort();
    const mine = (running = new AbortController());
    const url = new URL(form.action);
    url.hash = "";
    // Empty fields stay out of the address, so that it can be shared.
    for (const [name, value] of new FormData(form)) {
      if (typeof value === "string" && value !== "") url.searchParams.set(name, value);
      else url.searchParams.delete(name);
    }
    target.setAttribute("aria-busy", "true");
    try {
      const html = await fragment(url.href, mine.signal);
      if (html === null) return;
      target.innerHTML = html;
      history.replaceState(history.state, "", url);
      const said = target.querySelector<HTMLElement>("[data-announce]")?.dataset.announce;
      if (said) announce(said);
    } catch (fault) {
      if (!mine.signal.aborted) console.warn(fault); // the button of the form still works
    } finally {
      if (running === mine) target.removeAttribute("aria-busy");
    }
  };

  const soon = (): void => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => void look(), PAUSE);
  };
  form.addEventListener("input", soon);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    window.clearTimeout(waiting);
    void look();
  });
}
