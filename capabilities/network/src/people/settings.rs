//! The directory's own lists: trades and employers.

use askama::Template;
use axum::response::{IntoResponse as _, Response};
use relais_directory::{
    employers::{self, Employer, EmployerInput, EmployerKind},
    name_key,
    trades::{self, Trade, TradeInput},
};
use relais_web::{
    Can, Cx, Go, Outcome, Page, Posted, Sample,
    components::{Button, Field, Select},
};
use relais_words::{Fault, Faults, Words};

use crate::EditPeople;

#[derive(Template)]
#[template(path = "people/settings.html")]
struct Settings<'a> {
    w: &'a Words,
    csrf: String,
    trades: Vec<Trade>,
    employers: Vec<Employer>,
    typed: Typed,
}

/// What was typed and refused, if anything was.
#[derive(Default)]
struct Typed {
    trade: (TradeInput, Faults),
    employer: (EmployerInput, Faults),
}

pub(crate) async fn page(cx: Cx, _: Can<EditPeople>) -> Outcome {
    shown(&cx, Typed::default()).await
}

pub(crate) async fn add_trade(
    cx: Cx,
    _: Can<EditPeople>,
    Posted(form): Posted<TradeInput>,
) -> Outcome<Response> {
    let input = TradeInput { code: String::new(), ..form };
    let trade = match input.check(&trades::list(&cx.db()).await?) {
        Ok(trade) => trade,
        Err(faults) => return refused_trade(&cx, input, faults).await,
    };
    let tx = cx.db().begin().await?;
    if let Err(error) = trades::add(&tx, &trade).await {
        tx.rollback().await?;
        return match error.violation() {
            Some(_) => refused_trade(&cx, input, Fault::on("name", "trade-taken").into()).await,
            None => Err(error.into()),
        };
    }
    cx.note(&tx, "network.trades.add", "trade", None, &trade.code).await?;
    tx.commit().await?;
    Ok(Go::to("/settings/directory").saying("trade-added").answer())
}

/// The form has one field: whatever is wrong stands on it.
async fn refused_trade(cx: &Cx, input: TradeInput, mut faults: Faults) -> Outcome<Response> {
    faults.0.truncate(1);
    for fault in &mut faults.0 {
        fault.field = "trade".into();
    }
    let typed = Typed { trade: (input, faults), ..Typed::default() };
    Ok(shown(cx, typed).await?.refused().into_response())
}

pub(crate) async fn add_employer(
    cx: Cx,
    _: Can<EditPeople>,
    Posted(input): Posted<EmployerInput>,
) -> Outcome<Response> {
    let facts = match input.check() {
        Ok(facts) => facts,
        Err(faults) => return refused_employer(&cx, input, faults).await,
    };
    let tx = cx.db().begin().await?;
    let fault = match employers::add(&tx, &facts).await {
        Ok(employer) => {
            cx.note(&tx, "network.employers.add", "employer", employer.0, "").await?;
            tx.commit().await?;
            return Ok(Go::to("/settings/directory").saying("employer-added").answer());
        }
        Err(error) => error.violation().and_then(employers::refusal).ok_or(error)?,
    };
    tx.rollback().await?;
    refused_employer(&cx, input, fault.into()).await
}

async fn refused_employer(cx: &Cx, input: EmployerInput, faults: Faults) -> Outcome<Response> {
    let typed = Typed { employer: (input, faults), ..Typed::default() };
    Ok(shown(cx, typed).await?.refused().into_response())
}

async fn shown(cx: &Cx, typed: Typed) -> Outcome<Page> {
    let (trades, employers) = (trades::list(&cx.db()).await?, employers::list(&cx.db()).await?);
    let settings = Settings { w: &cx.w, csrf: cx.csrf(), trades, employers, typed };
    cx.page(cx.shell(cx.w.t("directory-settings")).back("/people", cx.w.t("people-title")), &settings)
}

/// Kinds with their names, for choosing.
pub(crate) fn kinds(w: &Words) -> Vec<(&'static str, String)> {
    EmployerKind::ALL.iter().map(|kind| (kind.code(), kind_name(w, *kind))).collect()
}

fn kind_name(w: &Words, kind: EmployerKind) -> String {
    w.t(&name_key("employer-kind", kind.code())).to_string()
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let employer =
        |name: &str, kind| Employer { id: relais_kernel::Clock::system().id(), name: name.into(), kind };
    let settings = |typed| Settings {
        w,
        csrf: String::new(),
        trades: vec![
            Trade { code: "sales".into(), name: "Commerciale".into() },
            Trade { code: "technical".into(), name: "Technique".into() },
        ],
        employers: vec![
            employer("Clairlien", EmployerKind::Own),
            employer("Société d’exploitation des boutiques de Châteauneuf-du-Pape", EmployerKind::Franchise),
        ],
        typed,
    };
    let refused = Typed {
        trade: (TradeInput::default(), Fault::on("trade", "field-empty").into()),
        employer: (
            EmployerInput { name: "Clairlien".into(), kind: "own".into() },
            Fault::on("name", "employer-name-taken").into(),
        ),
    };
    vec![
        Sample::of("people/settings", &settings(Typed::default())),
        Sample::of("people/settings refused", &settings(refused)),
    ]
}
