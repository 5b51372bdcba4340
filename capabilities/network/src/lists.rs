//! One line of a list that the directory keeps: a trade, an employer, a way of arranging units. It is named anew, or
//! taken away while nothing bears it.

mod employer;
mod hierarchy;
mod trade;

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse as _, Response},
};
use relais_directory::{Change, Ruled};
use relais_kernel::Permission;
use relais_store::{OrgDb, OrgTx};
use relais_web::{
    Can, Cx, Failure, Go, Outcome, Page, Posted, Sample,
    components::{Button, ConfirmDialog, Field, Html, LinkButton, Notice},
};
use relais_words::{Fault, Faults, Words};
use serde::Deserialize;
use uuid::Uuid;

pub(crate) use employer::Employers;
pub(crate) use hierarchy::Hierarchies;
pub(crate) use trade::Trades;

/// What is typed about a line, and what it was when the page was drawn: by it two writers are told apart.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Form {
    name: String,
    /// An employer's kind, a hierarchy's code.
    second: String,
    was_name: String,
    was_second: String,
}

/// A line, as the page shows it.
pub(crate) struct Line {
    /// What ends its address.
    key: String,
    id: Option<Uuid>,
    name: String,
    second: String,
    /// Its name is one of ours, or gives authority: it stays.
    named_by_us: bool,
    may_go: bool,
}

/// A list of the directory.
pub(crate) trait List: Sized + Send + 'static {
    /// A line of it.
    type Item: Send + Sync;
    /// Who changes it.
    type May: Permission;
    /// What a line is, in actions of the audit log and in keys of words.
    const NOUN: &'static str;
    /// Where its lines stand: the address below which each has its own, and the page that lists them with its title.
    const AT: (&'static str, &'static str, &'static str);
    /// The acts of changing and of removing.
    const ACTS: (&'static str, &'static str);
    /// The sentences said after it.
    const SAID: (&'static str, &'static str);

    fn find(db: &OrgDb, key: &str) -> impl Future<Output = relais_store::Result<Option<Self::Item>>> + Send;

    fn line(w: &Words, item: &Self::Item) -> Line;

    /// The second field, besides the name.
    fn second(w: &Words, form: &Form, faults: &Faults) -> Option<Html>;

    fn change(
        tx: &OrgTx,
        item: Self::Item,
        form: &Form,
    ) -> impl Future<Output = relais_store::Result<Result<Change, Faults>>> + Send;

    fn remove(tx: &OrgTx, item: &Self::Item) -> impl Future<Output = Ruled> + Send;

    fn refusal(rule: &str) -> Option<Fault>;
}

#[derive(Template)]
#[template(path = "lists/line.html")]
struct Shown<'a> {
    w: &'a Words,
    csrf: String,
    noun: &'static str,
    at: (&'static str, &'static str, &'static str),
    line: Line,
    second: Option<Html>,
    form: Form,
    faults: Faults,
}

impl Shown<'_> {
    fn address(&self, end: &str) -> String {
        format!("{}/{}{end}", self.at.0, self.line.key)
    }

    fn removing(&self) -> ConfirmDialog {
        let (w, key) = (self.w, |end: &str| format!("{}-{end}", self.noun));
        let question = w.t(&key("remove-question")).with("name", self.line.name.as_str()).to_string();
        let words = w.t(&key("remove")).to_string();
        ConfirmDialog::new(w, &words, question, self.address("/remove"), &words, &self.csrf)
            .explained(w.t("list-remove-what"))
    }
}

pub(crate) async fn page<L: List>(cx: Cx, _: Can<L::May>, Path(key): Path<String>) -> Outcome {
    let item = L::find(&cx.db(), &key).await?.ok_or(Failure::NotFound)?;
    shown::<L>(&cx, &item, None, Faults::none())
}

pub(crate) async fn save<L: List>(
    cx: Cx,
    _: Can<L::May>,
    Path(key): Path<String>,
    Posted(form): Posted<Form>,
) -> Outcome<Response> {
    let item = L::find(&cx.db(), &key).await?.ok_or(Failure::NotFound)?;
    let (line, tx) = (L::line(&cx.w, &item), cx.db().begin().await?);
    let faults = match L::change(&tx, item, &form).await {
        Ok(Ok(Change::Done(()))) => {
            cx.note(&tx, L::ACTS.0, L::NOUN, line.id, &line.key).await?;
            tx.commit().await?;
            return Ok(Go::to(L::AT.1).saying(L::SAID.0).answer());
        }
        Ok(Ok(Change::Stale)) => Fault::of_form("changed-meanwhile").into(),
        Ok(Err(faults)) => faults,
        Err(error) => error.violation().and_then(L::refusal).ok_or(error)?.into(),
    };
    tx.rollback().await?;
    let item = L::find(&cx.db(), &key).await?.ok_or(Failure::NotFound)?;
    Ok(shown::<L>(&cx, &item, Some(form), faults)?.refused().into_response())
}

pub(crate) async fn remove<L: List>(
    cx: Cx,
    _: Can<L::May>,
    Path(key): Path<String>,
    Posted(_): Posted<Form>,
) -> Outcome<Response> {
    let item = L::find(&cx.db(), &key).await?.ok_or(Failure::NotFound)?;
    let (line, tx) = (L::line(&cx.w, &item), cx.db().begin().await?);
    let fault = match L::remove(&tx, &item).await {
        Ok(Ok(())) => {
            cx.note(&tx, L::ACTS.1, L::NOUN, line.id, &line.key).await?;
            tx.commit().await?;
            return Ok(Go::to(L::AT.1).saying(L::SAID.1).answer());
        }
        Ok(Err(fault)) => fault,
        // A rule of no list itself: something still bears the line.
        Err(error) => {
            let rule = error.violation().ok_or_else(|| Failure::Broken(error.to_string()))?;
            L::refusal(rule).unwrap_or_else(|| Fault::of_form("list-still-used"))
        }
    };
    tx.rollback().await?;
    Ok(shown::<L>(&cx, &item, None, fault.into())?.refused().into_response())
}

/// Each list names its second field in its own way; the page has one name for it.
fn on_second(fault: Fault, own: &str) -> Fault {
    if fault.field == own { Fault { field: "second".into(), ..fault } } else { fault }
}

fn shown<L: List>(cx: &Cx, item: &L::Item, form: Option<Form>, faults: Faults) -> Outcome<Page> {
    let shown = drawn::<L>(&cx.w, cx.csrf(), item, form, faults);
    let shell = cx.shell(&shown.line.name).back(L::AT.1, cx.w.t(L::AT.2));
    cx.page(shell, &shown)
}

fn drawn<'a, L: List>(
    w: &'a Words,
    csrf: String,
    item: &L::Item,
    form: Option<Form>,
    faults: Faults,
) -> Shown<'a> {
    let line = L::line(w, item);
    let form = form.unwrap_or_else(|| Form {
        name: line.name.clone(),
        second: line.second.clone(),
        was_name: line.name.clone(),
        was_second: line.second.clone(),
    });
    let second = L::second(w, &form, &faults);
    Shown { w, csrf, noun: L::NOUN, at: L::AT, line, second, form, faults }
}

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    [trade::samples(w), employer::samples(w), hierarchy::samples(w)].concat()
}
