//! The real router over a fresh database: pages asked for and forms sent as a browser does.

use std::sync::{Arc, OnceLock};

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request, StatusCode, header},
    response::Response,
};
use http_body_util::BodyExt as _;
use relais_directory::{
    accounts::{Browser, Email, Hashing, places, sessions},
    settings,
};
use relais_kernel::{BatonKind, Locale, OrgId, PersonId, SessionId};
use relais_sealed::Sealed;
use relais_store::{Db, DbOptions, OrgDb, Schema, jobs::Runner, purge};
use relais_web::{Manifest, Settings, Site, live::Pace};
use relais_words::{Catalogue, Source};
use tower::ServiceExt as _;

use crate::TestDb;

/// A site of some rooms.
pub struct TestApp {
    database: TestDb,
    router: Router,
    site: Site,
    sealed: Vec<Schema>,
    runner: Runner,
    /// Set once a stream was opened: what rings is heard from then on.
    pub(crate) listening: OnceLock<()>,
}

/// A browser with one person signed in, or nobody.
#[derive(Clone, Debug, Default)]
pub struct Visitor {
    cookies: Vec<(String, String)>,
    session: Option<SessionId>,
}

/// The cookie of a stranger's visit.
const VISIT: &str = "0123456789abcdefghijkl";

/// What a browser got.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Status.
    pub status: StatusCode,
    /// Where it sends to.
    pub location: Option<String>,
    /// Cookies set.
    pub cookies: Vec<String>,
    /// All headers.
    pub headers: HeaderMap,
    /// The body as text.
    pub body: String,
}

impl TestApp {
    /// A site of these rooms, on the foundation's tables and their own.
    pub async fn new(manifests: Vec<Manifest>) -> Self {
        Self::at_pace(manifests, Pace::default()).await
    }

    /// The same with streams that live faster.
    pub async fn at_pace(manifests: Vec<Manifest>, pace: Pace) -> Self {
        let mut schemas: Vec<Schema> = vec![
            relais_store::SCHEMA,
            relais_directory::SCHEMA,
            relais_contact::SCHEMA,
            relais_post::SCHEMA,
            relais_baton::SCHEMA,
            relais_files::SCHEMA,
        ];
        schemas.extend(manifests.iter().filter_map(|manifest| manifest.schema));
        let database = TestDb::new(&schemas).await;
        let mut sources: Vec<Source> = vec![
            relais_web::WORDS,
            relais_directory::WORDS,
            relais_contact::WORDS,
            relais_post::WORDS,
            relais_baton::WORDS,
            relais_files::WORDS,
        ];
        sources.extend(manifests.iter().flat_map(|manifest| manifest.words.clone()));
        let catalogue = Arc::new(Catalogue::build(&sources).unwrap());
        let settings = Settings {
            base_url: "https://relais.example".into(),
            secure: true,
            demo: false,
            texts: true,
            hashing: Hashing::cheap(),
        };
        let menu = manifests.iter().flat_map(|manifest| manifest.menu.clone()).collect();
        let permissions: Vec<_> =
            manifests.iter().flat_map(|manifest| manifest.permissions).copied().collect();
        let search: Vec<_> = manifests.iter().flat_map(|manifest| manifest.search.clone()).collect();
        let mut choices = [
            relais_directory::SETTINGS,
            relais_baton::SETTINGS,
            relais_contact::SETTINGS,
            relais_post::SETTINGS,
        ]
        .concat();
        choices.extend(manifests.iter().flat_map(|manifest| manifest.settings));
        let topics: Vec<_> = manifests.iter().flat_map(|manifest| manifest.topics.clone()).collect();
        let sealed: Vec<Schema> = manifests.iter().filter_map(|manifest| manifest.sealed).collect();
        let offline: Vec<_> = manifests.iter().filter_map(|manifest| manifest.offline).collect();
        let unseen: Vec<_> = manifests.iter().flat_map(|manifest| manifest.routes.unseen_paths()).collect();
        let mut site = Site::new(database.db().clone(), catalogue, settings, menu);
        if !sealed.is_empty() {
            site = site.sealing(database.seal(&sealed).await);
        }
        let site = site
            .allowing(permissions)
            .telling(topics)
            .finding(search)
            .leaving_to_choose(choices)
            .overlooking(unseen)
            .keeping(offline)
            .at_pace(pace);
        let mut router = Router::new();
        let batons: Vec<BatonKind> = manifests.iter().flat_map(|manifest| manifest.batons).copied().collect();
        let (mut kinds, mut listeners) = (relais_baton::jobs(&batons), relais_baton::LISTENERS.to_vec());
        for manifest in manifests {
            router = router.merge(manifest.routes.into_router());
            kinds.extend(manifest.jobs);
            kinds.extend(manifest.speaking_jobs.into_iter().flat_map(|jobs| jobs(&site)));
            listeners.extend(manifest.listeners);
        }
        kinds.extend(relais_contact::jobs());
        kinds.push(purge::job(&schemas));
        let runner = Runner::new(database.db().clone(), kinds, listeners);
        let router = relais_web::whole(&site, router);
        Self { router, database, site, sealed, runner, listening: OnceLock::new() }
    }

    /// The database.
    pub fn db(&self) -> &Db {
        self.database.db()
    }

    /// The sealed store beside it, of rooms that have one.
    pub fn sealed(&self) -> &Sealed {
        self.site.sealed().unwrap()
    }

    /// How to open the database again.
    pub fn options(&self) -> &DbOptions {
        self.database.options()
    }

    /// The tables of the database, and of the sealed store.
    pub fn schemas(&self) -> (&[Schema], &[Schema]) {
        (self.database.schemas(), &self.sealed)
    }

