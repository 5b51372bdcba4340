//! Several who said the same are answered together. Merging links entries and moves nothing: each keeps its voices, its
//! promise and its time, so that parting them again loses nothing (GRP-02).

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::{IntoResponse as _, Response},
};
use relais_baton::{Actor, actor};
use relais_directory::Ruled;
use relais_store::{InOrg, OrgTx, Result, insert, sql};
use relais_web::{
    Can, Cx, Failure, Go, Outcome, Page, Posted, Sample,
    components::{Button, Choices, EmptyState, Field, LinkButton, SearchBox},
};
use relais_words::{Fault, Faults, Words};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    similar::{Similar, similar},
    store::{self, Pebble},
};
use crate::ReadPebbles;

/// How many others are held out to be chosen from.
const SHOWN: usize = 8;

/// What the address or the form holds.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Form {
    q: String,
    other: String,
}

#[derive(Template)]
#[template(path = "pebbles/merge.html")]
struct Merge<'a> {
    w: &'a Words,
    csrf: String,
    pebble: Pebble,
    others: Vec<Similar>,
    form: Form,
    faults: Faults,
}

/// Why two entries are not merged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unmergeable {
    /// It is the same one.
    Itself,
    /// One of them has ended.
    Ended,
    /// One of them is merged into a third.
    Elsewhere,
    /// Others are merged into the one that would go.
    Leads,
    /// Whoever merges answers for both.
    NotHeld,
}

/// What the rule looks at of one entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Stands {
    pub(crate) open: bool,
    pub(crate) held_by_me: bool,
    pub(crate) merged: bool,
    pub(crate) leads: bool,
}

/// Whether one entry may be merged into another.
pub(crate) fn may_merge(same: bool, one: Stands, into: Stands) -> std::result::Result<(), Unmergeable> {
    if same {
        return Err(Unmergeable::Itself);
    }
    if !one.open || !into.open {
        return Err(Unmergeable::Ended);
    }
    if one.merged || into.merged {
        return Err(Unmergeable::Elsewhere);
    }
    if one.leads {
        return Err(Unmergeable::Leads);
    }
    if one.held_by_me && into.held_by_me { Ok(()) } else { Err(Unmergeable::NotHeld) }
}

impl Unmergeable {
    fn fault(self) -> Fault {
        Fault::on(
            "other",
            match self {
                Self::Itself => "pebble-merge-itself",
                Self::Ended => "pebble-merge-ended",
                Self::Elsewhere => "pebble-merge-elsewhere",
                Self::Leads => "pebble-merge-leads",
                Self::NotHeld => "pebble-merge-not-held",
            },
        )
    }
}

pub(crate) async fn page(
    cx: Cx,
    _: Can<ReadPebbles>,
    Path(id): Path<Uuid>,
    Query(form): Query<Form>,
) -> Outcome {
    held(&cx.db(), &cx, id).await?;
    shown(&cx, id, form, Faults::none()).await
}

pub(crate) async fn save(
    cx: Cx,
    _: Can<ReadPebbles>,
    Path(id): Path<Uuid>,
    Posted(form): Posted<Form>,
) -> Outcome<Response> {
    let tx = cx.db().begin().await?;
    let by = held(&tx, &cx, id).await?;
    let fault = match form.other.parse::<Uuid>() {
        Err(_) => Fault::on("other", "pebble-merge-none"),
        Ok(other) => match merge(&tx, &by, other, id).await? {
            Ok(()) => {
                tx.commit().await?;
                return Ok(Go::to(format!("/pebbles/{id}")).saying("pebble-merged").answer());
            }
            Err(fault) => fault,
        },
    };
    tx.rollback().await?;
    Ok(shown(&cx, id, form, fault.into()).await?.refused().into_response())
}

