// <form data-call="KEY" hidden>: appears where a browser can be called, and asks for leave only after a tap. What the
// browser says of itself goes with the form.
import { announce } from "./fragment";

export function calls(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-call]");
  if (!form || !("serviceWorker" in navigator) || !("PushManager" in window) || !("Notification" in window)) return;
  form.hidden = false;
  document.querySelector("[data-call-else]")?.remove();
  form.addEventListener(
    "submit",
    (event) => {
      if (form.dataset.ready !== undefined) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      void ask(form);
    },
    { capture: true },
  );
}

async function ask(form: HTMLFormElement): Promise<void> {
  try {
    if ((await Notification.requestPermission()) !== "granted") return tell(form, form.dataset.refused);
    await navigator.serviceWorker.register("/sw.js");
    const worker = await navigator.serviceWorker.ready;
    // One that was made for another key, or for whoever was signed in before, is no use.
    await (await worker.pushManager.getSubscription())?.unsubscribe();
    const applicationServerKey = bytes(form.dataset.call ?? "");
    const { endpoint, keys } = (await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey })).toJSON();
    const told = { endpoint, public_key: keys?.p256dh, auth: keys?.auth };
    for (const [name, value] of Object.entries(told)) {
      const field = form.elements.namedItem(name);
      if (field instanceof HTMLInputElement) field.value = value ?? "";
    }
    form.dataset.ready = "";
    form.requestSubmit();
  } catch {
    tell(form, form.dataset.failed);
  }
}

function tell(form: HTMLFormElement, words = ""): void {
  const line = form.querySelector<HTMLElement>("[data-call-said]");
  if (line) line.textContent = words;
  announce(words);
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (c) => c.charCodeAt(0));
}
