//! An address as a square that a telephone's camera reads, drawn as one path of an SVG.

use askama::Template;
use qrcode::{Color, EcLevel, QrCode};
use relais_web::components::Html;

/// White around it, in squares: readers want four.
const MARGIN: usize = 4;

#[derive(Template)]
#[template(path = "status/qr.html")]
struct Square<'a> {
    side: usize,
    path: String,
    alt: &'a str,
}

/// The square, with what it is for those who do not see it; none for a text that no square holds.
pub(super) fn of(text: &str, alt: &str) -> Option<Html> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let width = code.width();
    let mut path = String::new();
    for (at, _) in code.to_colors().iter().enumerate().filter(|(_, color)| **color == Color::Dark) {
        path.push_str(&format!("M{} {}h1v1h-1z", at % width + MARGIN, at / width + MARGIN));
    }
    Some(Html::page(&Square { side: width + 2 * MARGIN, path, alt }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exp_03_an_address_is_a_square_with_words_for_those_who_do_not_see_it() {
        let address = "https://relais.clairlien.example/s/7k3m9q2xb4tz8hnv0c5jyr6wd1p3";
        let square = of(address, "Ce carré ouvre « votre » page").unwrap();
        assert!(square.as_str().starts_with("<svg"), "{}", square.as_str());
        // Version 5 at level M has 37 squares a side, and the corner of a finder is dark.
        assert!(
            square.as_str().contains("viewBox=\"0 0 45 45\"") && square.as_str().contains("M4 4h1v1h-1z")
        );
        assert!(square.as_str().contains("aria-label=\"Ce carré ouvre « votre » page\""));
        assert!(of(&"é".repeat(3000), "").is_none());
    }
}