/// Parts two entries again.
pub(crate) async fn part(
    cx: Cx,
    _: Can<ReadPebbles>,
    Path(id): Path<Uuid>,
    Posted(form): Posted<Form>,
) -> Outcome<Response> {
    let tx = cx.db().begin().await?;
    let by = held(&tx, &cx, id).await?;
    let other: Uuid = form.other.parse().map_err(|_| Failure::NotFound)?;
    if unmerge(&tx, &by, other, id).await? {
        tx.commit().await?;
        return Ok(Go::to(format!("/pebbles/{id}")).saying("pebble-parted").answer());
    }
    Err(Failure::NotFound)
}

/// Whoever answers for an entry; to all others these pages do not exist.
async fn held(on: &impl InOrg, cx: &Cx, id: Uuid) -> Outcome<Actor> {
    let by = actor(on, cx.viewer().person, cx.today()).await?;
    let open = store::promise(on, id).await?.ok_or(Failure::NotFound)?;
    if by.holds(&open) { Ok(by) } else { Err(Failure::NotFound) }
}

async fn merge(tx: &OrgTx, by: &Actor, one: Uuid, into: Uuid) -> Ruled {
    let (stands, leads) = (stands(tx, by, one).await?, stands(tx, by, into).await?);
    if let Err(why) = may_merge(one == into, stands, leads) {
        return Ok(Err(why.fault()));
    }
    insert("pebble_merge", &["org_id", "pebble_id", "into_id", "merged_at"])
        .row([tx.org().into(), one.into(), into.into(), tx.clock().now().into()])
        .run(tx)
        .await?;
    tell(tx, by, one, into, "merged").await?;
    Ok(Ok(()))
}

async fn unmerge(tx: &OrgTx, by: &Actor, one: Uuid, into: Uuid) -> Result<bool> {
    let parted = sql("delete from pebble_merge where org_id = $1 and pebble_id = $2 and into_id = $3")
        .bind(tx.org())
        .bind(one)
        .bind(into)
        .run(tx)
        .await?;
    if parted > 0 {
        tell(tx, by, one, into, "parted").await?;
    }
    Ok(parted > 0)
}

/// Both stories say what became of them.
async fn tell(tx: &OrgTx, by: &Actor, one: Uuid, into: Uuid, what: &str) -> Result<()> {
    for (of, other) in [(one, into), (into, one)] {
        let (Some(open), Some(other)) = (store::promise(tx, of).await?, store::by_id(tx, other).await?)
        else {
            continue;
        };
        let sign = if what == "merged" { "+" } else { "−" };
        let told = relais_baton::mark(tx, by, open.id, &format!("{sign} {}", other.text)).await?;
        debug_assert!(told.is_ok(), "the rule has seen that it is open");
    }
    Ok(())
}

async fn stands(on: &impl InOrg, by: &Actor, id: Uuid) -> Result<Stands> {
    let open = store::promise(on, id).await?;
    let count = |column: &'static str| async move {
        let query = sql("select count(*) from pebble_merge where org_id = ").arg(on.org());
        let n: Option<i64> = query.push(" and ").push(column).push(" = ").arg(id).value(on).await?;
        Ok::<bool, relais_store::Error>(n.unwrap_or(0) > 0)
    };
    Ok(Stands {
        open: open.is_some(),
        held_by_me: open.is_some_and(|open| by.holds(&open)),
        merged: count("pebble_id").await?,
        leads: count("into_id").await?,
    })
}

/// The entries that are answered together with this one.
pub(crate) async fn merged_into(on: &impl InOrg, id: Uuid) -> Result<Vec<Uuid>> {
    sql("select pebble_id from pebble_merge where org_id = $1 and into_id = $2 order by merged_at, pebble_id")
        .bind(on.org())
        .bind(id)
        .values(on)
        .await
}

/// An entry goes on by itself.
pub(crate) async fn forget(tx: &OrgTx, id: Uuid) -> Result<()> {
    sql("delete from pebble_merge where org_id = $1 and pebble_id = $2")
        .bind(tx.org())
        .bind(id)
        .run(tx)
        .await?;
    Ok(())
}

