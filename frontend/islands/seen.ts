// A page that somebody looks at calls them no more: it says so once, since asking for a page changes nothing. The start
// page shows what waits, a page with an id is about one thing; no other page is led to by a call.
const LED_TO = /^\/$|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function seen(): void {
  const csrf = document.querySelector<HTMLInputElement>('form[action="/sign-out"] input[name=csrf]')?.value;
  if (!csrf || !LED_TO.test(location.pathname)) return;
  const say = (): void => {
    if (document.hidden) return;
    document.removeEventListener("visibilitychange", say);
    const body = new URLSearchParams({ csrf, path: location.pathname });
    fetch("/my/messages/seen", { method: "POST", body, keepalive: true }).catch(() => undefined);
  };
  document.addEventListener("visibilitychange", say);
  say();
}
