#![doc = include_str!("../README.md")]

pub mod assets;
mod can;
pub mod components;
mod cookies;
mod csrf;
mod failure;
mod faults;
pub mod gallery;
mod jpeg;
mod layer;
pub mod live;
mod local;
mod lock;
mod manifest;
mod offline;
mod page;
mod posted;
mod query;
mod request;
mod routes;
mod search;
mod session;
pub mod shell;
mod site;

pub use can::Can;
pub use cookies::Cookie;
pub use csrf::{of_session as form_token, of_visit as visit_token};
pub use failure::{Failure, Outcome};
pub use faults::told;
pub use jpeg::Jpeg;
pub use layer::whole;
pub use live::{Live, TopicKind};
pub use local::{is_local, local};
pub use lock::HeldForm;
pub use manifest::{Demo, Manifest, MenuEntry, Sample};
pub use offline::{Author, OfflineForm};
pub use page::{Fragment, Go, Page};
pub use posted::{Edited, Posted, PostedWithPhoto, Upload, UploadedFile};
pub use query::{Address, query};
pub use request::{Cx, Guest, Organisation};
pub use routes::{Declared, Method, Routes};
pub use search::{Finding, Found, SearchKind, Sought};
pub use site::{Settings, Site};

/// The words of this room.
pub const WORDS: relais_words::Source = relais_words::Source {
    room: "web",
    fr: include_str!("../locales/fr.ftl"),
    en: include_str!("../locales/en.ftl"),
};
