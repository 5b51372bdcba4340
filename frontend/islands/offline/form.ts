// A form marked data-queue: what it sends is kept first and sent then, so that no network ever loses a word.
import { announce } from "../fragment";
import { draw, type Whose } from "./list";
import { photoOf, sealed, typedIn, type Typed } from "./seal";
import { flush, send, token, told } from "./sending";
import { all, CHANGED, put, type Entry } from "./store";

/** A promise sooner than that is refused by the server as well. */
const SOONEST = 5 * 60_000;

const value = (form: HTMLFormElement, name: string): string => {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement || field instanceof RadioNodeList ? field.value : "";
};
const set = (form: HTMLFormElement, name: string, text: string): void => {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = text;
};

export async function attend(form: HTMLFormElement, place: HTMLElement): Promise<void> {
  const author = value(form, "author");
  const seal = form.dataset.seal ?? "";
  place.dataset.queueList = form.dataset.queue;
  const kept = document.documentElement.dataset.kept !== undefined;
  const shared = document.documentElement.dataset.shared !== undefined;
  // On a shared device somebody else may open the copy: it tells no words.
  const whose: Whose = { author, seal: kept && shared ? null : seal };
  const said = place.querySelector<HTMLElement>("[data-queue-said]");
  const say = (words: string | undefined): void => {
    if (said) said.textContent = words ?? "";
  };
  const redraw = (): Promise<void> => draw(place, whose, value(form, "key"), (entry) => void mend(form, entry, seal));

  if (kept) asKept(form);
  // The device locks while somebody writes: what is typed waits, to be taken up again.
  form.addEventListener("relais-keep", () => {
    const { typed, photo } = read(form, null);
    const entry = { id: value(form, "key"), author, path: form.getAttribute("action") ?? "" };
    void sealed(seal, entry, typed, photo).then((row) => put({ ...row, refused: true }));
  });
  let going = false;
  form.addEventListener("submit", (event) => {
    if (form.dataset.plain !== undefined) return;
    event.preventDefault();
    if (going) return;
    going = true;
    const { submitter } = event;
    submitter?.setAttribute("aria-busy", "true");
    void leave(submitter).finally(() => {
      going = false;
      submitter?.removeAttribute("aria-busy");
    });
  });

  async function leave(submitter: HTMLElement | null): Promise<void> {
    let entry: Entry;
    try {
      const { typed, photo } = read(form, submitter);
      entry = await sealed(seal, { id: value(form, "key"), author, path: form.getAttribute("action") ?? "" }, typed, photo);
      await put(entry);
    } catch {
      // Nothing can be kept here: it goes as forms go.
      form.dataset.plain = "";
      return form.requestSubmit(submitter);
    }
    const mine = navigator.onLine ? await token() : null;
    const became = mine && mine.author === author ? await send(mine, entry, kept) : null;
    if (became?.kind === "sent") return location.assign(became.went);
    // The page with its sentences on the fields comes from the server; the photo is laid back there.
    if (became?.kind === "refused") return anew(form, told(await typedIn(seal, entry), kept));
    form.reset();
    form.querySelector("input[type=file]")?.dispatchEvent(new Event("change"));
    set(form, "key", crypto.randomUUID());
    await redraw();
    place.scrollIntoView({ block: "start" });
    place.focus();
    say(mine === false ? said?.dataset.signedOut : undefined);
    await later();
  }

  const attempt = async (): Promise<void> => {
    say(said?.dataset.sending);
    const became = await flush();
    if (became === "away") return say(said?.dataset.away);
    if (became === "signed-out") return say(said?.dataset.signedOut);
    say("");
  };
  place.querySelector("[data-queue-send]")?.addEventListener("click", () => void attempt());
  new BroadcastChannel(CHANGED).addEventListener("message", () => void redraw());
  await redraw();
  await again(form, seal);
}

/** A worker goes on when the network is back and no page is open, where browsers have that. */
async function later(): Promise<void> {
  const ready = (await navigator.serviceWorker.ready) as ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } };
  await ready.sync?.register("relais").catch(() => undefined);
}

