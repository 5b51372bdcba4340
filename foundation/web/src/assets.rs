//! Styles, scripts, fonts and marks, carried by the binary and served under names that hold their hash.

use axum::{
    Router,
    extract::Path,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};

/// A file of `frontend/`, as built.
#[derive(Debug)]
pub struct Asset {
    /// What pages call it: `relais.css`.
    pub name: &'static str,
    /// Where it is served: `/assets/relais.0123456789abcdef.css`.
    pub url: &'static str,
    /// Its type.
    pub mime: &'static str,
    /// Its content.
    pub bytes: &'static [u8],
    /// The same compressed; fonts are compressed already.
    pub gzip: Option<&'static [u8]>,
}

static ASSETS: &[Asset] = include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// All of them.
pub fn all() -> &'static [Asset] {
    ASSETS
}

/// One by its name; scripts and fonts are absent from a build without npm.
pub fn find(name: &str) -> Option<&'static Asset> {
    ASSETS.iter().find(|asset| asset.name == name)
}

/// The address of an asset; an absent one answers 404 when asked for.
pub fn asset(name: &str) -> &'static str {
    find(name).map_or("/assets/absent", |asset| asset.url)
}

/// Serves `/assets/…`, and the service worker at the root, where it speaks for the whole site.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/assets/{file}", get(serve)).route("/sw.js", get(worker))
}

/// The service worker keeps its address: a browser asks now and then whether it has changed.
async fn worker() -> Response {
    let Some(worker) = find("sw.js") else { return StatusCode::NOT_FOUND.into_response() };
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(worker.mime)),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'self'")),
    ];
    (headers, worker.bytes).into_response()
}

async fn serve(Path(file): Path<String>, headers: HeaderMap) -> Response {
    let Some(asset) = ASSETS.iter().find(|asset| asset.url.strip_prefix("/assets/") == Some(file.as_str()))
    else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let mut response = match asset.gzip.filter(|_| accepts_gzip(&headers)) {
        Some(gzip) => ([(header::CONTENT_ENCODING, "gzip")], gzip).into_response(),
        None => asset.bytes.into_response(),
    };
    let answer = response.headers_mut();
    answer.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.mime));
    answer.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    answer.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    response
}

fn accepts_gzip(headers: &HeaderMap) -> bool {
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or("");
    accepted.split(',').any(|coding| {
        let (name, weight) = coding.split_once(';').unwrap_or((coding, ""));
        name.trim().eq_ignore_ascii_case("gzip") && !matches!(weight.trim(), "q=0" | "q=0.0")
    })
}

#[cfg(test)]
mod tests {
    use axum::{body::Body, http::Request};
    use tower::ServiceExt as _;

    use super::*;

    async fn get(url: &str, encoding: &str) -> Response {
        let request =
            Request::get(url).header(header::ACCEPT_ENCODING, encoding).body(Body::empty()).unwrap();
        routes::<()>().oneshot(request).await.unwrap()
    }

    #[tokio::test]
    async fn styles_are_kept_for_a_year_and_compressed_when_accepted() {
        let answer = get(asset("relais.css"), "br, gzip").await;
        assert_eq!(answer.status(), StatusCode::OK);
        assert_eq!(answer.headers()[header::CONTENT_ENCODING], "gzip");
        assert_eq!(answer.headers()[header::CACHE_CONTROL], "public, max-age=31536000, immutable");
        let plain = get(asset("relais.css"), "gzip;q=0").await;
        assert!(!plain.headers().contains_key(header::CONTENT_ENCODING));
        assert_eq!(plain.headers()[header::CONTENT_TYPE], "text/css; charset=utf-8");
    }

    #[tokio::test]
    async fn the_service_worker_keeps_its_address_and_is_asked_for_again() {
        let answer = get("/sw.js", "").await;
        let Some(worker) = find("sw.js") else {
            assert_eq!(answer.status(), StatusCode::NOT_FOUND, "a build without npm");
            return;
        };
        assert_eq!(answer.headers()[header::CACHE_CONTROL], "no-cache");
        assert_eq!(answer.headers()[header::CONTENT_TYPE], worker.mime);
        assert!(String::from_utf8_lossy(worker.bytes).contains("showNotification"));
    }

    #[tokio::test]
    async fn an_unknown_name_is_not_found() {
        assert_eq!(get("/assets/relais.css", "gzip").await.status(), StatusCode::NOT_FOUND);
        assert_eq!(get(asset("absent.png"), "gzip").await.status(), StatusCode::NOT_FOUND);
    }

    #[test]
    fn styles_mention_fonts_by_their_hash() {
        let styles = String::from_utf8_lossy(find("relais.css").unwrap().bytes);
        for font in all().iter().filter(|a| a.mime == "font/woff2") {
            let file = font.url.rsplit('/').next().unwrap();
            assert!(styles.contains(file), "{file} is not mentioned");
            assert!(!styles.contains(font.name), "{} is mentioned without its hash", font.name);
        }
    }

    /// A first view on a phone stays under 60 kB; styles, script and font must leave 15 kB to the page itself.
    #[test]
    fn the_first_view_is_light() {
        let weight = |name: &str| find(name).map_or(0, |a| a.gzip.unwrap_or(a.bytes).len());
        let all = weight("relais.css") + weight("relais.js") + weight("atkinson.woff2") + weight("icon.svg");
        assert!(all < 45_000, "{all} bytes");
    }
}
