// The service worker: shows a call and opens the page that it leads to; without network it opens the one form that is kept,
// and sends what waited once there is network again. It keeps no other page.
import { flush } from "./offline/sending";
import { FORM, SHELL } from "./offline/store";

type Told = { title?: string; path?: string; tag?: string; lang?: string };

// The types of workers and those of pages cannot stand in one project.
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Pushed extends Lasting {
  data: { json(): unknown } | null;
}
interface Tapped extends Lasting {
  notification: Notification;
}
interface Fetched extends Lasting {
  request: Request;
  preloadResponse: Promise<Response | undefined>;
  respondWith(answer: Promise<Response>): void;
}
interface Place {
  url: string;
  focus(): Promise<unknown>;
}
interface Worker {
  registration: ServiceWorkerRegistration;
  clients: {
    matchAll(options: { type: "window"; includeUncontrolled: boolean }): Promise<Place[]>;
    openWindow(url: string): Promise<unknown>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: string, heard: (event: never) => void): void;
}
const PATIENCE = 6_000;
const FOR_EVER = 300_000;

const worker = self as unknown as Worker;

worker.addEventListener("install", (event: Lasting) => event.waitUntil(worker.skipWaiting()));
// A page is asked for while the worker starts, so that it costs no page anything.
worker.addEventListener("activate", (event: Lasting) => {
  event.waitUntil(worker.registration.navigationPreload?.enable() ?? Promise.resolve());
});

worker.addEventListener("fetch", (event: Fetched) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (pathname.startsWith("/assets/")) event.respondWith(drawn(request));
  else if (request.mode === "navigate") event.respondWith(opened(event, pathname));
});

worker.addEventListener("sync", (event: Lasting) => event.waitUntil(away()));

/** A browser tries again when it failed. */
async function away(): Promise<void> {
  if ((await flush()) === "away") throw new Error("no network yet");
}

/** Addresses of assets hold a hash of their content. */
async function drawn(request: Request): Promise<Response> {
  return (await caches.match(request, { cacheName: SHELL })) ?? fetch(request);
}

/** From the network, always; without one, the form that is kept, which the start page leads to as well. */
async function opened(event: Fetched, pathname: string): Promise<Response> {
  const kept = (await caches.has(FORM)) ? await (await caches.open(FORM)).keys() : [];
  const form = kept.find((request) => [new URL(request.url).pathname, "/"].includes(pathname));
  const asked = Promise.resolve(event.preloadResponse).then((early) => early ?? fetch(event.request));
  // A network that only seems to be there is waited for no longer than somebody at a counter can.
  const tired = new Promise<undefined>((done) => { setTimeout(done, form ? PATIENCE : FOR_EVER); });
  const answer = await Promise.race([asked.catch(() => undefined), tired]);
  if (answer) return answer;
  if (!form) return Response.error();
  const held = await caches.match(form, { cacheName: FORM });
  const { pathname: path } = new URL(form.url);
  return (pathname === path ? held : Response.redirect(path)) ?? Response.error();
}

worker.addEventListener("push", (event: Pushed) => {
  let told: Told = {};
  try {
    told = (event.data?.json() ?? {}) as Told;
  } catch {
    // A call that cannot be read still says that there is one.
  }
  const { title = "Relais", path, tag, lang } = told;
  event.waitUntil(worker.registration.showNotification(title, { tag, lang, data: path }));
});

worker.addEventListener("notificationclick", (event: Tapped) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data));
});

/** A window that shows the page already comes to the front; no other is led away from what is typed in it. */
async function open(path: unknown): Promise<void> {
  const asked = new URL(typeof path === "string" ? path : "/", self.location.origin);
  const url = asked.origin === self.location.origin ? asked.href : self.location.origin;
  const windows = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const there = windows.find((place) => place.url === url);
  await (there ? there.focus() : worker.clients.openWindow(url));
}
