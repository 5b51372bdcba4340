// Bundles the styles and islands, cuts the fonts to what pages show, and picks the icons. Names stay plain:
// foundation/web/build.rs puts the content's hash into them. Usage: node build.mjs OUT_FOLDER
import { build } from "esbuild";
import subsetFont from "subset-font";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const out = process.argv[2] ?? "dist";
const target = ["chrome111", "firefox115", "safari16.4"];
await mkdir(out, { recursive: true });

const common = { bundle: true, minify: true, target, logLevel: "warning", legalComments: "none" };
const styles = build({ ...common, entryPoints: ["styles/index.css"], outfile: join(out, "relais.css"), external: ["./*.woff2"] });
const islands = build({ ...common, entryPoints: ["islands/main.ts"], outfile: join(out, "relais.js"), format: "esm" });

const offline = build({ ...common, entryPoints: ["islands/offline/main.ts"], outfile: join(out, "offline.js"), format: "esm" });
const worker = build({ ...common, entryPoints: ["islands/sw.ts"], outfile: join(out, "sw.js"), format: "iife" });

const folder = "node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-";
const range = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join("");
// U+202F, the arrows and U+2011 are not in the font: pages draw arrows as icons, spaces come from the fallback.
const latin = "\u00a0£§©«°±²·»ÀÂÄÆÇÈÉÊËÎÏÔÖ×ÙÛÜßàáâäæçèéêëíîïñóôöùúûüÿ";
const western = range(0x20, 0x7e) + latin + "ŒœŸ\u2009–—‘’‚“”„•…‹›€™−";
const rare = [...range(0xa0, 0xff)].filter((letter) => !latin.includes(letter)).join("");
const extended = range(0x100, 0x151) + range(0x154, 0x17e) + "ƒȘșȚțẀẁẂẃẄẅẞỲỳ";

async function font(source, text, name) {
  const whole = await readFile(`${folder}${source}.woff2`);
  const cut = await subsetFont(whole, text, { targetFormat: "woff2", variationAxes: { wght: { min: 400, max: 700 } } });
  await writeFile(join(out, name), cut);
}

async function icons() {
  const names = (await readFile("icons.txt", "utf8")).split("\n").filter(Boolean);
  const lines = names.map(async (name) => {
    const svg = await readFile(`node_modules/lucide-static/icons/${name}.svg`, "utf8");
    const inner = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>"));
    return `${name}\t${inner.replace(/\s*\n\s*/g, "").replace(/ \/>/g, "/>").trim()}`;
  });
  await writeFile(join(out, "icons.tsv"), (await Promise.all(lines)).join("\n") + "\n");
}

await Promise.all([
  styles,
  islands,
  offline,
  worker,
  icons(),
  font("latin-wght-normal", western, "atkinson.woff2"),
  font("latin-wght-italic", western, "atkinson-italic.woff2"),
  font("latin-wght-normal", rare, "atkinson-rare.woff2"),
  font("latin-ext-wght-normal", extended, "atkinson-extended.woff2"),
]);
