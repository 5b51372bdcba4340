// Leaving a form with words that were typed and not sent asks first. Only forms marked data-guard, and only after typing.
export function confirmLeaving(): void {
  const unsent = new Set<HTMLFormElement>();
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-guard]")) {
    form.addEventListener("input", () => unsent.add(form));
    form.addEventListener("submit", () => unsent.delete(form));
    for (const kept of ["reset", "relais-keep"]) form.addEventListener(kept, () => unsent.delete(form));
  }
  window.addEventListener("beforeunload", (event) => {
    if (unsent.size > 0) event.preventDefault();
  });
}
