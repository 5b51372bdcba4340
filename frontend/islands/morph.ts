// Brings an element to what another one shows, in place: what stays keeps its focus, its scroll, what was opened and
// what was typed in it.

export function morph(from: Element, to: Element): void {
  for (const { name } of [...from.attributes]) {
    if (!to.hasAttribute(name) && !isOurs(from, name)) from.removeAttribute(name);
  }
  for (const { name, value } of to.attributes) {
    if (from.getAttribute(name) !== value && !isOurs(from, name)) from.setAttribute(name, value);
  }
  const known = new Map<string, ChildNode[]>();
  for (const child of from.childNodes) known.set(key(child), [...(known.get(key(child)) ?? []), child]);
  const pairs = [...to.childNodes].map((child) => ({ child, held: known.get(key(child))?.shift() }));
  for (const left of known.values()) for (const child of left) child.remove();
  let at = from.firstChild;
  for (const { child, held } of pairs) {
    if (!held) {
      from.insertBefore(child, at);
      continue;
    }
    // Only what truly changed its place is moved: moving takes the focus away.
    if (held === at) at = at.nextSibling;
    else from.insertBefore(held, at);
    if (held instanceof Element && child instanceof Element) morph(held, child);
    else if (held.nodeValue !== child.nodeValue) held.nodeValue = child.nodeValue;
  }
}

/** What tells a child from its neighbours: a line of a list by where it leads, the rest by name and kind. */
function key(node: Node): string {
  if (!(node instanceof Element)) return `${node.nodeType}`;
  const attribute = (name: string): string | null => node.getAttribute(name);
  const led = /^(LI|TR)$/.test(node.tagName) ? node.querySelector("a[href]")?.getAttribute("href") : null;
  const own = node.id || attribute("data-key") || attribute("aria-labelledby") || attribute("name") || attribute("href") || led;
  return `${node.tagName} ${attribute("class")} ${own}`;
}

/** What the viewer or an island did to an element is not the server's to take back. */
function isOurs(element: Element, name: string): boolean {
  if (name === "hidden") return element.matches("[data-copy], [data-reveal]");
  return /^(open|aria-busy|aria-pressed|data-sent)$/.test(name);
}
