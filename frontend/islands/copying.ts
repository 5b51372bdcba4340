// <button hidden data-copy="#id" data-done="Copié">: appears only where copying works.
import { announce } from "./fragment";

export function copying(): void {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => void copy(button));
  }
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const from = document.querySelector<HTMLElement>(button.dataset.copy ?? "");
  if (!from) return;
  const words = button.querySelector<HTMLElement>(".words") ?? button;
  const before = words.textContent ?? "";
  await navigator.clipboard.writeText(from instanceof HTMLInputElement ? from.value : (from.textContent ?? "").trim());
  words.textContent = button.dataset.done ?? before;
  announce(words.textContent);
  window.setTimeout(() => {
    words.textContent = before;
  }, 2500);
}