    /// What the site shares.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// What an organisation chooses for a setting of these rooms.
    pub async fn chooses(&self, org: &OrgDb, code: &str, value: i64) {
        let setting = self.site.choices().iter().find(|setting| setting.code == code).unwrap();
        let seen = settings::value(org, setting).await.unwrap();
        let tx = org.begin().await.unwrap();
        settings::set(&tx, setting, seen, value).await.unwrap().unwrap();
        tx.commit().await.unwrap();
    }

    /// Runs the jobs that are due, and those they leave.
    pub async fn run_jobs(&self) -> usize {
        self.runner.run_due().await.unwrap()
    }

    /// A browser with this person signed in; their account is made when they have none.
    pub async fn sign_in(&self, org: OrgId, person: PersonId) -> Visitor {
        let db = self.db();
        let tx = db.begin().await.unwrap().into_org(org);
        let account = match places::account_of(&tx, person).await.unwrap() {
            Some(account) => account,
            None => {
                let email = Email::read(&format!("{person}@relais.example")).unwrap();
                let account =
                    relais_directory::accounts::add(tx.whole(), &email, Locale::Fr, db.clock().now())
                        .await
                        .unwrap();
                places::connect(&tx, account, person).await.unwrap();
                account
            }
        };
        let browser = Browser { agent: "", shared: false, device: "", former: None };
        let opened =
            sessions::open(tx.whole(), account, org, &browser, db.clock().now()).await.unwrap().unwrap();
        tx.commit().await.unwrap();
        Visitor {
            cookies: vec![("__Host-session".into(), opened.token.text().into())],
            session: Some(opened.id),
        }
    }

    /// Asks for a page.
    pub async fn get(&self, visitor: &Visitor, path: &str) -> Answer {
        self.send(visitor.request("GET", path).body(Body::empty()).unwrap()).await
    }

    /// Sends a form, with its token.
    pub async fn post(&self, visitor: &Visitor, path: &str, fields: &[(&str, &str)]) -> Answer {
        let token = visitor.token();
        let body = relais_web::query([("csrf", token.as_str())].into_iter().chain(fields.iter().copied()));
        let request = visitor
            .request("POST", path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body))
            .unwrap();
        self.send(request).await
    }

    /// Sends a form with a file, with its token first as our pages have it.
    pub async fn upload(
        &self,
        visitor: &Visitor,
        path: &str,
        fields: &[(&str, &str)],
        file: (&str, &str, &[u8]),
    ) -> Answer {
        let token = visitor.token();
        let mut body = Vec::new();
        for (name, value) in [("csrf", token.as_str())].iter().chain(fields) {
            body.extend(
                format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
                    .bytes(),
            );
        }
        let (field, name, content) = file;
        let head = format!(
            "--edge\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\r\n"
        );
        body.extend(head.bytes());
        body.extend(content);
        body.extend(b"\r\n--edge--\r\n");
        let request = visitor
            .request("POST", path)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge")
            .body(Body::from(body))
            .unwrap();
        self.send(request).await
    }

    /// What a request is answered, its body unread.
    pub(crate) async fn answer(&self, request: Request<Body>) -> Response {
        self.router.clone().oneshot(request).await.unwrap()
    }

    /// Sends any request.
    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.answer(request).await;
        let text = |value: &axum::http::HeaderValue| value.to_str().unwrap_or("").to_owned();
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = response.into_body().collect().await.unwrap().to_bytes();
        Answer {
            status,
            location: headers.get(header::LOCATION).map(text),
            cookies: headers.get_all(header::SET_COOKIE).iter().map(text).collect(),
            headers,
            body: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }
}

impl Visitor {
    /// A browser that nobody signed in on.
    pub fn stranger() -> Self {
        Self { cookies: vec![("__Host-visit".into(), VISIT.into())], session: None }
    }

    /// The token that our pages put into this browser's forms.
    fn token(&self) -> String {
        self.session.map_or_else(|| relais_web::visit_token(VISIT), relais_web::form_token)
    }

    /// The browser after an answer set cookies: signed in, when one of them is a session's.
    pub fn after(&self, answer: &Answer, session: Option<SessionId>) -> Self {
        let mut visitor = Self { cookies: self.cookies.clone(), session: session.or(self.session) };
        for cookie in &answer.cookies {
            let Some((name, rest)) = cookie.split_once('=') else { continue };
            let value = rest.split(';').next().unwrap_or("");
            visitor.cookies.retain(|(known, _)| known != name);
            if !value.is_empty() {
                visitor.cookies.push((name.to_owned(), value.to_owned()));
            }
        }
        visitor
    }

    /// A cookie's value.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// A request with this browser's cookies, sent from our own pages.
    pub fn request(&self, method: &str, path: &str) -> axum::http::request::Builder {
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = Request::builder().method(method).uri(path).header("sec-fetch-site", "same-origin");
        if cookies.is_empty() { request } else { request.header(header::COOKIE, cookies.join("; ")) }
    }

    /// The same browser with another cookie.
    pub fn with_cookie(mut self, name: &str, value: &str) -> Self {
        self.cookies.push((name.to_owned(), value.to_owned()));
        self
    }
}

impl Answer {
    /// Checks the status, showing the page when it is another.
    #[track_caller]
    pub fn is(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.body);
        self
    }

    /// A header's text; empty when there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("")
    }

    /// Checks that the page holds some text.
    #[track_caller]
    pub fn holds(self, text: &str) -> Self {
        assert!(self.body.contains(text), "{text:?} is not in:\n{}", self.body);
        self
    }

    /// Checks that the page does not hold some text.
    #[track_caller]
    pub fn lacks(self, text: &str) -> Self {
        assert!(!self.body.contains(text), "{text:?} is in:\n{}", self.body);
        self
    }
}
