//! The body of a request: written once in the settings, filled for each message so that no value can break out of its place.

use std::fmt::Write as _;

use serde_json::Value;

use super::Format;

/// What stands between braces.
const NAMES: [&str; 5] = ["to", "from", "text", "id", "receipt_url"];

/// A body with places.
#[derive(Clone, Debug)]
pub(super) enum Template {
    Json(Value),
    /// Names and values as they were written, without their places filled.
    Form(Vec<(String, String)>),
}

/// The values of a message, by name.
pub(super) type Values<'a> = dyn Fn(&str) -> &'a str + 'a;

impl Template {
    /// Reads it; what is wrong with it, in words, otherwise.
    pub(super) fn read(format: Format, text: &str) -> Result<Self, String> {
        let template = match format {
            Format::Json => Self::Json(serde_json::from_str(text).map_err(|e| format!("no JSON: {e}"))?),
            Format::Form => Self::Form(
                serde_html_form::from_str(text)
                    .map_err(|_| "no form such as to={to}&text={text}".to_owned())?,
            ),
        };
        let mut found = Vec::new();
        template.each(&mut |text| found.extend(places(text)));
        if let Some(name) = found.iter().find(|name| !NAMES.contains(&name.as_str())) {
            return Err(format!("{{{name}}} is none of {{to}}, {{from}}, {{text}}, {{id}}, {{receipt_url}}"));
        }
        for needed in ["to", "text"] {
            if !found.iter().any(|name| name == needed) {
                return Err(format!("{{{needed}}} is missing"));
            }
        }
        Ok(template)
    }

    fn each(&self, look: &mut dyn FnMut(&str)) {
        match self {
            Self::Json(value) => each_text(value, look),
            Self::Form(pairs) => pairs.iter().for_each(|(_, value)| look(value)),
        }
    }

    /// The body of one message. Values are put into texts, which are then escaped as a whole.
    pub(super) fn fill(&self, values: &Values<'_>) -> String {
        match self {
            Self::Json(value) => filled_json(value, values).to_string(),
            Self::Form(pairs) => {
                let mut body = String::new();
                for (name, value) in pairs {
                    if !body.is_empty() {
                        body.push('&');
                    }
                    encode(&mut body, name);
                    body.push('=');
                    encode(&mut body, &filled(value, values));
                }
                body
            }
        }
    }
}

fn each_text(value: &Value, look: &mut dyn FnMut(&str)) {
    match value {
        Value::String(text) => look(text),
        Value::Array(items) => items.iter().for_each(|item| each_text(item, look)),
        Value::Object(fields) => fields.values().for_each(|field| each_text(field, look)),
        _ => {}
    }
}

fn filled_json(value: &Value, values: &Values<'_>) -> Value {
    match value {
        Value::String(text) => Value::String(filled(text, values)),
        Value::Array(items) => items.iter().map(|item| filled_json(item, values)).collect(),
        Value::Object(fields) => Value::Object(
            fields.iter().map(|(name, field)| (name.clone(), filled_json(field, values))).collect(),
        ),
        other => other.clone(),
    }
}

