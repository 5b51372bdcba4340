// <input type=file data-photo="line-id">: a photo is made smaller on the phone before it is sent, shown, and can be taken
// away again. Whatever fails, the photo goes as it is, and the server does the same work.
import { landing, size } from "./files";

const SIDE = 1600;
const QUALITY = 0.82;
const PREVIEW = 480;

export function photos(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>("input[type=file][data-photo]")) attend(field);
}

function attend(field: HTMLInputElement): void {
  const box = field.closest<HTMLElement>(".file");
  const shot = box?.querySelector<HTMLElement>(".shot");
  const canvas = shot?.querySelector("canvas");
  const line = document.getElementById(field.dataset.photo ?? "");
  if (!box || !shot || !canvas || !line) return;
  landing(box);
  let turn = 0;
  const say = (words: string | undefined, file?: File): void => {
    line.textContent = words && file ? `${words} · ${size(file.size)}` : (words ?? "");
  };

  field.addEventListener("change", () => void chosen());
  shot.querySelector("button")?.addEventListener("click", () => {
    turn += 1;
    field.value = "";
    field.setCustomValidity("");
    shot.hidden = true;
    say(field.dataset.removed);
    field.focus();
  });

  async function chosen(): Promise<void> {
    turn += 1;
    const mine = turn;
    const file = field.files?.[0];
    field.setCustomValidity("");
    if (!file) {
      if (shot) shot.hidden = true;
      say("");
      return;
    }
    say(field.dataset.working);
    const small = await smaller(file);
    // Another one was chosen meanwhile, or none.
    if (mine !== turn) return;
    const taken = small !== null && put(field, small);
    const sent = taken ? small : file;
    const over = sent.size > Number(field.dataset.maxBytes ?? Number.POSITIVE_INFINITY);
    field.setCustomValidity(over ? (field.dataset.tooBig ?? "…") : "");
    // What is shown is read from what is sent.
    const shown = await preview(sent, canvas as HTMLCanvasElement);
    if (mine !== turn) return;
    (shot as HTMLElement).hidden = !shown;
    say(over ? field.dataset.tooBig : taken ? field.dataset.ready : field.dataset.asItIs, sent);
    if (over) field.reportValidity();
  }
}

/** The photo as it will be kept anyway: upright, on white, without its notes. None when this browser cannot. */
async function smaller(file: File): Promise<File | null> {
  try {
    if (!tellsTheTruth()) return null;
    const photo = await createImageBitmap(file, { imageOrientation: "from-image" });
    const canvas = document.createElement("canvas");
    draw(photo, canvas, SIDE);
    photo.close();
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
    if (!blob || blob.type !== "image/jpeg") return null;
    return new File([blob], "photo.jpg", { type: blob.type });
  } catch {
    return null;
  }
}

/** Browsers that guard against being recognised give other points than were drawn: a photo must not go through them. */
function tellsTheTruth(): boolean {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 8;
  const pen = canvas.getContext("2d");
  if (!pen) return false;
  pen.fillStyle = "rgb(40, 120, 200)";
  pen.fillRect(0, 0, 8, 8);
  return pen.getImageData(0, 0, 8, 8).data.every((value, i) => Math.abs(value - ([40, 120, 200, 255][i % 4] ?? 0)) < 6);
}

/** The form then sends this file instead of the one that was chosen. */
function put(field: HTMLInputElement, file: File): boolean {
  try {
    const carried = new DataTransfer();
    carried.items.add(file);
    field.files = carried.files;
    return field.files?.[0]?.size === file.size;
  } catch {
    return false;
  }
}

async function preview(file: File, canvas: HTMLCanvasElement): Promise<boolean> {
  try {
    const photo = await createImageBitmap(file, { imageOrientation: "from-image" });
    draw(photo, canvas, PREVIEW);
    photo.close();
    return true;
  } catch {
    return false;
  }
}

function draw(photo: ImageBitmap, canvas: HTMLCanvasElement, side: number): void {
  const scale = Math.min(1, side / Math.max(photo.width, photo.height));
  canvas.width = Math.max(1, Math.round(photo.width * scale));
  canvas.height = Math.max(1, Math.round(photo.height * scale));
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("no canvas");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.imageSmoothingQuality = "high";
  pen.drawImage(photo, 0, 0, canvas.width, canvas.height);
}
