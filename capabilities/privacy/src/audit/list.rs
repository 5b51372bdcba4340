//! The chain of an organisation, newest first.

use askama::Template;
use axum::extract::Query;
use jiff::tz::TimeZone;
use relais_store::audit::Anchor;
use relais_web::{
    Address, Can, Cx, Outcome, Page,
    components::{Button, CopyText, EmptyState, Field, LinkButton, Pager, Select},
};
use relais_words::{Faults, Words};
use serde::Deserialize;

use super::{
    store::{self, From, Link},
    verify::Verdict,
    words::AREAS,
};
use crate::ReadAudit;

const PAGE: usize = 30;

/// What the address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    /// What actions begin with: `network`, `network.units`.
    pub(super) action: String,
    pub(super) before: String,
    pub(super) after: String,
}

#[derive(Template)]
#[template(path = "audit/list.html")]
pub(super) struct List<'a> {
    pub(super) w: &'a Words,
    pub(super) csrf: String,
    pub(super) zone: TimeZone,
    pub(super) asked: Asked,
    pub(super) links: Vec<Link>,
    pub(super) newer: bool,
    pub(super) older: bool,
    pub(super) anchor: Option<Anchor>,
    pub(super) verdict: Option<Verdict>,
    pub(super) kept: String,
    pub(super) faults: Faults,
}

pub(crate) async fn page(cx: Cx, _: Can<ReadAudit>, Query(asked): Query<Asked>) -> Outcome {
    shown(&cx, asked, Said::default()).await
}

/// What a verification has to say on the page.
#[derive(Default)]
pub(super) struct Said {
    pub(super) verdict: Option<Verdict>,
    pub(super) kept: String,
    pub(super) faults: Faults,
}

pub(super) async fn shown(cx: &Cx, asked: Asked, said: Said) -> Outcome<Page> {
    let db = cx.db();
    let from = match (asked.before.parse(), asked.after.parse()) {
        (Ok(seq), _) => From::Before(seq),
        (_, Ok(seq)) => From::After(seq),
        _ => From::End,
    };
    let (links, more) = store::page(&db, &prefix(&asked.action), from, PAGE).await?;
    let list = List {
        w: &cx.w,
        csrf: cx.csrf(),
        zone: cx.organisation().zone.clone(),
        newer: if matches!(from, From::After(_)) { more } else { matches!(from, From::Before(_)) },
        older: if matches!(from, From::After(_)) { true } else { more },
        asked,
        links,
        anchor: store::anchor(&db).await?,
        verdict: said.verdict,
        kept: said.kept,
        faults: said.faults,
    };
    cx.page(cx.shell(cx.w.t("privacy-audit-title")), &list)
}

/// The actions of `network` begin with `network.`: another room's name may begin alike.
fn prefix(area: &str) -> String {
    if area.is_empty() || area.contains('.') { area.to_owned() } else { format!("{area}.") }
}

impl List<'_> {
    fn pager(&self) -> Pager {
        let list = Address::new("/privacy/audit", [("action", self.asked.action.as_str())]);
        let newer = self.links.first().filter(|_| self.newer).map(|link| list.with("after", link.seq));
        let older = self.links.last().filter(|_| self.older).map(|link| list.with("before", link.seq));
        Pager::new(self.w, newer, older)
    }

    fn areas(&self) -> Select {
        let all = Select::new(self.w, "action", self.w.t("privacy-audit-area"))
            .untold()
            .option("", self.w.t("privacy-area-all"));
        let chosen = self.asked.action.split('.').next().unwrap_or_default();
        AREAS
            .iter()
            .fold(all, |select, area| select.option(area, self.w.t(&format!("privacy-area-{area}"))))
            .value(chosen)
    }

    fn copied(&self) -> Option<CopyText> {
        let anchor = self.anchor.as_ref().filter(|anchor| anchor.seq > 0)?;
        let text = super::verify::written(anchor);
        Some(CopyText::new(self.w, "anchor-now", self.w.t("privacy-anchor").with("seq", anchor.seq), text))
    }

    fn kept_field(&self) -> Field {
        Field::text(self.w, "anchor", self.w.t("privacy-anchor-kept"))
            .value(&self.kept)
            .hint(self.w.t("privacy-anchor-kept-hint"))
            .error(self.faults.on("anchor", self.w))
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn an_area_is_no_beginning_of_another() {
        assert_eq!(super::prefix("network"), "network.");
        assert_eq!(super::prefix("network.units"), "network.units");
        assert_eq!(super::prefix(""), "");
    }
}
