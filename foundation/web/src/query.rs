//! Addresses with a query.

/// `a=1&b=caf%C3%A9`.
pub fn query<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut query = String::new();
    for (name, value) in pairs {
        if !query.is_empty() {
            query.push('&');
        }
        query.push_str(name);
        query.push('=');
        for byte in value.bytes() {
            if byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'_' | b'.') {
                query.push(char::from(byte));
            } else {
                query.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    query
}

#[cfg(test)]
mod tests {
    #[test]
    fn values_are_quoted() {
        assert_eq!(
            super::query([("next", "/units?q=é&x=1"), ("a", "1")]),
            "next=/units%3Fq%3D%C3%A9%26x%3D1&a=1"
        );
    }
}
