//! `settings.md`: every setting with its default.

use crate::config::keys::{KEYS, Kind};

pub(super) fn document() -> String {
    let mut text = String::from(
        "# Settings\n\n\
         Written by `cargo xtask regenerate`; change `app/src/config/keys.rs` instead.\n\n\
         One file (`relais.toml`), or environment variables, which win. An unknown name is refused.\n\n\
         | setting | variable | written as | default | what it is for |\n|---|---|---|---|---|\n",
    );
    for key in KEYS {
        let kind = match key.kind {
            _ if key.secret => "text, never shown",
            Kind::Text => "text",
            Kind::Number => "number",
            Kind::Switch => "true or false",
        };
        text.push_str(&format!(
            "| `{}` | `{}` | {kind} | {} | {} |\n",
            key.name,
            key.variable(),
            key.default,
            key.what
        ));
    }
    text
}
