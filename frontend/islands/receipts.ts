// Receipts of what was said without a name: kept on this device only when their owner ticks the box, and asked about by
// a form, so that no address holds them.
import { announce } from "./fragment";

const KEY = "relais-receipts";

function kept(): string[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(found) ? found.filter((code): code is string => typeof code === "string") : [];
  } catch {
    return [];
  }
}

function keep(codes: string[]): void {
  if (codes.length === 0) localStorage.removeItem(KEY);
  // In the order of the letters: the order of saying is nobody's business here either.
  else localStorage.setItem(KEY, JSON.stringify([...new Set(codes)].sort()));
}

export function receipts(): void {
  const said = document.querySelector<HTMLElement>("[data-receipt]");
  if (said) offer(said);
  const place = document.querySelector<HTMLElement>("[data-receipts]");
  if (place) void show(place);
  forgetting(document);
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-receipts-leave]")) leave(form);
}

/** The box on the page that shows a receipt once. */
function offer(said: HTMLElement): void {
  const code = said.dataset.receipt ?? "";
  const part = said.querySelector<HTMLElement>("[data-receipt-keep]");
  const box = part?.querySelector<HTMLInputElement>("input");
  if (!part || !box || !code) return;
  part.hidden = false;
  box.checked = kept().includes(code);
  box.addEventListener("change", () => {
    const others = kept().filter((known) => known !== code);
    keep(box.checked ? [...others, code] : others);
  });
}

/** Lays the receipts of this device into the page. */
async function show(place: HTMLElement): Promise<void> {
  const shown = new Set([...document.querySelectorAll<HTMLElement>("[data-receipt-card]")].map((card) => card.dataset.receiptCard));
  const codes = kept().filter((code) => !shown.has(code));
  const csrf = document.querySelector<HTMLInputElement>("#receipts-form [name=csrf]")?.value;
  if (codes.length === 0 || csrf === undefined) return;
  const body = new URLSearchParams([["csrf", csrf], ...codes.map((code) => ["code", code])]);
  try {
    const answer = await fetch(place.dataset.receipts ?? "", { method: "POST", body, credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const cards = page.querySelectorAll<HTMLElement>("[data-receipt-card]");
    cards.forEach((card, n) => {
      // The ids of the page below stay unique.
      const html = card.outerHTML.replace(/(id|for|aria-labelledby|aria-describedby)="(card|text)-/g, `$1="kept-${n}-$2-`);
      place.insertAdjacentHTML("beforeend", html);
    });
    forgetting(place);
  } catch (fault) {
    console.warn(fault); // the form still works
  }
}

/** The buttons that let this device forget a receipt: only where it has it. */
function forgetting(within: ParentNode): void {
  for (const card of within.querySelectorAll<HTMLElement>("[data-receipt-card]")) {
    const code = card.dataset.receiptCard ?? "";
    const part = card.querySelector<HTMLElement>("[data-receipt-forget]");
    const button = part?.querySelector("button");
    if (!part || !button || !kept().includes(code)) continue;
    part.hidden = false;
    button.addEventListener("click", () => {
      keep(kept().filter((known) => known !== code));
      announce(button.textContent?.trim() ?? "");
      card.remove();
    });
  }
}

/** Signing out forgets them, unless their owner says otherwise; all else that this device kept goes in any case. */
function leave(form: HTMLFormElement): void {
  const part = form.querySelector<HTMLElement>("[data-receipts-warn]");
  const box = part?.querySelector<HTMLInputElement>("input");
  if (!part || !box) return;
  const warn = (): void => {
    part.hidden = kept().length === 0;
  };
  warn();
  form.closest("details")?.addEventListener("toggle", warn);
  form.addEventListener("submit", () => {
    const codes = box.checked ? kept() : [];
    try {
      localStorage.clear();
      sessionStorage.clear();
      keep(codes);
    } catch (fault) {
      console.warn(fault);
    }
  });
}
