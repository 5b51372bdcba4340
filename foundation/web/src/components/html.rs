//! HTML that is safe already, to be put into other pieces.

use std::fmt;

use askama::filters::HtmlSafe;

/// HTML that a template made: printed as it is.
#[derive(Clone, Debug, Default)]
pub struct Html(String);

impl Html {
    /// What a piece or a page's template prints.
    pub fn of(piece: impl HtmlSafe) -> Self {
        Self(piece.to_string())
    }

    /// What any template prints. Askama escapes what a template was given, so its output is safe.
    pub fn page<T: askama::Template>(template: &T) -> Self {
        // Writing into a String fails only when a value's own `Display` does; the page then ends there.
        let mut text = String::with_capacity(T::SIZE_HINT);
        let _ended = template.render_into(&mut text);
        Self(text)
    }

    /// The markup.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds a piece.
    pub fn and(mut self, piece: impl HtmlSafe) -> Self {
        self.0.push_str(&piece.to_string());
        self
    }
}

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl HtmlSafe for Html {}
