//! Reading one field out of what a gateway sends: JSON by a path such as `messages.0.id`, or a form by its name.

use serde_json::Value;

/// The text or number at a path of a JSON body.
pub(crate) fn in_json(body: &[u8], path: &str) -> Option<String> {
    let value: Value = serde_json::from_slice(body).ok()?;
    let found = path.split('.').try_fold(&value, |value, step| match value {
        Value::Array(items) => items.get(step.parse::<usize>().ok()?),
        Value::Object(fields) => fields.get(step),
        _ => None,
    })?;
    match found {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// The same of a body that is JSON when it begins like it, and a form otherwise.
pub(crate) fn in_body(body: &[u8], path: &str) -> Option<String> {
    let first = body.iter().find(|byte| !byte.is_ascii_whitespace())?;
    if matches!(first, b'{' | b'[') {
        return in_json(body, path);
    }
    let pairs: Vec<(String, String)> = serde_html_form::from_bytes(body).ok()?;
    pairs.into_iter().find(|(name, _)| name == path).map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_found_in_json_and_in_forms() {
        let json = br#" {"messages":[{"id":"a-1","n":7,"ok":true}],"id":null}"#;
        assert_eq!(in_body(json, "messages.0.id").as_deref(), Some("a-1"));
        assert_eq!(in_body(json, "messages.0.n").as_deref(), Some("7"));
        for nothing in
            ["messages.1.id", "messages.x.id", "messages.0.ok", "id", "messages", "", "messages.0.id.x"]
        {
            assert_eq!(in_body(json, nothing), None, "{nothing}");
        }
        assert_eq!(in_body(br#"["x"]"#, "0").as_deref(), Some("x"));
        let form = "from=%2B33612345678&text=Stop+%C3%A7a";
        assert_eq!(in_body(form.as_bytes(), "text").as_deref(), Some("Stop ça"));
        assert_eq!(in_body(form.as_bytes(), "from").as_deref(), Some("+33612345678"));
        assert_eq!(in_body(b"", "text"), None);
        assert_eq!(in_body(&[0xff, 0xfe], "text"), None);
    }

    proptest::proptest! {
        #[test]
        fn prop_any_bytes_are_read_or_not(body: Vec<u8>, path in "[a-z0-9.]{0,12}") {
            let _ = in_body(&body, &path);
            let _ = in_json(&body, &path);
        }
    }
}
