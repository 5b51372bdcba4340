// Asks the server for a piece of a page. The server knows by the header that the house around it is not wanted.
export async function fragment(url: string, signal?: AbortSignal): Promise<string | null> {
  const answer = await ask(url, signal);
  return answer?.ok ? answer.text() : null;
}

/** The same with its status; none when the page goes elsewhere. */
export async function ask(url: string, signal?: AbortSignal): Promise<Response | null> {
  const answer = await fetch(url, {
    headers: { "X-Relais-Fragment": "1", Accept: "text/html" },
    credentials: "same-origin",
    signal: signal ?? null,
  });
  // A redirect means that the session ended or the work is done: the page itself must follow it.
  if (answer.redirected) {
    location.assign(answer.url);
    return null;
  }
  return answer;
}

let voice: HTMLElement | undefined;

/** Says a sentence to screen readers, without moving the focus. */
export function announce(text: string): void {
  if (!voice) {
    voice = document.createElement("div");
    voice.className = "unseen";
    voice.setAttribute("role", "status");
    document.body.append(voice);
  }
  voice.textContent = text;
}
