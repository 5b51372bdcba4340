// <button hidden data-reveal="field-id" data-hide="Masquer">: shows what was typed, hides it again before sending.
export function passwords(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-reveal]")) {
    const field = document.getElementById(button.dataset.reveal ?? "");
    if (!(field instanceof HTMLInputElement)) continue;
    const words = button.querySelector<HTMLElement>(".words") ?? button;
    const show = words.textContent ?? "";
    const set = (seen: boolean): void => {
      field.type = seen ? "text" : "password";
      button.setAttribute("aria-pressed", String(seen));
      words.textContent = seen ? (button.dataset.hide ?? show) : show;
    };
    button.hidden = false;
    button.addEventListener("click", () => {
      set(field.type === "password");
      field.focus();
    });
    field.form?.addEventListener("submit", () => set(false));
  }
}
