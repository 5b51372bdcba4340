//! One line or many to fill in, with its label, hint and error.

use std::fmt::Display;

use askama::Template;
use relais_words::Words;

use super::{LONG, Sample};

/// A field of a form. It keeps what was typed, says whether it is needed, and ties label, hint and error to the input.
#[derive(Clone, Debug, Template)]
#[template(path = "components/field.html")]
pub struct Field {
    w: Words,
    kind: &'static str,
    name: String,
    id: String,
    label: String,
    value: String,
    hint: Option<String>,
    error: Option<String>,
    required: bool,
    told: bool,
    rows: u8,
    max_bytes: Option<u64>,
    short: bool,
    attributes: Vec<(&'static str, String)>,
}

impl Field {
    fn new(kind: &'static str, w: &Words, name: impl Display, label: impl Display) -> Self {
        let name = name.to_string();
        Self {
            w: w.clone(),
            kind,
            id: name.clone(),
            name,
            label: label.to_string(),
            value: String::new(),
            hint: None,
            error: None,
            required: false,
            told: true,
            rows: 4,
            max_bytes: None,
            short: false,
            attributes: Vec::new(),
        }
    }

    /// A line of text.
    pub fn text(w: &Words, name: impl Display, label: impl Display) -> Self {
        Self::new("text", w, name, label)
    }

    /// An e-mail address.
    pub fn email(w: &Words, name: impl Display, label: impl Display) -> Self {
        Self::new("email", w, name, label).attribute("autocomplete", "email").attribute("spellcheck", "false")
    }

    /// A telephone number.
    pub fn tel(w: &Words, name: impl Display, label: impl Display) -> Self {
        Self::new("tel", w, name, label).attribute("autocomplete", "tel").short()
    }

    /// A password, which the person may show. Never keeps its value.
    pub fn password(w: &Words, name: impl Display, label: impl Display) -> Self {
        Self::new("password", w, name, label).attribute("autocomplete", "current-password")
    }

    /// A day; the value is `2026-11-21`.
    pub fn date(w: &Words, name: impl Display, label: impl Display) -> Self {
        Self::new("date", w, name, label).short()
    }

    /// A time of day; the value is `14:20`.
    pub fn time(w: &Words, name: impl Display, label: impl Display) -> Self {
        Self::new("time", w, name, label).short()
    }

    /// A number.
    pub fn number(w: &Words, name: impl Display, label: impl Display) -> Self {
        Self::new("number", w, name, label).short()
    }

    /// A search within a form of several filters; alone, use `SearchBox`.
    pub fn search(w: &Words, name: impl Display, label: impl Display) -> Self {
        Self::new("search", w, name, label).untold()
    }

    /// Several lines.
    pub fn area(w: &Words, name: impl Display, label: impl Display) -> Self {
        Self::new("textarea", w, name, label)
    }

    /// A file; says beforehand when it is over `max_bytes`.
    pub fn file(w: &Words, name: impl Display, label: impl Display, accept: &str, max_bytes: u64) -> Self {
        Self { max_bytes: Some(max_bytes), ..Self::new("file", w, name, label).attribute("accept", accept) }
    }

    /// A value that travels with the form.
    pub fn hidden(w: &Words, name: impl Display, value: impl Display) -> Self {
        Self::new("hidden", w, name, "").value(value)
    }

    /// What was typed, or what is known.
    pub fn value(self, value: impl Display) -> Self {
        Self { value: value.to_string(), ..self }
    }

    /// Help that stays visible.
    pub fn hint(self, hint: impl Display) -> Self {
        Self { hint: Some(hint.to_string()), ..self }
    }

    /// What is wrong and what to do; `None` when nothing is.
    pub fn error(self, error: Option<impl Display>) -> Self {
        Self { error: error.map(|e| e.to_string()), ..self }
    }

    /// Needed.
    pub fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// Does not say in words whether it is needed: for a form of one evident field.
    pub fn untold(self) -> Self {
        Self { told: false, ..self }
    }

    /// Another id, when a page has the name twice.
    pub fn id(self, id: impl Display) -> Self {
        Self { id: id.to_string(), ..self }
    }

