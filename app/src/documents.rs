//! Documents made from what the code declares, so that neither can part from the other.

mod settings;

use relais_kernel::Locale;

use crate::{failed::Outcome, house::House};

/// All of them: file name and content.
pub(crate) fn all(house: &House) -> Outcome<Vec<(&'static str, String)>> {
    let words = house.words()?;
    Ok(vec![
        (
            "register.fr.md",
            relais_privacy::register_markdown(&words.in_locale(Locale::Fr), &house.register()),
        ),
        ("register.en.md", relais_privacy::register_markdown(&words, &house.register())),
        ("settings.md", settings::document()),
    ])
}
