//! Walking the chain and telling whether it holds (SEC-11).

use axum::response::{IntoResponse as _, Response};
use relais_store::audit::{self, Anchor, Flaw};
use relais_web::{Can, Cx, Outcome, Posted, components::Notice};
use relais_words::{Fault, Faults, Words};
use serde::Deserialize;
use uuid::Uuid;

use super::list::{Asked, Said, shown};
use crate::ReadAudit;

/// An anchor kept elsewhere, if there is one.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Form {
    anchor: String,
}

/// How a chain was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Verdict {
    /// Its links.
    pub(crate) links: i64,
    /// The link it was anchored at, when an anchor was given.
    pub(crate) anchored: Option<i64>,
    /// What is wrong; nothing when it holds.
    pub(crate) flaws: Vec<Flaw>,
}

/// How many flaws are told one by one.
const TOLD: usize = 20;

pub(crate) async fn run(cx: Cx, _: Can<ReadAudit>, Posted(form): Posted<Form>) -> Outcome<Response> {
    let chain = Uuid::from(cx.organisation().id);
    let kept = match read(chain, &form.anchor) {
        Ok(kept) => kept,
        Err(fault) => {
            let said = Said { verdict: None, kept: form.anchor, faults: Faults::from(fault) };
            return Ok(shown(&cx, Asked::default(), said).await?.refused().into_response());
        }
    };
    let flaws = audit::verify_of(cx.site().db(), cx.organisation().id, kept.as_slice()).await?;
    let links = super::store::anchor(&cx.db()).await?.map_or(0, |anchor| anchor.seq);
    let verdict = Verdict { links, anchored: kept.map(|anchor| anchor.seq), flaws };
    let tx = cx.db().begin().await?;
    let told = if verdict.flaws.is_empty() { "holds" } else { "broken" };
    cx.note(&tx, "privacy.audit.verify", "audit", None, told).await?;
    tx.commit().await?;
    let said = Said { verdict: Some(verdict), kept: form.anchor, faults: Faults::none() };
    Ok(shown(&cx, Asked::default(), said).await?.into_response())
}

/// An anchor as it is copied: `1204:9f86d0…`.
pub(super) fn written(anchor: &Anchor) -> String {
    format!("{}:{}", anchor.seq, hex::encode(&anchor.hash))
}

/// The same read back. Nothing typed is no anchor.
fn read(chain: Uuid, typed: &str) -> Result<Option<Anchor>, Fault> {
    let typed: String = typed.split_whitespace().collect();
    if typed.is_empty() {
        return Ok(None);
    }
    let parts =
        typed.split_once(':').and_then(|(seq, hash)| seq.parse::<i64>().ok().zip(hex::decode(hash).ok()));
    match parts {
        Some((seq, hash)) if seq > 0 && hash.len() == 32 => Ok(Some(Anchor { chain, seq, hash })),
        _ => Err(Fault::on("anchor", "privacy-anchor-unreadable")),
    }
}

impl Verdict {
    /// The verdict as a notice.
    pub(crate) fn told(&self, w: &Words) -> Notice {
        if self.flaws.is_empty() {
            let holds = w.t("privacy-holds").with("n", self.links).to_string();
            let words = match self.anchored {
                Some(seq) => format!("{holds} {}", w.t("privacy-holds-anchored").with("seq", seq)),
                None => holds,
            };
            return Notice::kept(words).title(w.t("privacy-holds-title"));
        }
        let sentences: Vec<String> = self.flaws.iter().take(TOLD).map(|flaw| sentence(w, flaw)).collect();
        Notice::late(sentences.join(" ")).title(w.t("privacy-broken-title").with("n", self.flaws.len()))
    }
}

fn sentence(w: &Words, flaw: &Flaw) -> String {
    match flaw {
        Flaw::Changed(seq) => w.t("privacy-flaw-changed").with("seq", *seq).to_string(),
        Flaw::Missing(seq) => w.t("privacy-flaw-missing").with("seq", *seq).to_string(),
        Flaw::Cut => w.t("privacy-flaw-cut").to_string(),
        Flaw::CutUntold => w.t("privacy-flaw-cut-untold").to_string(),
        Flaw::NotAnchored => w.t("privacy-flaw-not-anchored").to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sec_11_an_anchor_reads_back_as_it_was_copied() {
        let anchor = Anchor { chain: Uuid::nil(), seq: 1204, hash: vec![159; 32] };
        assert_eq!(read(Uuid::nil(), &written(&anchor)), Ok(Some(anchor.clone())));
        assert_eq!(read(Uuid::nil(), &format!("  {}\n", written(&anchor))), Ok(Some(anchor)));
        assert_eq!(read(Uuid::nil(), " "), Ok(None));
        for typed in ["1204", "x:00", "1204:00", "0:00", "-1:00", "1204:zz"] {
            assert_eq!(read(Uuid::nil(), typed).unwrap_err().key, "privacy-anchor-unreadable", "{typed}");
        }
    }
}
