//! What the frame is told: places, organisations, who looks, the theme, the usual addresses.

use std::fmt::Display;

use crate::components::{Icon, icon};

/// A place of the navigation.
#[derive(Clone, Debug)]
pub struct NavItem {
    pub(super) label: String,
    pub(super) href: String,
    pub(super) icon: Icon,
    pub(super) current: bool,
    pub(super) in_bar: bool,
}

impl NavItem {
    /// A place with its drawing (a name of `frontend/icons.txt`).
    pub fn new(href: impl Display, label: impl Display, icon_name: &str) -> Self {
        let (href, label) = (href.to_string(), label.to_string());
        Self { label, href, icon: icon(icon_name), current: false, in_bar: false }
    }

    /// Whether the page belongs to it.
    pub fn current(self, current: bool) -> Self {
        Self { current, ..self }
    }

    /// At the thumb, on phones.
    pub fn in_bar(self) -> Self {
        Self { in_bar: true, ..self }
    }
}

/// An organisation of the account.
#[derive(Clone, Debug)]
pub struct OrgChoice {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) current: bool,
}

impl OrgChoice {
    /// The switch posts `org=id`.
    pub fn new(id: impl Display, name: impl Display, current: bool) -> Self {
        Self { id: id.to_string(), name: name.to_string(), current }
    }
}

/// Who looks, and further places of their own menu.
#[derive(Clone, Debug)]
pub struct ViewerMenu {
    pub(super) given_name: String,
    pub(super) detail: Option<String>,
}

impl ViewerMenu {
    /// By given name.
    pub fn new(given_name: impl Display) -> Self {
        Self { given_name: given_name.to_string(), detail: None }
    }

    /// A quiet line below: the role, the e-mail address.
    pub fn detail(self, words: impl Display) -> Self {
        Self { detail: Some(words.to_string()), ..self }
    }
}

/// Light, dark, or what the device asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Theme {
    /// What the device asks for.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All, in the order of the buttons.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// From the cookie's value; anything unknown is `System`.
    pub fn from_code(code: &str) -> Self {
        match code {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::System,
        }
    }

    /// The cookie's value.
    pub fn code(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    pub(super) fn key(self) -> &'static str {
        match self {
            Self::System => "web-theme-system",
            Self::Light => "web-theme-light",
            Self::Dark => "web-theme-dark",
        }
    }

    pub(super) fn icon(self) -> Icon {
        icon(match self {
            Self::System => "monitor",
            Self::Light => "sun",
            Self::Dark => "moon",
        })
    }
}

/// Where the frame's links and forms lead.
#[derive(Clone, Debug)]
pub struct Addresses {
    /// The wordmark.
    pub home: String,
    /// GET `?q=`.
    pub search: String,
    /// My account.
    pub account: String,
    /// My devices.
    pub sessions: String,
    /// POST `csrf`.
    pub sign_out: String,
    /// POST `csrf`, `theme`, `back`: sets the cookie `theme`.
    pub theme: String,
    /// POST `csrf`, `locale`, `back`.
    pub locale: String,
    /// POST `csrf`, `org`.
    pub org: String,
}

impl Default for Addresses {
    fn default() -> Self {
        Self {
            home: "/".into(),
            search: "/search".into(),
            account: "/account".into(),
            sessions: "/account/sessions".into(),
            sign_out: "/sign-out".into(),
            theme: "/theme".into(),
            locale: "/locale".into(),
            org: "/organisation".into(),
        }
    }
}
