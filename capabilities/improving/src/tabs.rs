//! The faces of the room: one entry in the menu, tabs on the pages.

use relais_web::components::Tabs;
use relais_words::Words;

relais_kernel::codes! {
    /// Where somebody is in the room.
    pub enum Face {
        /// Pebbles and ideas.
        Pebbles = "pebbles",
        /// Rules of the house, and what contradicts itself.
        Rules = "rules",
        /// What is in a team's way.
        Obstacles = "obstacles",
        /// What worked somewhere.
        Solutions = "solutions",
        /// Where it all stands.
        Board = "board",
    }
}

/// The tabs, on the first page of each face.
pub(crate) fn faces(w: &Words, here: Face) -> Tabs {
    Face::ALL.iter().fold(Tabs::new(w, w.t("improving-menu")), |tabs, face| {
        tabs.tab(format!("/{face}"), w.t(&format!("improving-{face}")), *face == here)
    })
}
