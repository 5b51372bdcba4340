//! Forms that came from our own pages.

mod photo;

use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request, multipart::Field};
use relais_kernel::Viewer;
use serde::{Deserialize, de::DeserializeOwned};

pub use photo::PostedWithPhoto;

use crate::{Failure, Site, csrf, offline, request::known};

/// A form whose token was checked. A missing field takes its default, so that what was typed can always be shown again.
#[derive(Clone, Debug)]
pub struct Posted<T>(pub T);

/// The same for a row that exists: with the version it was read at, by which two writers are told apart.
#[derive(Clone, Debug)]
pub struct Edited<T> {
    /// What was typed.
    pub form: T,
    /// The version that was on the page.
    pub version: i64,
}

/// The fields that every form has.
#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
struct Common {
    csrf: String,
    author: String,
    version: i64,
}

/// Forms are text: more than this is no form of ours.
const MOST_BYTES: usize = 1024 * 1024;

impl<T: DeserializeOwned> FromRequest<Site> for Posted<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, _: &Site) -> Result<Self, Failure> {
        let (form, _) = read(request).await?;
        Ok(Self(form))
    }
}

impl<T: DeserializeOwned> FromRequest<Site> for Edited<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, _: &Site) -> Result<Self, Failure> {
        let (form, Common { version, .. }) = read(request).await?;
        Ok(Self { form, version })
    }
}

async fn read<T: DeserializeOwned>(request: Request) -> Result<(T, Common), Failure> {
    let (parts, body) = request.into_parts();
    let expected = expected(&parts)?;
    let bytes = axum::body::to_bytes(body, MOST_BYTES).await.map_err(|_| Failure::Unreadable)?;
    let common: Common = serde_html_form::from_bytes(&bytes).map_err(|_| Failure::Unreadable)?;
    offline::may_leave(&common.author, viewer(&parts)?.as_ref())?;
    if !csrf::matches(&common.csrf, &expected) {
        return Err(Failure::Forged);
    }
    let form = serde_html_form::from_bytes(&bytes).map_err(|_| Failure::Unreadable)?;
    Ok((form, common))
}

fn expected(parts: &axum::http::request::Parts) -> Result<String, Failure> {
    let known = known(parts)?;
    Ok(match &known.signed {
        Some(signed) => csrf::of_session(signed.viewer.session),
        None => csrf::of_visit(&known.visit),
    })
}

/// Whoever sends it.
fn viewer(parts: &axum::http::request::Parts) -> Result<Option<Viewer>, Failure> {
    Ok(known(parts)?.signed.as_ref().map(|signed| signed.viewer.clone()))
}

/// A form with one file, whose token was checked before the file was read.
#[derive(Debug)]
pub struct Upload {
    /// The other fields.
    pub fields: Vec<(String, String)>,
    /// The file, if one was chosen.
    pub file: Option<UploadedFile>,
    /// A file came that is larger than any may be; nothing of it was kept.
    pub too_large: bool,
}

/// A file in a form.
#[derive(Debug)]
pub struct UploadedFile {
    /// The name it had, for showing only.
    pub name: String,
    /// Its content, spilled to disk as it came.
    pub content: std::fs::File,
    /// Its length.
    pub length: u64,
}

impl Upload {
    /// A field's text.
    pub fn field(&self, name: &str) -> &str {
        self.fields.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }
}

/// What a file may weigh.
const MOST_UPLOADED: u64 = 66 * 1024 * 1024;
/// What is read of one that weighs more, before the line is cut.
const MOST_THROWN_AWAY: usize = 512 * 1024 * 1024;

/// A field that is no file.
async fn text(mut field: Field<'_>) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field.chunk().await.map_err(|_| Failure::Unreadable)? {
        bytes.extend_from_slice(&chunk);
        if bytes.len() > MOST_BYTES {
            return Err(Failure::Unreadable);
        }
    }
    String::from_utf8(bytes).map_err(|_| Failure::Unreadable)
}

impl FromRequest<Site> for Upload {
    type Rejection = Failure;

    async fn from_request(request: Request, site: &Site) -> Result<Self, Failure> {
        let (parts, body) = request.into_parts();
        let expected = expected(&parts)?;
        let mut request = Request::from_parts(parts, body);
        // A file that is too large is read to its end and thrown away, so that its form can be shown again.
        DefaultBodyLimit::max(MOST_THROWN_AWAY).apply(&mut request);
        let mut form = Multipart::from_request(request, site).await.map_err(|_| Failure::Unreadable)?;
        let mut upload = Self { fields: Vec::new(), file: None, too_large: false };
        let mut proven = false;
        while let Some(mut field) = form.next_field().await.map_err(|_| Failure::Unreadable)? {
            let name = field.name().unwrap_or("").to_owned();
            if name == "csrf" {
                proven = csrf::matches(&text(field).await?, &expected);
            } else if !proven {
                return Err(Failure::Forged);
            } else if let Some(file_name) = field.file_name().map(str::to_owned) {
                let mut content = tempfile::tempfile().map_err(|e| Failure::Broken(e.to_string()))?;
                let mut length = 0;
                while let Some(chunk) = field.chunk().await.map_err(|_| Failure::Unreadable)? {
                    length += chunk.len() as u64;
                    if length <= MOST_UPLOADED {
                        std::io::Write::write_all(&mut content, &chunk)
                            .map_err(|e| Failure::Broken(e.to_string()))?;
                    }
                }
                if length > MOST_UPLOADED {
                    upload.too_large = true;
                } else if length > 0 || !file_name.is_empty() {
                    upload.file = Some(UploadedFile { name: file_name, content, length });
                }
            } else {
                upload.fields.push((name, text(field).await?));
            }
        }
        if proven { Ok(upload) } else { Err(Failure::Forged) }
    }
}
