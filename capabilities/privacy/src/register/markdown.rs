//! The register as a document of `docs/`.

use std::fmt::Write as _;

use relais_words::Words;

use super::{about, parts};
use crate::Room;

/// `docs/register.{fr,en}.md`, as `relais regenerate` writes it.
pub fn markdown(w: &Words, rooms: &[Room]) -> String {
    let mut text =
        format!("# {}\n\n{}\n\n{}\n", w.t("privacy-register-title"), w.t("privacy-register-lead"), made(w));
    for part in parts(w, rooms) {
        let heads = ["privacy-what", "privacy-about", "privacy-readers", "privacy-kept"]
            .map(|key| w.t(key).to_string());
        let _ = write!(text, "\n## {}\n\n| | {} |\n|---|---|---|---|---|\n", part.title, heads.join(" | "));
        for line in part.lines {
            let cells = [line.purpose, about(w, line.about), line.readers, line.kept]
                .map(|cell| cell.replace('|', "\\|"));
            let _ = writeln!(text, "| `{}` | {} |", line.table, cells.join(" | "));
        }
    }
    text
}

fn made(w: &Words) -> String {
    format!("<!-- {} -->", w.t("privacy-register-made"))
}

#[cfg(test)]
mod tests {
    use relais_store::register::{About, Entry, Retention};

    use crate::tests::words;

    #[test]
    fn prv_01_the_document_holds_every_table() {
        const ONE: &[Entry] =
            &[Entry::new("session", About::Staff, &["self"], Retention::Days(30, "ended_at"))];
        let text = super::markdown(&words(), &[("directory", ONE), ("home", &[])]);
        assert!(text.starts_with("# Ce que Relais garde\n"), "{text}");
        let table = text.split("\n\n").last().unwrap();
        let session = "Les appareils connectés, pour que chacun reconnaisse les siens et les déconnecte.";
        assert_eq!(
            table,
            format!(
                "| | Quoi et pourquoi | Sur qui | Qui le lit | Combien de temps |\n|---|---|---|---|---|\n\
                 | `session` | {session} | Les équipes | La personne elle-même | 30 jours après la fin |\n"
            )
        );
    }
}
