// A file field says the name and size of what was chosen, and refuses what the server would refuse, before the upload.
export function fileFields(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>("input[type=file][data-chosen]")) {
    const box = field.closest<HTMLElement>(".file");
    field.addEventListener("change", () => tell(field));
    if (box) landing(box);
  }
}

/** A place that shows where a dragged file would land. */
export function landing(box: HTMLElement): void {
  box.addEventListener("dragover", () => box.classList.add("over"));
  for (const end of ["dragleave", "drop"]) box.addEventListener(end, () => box.classList.remove("over"));
}

function tell(field: HTMLInputElement): void {
  const line = document.getElementById(field.dataset.chosen ?? "");
  const file = field.files?.[0];
  if (!line) return;
  line.textContent = file ? `${file.name} · ${size(file.size)}` : "";
  const limit = Number(field.dataset.maxBytes ?? Number.POSITIVE_INFINITY);
  const over = file !== undefined && file.size > limit;
  field.setCustomValidity(over ? (field.dataset.tooBig ?? "…") : "");
  if (over) field.reportValidity();
}

/** How much it weighs, in words of the page. */
export function size(bytes: number): string {
  const [value, unit] = bytes < 1_000_000 ? [Math.max(1, bytes / 1000), "kilobyte"] : [bytes / 1_000_000, "megabyte"];
  const digits = unit === "megabyte" ? 1 : 0;
  return new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit, maximumFractionDigits: digits }).format(value);
}
