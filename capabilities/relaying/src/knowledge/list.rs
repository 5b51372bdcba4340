//! What the groups know: searched by any word, narrowed to a group, what is over flagged.

use std::collections::BTreeSet;

use askama::{Template, filters::HtmlSafe};
use axum::extract::Query;
use relais_baton::actor;
use relais_kernel::Day;
use relais_store::{Cut, Slice};
use relais_web::{
    Address, Can, Cx, Outcome, Sample,
    components::{Chip, EmptyState, LinkButton, Pager, SearchBox, Select},
};
use relais_words::Words;
use serde::Deserialize;
use uuid::Uuid;

use super::{
    checks::{EntryState, fresh},
    index::Kind,
    search::near,
    shown,
    store::{self, Entry},
};
use crate::{EditGroups, ReadKnowledge, ReadNeeds, groups::store as groups};

const PAGE: usize = 30;
/// Days in which what helped is counted.
const LATELY: i32 = 90;
/// Nearer than this is shown to whoever searches.
const LEAST: f64 = 0.15;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    q: String,
    group: String,
    after: String,
    before: String,
}

#[derive(Template)]
#[template(path = "knowledge/list.html")]
struct List<'a> {
    w: &'a Words,
    wanted: &'a Wanted,
    slice: Slice<Entry>,
    groups: Vec<(Uuid, String)>,
    today: Day,
    may_write: bool,
    may_import: bool,
    may_see_needs: bool,
    /// How often what the chosen group knows helped lately (EXP-06).
    helped: Option<i64>,
}

pub(crate) async fn page(cx: Cx, _: Can<ReadKnowledge>, Query(wanted): Query<Wanted>) -> Outcome {
    let (db, today, person) = (cx.db(), cx.today(), cx.viewer().person);
    let me = actor(&db, person, today).await?;
    let group = wanted.group.parse::<Uuid>().ok();
    let slice = if wanted.q.trim().is_empty() {
        store::list(&db, group, &me, Cut::from_query(&wanted.after, &wanted.before), PAGE).await?
    } else {
        let near = near(&db, &wanted.q, &[Kind::Entry], LEAST).await?;
        let ids: Vec<Uuid> = near.iter().map(|one| one.id).collect();
        let entries = store::these(&db, &ids, &me).await?;
        let of_group = |entry: &&Entry| group.is_none_or(|group| entry.group_id == group);
        let found = ids.iter().filter_map(|id| entries.iter().filter(of_group).find(|entry| entry.id == *id));
        Slice { rows: found.take(PAGE).cloned().collect(), earlier: false, later: false }
    };
    let all = groups::groups(&db).await?;
    let may_write = all.iter().any(|group| me.teams.contains(&group.team_id));
    let may_import = cx.viewer().may::<EditGroups>() || !store::hosted(&db, person).await?.is_empty();
    let list = List {
        w: &cx.w,
        wanted: &wanted,
        slice,
        groups: all.into_iter().map(|group| (group.id, group.name)).collect(),
        today,
        may_write,
        may_import,
        may_see_needs: cx.viewer().may::<ReadNeeds>(),
        helped: match group {
            Some(group) => Some(store::reuses_of_group(&db, group, (today.plus(-LATELY), today)).await?),
            None => None,
        },
    };
    let shell = cx.shell(cx.w.t("knowledge-title")).back("/questions", cx.w.t("questions-title"));
    if cx.wants_fragment() { cx.piece(&list.as_results()) } else { cx.page(shell, &list) }
}

/// What follows the typing.
#[derive(Template)]
#[template(path = "knowledge/results.html")]
struct Results<'a, 'b> {
    w: &'a Words,
    list: &'b List<'a>,
}

impl HtmlSafe for Results<'_, '_> {}

impl<'a> List<'a> {
    fn as_results(&self) -> Results<'a, '_> {
        Results { w: self.w, list: self }
    }

    fn search(&self) -> SearchBox {
        let group = self.groups.iter().fold(
            Select::new(self.w, "group", self.w.t("knowledge-group"))
                .untold()
                .option("", self.w.t("knowledge-groups-all")),
            |select, (id, name)| select.option(id, name),
        );
        SearchBox::new(self.w, "/knowledge", "q", self.w.t("knowledge-search"))
            .value(&self.wanted.q)
            .live("#results")
            .more(group.value(&self.wanted.group))
            .narrowed(!self.wanted.group.is_empty())
    }

