//! Every piece on one page, in all its states: for those who build pages, and for the tests.

use askama::Template;
use relais_words::Words;

use crate::{
    Cx, Page,
    components::{Html, Piece, samples},
};

#[derive(Template)]
#[template(path = "gallery.html")]
struct Gallery<'a> {
    w: &'a Words,
    pieces: Vec<Piece>,
}

/// The page's body, to be put into the shell.
pub fn gallery(w: &Words) -> Html {
    Html::page(&Gallery { w, pieces: samples(w) })
}

/// The page itself, in the language and theme of whoever looks; for the demo.
pub async fn page(cx: Cx) -> Page {
    Page::new(cx.shell(cx.w.t("web-gallery-title")).around(gallery(&cx.w)))
}

#[cfg(test)]
#[path = "gallery_tests.rs"]
mod tests;

#[cfg(test)]
#[path = "contrast_tests.rs"]
mod contrast_tests;
