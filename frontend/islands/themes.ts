// The three theme buttons change the page at once and leave a cookie, so that the server renders the next one right.
// Without script the same buttons post to the server, which sets the cookie.
const YEAR = 31_536_000;

export function themes(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-themes]")) {
    form.addEventListener("submit", (event) => {
      const button = event.submitter;
      if (!(button instanceof HTMLButtonElement)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      choose(button.value);
    });
  }
}

function choose(theme: string): void {
  const secure = location.protocol === "https:" ? ";secure" : "";
  document.cookie = `theme=${theme};path=/;max-age=${YEAR};samesite=lax${secure}`;
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  for (const button of document.querySelectorAll<HTMLButtonElement>("form[data-themes] button")) {
    button.setAttribute("aria-pressed", String(button.value === theme));
  }
}
