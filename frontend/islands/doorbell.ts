// One connection per browser: the tab that holds a lock listens for all tabs and tells them; when it goes, another takes
// over. Where locks or channels are missing, each tab listens for itself while it is seen.

export type Versions = Record<string, number>;

/** A server's limit for one connection. */
const MOST = 40;
const NAME = "relais-live";
/** A page that did not run for so long was asleep, and its connection may be dead without knowing it. */
const ASLEEP = 4_000;
/** The server ends each stream sooner; one that lasts longer is dead. */
const OLD = 15 * 60_000;

type Message = { from: string; want?: string[]; bye?: true; roll?: true; versions?: Versions };

export function doorbell(topics: string[], hear: (versions: Versions) => void): void {
  const me = Math.random().toString(36).slice(2);
  const channel = "locks" in navigator && "BroadcastChannel" in window ? new BroadcastChannel(NAME) : undefined;
  const others = new Map<string, string[]>();
  let source: EventSource | undefined;
  let asked: string[] = [];
  let leading = false;
  let over = false;
  let faults = 0;
  let soon = 0;
  let seen = Date.now();
  let opened = seen;
  let release: (() => void) | undefined;
  let waiting: AbortController | undefined;

  const say = (message: Omit<Message, "from">): void => channel?.postMessage({ from: me, ...message });
  const query = (all: string[]): string => new URLSearchParams(all.map((topic) => ["topic", topic])).toString();

  /** Asks for the present versions at once; tells whether there is anything to listen to. */
  const compare = async (): Promise<boolean> => {
    if (over) return false;
    try {
      const answer = await fetch(`/live/versions?${query(topics.slice(0, MOST))}`, { headers: { "X-Relais-Fragment": "1" } });
      if (answer.ok) {
        const versions = (await answer.json()) as Versions;
        hear(versions);
        if (Object.keys(versions).length === 0) end();
      } else if (answer.status < 500) end(); // nobody is signed in any more
    } catch {
      // Away: the connection is tried again below, or when the network is back.
    }
    return !over;
  };

  const connect = (anew: boolean): void => {
    const all = [...new Set([topics, ...others.values()].flat())].slice(0, MOST);
    if (!leading || over || (!anew && source && all.every((topic) => asked.includes(topic)))) return;
    source?.close();
    asked = all;
    opened = Date.now();
    const mine = (source = new EventSource(`/live?${query(all)}`));
    mine.onopen = () => {
      opened = Date.now();
    };
    mine.onmessage = (event: MessageEvent<string>) => {
      faults = 0;
      const versions = JSON.parse(event.data) as Versions;
      say({ versions });
      hear(versions);
    };
    mine.onerror = () => {
      // A browser comes back by itself, unless it was refused.
      if (mine !== source || mine.readyState !== EventSource.CLOSED) return;
      source = undefined;
      faults += 1;
      window.setTimeout(() => {
        if (!source) void compare().then((any) => any && connect(true));
      }, Math.min(60_000, 1_000 * 2 ** faults));
    };
  };

  /** Several tabs that speak at once are one new connection. */
  const connectSoon = (): void => {
    window.clearTimeout(soon);
    soon = window.setTimeout(() => connect(false), 50);
  };

  const begin = (): void => {
    if (over) return;
    if (!channel) {
      leading = !document.hidden;
      return connect(false);
    }
    if (leading || waiting) return;
    say({ want: topics });
    const mine = (waiting = new AbortController());
    const lead = (): Promise<void> =>
      new Promise((done) => {
        release = done;
        leading = true;
        others.clear();
        say({ roll: true });
        connectSoon();
      });
    navigator.locks.request(NAME, { signal: mine.signal }, lead).catch(() => undefined);
  };

  /** A page that is put aside listens no more, and lets another tab lead. */
  const rest = (): void => {
    say({ bye: true });
    source?.close();
    source = undefined;
    leading = false;
    waiting?.abort();
    release?.();
    waiting = release = undefined;
  };

  /** There is nothing for this page to hear; other tabs may still have something. */
  const end = (): void => {
    over = true;
    rest();
  };

  const wake = (anew: boolean): void => {
    seen = Date.now();
    begin();
    void compare().then((any) => any && anew && connect(true));
  };

  if (channel) {
    channel.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.versions) hear(data.versions);
      if (data.roll) say({ want: topics });
      if (data.bye) others.delete(data.from);
      if (data.want) {
        others.set(data.from, data.want);
        if (leading) connectSoon();
      }
    };
  }
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) wake(false);
    else if (!channel) rest();
  });
  document.addEventListener("freeze", rest);
  document.addEventListener("resume", () => wake(true));
  window.addEventListener("pagehide", rest);
  window.addEventListener("pageshow", (event) => event.persisted && wake(true));
  window.addEventListener("online", () => wake(true));
  window.setInterval(() => {
    const now = Date.now();
    const slept = !document.hidden && now - seen > ASLEEP;
    seen = now;
    if (slept) wake(true);
    else if (leading && source && now - opened > OLD) connect(true);
  }, 1_000);
  begin();
}
