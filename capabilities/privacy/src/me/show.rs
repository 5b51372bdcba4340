//! The page: what is kept, in sentences, with the rows counted; and who did what.

use std::sync::Arc;

use askama::Template;
use jiff::tz::TimeZone;
use relais_kernel::{Instant, PersonId};
use relais_store::{
    Schema,
    about::counts,
    register::{About, Entry, Retention},
    schema::tables,
};
use relais_web::{
    Cx, Outcome, Sample,
    components::{EmptyState, Face, LinkButton, Notice, StoryEntry, StoryLine},
};
use relais_words::Words;

use super::{
    oneself,
    store::{Act, acts},
};
use crate::{audit::words::act_in_words, entry_of, register::Line};

/// How many acts are told.
const ACTS: i64 = 50;

#[derive(Template)]
#[template(path = "me/show.html")]
struct Show<'a> {
    w: &'a Words,
    zone: TimeZone,
    me: PersonId,
    kept: Vec<(Line, i64)>,
    acts: Vec<Act>,
}

pub(crate) async fn page(cx: Cx, schemas: Arc<[Schema]>) -> Outcome {
    let (db, w) = (cx.db(), &cx.w);
    let tables = tables(&schemas)?;
    let mut kept = Vec::new();
    for (table, count) in counts(&db, &tables, oneself(&cx)).await? {
        kept.extend(entry_of(&schemas, &table.name).map(|entry| (Line::of(w, entry), count)));
    }
    let me = cx.viewer().person;
    let acts = acts(&db, me, ACTS).await?;
    let show = Show { w, zone: cx.organisation().zone.clone(), me, kept, acts };
    cx.page(cx.shell(w.t("privacy-me-title")), &show)
}

impl Show<'_> {
    fn line(&self) -> StoryLine {
        self.acts.iter().map(|act| self.entry(act)).collect()
    }

    fn entry(&self, act: &Act) -> StoryEntry {
        let name = act.given_name.as_deref().zip(act.family_name.as_deref());
        let name = match name {
            Some(_) if act.person_id == Some(self.me) => Some(self.w.t("privacy-me-you").to_string()),
            Some((given, family)) => Some(format!("{given} {family}")),
            None => None,
        };
        let face = name.as_deref().map_or_else(|| Face::role("settings"), Face::of);
        let what = act_in_words(self.w, &act.action);
        let entry = StoryEntry::new(face, self.w.moment(&act.at, &self.zone), what).stamp(act.at);
        name.iter().fold(entry, StoryEntry::by)
    }
}

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    const PERSON: Entry =
        Entry::new("person", About::Staff, &["self", "unit_manager", "hr", "admin"], Retention::WhileInUse);
    const LONG: Entry = Entry::new(
        "anticonstitutionnellement_chateauneuf_du_pape_en_gresivaudan",
        About::Staff,
        &["self", "adviser", "expert", "unit_manager", "deputy", "coach"],
        Retention::Days(395, "seen_at"),
    );
    let act = |name: Option<&str>| Act {
        at: Instant(1_795_267_200_000_000),
        action: "network.people.edit".into(),
        person_id: None,
        given_name: name.map(|_| "Nadège".into()),
        family_name: name.map(str::to_owned),
    };
    let show = |kept: Vec<(&Entry, i64)>, acts| Show {
        w,
        zone: TimeZone::UTC,
        me: PersonId(uuid::Uuid::nil()),
        kept: kept.into_iter().map(|(entry, n)| (Line::of(w, entry), n)).collect(),
        acts,
    };
    vec![
        Sample::of(
            "privacy/me",
            &show(vec![(&PERSON, 1), (&LONG, 1234)], vec![act(Some("Fournier")), act(None)]),
        ),
        Sample::of("privacy/me new", &show(vec![(&PERSON, 1)], vec![])),
    ]
}
