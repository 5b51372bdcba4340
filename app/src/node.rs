//! A running node: pages, jobs, commands' socket and metrics, from the first to the last request.

use std::{net::SocketAddr, time::Duration};

use axum::{Extension, Router, middleware};
use relais_directory::accounts::Hashing;
use relais_post::sms::Gateway;
use relais_sealed::Sealed;
use relais_store::{Db, bell};
use relais_web::{Settings, Site};
use tokio::net::TcpListener;
use tokio_util::{sync::CancellationToken, task::TaskTracker};

use crate::{
    config::{Backup, Sms},
    control,
    failed::{Failed, Outcome, While as _},
    health,
    house::{House, in_english},
    instance::Instance,
    laying,
    mail::{self, Way},
    measures,
    observed::{self, Observed},
    place::Place,
    texts::Texts,
};

/// How long requests at hand may take after we were asked to end.
const FINISH: Duration = Duration::from_secs(30);

/// What a node is to be.
pub(crate) struct Plan {
    /// The rooms.
    pub(crate) house: House,
    /// Where its database is, for the commands' socket.
    pub(crate) place: Place,
    /// The database, opened.
    pub(crate) db: Db,
    /// The sealed store.
    pub(crate) sealed: Sealed,
    /// Where pages are answered; nowhere for a worker.
    pub(crate) listen: Option<SocketAddr>,
    /// What links begin with; the address listened on when not said.
    pub(crate) base_url: Option<String>,
    /// Where `/metrics` answers.
    pub(crate) metrics: Option<SocketAddr>,
    /// How letters leave.
    pub(crate) mail: Way,
    /// The SMS gateway, if one is set.
    pub(crate) sms: Option<Sms>,
    /// Jobs done at the same time.
    pub(crate) jobs_at_once: usize,
    /// How backups are kept.
    pub(crate) backup: Backup,
    /// Whether demo routes exist (SEC-12).
    pub(crate) demo: bool,
}

/// A node that answers.
pub(crate) struct Node {
    stop: CancellationToken,
    tasks: TaskTracker,
    pages: Option<tokio::task::JoinHandle<std::io::Result<()>>>,
    db: Db,
    sealed: Sealed,
    /// What links begin with.
    pub(crate) base: String,
    /// Where metrics answer.
    pub(crate) metrics: Option<SocketAddr>,
}

impl Node {
    /// Lays the tables and begins to answer.
    pub(crate) async fn begin(plan: Plan) -> Outcome<Self> {
        let Plan { house, place, db, sealed, .. } = plan;
        laying::lay(&db, house.schemas()).await?;
        laying::lay(sealed.db(), house.sealed()).await?;
        let listener = match plan.listen {
            Some(address) => Some(bind(address, "listen").await?),
            None => None,
        };
        let bound = listener.as_ref().and_then(|listener| listener.local_addr().ok());
        let base = plan.base_url.or_else(|| bound.map(|bound| format!("http://{bound}"))).unwrap_or_default();
        let (stop, tasks) = (CancellationToken::new(), TaskTracker::new());
        let metrics = match plan.metrics {
            Some(address) => Some(measure(address, &db, &stop, &tasks).await?),
            None => None,
        };
        relais_post::make_key(&db).await?;
        let catalogue = house.catalogue()?;
        let texts = if plan.demo { Texts::letterbox() } else { Texts::of(plan.sms.as_ref(), &base)? };
        let can_text = !matches!(texts.gateway, Gateway::Nowhere);
        let post = [plan.mail.job(), relais_post::sms::texting(texts.gateway)];
        let post = post.into_iter().chain(mail::calling(&catalogue, &base)?).collect();
        let hashing = if plan.demo { Hashing::cheap() } else { Hashing::strong() };
        if let Some(file) = place.file() {
            let instance = Instance {
                db: db.clone(),
                schemas: house.schemas().to_vec(),
                sealed: sealed.clone(),
                sealed_schemas: house.sealed().to_vec(),
                words: in_english(&catalogue),
                base: base.clone(),
                backup: plan.backup,
                hashing: hashing.clone(),
            };
            tasks.spawn(control::listen(file, instance, stop.clone())?);
        }
        let health = health::routes(&db, house.schemas());
        let settings = Settings {
            secure: base.starts_with("https://"),
            base_url: base.clone(),
            demo: plan.demo,
            texts: can_text,
            hashing,
        };
        let unseen = house.unseen();
        let open = house.open((&db, &sealed), catalogue, settings, (post, plan.jobs_at_once));
        tasks.spawn(open.runner.run(stop.clone().cancelled_owned()));
        tasks.spawn(bell::listen(db.clone(), stop.clone().cancelled_owned()));
        tasks.spawn(end_streams(open.site, stop.clone()));
        let pages = listener.map(|listener| {
            let pages = match texts.incoming {
                Some(incoming) => open.pages.layer(Extension(incoming)),
                None => open.pages,
            };
            let router = observe(pages.merge(health), Observed { clock: db.clock().clone(), unseen });
            // A bare router would be copied for each connection, with all its routes: 140 kB for each open page.
            let serve = axum::serve(listener, router.into_make_service());
            let serve = serve.with_graceful_shutdown(stop.clone().cancelled_owned());
            tokio::spawn(async move { serve.await })
        });
        tasks.close();
        Ok(Self { stop, tasks, pages, db, sealed, base, metrics })
    }

    /// Answers until asked to end, then finishes what was begun.
    pub(crate) async fn until(mut self, asked: impl Future<Output = ()>) -> Outcome {
        let ended = async {
            match self.pages.as_mut() {
                Some(pages) => pages.await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            () = asked => {}
            ended = ended => {
                self.stop.cancel();
                return Err(Failed(format!("pages are no longer answered: {ended:?}")));
            }
        }
        tracing::info!("asked to end: finishing what was begun");
        self.stop.cancel();
        if let Some(mut pages) = self.pages.take()
            && tokio::time::timeout(FINISH, &mut pages).await.is_err()
        {
            tracing::warn!(seconds = FINISH.as_secs(), "some requests were not finished in time");
            pages.abort();
        }
        self.tasks.wait().await;
        self.db.close().await?;
        self.sealed.close().await?;
        tracing::info!("ended");
        Ok(())
    }
}

/// Streams would hold their connections open long after all else was answered.
async fn end_streams(site: Site, stop: CancellationToken) {
    stop.cancelled().await;
    site.end_streams();
}

/// What every answer passes on its way out.
fn observe(router: Router, observed: Observed) -> Router {
    router.layer(middleware::from_fn_with_state(observed, observed::layer))
}

async fn bind(address: SocketAddr, setting: &str) -> Outcome<TcpListener> {
    TcpListener::bind(address).await.while_(|| format!("cannot answer on {address} (setting: {setting})"))
}

async fn measure(
    address: SocketAddr,
    db: &Db,
    stop: &CancellationToken,
    tasks: &TaskTracker,
) -> Outcome<SocketAddr> {
    let listener = bind(address, "metrics.listen").await?;
    let bound = listener.local_addr()?;
    let handle = measures::begin()?;
    let router = measures::routes(handle.clone(), db.clone());
    let serve = axum::serve(listener, router).with_graceful_shutdown(stop.clone().cancelled_owned());
    tasks.spawn(async move { drop(serve.await) });
    let ended = stop.clone();
    tasks.spawn(async move {
        tokio::select! { () = ended.cancelled() => {}, () = measures::keep_small(handle) => {} }
    });
    Ok(bound)
}
