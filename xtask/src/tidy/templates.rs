//! Templates hold structure only: no style, no script, nothing loaded from elsewhere, no visible word.

use super::Finding;
use super::tree::Tree;

/// Attributes that a person reads or hears.
const SPOKEN: [&str; 6] =
    ["title", "alt", "placeholder", "aria-label", "aria-description", "aria-roledescription"];
/// Attributes whose address the browser fetches by itself; `href` counts on `<link>` and in SVG.
const FETCHED: [&str; 6] = ["src", "srcset", "poster", "data", "background", "xlink:href"];

/// The product's name is the same in every language.
const NAME: &str = "Relais";

pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, text) in tree
        .ending(".html")
        .filter(|(path, _)| path.split('/').any(|part| part == "templates") && !is_exempt(path))
    {
        let mut say = |at: usize, sentence: String| {
            findings.push(Finding::new(path, text[..at].matches('\n').count() + 1, sentence));
        };
        let markup = without_askama(text);
        for piece in pieces(&markup) {
            match piece {
                Piece::Text(at, words) => {
                    if let Some((offset, word)) = first_word(words) {
                        say(
                            at + offset,
                            format!("`{word}` is a visible word: it belongs into a translation"),
                        );
                    }
                }
                Piece::Tag(at, tag) => complaints(tag).into_iter().for_each(|sentence| say(at, sentence)),
            }
        }
    }
    findings
}

/// Examples for those who build pages are in French as they are; a file of attributes stands inside a tag.
fn is_exempt(path: &str) -> bool {
    path.contains("/templates/samples/")
        || path.ends_with("_sample.html")
        || path.ends_with("_attributes.html")
}

enum Piece<'a> {
    Text(usize, &'a str),
    /// What stands between `<` and `>`.
    Tag(usize, &'a str),
}

/// Askama's own parts and HTML comments as blanks, every byte of the rest at its place.
fn without_askama(text: &str) -> String {
    let mut bytes = text.as_bytes().to_vec();
    let mut at = 0;
    while at < bytes.len() {
        let close = match &text.as_bytes()[at..] {
            [b'{', b'{', ..] => "}}",
            [b'{', b'%', ..] => "%}",
            [b'{', b'#', ..] => "#}",
            [b'<', b'!', b'-', b'-', ..] => "-->",
            _ => {
                at += 1;
                continue;
            }
        };
        let end = text[at..].find(close).map_or(bytes.len(), |length| at + length + close.len());
        bytes[at..end].iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
        at = end;
    }
    // Whole spans were blanked, so what is left is still UTF-8.
    String::from_utf8(bytes).unwrap_or_default()
}

fn pieces(markup: &str) -> Vec<Piece<'_>> {
    let (mut pieces, mut at) = (Vec::new(), 0);
    while let Some(start) = markup[at..].find('<').map(|offset| at + offset) {
        pieces.push(Piece::Text(at, &markup[at..start]));
        let end = tag_end(markup, start);
        pieces.push(Piece::Tag(start, &markup[start + 1..end]));
        at = (end + 1).min(markup.len());
    }
    pieces.push(Piece::Text(at, &markup[at..]));
    pieces
}

/// The `>` that closes the tag opened at `start`, quoted ones passed over.
fn tag_end(markup: &str, start: usize) -> usize {
    let mut quote = None;
    for (offset, byte) in markup[start..].bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return start + offset,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    markup.len()
}

/// Two letters in a row, entities such as `&nbsp;` left out.
fn first_word(words: &str) -> Option<(usize, &str)> {
    let mut start = None;
    for (at, character) in words.char_indices().chain([(words.len(), ' ')]) {
        match start {
            None if character.is_alphabetic() => start = Some(at),
            Some(begin) if !character.is_alphanumeric() => {
                let word = &words[begin..at];
                let entity =
                    character == ';' && (words[..begin].ends_with('&') || words[..begin].ends_with("&#"));
                if !entity && word != NAME && word.chars().filter(|c| c.is_alphabetic()).count() > 1 {
                    return Some((begin, word));
                }
                start = None;
            }
            _ => {}
        }
    }
    None
}

