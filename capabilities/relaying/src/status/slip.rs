//! The promise on paper, for a customer who leaves without a telephone: what was promised, until when, and their link. No
//! name: paper lies about.

use std::time::Duration;

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse as _, Response},
};
use jiff::tz::TimeZone;
use relais_baton::actor;
use relais_kernel::Instant;
use relais_web::{
    Can, Cx, Go, Outcome, Posted, Sample,
    components::{Html, LinkButton},
};
use relais_words::Words;
use uuid::Uuid;

use super::{kept, place, qr, store, texting, token::Token};
use crate::{ReadCases, cases::reading::Case, questions::take::Nothing};

#[derive(Template)]
#[template(path = "status/slip.html")]
struct Slip<'a> {
    w: &'a Words,
    case: Case,
    org: String,
    phone: Option<String>,
    promised: Option<String>,
    /// As it is typed: without what a browser adds by itself.
    address: String,
    square: Html,
}

pub(crate) async fn page(cx: Cx, _: Can<ReadCases>, Path(id): Path<Uuid>) -> Outcome<Response> {
    let (db, now, today) = (cx.db(), cx.now(), cx.today());
    let me = actor(&db, cx.viewer().person, today).await?;
    let case = kept(&db, id, &me, today).await?;
    // It was taken back meanwhile, or never made: making one is a button.
    let Some(link) = store::of_case(&db, id).await? else {
        return Ok(Go::to(format!("/cases/{id}")).answer());
    };
    let token = store::token(&db, &link)?;
    let place = match case.unit_id {
        Some(unit) => place::of(&db, unit, now, today).await?,
        None => None,
    };
    let zone = &cx.organisation().zone;
    let whole = texting::address(cx.site().settings(), &token)?.to_string();
    let slip = Slip {
        w: &cx.w,
        org: cx.organisation().name.clone(),
        phone: place.and_then(|place| place.phone),
        promised: case.next_contact_at.map(|at| on_paper(&cx.w, at, zone)),
        address: typed(&whole, &token),
        square: qr::of(&whole, &cx.w.t("status-slip-square").to_string()).unwrap_or_default(),
        case,
    };
    let shell = cx.shell(cx.w.t("status-slip")).back(format!("/cases/{id}"), cx.w.t("case"));
    Ok(cx.page(shell, &slip)?.into_response())
}

pub(crate) async fn save(
    cx: Cx,
    _: Can<ReadCases>,
    Path(id): Path<Uuid>,
    _: Posted<Nothing>,
) -> Outcome<Response> {
    let today = cx.today();
    let tx = cx.db().begin().await?;
    let me = actor(&tx, cx.viewer().person, today).await?;
    kept(&tx, id, &me, today).await?;
    store::link(&tx, id, today).await?;
    tx.commit().await?;
    Ok(Go::to(format!("/cases/{id}/slip")).answer())
}

impl Slip<'_> {
    fn back(&self) -> LinkButton {
        LinkButton::plain(format!("/cases/{}", self.case.id), self.w.t("status-slip-back"))
    }
}

/// The day by its name: paper is read on any day, and « demain » is another one then.
fn on_paper(w: &Words, at: Instant, zone: &TimeZone) -> String {
    w.when(&at, &at.minus(Duration::from_secs(10 * 86_400)), zone)
}

/// An address as somebody types it from paper.
fn typed(whole: &str, token: &Token) -> String {
    let bare = whole.split_once("://").map_or(whole, |(_, rest)| rest);
    bare.replace(&token.text(), &token.grouped())
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let slip = |text: &str, phone: Option<&str>| {
        let address = "https://relais.clairlien.example/s/7k3m9q2xb4tz8hnv0c5jyr6wd1p3";
        Slip {
            w,
            case: crate::cases::show::a_case(text, None, None),
            org: "Clairlien".into(),
            phone: phone.map(str::to_owned),
            promised: Some("lundi 23 novembre, 10 h".into()),
            address: "relais.clairlien.example/s/7k3m-9q2x-b4tz-8hnv-0c5j-yr6w-d1p3".into(),
            square: qr::of(address, &w.t("status-slip-square").to_string()).unwrap_or_default(),
        }
    };
    let text = "Nouvelle box, le voyant clignote orange depuis ce matin.";
    vec![
        Sample::of("status/slip", &slip(text, Some("01 69 00 00 00"))),
        Sample::of("status/slip long", &slip(&"Anticonstitutionnellement-long".repeat(8), None)),
    ]
}
