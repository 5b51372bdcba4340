// <html data-shared="300">: a device that a team shares covers what it shows after so many seconds without use. The server
// locks by its own clock in any case; here what is on the screen goes, and what was typed is given up to its author alone.
const TOLD_EVERY = 60_000;
const LOOKED_EVERY = 1_000;
/** Told to the other pages of this browser. */
const NAME = "relais-used";

export function locking(): void {
  const after = Number(document.documentElement.dataset.shared) * 1000;
  if (!(after > 0)) return;
  let used = Date.now();
  let told = used;
  let typed: HTMLFormElement | undefined;
  const channel = "BroadcastChannel" in window ? new BroadcastChannel(NAME) : undefined;
  channel?.addEventListener("message", () => {
    used = Date.now();
  });
  const use = (event: Event): void => {
    const now = Date.now();
    // Whoever comes back too late finds the lock, and not the page for a moment.
    if (now - used >= after) return lock();
    used = now;
    if (event.type === "input" && event.target instanceof HTMLElement) typed = event.target.closest<HTMLFormElement>("form[data-guard]") ?? typed;
    if (now - told < TOLD_EVERY) return;
    told = now;
    channel?.postMessage("");
    fetch("/used", { credentials: "same-origin", headers: { "X-Relais-Fragment": "1" } }).catch(() => undefined);
  };
  for (const kind of ["pointerdown", "keydown", "input", "scroll"]) document.addEventListener(kind, use, { capture: true, passive: true });
  document.addEventListener("submit", () => {
    typed = undefined;
  });
  const look = (): void => {
    if (Date.now() - used >= after) lock();
  };
  document.addEventListener("visibilitychange", look);
  window.addEventListener("pageshow", look);
  const turning = window.setInterval(look, LOOKED_EVERY);

  function lock(): void {
    window.clearInterval(turning);
    document.body.hidden = true;
    const next = new URLSearchParams({ next: location.pathname + location.search });
    // A form that can wait on this browser does: sealed, for its author, with its photo.
    if (typed?.dataset.queue !== undefined) typed.dispatchEvent(new Event("relais-keep"));
    else if (typed) return hold(typed);
    window.setTimeout(() => location.replace(`/unlock?${next.toString()}`), typed ? 1_000 : 0);
  }
}

/** The server seals what was typed, and gives it back behind the lock. */
function hold(form: HTMLFormElement): void {
  const to = new URLSearchParams({ to: new URL(form.action).pathname });
  form.action = `/hold?${to.toString()}`;
  // Leaving is not asked about: nothing is lost.
  form.dispatchEvent(new Event("relais-keep"));
  HTMLFormElement.prototype.submit.call(form);
}