/// A text as its own words and the names between braces, in their order.
fn split(text: &str) -> Vec<(&str, Option<&str>)> {
    let (mut parts, mut rest) = (Vec::new(), text);
    while let Some(open) = rest.find('{') {
        let name = rest[open + 1..].split_once('}').map(|(name, _)| name);
        let name =
            name.filter(|name| !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'));
        match name {
            Some(name) => {
                parts.push((&rest[..open], Some(name)));
                rest = &rest[open + name.len() + 2..];
            }
            None => {
                parts.push((&rest[..=open], None));
                rest = &rest[open + 1..];
            }
        }
    }
    parts.push((rest, None));
    parts
}

fn places(text: &str) -> Vec<String> {
    split(text).into_iter().filter_map(|(_, name)| name.map(str::to_owned)).collect()
}

/// Filled from left to right, once: a value that looks like a place stays what it is.
fn filled(text: &str, values: &Values<'_>) -> String {
    let mut filled = String::new();
    for (words, name) in split(text) {
        filled.push_str(words);
        filled.push_str(name.map_or("", values));
    }
    filled
}

/// Percent encoding of all but RFC 3986's unreserved characters.
fn encode(into: &mut String, text: &str) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            into.push(char::from(byte));
        } else {
            // Writing into a string does not fail.
            let _ = write!(into, "%{byte:02X}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message<'a>(text: &'a str) -> impl Fn(&str) -> &'a str {
        move |name| match name {
            "to" => "+33612345678",
            "from" => "Clairlien",
            "text" => text,
            "id" => "01a2",
            _ => "https://relais.example.org/sms/receipts/x",
        }
    }

    const NASTY: &str = "Inès a dit \"c'est bon\"\\ {to} & {nobody} + 100 % €\n\u{1}fin";

    #[test]
    fn sec_06_nothing_in_a_message_breaks_out_of_json() {
        let body = r#"{"messages":[{"to":"{to}","from":"{from}","body":"[{text}]","n":1,"ref":"{id}","cb":"{receipt_url}"}]}"#;
        let template = Template::read(Format::Json, body).unwrap();
        let value: Value = serde_json::from_str(&template.fill(&message(NASTY))).unwrap();
        let message = &value["messages"][0];
        assert_eq!(message["body"], format!("[{NASTY}]"));
        assert_eq!((&message["to"], &message["n"]), (&Value::from("+33612345678"), &Value::from(1)));
        assert_eq!(message.as_object().unwrap().len(), 6);
    }

    #[test]
    fn sec_06_nothing_in_a_message_breaks_out_of_a_form() {
        let template = Template::read(Format::Form, "to={to}&sms[text]={text}&fixed=a%26b&id={id}").unwrap();
        let body = template.fill(&message(NASTY));
        assert!(body.starts_with("to=%2B33612345678&sms%5Btext%5D=In%C3%A8s%20a%20dit%20%22"), "{body}");
        let read: Vec<(String, String)> = serde_html_form::from_str(&body).unwrap();
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let to = pair("to", "+33612345678");
        assert_eq!(read, [to, pair("sms[text]", NASTY), pair("fixed", "a&b"), pair("id", "01a2")]);
    }

    #[test]
    fn ops_05_a_body_that_cannot_serve_is_told() {
        for (format, body, told) in [
            (Format::Json, "{\"to\": {to}}", "no JSON"),
            (Format::Json, "{\"to\": \"{to}\"}", "{text} is missing"),
            (Format::Json, "{\"text\": \"{text}\"}", "{to} is missing"),
            (Format::Json, "{\"a\": [\"{to}{text}{number}\"]}", "{number} is none of"),
            (Format::Form, "to={to}&text={txt}", "{txt} is none of"),
            (Format::Form, "", "{to} is missing"),
        ] {
            let fault = Template::read(format, body).unwrap_err();
            assert!(fault.starts_with(told), "{fault}");
        }
        assert!(Template::read(Format::Json, "{\"a\":\"{to} {text} {Not} {} {\"}").is_ok());
    }

    proptest::proptest! {
        #[test]
        fn prop_any_words_arrive_as_they_are(text in "\\PC{0,60}|[{}\"\\\\&=+%\u{0}-\u{1f}]{0,20}") {
            let form = Template::read(Format::Form, "to={to}&text={text}").unwrap();
            let read: Vec<(String, String)> = serde_html_form::from_str(&form.fill(&message(&text))).unwrap();
            proptest::prop_assert_eq!(&read[1].1, &text);
            let json = Template::read(Format::Json, "{\"to\":\"{to}\",\"text\":\"{text}\"}").unwrap();
            let value: Value = serde_json::from_str(&json.fill(&message(&text))).unwrap();
            proptest::prop_assert_eq!(&value["text"], &Value::from(text.as_str()));
        }
    }
}
