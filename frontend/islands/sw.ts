// The service worker: shows a call and opens the page that it leads to. It keeps no page and reads no other request.
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
const worker = self as unknown as Worker;

worker.addEventListener("install", (event: Lasting) => event.waitUntil(worker.skipWaiting()));

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
