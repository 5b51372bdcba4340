// « / » goes to the search box, unless somebody is writing.
export function searchKey(): void {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = document.activeElement;
    if (at instanceof HTMLElement && (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName))) return;
    const boxes = document.querySelectorAll<HTMLInputElement>("input[data-search-key]");
    for (const box of boxes) {
      if (box.offsetParent === null) continue; // hidden at this width
      event.preventDefault();
      box.focus();
      box.select();
      return;
    }
  });
}
