//! The faces of the room: one entry in the menu, tabs on the pages.

use relais_web::components::Tabs;
use relais_words::Words;

/// Where somebody is in the room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Face {
    Pebbles,
    Rules,
}

/// The tabs, on the first page of each face.
pub(crate) fn faces(w: &Words, here: Face) -> Tabs {
    [(Face::Pebbles, "/pebbles", "improving-pebbles"), (Face::Rules, "/rules", "improving-rules")]
        .into_iter()
        .fold(Tabs::new(w, w.t("improving-menu")), |tabs, (face, href, key)| {
            tabs.tab(href, w.t(key), face == here)
        })
}
