//! What the people of a group write to each other: posts, people called by name, a few kinds of reactions, photos (EXP-12). It
//! is theirs: whoever is not of the group finds nothing here, also not those who lead them, and nothing counts what somebody
//! wrote.

pub(crate) mod ageing;
pub(crate) mod checks;
pub(crate) mod erase;
pub(crate) mod list;
pub(crate) mod photo;
pub(crate) mod post;
pub(crate) mod react;
pub(crate) mod store;

pub(crate) use ageing::job;
pub(crate) use list::samples;
