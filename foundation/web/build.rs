//! Builds `frontend/` into assets that the binary carries: bundled by npm's esbuild when it is there, otherwise the plain
//! styles alone, with a warning. Names hold the content's hash, so that a browser may keep each file for ever.

use std::{
    env,
    error::Error,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

type Done<T = ()> = Result<T, Box<dyn Error>>;

/// What decides the assets; `node_modules` of somebody who works there does not.
const SOURCES: [&str; 8] = [
    "package.json",
    "package-lock.json",
    "build.mjs",
    "icons.txt",
    "tsconfig.json",
    "styles",
    "islands",
    "static",
];

fn main() -> Done {
    let crate_folder = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let frontend = crate_folder.join("../../frontend");
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-env-changed=RELAIS_ASSETS");
    for source in SOURCES {
        println!("cargo:rerun-if-changed={}", frontend.join(source).display());
    }

    let bundle = out.join("bundle");
    if bundle.exists() {
        fs::remove_dir_all(&bundle)?;
    }
    fs::create_dir_all(&bundle)?;
    if let Err(why) = bundled(&frontend, &work_folder(&out), &bundle) {
        if env::var("RELAIS_ASSETS").as_deref() == Ok("required") {
            return Err(format!("RELAIS_ASSETS=required, and the assets cannot be built: {why}").into());
        }
        println!("cargo:warning=pages will have neither scripts, fonts nor icons: {why}");
        fs::remove_dir_all(&bundle)?;
        fs::create_dir_all(&bundle)?;
        fs::write(bundle.join("relais.css"), plain_styles(&frontend.join("styles"))?)?;
    }
    for file in fs::read_dir(frontend.join("static"))? {
        let file = file?;
        fs::copy(file.path(), bundle.join(file.file_name()))?;
    }
    write_icons(&bundle, &out)?;
    write_table(&bundle, &out)
}

/// Where npm works: shared by the profiles, beside them in `target`.
fn work_folder(out: &Path) -> PathBuf {
    out.ancestors().nth(4).unwrap_or(out).join("relais-frontend")
}

fn bundled(frontend: &Path, work: &Path, bundle: &Path) -> Done {
    fs::create_dir_all(work)?;
    for source in SOURCES {
        let (from, to) = (frontend.join(source), work.join(source));
        if to.is_dir() {
            fs::remove_dir_all(&to)?;
        }
        copy(&from, &to)?;
    }
    let (lock, installed) = (fs::read(work.join("package-lock.json"))?, work.join("installed.lock"));
    if fs::read(&installed).ok().as_deref() != Some(&lock) {
        run(Command::new("npm")
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
            .current_dir(work))?;
        fs::write(&installed, &lock)?;
    }
    run(Command::new("node").arg("build.mjs").arg(bundle).current_dir(work))
}

fn copy(from: &Path, to: &Path) -> Done {
    if from.is_file() {
        fs::copy(from, to)?;
        return Ok(());
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        copy(&entry.path(), &to.join(entry.file_name()))?;
    }
    Ok(())
}

fn run(command: &mut Command) -> Done {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|e| format!("{program} does not start ({e})"))?;
    if output.status.success() {
        return Ok(());
    }
    let told = String::from_utf8_lossy(&output.stderr);
    Err(format!("{program} failed: {}", told.lines().take(8).collect::<Vec<_>>().join(" / ")).into())
}

/// The styles without a bundler: each file in the layer that `index.css` gives it; the fonts' file has none and is left.
fn plain_styles(styles: &Path) -> Done<String> {
    let mut all = String::new();
    for line in fs::read_to_string(styles.join("index.css"))?.lines() {
        let Some(import) = line.strip_prefix("@import \"./") else {
            writeln!(all, "{line}")?;
            continue;
        };
        if let Some((path, rest)) = import.split_once("\" layer(") {
            let layer = rest.trim_end_matches(");");
            writeln!(all, "@layer {layer} {{\n{}}}", fs::read_to_string(styles.join(path))?)?;
        }
    }
    Ok(all)
}

fn write_icons(bundle: &Path, out: &Path) -> Done {
    let mut table = String::from("&[\n");
    if let Ok(icons) = fs::read_to_string(bundle.join("icons.tsv")) {
        let mut rows: Vec<_> = icons.lines().filter_map(|line| line.split_once('\t')).collect();
        rows.sort_unstable();
        for (name, paths) in rows {
            writeln!(table, "({name:?}, {paths:?}),")?;
        }
        fs::remove_file(bundle.join("icons.tsv"))?;
    }
    table.push(']');
    Ok(fs::write(out.join("icons.rs"), table)?)
}

/// Hashes, compresses and lists the files. Those that others mention come first, so that the mention gets the hash.
fn write_table(bundle: &Path, out: &Path) -> Done {
    let mut names: Vec<String> = fs::read_dir(bundle)?
        .map(|f| Ok(f?.file_name().to_string_lossy().into_owned()))
        .collect::<Done<_>>()?;
    names.sort_by_key(|name| (mentions_others(name), name.clone()));
    let shelf = out.join("assets");
    if shelf.exists() {
        fs::remove_dir_all(&shelf)?;
    }
    fs::create_dir_all(&shelf)?;
    let mut hashed: Vec<(String, String)> = Vec::new();
    let mut table = String::from("&[\n");
    for name in names {
        let mut bytes = fs::read(bundle.join(&name))?;
        if mentions_others(&name) {
            let mut text = String::from_utf8(bytes)?;
            for (plain, full) in &hashed {
                text = text.replace(plain.as_str(), full);
            }
            bytes = text.into_bytes();
        }
        let (stem, ending) = name.split_once('.').ok_or("an asset without ending")?;
        let full = format!("{stem}.{:016x}.{ending}", fnv(&bytes));
        let (mime, is_text) = mime(ending).ok_or_else(|| format!("{name}: an ending without a type"))?;
        fs::write(shelf.join(&full), &bytes)?;
        let gzip = if is_text {
            // Compressed once, as small as gzip can be: the first page on a bad network is worth a second here.
            let mut small = Vec::new();
            zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, bytes.as_slice(), &mut small)?;
            fs::write(shelf.join(format!("{full}.gz")), small)?;
            format!("Some(include_bytes!({:?}))", shelf.join(format!("{full}.gz")))
        } else {
            "None".into()
        };
        writeln!(
            table,
            "Asset {{ name: {name:?}, url: \"/assets/{full}\", mime: {mime:?}, bytes: include_bytes!({:?}), gzip: {gzip} }},",
            shelf.join(&full)
        )?;
        hashed.push((name, full));
    }
    table.push(']');
    Ok(fs::write(out.join("assets.rs"), table)?)
}

fn mentions_others(name: &str) -> bool {
    name.ends_with(".css") || name.ends_with(".webmanifest")
}

fn mime(ending: &str) -> Option<(&'static str, bool)> {
    Some(match ending {
        "css" => ("text/css; charset=utf-8", true),
        "js" => ("text/javascript; charset=utf-8", true),
        "svg" => ("image/svg+xml", true),
        "webmanifest" => ("application/manifest+json", true),
        "png" => ("image/png", false),
        "woff2" => ("font/woff2", false),
        _ => return None,
    })
}

/// FNV-1a: names a content; nothing here needs a cryptographic hash.
fn fnv(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}