    fn chip(&self, entry: &Entry) -> Option<Chip> {
        let fresh = fresh(entry.state, entry.review_day, entry.expires_day, self.today);
        shown::chip(self.w, entry, fresh)
    }

    fn doubted(&self, entry: &Entry) -> Option<Chip> {
        entry.doubt_id.map(|_| Chip::new(self.w.t("knowledge-doubted")).icon("circle-help"))
    }

    fn pager(&self) -> Pager {
        let here = Address::new("/knowledge", [("group", self.wanted.group.as_str())]);
        Pager::of(self.w, &here, self.slice.ends(|entry| entry.id))
    }

    fn searches(&self) -> bool {
        !self.wanted.q.trim().is_empty()
    }

    fn nothing(&self) -> EmptyState {
        if self.searches() || !self.wanted.group.is_empty() {
            let state = EmptyState::new(self.w.t("knowledge-nothing")).icon("search-x");
            return state
                .more(self.w.t("knowledge-nothing-more"))
                .action(LinkButton::primary("/questions/new", self.w.t("question-ask")).icon("send"));
        }
        EmptyState::new(self.w.t("knowledge-none")).icon("book-open").more(self.w.t("knowledge-none-more"))
    }

    fn places(&self) -> usize {
        self.slice.rows.iter().map(|entry| entry.group_id).collect::<BTreeSet<_>>().len()
    }

    fn place(&self, entry: &Entry) -> String {
        if self.places() > 1 {
            format!("{} · {}", entry.group_name, entry.theme)
        } else {
            entry.theme.clone()
        }
    }
}

pub(super) fn an_entry(title: &str, state: EntryState) -> Entry {
    let day = |month| Day::from_date(jiff::civil::date(2027, month, 21));
    Entry {
        id: Uuid::nil(),
        group_id: Uuid::nil(),
        group_name: "Experts 91-94".into(),
        team_id: relais_kernel::TeamId(Uuid::nil()),
        theme_id: Uuid::nil(),
        theme: "Internet".into(),
        title: title.into(),
        words: "La nouvelle box clignote orange, elle a été redémarrée.".into(),
        answer: "Souvent la ligne :\n1. Débrancher la box.\n2. Attendre dix secondes.\n3. La rallumer."
            .into(),
        version: 2,
        state,
        checked_day: Some(Day::from_date(jiff::civil::date(2026, 11, 21))),
        review_day: Some(day(4)),
        expires_day: Some(day(5)),
        doubt_id: None,
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let none = Wanted::default();
    let searched = Wanted { q: "voyant".into(), ..Wanted::default() };
    let list = |wanted, rows, today: (i16, i8), may| List {
        w,
        wanted,
        slice: Slice { rows, earlier: false, later: may },
        groups: vec![
            (Uuid::nil(), "Experts 91-94".into()),
            (Uuid::from_u128(1), "Facture et contrats".into()),
        ],
        today: Day::from_date(jiff::civil::date(today.0, today.1, 22)),
        may_write: may,
        may_import: may,
        may_see_needs: may,
        helped: may.then_some(12),
    };
    let doubted = Entry {
        doubt_id: Some(relais_kernel::BatonId(Uuid::nil())),
        ..an_entry("Voyant orange", EntryState::Valid)
    };
    let rows = || {
        vec![
            doubted.clone(),
            an_entry("La facture a deux abonnements", EntryState::Proposed),
            an_entry(&"Anticonstitutionnellement".repeat(4), EntryState::Valid),
        ]
    };
    vec![
        Sample::of("knowledge/list", &list(&none, rows(), (2026, 11), true)),
        Sample::of("knowledge/list to be looked at again", &list(&none, rows(), (2027, 4), true)),
        Sample::of("knowledge/list over", &list(&searched, rows(), (2027, 6), false)),
        Sample::of("knowledge/list nothing found", &list(&searched, vec![], (2026, 11), false)),
        Sample::of("knowledge/list empty", &list(&none, vec![], (2026, 11), false)),
    ]
}
