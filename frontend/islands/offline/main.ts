// Loaded where it is of use: at once on the form, and a while after any other page is there.
import { announce } from "../fragment";
import { attend } from "./form";
import { keep } from "./keeping";
import { counted } from "./list";
import { flush } from "./sending";
import { all, CHANGED } from "./store";

/** Tried again that often while something waits and somebody looks. */
const EVERY = 30_000;

const { author, offline } = document.documentElement.dataset;
const form = document.querySelector<HTMLFormElement>("form[data-queue][data-seal]");
const place = document.querySelector<HTMLElement>("[data-queue-list]");

/** The line on other pages: what waits, and how many of others. */
async function strip(): Promise<void> {
  const line = document.querySelector<HTMLElement>("[data-waiting]");
  const link = line?.querySelector("a");
  if (!line || !link) return;
  const entries = await all();
  const mine = entries.filter((entry) => entry.author === author).length;
  const others = entries.length - mine;
  line.hidden = entries.length === 0;
  link.textContent = mine > 0 ? counted(line, mine) : counted(line, others, "other");
}

async function leave(): Promise<void> {
  if (document.hidden || !navigator.onLine) return;
  const became = await flush();
  const sent = Array.isArray(became) ? became.find((one) => one.kind === "sent") : undefined;
  if (sent?.kind !== "sent") return;
  const told = document.querySelector<HTMLElement>("[data-queue-sent]");
  const link = told?.querySelector("a");
  if (!told || !link) return;
  link.href = sent.went;
  told.hidden = false;
  announce(link.textContent ?? "");
}

async function begin(): Promise<void> {
  await navigator.serviceWorker.register("/sw.js");
  if (form && place) await attend(form, place);
  await strip();
  new BroadcastChannel(CHANGED).addEventListener("message", () => void strip());
  window.addEventListener("online", () => void leave());
  document.addEventListener("visibilitychange", () => void leave());
  window.setInterval(() => void leave(), EVERY);
  await leave();
  if (offline && author && navigator.onLine) await keep(offline, author);
}

begin().catch((fault: unknown) => console.warn(fault)); // the form still works as forms do
