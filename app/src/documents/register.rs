//! `register.LANGUAGE.md` (PRV-01): each table, why it exists, who reads it, when a row goes.

use relais_store::register::{About, Entry, Retention};
use relais_words::Words;

use crate::house::House;

pub(super) fn document(house: &House, w: &Words) -> String {
    let mut text = String::new();
    for entry in house.schemas().iter().flat_map(|schema| schema.register) {
        text.push_str(&line(entry, w));
    }
    text
}

fn line(entry: &Entry, w: &Words) -> String {
    let purpose = w.t(&format!("register-{}", entry.table.replace('_', "-"))).to_string();
    let about = match entry.about {
        About::Nobody => "-",
        About::Staff => "staff",
        About::Customers => "customers",
    };
    let kept = match entry.retention {
        Retention::WhileInUse => "while in use".to_owned(),
        Retention::Days(days, column) => format!("{days} d after {column}"),
        Retention::With(table) => format!("with {table}"),
    };
    format!("| `{}` | {purpose} | {about} | {} | {kept} |\n", entry.table, entry.readers.join(", "))
}