/// The entry with which this one is answered.
pub(crate) async fn leader_of(on: &impl InOrg, id: Uuid) -> Result<Option<Uuid>> {
    sql("select into_id from pebble_merge where org_id = $1 and pebble_id = $2")
        .bind(on.org())
        .bind(id)
        .value(on)
        .await
}

async fn shown(cx: &Cx, id: Uuid, form: Form, faults: Faults) -> Outcome<Page> {
    let db = cx.db();
    let pebble = store::by_id(&db, id).await?.ok_or(Failure::NotFound)?;
    let asked = if form.q.trim().is_empty() { pebble.text.clone() } else { form.q.clone() };
    let mut others = similar(&db, &asked, Some(id), SHOWN).await?;
    let by = actor(&db, cx.viewer().person, cx.today()).await?;
    let mut mine = Vec::new();
    for other in others.drain(..) {
        let stands = stands(&db, &by, other.id).await?;
        if stands.open && stands.held_by_me && !stands.leads {
            mine.push(other);
        }
    }
    let merge = Merge { w: &cx.w, csrf: cx.csrf(), pebble, others: mine, form, faults };
    let shell = cx.shell(cx.w.t("pebble-merge")).back(format!("/pebbles/{id}"), cx.w.t("pebbles-title"));
    cx.page(shell, &merge)
}

impl Merge<'_> {
    fn back(&self) -> String {
        format!("/pebbles/{}", self.pebble.id)
    }

    fn action(&self) -> String {
        format!("/pebbles/{}/merge", self.pebble.id)
    }

    fn search(&self) -> SearchBox {
        SearchBox::new(self.w, self.action(), "q", self.w.t("pebble-merge-search")).value(&self.form.q)
    }

    fn choices(&self) -> Choices {
        let empty = Choices::one(self.w, "other", self.w.t("pebble-merge-which"))
            .required()
            .error(self.faults.on("other", self.w));
        let choices = self.others.iter().fold(empty, |choices, other| {
            choices.explained(other.id, &other.text, self.w.t("pebble-voices").with("n", other.voices))
        });
        if self.form.other.is_empty() { choices } else { choices.chosen(&self.form.other) }
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let pebble = |text: &str| super::list::a_pebble(text, super::rules::PebbleState::Received);
    let merge = |others, faults| Merge {
        w,
        csrf: String::new(),
        pebble: pebble("L’imprimante du fond tombe en panne chaque samedi."),
        others,
        form: Form::default(),
        faults,
    };
    vec![Sample::of("pebbles/merge nothing", &merge(vec![], Unmergeable::NotHeld.fault().into()))]
}

#[cfg(test)]
mod tests {
    use super::*;

    const FREE: Stands = Stands { open: true, held_by_me: true, merged: false, leads: false };

    #[test]
    fn grp_02_only_what_is_open_alone_and_held_is_merged() {
        assert_eq!(may_merge(false, FREE, FREE), Ok(()));
        // What already leads others may take one more.
        assert_eq!(may_merge(false, FREE, Stands { leads: true, ..FREE }), Ok(()));
        assert_eq!(may_merge(true, FREE, FREE), Err(Unmergeable::Itself));
        let ended = Stands { open: false, ..FREE };
        assert_eq!(may_merge(false, ended, FREE), Err(Unmergeable::Ended));
        assert_eq!(may_merge(false, FREE, ended), Err(Unmergeable::Ended));
        let merged = Stands { merged: true, ..FREE };
        assert_eq!(may_merge(false, merged, FREE), Err(Unmergeable::Elsewhere));
        assert_eq!(may_merge(false, FREE, merged), Err(Unmergeable::Elsewhere));
        assert_eq!(may_merge(false, Stands { leads: true, ..FREE }, FREE), Err(Unmergeable::Leads));
        let others = Stands { held_by_me: false, ..FREE };
        assert_eq!(may_merge(false, others, FREE), Err(Unmergeable::NotHeld));
        assert_eq!(may_merge(false, FREE, others), Err(Unmergeable::NotHeld));
    }
}