    /// What the browser may fill in: `given-name`, `new-password`, `one-time-code`, `off`.
    pub fn autocomplete(self, token: &str) -> Self {
        self.attribute("autocomplete", token)
    }

    /// The keyboard: `numeric`, `decimal`, `tel`, `email`, `url`.
    pub fn inputmode(self, mode: &str) -> Self {
        self.attribute("inputmode", mode)
    }

    /// The longest text.
    pub fn max_length(self, characters: usize) -> Self {
        self.attribute("maxlength", characters)
    }

    /// The smallest and largest number, day or time.
    pub fn range(self, min: impl Display, max: impl Display) -> Self {
        self.attribute("min", min).attribute("max", max)
    }

    /// Steps of a number or a time (seconds).
    pub fn step(self, step: impl Display) -> Self {
        self.attribute("step", step)
    }

    /// Lines of a text of several.
    pub fn rows(self, rows: u8) -> Self {
        Self { rows, ..self }
    }

    /// As narrow as what it holds.
    pub fn short(self) -> Self {
        Self { short: true, ..self }
    }

    /// Where the cursor waits: at most one a page.
    pub fn autofocus(self) -> Self {
        self.attribute("autofocus", "")
    }

    /// Seen, not changed; still sent.
    pub fn readonly(self) -> Self {
        self.attribute("readonly", "")
    }

    /// Any other attribute of the input. The last one of a name wins.
    pub fn attribute(mut self, name: &'static str, value: impl Display) -> Self {
        self.attributes.retain(|(known, _)| *known != name);
        self.attributes.push((name, value.to_string()));
        self
    }

    fn described(&self) -> String {
        let hint = self.hint.as_ref().map(|_| format!("{}-hint", self.id));
        let error = self.error.as_ref().map(|_| format!("{}-error", self.id));
        error.into_iter().chain(hint).collect::<Vec<_>>().join(" ")
    }

    fn megabytes(&self) -> u64 {
        self.max_bytes.unwrap_or(0) / 1_000_000
    }
}

super::piece!(Field);

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    vec![
        Sample::new(
            "text",
            &Field::text(w, "given", "Prénom").required().autocomplete("given-name").value("Denise"),
        ),
        Sample::new(
            "hint, optional",
            &Field::email(w, "mail", "Adresse électronique")
                .hint("Elle sert à se connecter, à rien d’autre."),
        ),
        Sample::new(
            "error",
            &Field::text(w, "code", "Code de la boutique")
                .value("EVRY-0O1")
                .required()
                .error(Some("Ce code appartient déjà à « Évry 2 ». Choisissez-en un autre."))
                .hint("Lettres, chiffres et tirets."),
        ),
        Sample::new("telephone", &Field::tel(w, "tel", "Téléphone").value("06 39 98 12 04")),
        Sample::new("password", &Field::password(w, "password", "Mot de passe").required().untold()),
        Sample::new("date", &Field::date(w, "from", "À partir du").value("2026-11-21").required()),
        Sample::new("time", &Field::time(w, "at", "Promis avant").value("16:00")),
        Sample::new("number", &Field::number(w, "desks", "Nombre de postes").range(1, 40).value(6)),
        Sample::new("search", &Field::search(w, "q", "Nom ou code")),
        Sample::new(
            "area",
            &Field::area(w, "story", "Que se passe-t-il ?")
                .required()
                .max_length(2000)
                .value("Nouvelle box, le voyant clignote orange depuis ce matin, redémarrée deux fois"),
        ),
        Sample::new(
            "file",
            &Field::file(w, "sheet", "Fichier des personnes", ".csv,.xlsx,.ods", 10_000_000)
                .required()
                .hint("CSV, Excel ou LibreOffice. Rien n’est écrit avant votre accord."),
        ),
        Sample::new("file, error", &Field::file(w, "plan", "Plan", ".pdf", 5_000_000).error(Some(LONG))),
        Sample::new("long", &Field::text(w, "long", LONG).hint(LONG).error(Some(LONG)).value(LONG)),
        Sample::new("hidden", &Field::hidden(w, "version", 7)),
    ]
}
