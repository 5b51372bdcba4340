// Leaving a form with words that were typed and not sent asks first. Only forms marked data-guard, and only after typing.
// A form with data-settles="ID" makes the words of that form needless: an answer that was found while somebody asks.
export function confirmLeaving(): void {
  const unsent = new Set<HTMLFormElement>();
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-guard]")) {
    form.addEventListener("input", () => unsent.add(form));
    form.addEventListener("submit", () => unsent.delete(form));
    for (const kept of ["reset", "relais-keep"]) form.addEventListener(kept, () => unsent.delete(form));
  }
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-settles]")) {
    form.addEventListener("submit", () => {
      for (const other of unsent) if (other.id === form.dataset.settles) unsent.delete(other);
    });
  }
  window.addEventListener("beforeunload", (event) => {
    if (unsent.size > 0) event.preventDefault();
  });
}