fn complaints(tag: &str) -> Vec<String> {
    let name = tag.split(|c: char| c.is_whitespace() || c == '/').next().unwrap_or_default().to_lowercase();
    let attributes = attributes(&tag[name.len().min(tag.len())..]);
    let mut told = Vec::new();
    if name == "script" && !attributes.iter().any(|(attribute, _)| attribute == "src") {
        told.push("a script inside the page: put it into an island".to_owned());
    }
    if name == "style" {
        told.push("styles inside the page: put them into the style sheet".to_owned());
    }
    for (attribute, value) in &attributes {
        let attribute = attribute.as_str();
        let fetched = FETCHED.contains(&attribute)
            || (attribute == "href" && matches!(name.as_str(), "link" | "use" | "image"));
        let value_at = value.trim_start();
        if attribute == "style" {
            told.push("`style=`: give it a class".to_owned());
        } else if attribute.starts_with("on") {
            told.push(format!("`{attribute}=`: listen from an island"));
        } else if fetched && ["http://", "https://", "//"].iter().any(|start| value_at.starts_with(start)) {
            told.push(format!("`{value_at}` is loaded from elsewhere: serve it from here"));
        } else if SPOKEN.contains(&attribute)
            && let Some((_, word)) = first_word(value)
        {
            told.push(format!("`{word}` in `{attribute}=` is a visible word: it belongs into a translation"));
        }
    }
    told
}

fn attributes(tag: &str) -> Vec<(String, String)> {
    let (mut found, mut rest) = (Vec::new(), tag);
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        let length = rest.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(rest.len());
        if rest.is_empty() {
            return found;
        }
        let name = rest[..length].to_lowercase();
        rest = rest[length..].trim_start();
        let mut value = "";
        if let Some(after) = rest.strip_prefix('=') {
            let after = after.trim_start();
            let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''));
            let (begin, end) = match quote {
                Some(quote) => (1, after[1..].find(quote).map_or(after.len(), |end| end + 1)),
                None => (0, after.find(char::is_whitespace).unwrap_or(after.len())),
            };
            value = &after[begin..end];
            rest = after.get(end + usize::from(quote.is_some())..).unwrap_or_default();
        }
        found.push((name, value.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(page: &str) -> Vec<String> {
        check(&Tree::of(&[("a/templates/p.html", page)])).iter().map(Finding::to_string).collect()
    }

    #[test]
    fn structure_keys_and_entities_are_fine() {
        let page = "<!doctype html>\n{% if a > b %}<p class=\"é\" title=\"{{ t(\"x\") }}\">{{ words }}&nbsp;·&#xe9; 1 h</p>{% endif %}\n\
            {# Un mot #}<!-- two words --><script src=\"{{ a }}\" defer></script><a href=\"https://x.org\">{{ x }}</a>\
            <svg xmlns=\"http://www.w3.org/2000/svg\"><use href=\"#a\"/></svg>";
        assert_eq!(told(page), Vec::<String>::new());
    }

    #[test]
    fn visible_words_are_told_with_their_line() {
        assert_eq!(
            told("<p>\n  Été ici</p>"),
            ["a/templates/p.html:2: `Été` is a visible word: it belongs into a translation"]
        );
        assert!(told("<input placeholder='Nom {{ x }}'>")[0].contains("`Nom` in `placeholder=`"));
    }

    #[test]
    fn styles_scripts_and_the_world_outside_are_told() {
        assert!(told("<p style=\"color:{{ c }}\">")[0].contains("give it a class"));
        assert!(told("<script>a()</script>").iter().any(|line| line.contains("put it into an island")));
        assert!(told("<button onclick=\"a()\">")[0].contains("listen from an island"));
        assert!(told("<img alt=\"\" src=\"https://x.org/a.png\">")[0].contains("serve it from here"));
        assert!(told("<link href='//x.org/a.css' rel=stylesheet>")[0].contains("serve it from here"));
        assert!(told("<style>p{}</style>")[0].contains("style sheet"));
    }
}