function read(form: HTMLFormElement, submitter: HTMLElement | null): { typed: Typed; photo: File | undefined } {
  const fields: [string, string][] = [];
  let photo: File | undefined;
  for (const [name, content] of new FormData(form)) {
    if (typeof content !== "string") photo = content.size > 0 ? content : photo;
    else if (name !== "csrf" && name !== "author") fields.push([name, content]);
  }
  if (submitter instanceof HTMLButtonElement && submitter.name) fields.push([submitter.name, submitter.value]);
  const moment = [...form.querySelectorAll<HTMLDataElement>("data[data-day]")].find((one) => one.value === value(form, "promised"));
  const promised = moment && { day: moment.dataset.day ?? "", at: moment.dataset.at ?? "" };
  return { typed: { fields, promised }, photo };
}

/** Sends fields as a form of their own, so that the server's page about them is shown. */
function anew(form: HTMLFormElement, fields: [string, string][]): void {
  const own = document.createElement("form");
  own.method = "post";
  own.enctype = "multipart/form-data";
  own.action = form.action;
  const fixed: [string, string][] = [["author", value(form, "author")], ["csrf", value(form, "csrf")]];
  for (const [name, text] of [...fixed, ...fields]) {
    const field = document.createElement("textarea");
    field.name = name;
    field.value = text;
    own.append(field);
  }
  own.hidden = true;
  document.body.append(own);
  own.submit();
}

/** What the server had something to say about: it says so again, on the fields. */
async function mend(form: HTMLFormElement, entry: Entry, seal: string): Promise<void> {
  const mine = await token();
  if (!mine || mine.author !== entry.author) return announce(document.querySelector<HTMLElement>("[data-queue-said]")?.dataset.away ?? "");
  const became = await send(mine, entry, true);
  if (became.kind === "sent") return location.assign(became.went);
  if (became.kind === "refused") anew(form, told(await typedIn(seal, entry), true));
}

/** A form that came back with faults is still kept: its photo, which browsers forget, is laid back. */
async function again(form: HTMLFormElement, seal: string): Promise<void> {
  const entry = (await all()).find((one) => one.id === value(form, "key"));
  const field = form.querySelector<HTMLInputElement>("input[type=file]");
  const photo = entry && (await photoOf(seal, entry));
  if (!photo || !field || field.files?.length) return;
  const carried = new DataTransfer();
  carried.items.add(photo);
  field.files = carried.files;
  field.dispatchEvent(new Event("change"));
}

/** The copy that is kept: who is on duty is not known from here, and an hour that has passed cannot be promised. */
function asKept(form: HTMLFormElement): void {
  const notice = document.querySelector<HTMLElement>("[data-queue-kept]");
  const see = (): void => {
    if (notice) notice.hidden = navigator.onLine;
  };
  see();
  for (const turn of ["online", "offline"]) window.addEventListener(turn, see);
  set(form, "key", crypto.randomUUID());
  for (const hint of form.querySelectorAll("[id^=theme][id$=-hint]")) hint.textContent = "";
  const today = new Date().toDateString() === new Date(Number(document.documentElement.dataset.kept)).toDateString();
  for (const moment of form.querySelectorAll<HTMLDataElement>("data[data-day]")) {
    const at = new Date(`${moment.dataset.day}T${moment.dataset.at}`).getTime();
    const choice = form.querySelector<HTMLInputElement>(`[name=promised][value="${moment.value}"]`);
    if (!choice || (today && at - Date.now() > SOONEST)) continue;
    // « aujourd’hui » is not the same day any more.
    choice.closest("label")?.remove();
    moment.remove();
  }
  const left = form.querySelector<HTMLInputElement>("[name=promised]");
  if (left && !form.querySelector("[name=promised]:checked")) left.checked = true;
  if (left?.value === "other") left.closest("fieldset")?.parentElement?.querySelector("details")?.setAttribute("open", "");
}
