//! Documents made from what the code declares, so that neither can part from the other.

mod register;
mod settings;

use relais_kernel::Locale;

use crate::{failed::Outcome, house::House};

/// All of them: file name and content.
pub(crate) fn all(house: &House) -> Outcome<Vec<(&'static str, String)>> {
    let words = house.words()?;
    Ok(vec![
        ("register.fr.md", register::document(house, &words.in_locale(Locale::Fr))),
        ("register.en.md", register::document(house, &words)),
        ("settings.md", settings::document()),
    ])
}
