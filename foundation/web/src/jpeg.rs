//! A picture as an answer.

use axum::{
    http::{HeaderName, HeaderValue, header},
    response::{IntoResponse, Response},
};

use crate::Failure;

/// A JPEG that this house encoded itself, never what somebody sent (SEC-05). Opened by its address it is a download; in a
/// page, `<img>` shows it all the same, since browsers heed the disposition of documents alone.
#[derive(Clone)]
pub struct Jpeg(Vec<u8>);

impl Jpeg {
    /// The content of a picture.
    pub fn new(content: Vec<u8>) -> Self {
        Self(content)
    }
}

/// A photo has no place in a log.
impl std::fmt::Debug for Jpeg {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Jpeg({} bytes)", self.0.len())
    }
}

/// Whatever a browser makes of the address, it runs nothing, loads nothing, guesses no other kind and shows it on no other
/// site. It keeps no copy: phones are shared, and who loses a right no longer sees what it showed (SEC-03, SEC-09).
const HEADERS: [(HeaderName, &str); 6] = [
    (header::CONTENT_TYPE, "image/jpeg"),
    (header::CONTENT_DISPOSITION, "attachment; filename=\"photo.jpg\""),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox"),
    (header::CACHE_CONTROL, "no-store"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

impl IntoResponse for Jpeg {
    fn into_response(self) -> Response {
        if !self.0.starts_with(b"\xff\xd8\xff") {
            return Failure::Broken("a picture is no JPEG".into()).into_response();
        }
        let mut response = self.0.into_response();
        for (name, value) in HEADERS {
            response.headers_mut().insert(name, HeaderValue::from_static(value));
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use axum::http::StatusCode;

    use super::*;

    #[test]
    fn sec_05_what_is_no_jpeg_is_never_sent() {
        for other in [&b""[..], b"<html>", b"%PDF", b"GIF89a", b"\x89PNG", b"\xff\xd8"] {
            let answer = Jpeg::new(other.to_vec()).into_response();
            assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR, "{other:?}");
        }
        assert_eq!(Jpeg::new(b"\xff\xd8\xff\xe0".to_vec()).into_response().status(), StatusCode::OK);
    }
}
