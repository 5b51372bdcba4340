//! A form with one photo: its fields as any other form's, and what was attached.

use axum::{
    extract::{DefaultBodyLimit, FromRequest, Multipart, Request},
    http::header,
};
use serde::de::DeserializeOwned;

use super::{MOST_BYTES, MOST_THROWN_AWAY, expected, read, text, viewer};
use crate::{Failure, Site, csrf, offline};

/// A form whose token was checked before anything else of it was read, with the photo in its field `photo`. Without one it
/// may as well come as plain fields. What the photo is, nobody has looked at yet: it is given to be cleaned, never kept or
/// shown as it came.
#[derive(Clone, Debug)]
pub struct PostedWithPhoto<T> {
    /// What was typed; a missing field takes its default.
    pub form: T,
    /// The file, if one was chosen.
    pub photo: Option<Vec<u8>>,
    /// A file came that is larger than any may be; nothing of it was kept.
    pub too_large: bool,
}

/// The field's name.
const FIELD: &str = "photo";
/// What is held of a photo: more than is ever kept, so that whoever cleans it says what it may weigh.
const MOST_OF_A_PHOTO: usize = 20 * 1024 * 1024;

impl<T: DeserializeOwned> FromRequest<Site> for PostedWithPhoto<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, site: &Site) -> Result<Self, Failure> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        if !kind.is_some_and(|kind| kind.starts_with("multipart/form-data")) {
            let (form, _) = read(request).await?;
            return Ok(Self { form, photo: None, too_large: false });
        }
        let Parts { fields, photo, too_large } = parts(request, site).await?;
        let fields = serde_html_form::to_string(&fields).map_err(|_| Failure::Unreadable)?;
        let form = serde_html_form::from_str(&fields).map_err(|_| Failure::Unreadable)?;
        Ok(Self { form, photo, too_large })
    }
}

#[derive(Default)]
struct Parts {
    fields: Vec<(String, String)>,
    photo: Option<Vec<u8>>,
    too_large: bool,
}

async fn parts(request: Request, site: &Site) -> Result<Parts, Failure> {
    let (head, body) = request.into_parts();
    let (expected, viewer) = (expected(&head)?, viewer(&head)?);
    let mut request = Request::from_parts(head, body);
    // A photo that is too large is read to its end and thrown away, so that its form can be shown again.
    DefaultBodyLimit::max(MOST_THROWN_AWAY).apply(&mut request);
    let mut form = Multipart::from_request(request, site).await.map_err(|_| Failure::Unreadable)?;
    let (mut found, mut proven, mut typed) = (Parts::default(), false, 0);
    while let Some(mut field) = form.next_field().await.map_err(|_| Failure::Unreadable)? {
        let name = field.name().unwrap_or("").to_owned();
        if name == "author" {
            // It stands before the token: whose form it is tells more than that its token is another's.
            offline::may_leave(&text(field).await?, viewer.as_ref())?;
        } else if name == "csrf" {
            proven = csrf::matches(&text(field).await?, &expected);
        } else if !proven {
            return Err(Failure::Forged);
        } else if let Some(file_name) = field.file_name().map(str::to_owned) {
            let (mut bytes, mut fits) = (Vec::new(), name == FIELD);
            while let Some(chunk) = field.chunk().await.map_err(|_| Failure::Unreadable)? {
                if fits && bytes.len() + chunk.len() <= MOST_OF_A_PHOTO {
                    bytes.extend_from_slice(&chunk);
                } else {
                    (bytes, fits) = (Vec::new(), false);
                }
            }
            if name == FIELD {
                found.too_large |= !fits;
                // A field that was left alone comes without a name and without content.
                found.photo = (fits && !(bytes.is_empty() && file_name.is_empty())).then_some(bytes);
            }
        } else {
            let value = text(field).await?;
            typed += name.len() + value.len();
            if typed > MOST_BYTES {
                return Err(Failure::Unreadable);
            }
            found.fields.push((name, value));
        }
    }
    if proven { Ok(found) } else { Err(Failure::Forged) }
}
