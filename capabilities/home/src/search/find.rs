//! Finding by part of a name, within what the lists would show the same viewer (SEC-09).

use askama::Template;
use axum::extract::Query;
use relais_directory::{name_key, organisations, people, regions, units};
use relais_kernel::fold;
use relais_web::{
    Cx, Found, Outcome, Sample, Sought,
    components::{EmptyState, SearchBox},
};
use relais_words::Words;
use serde::Deserialize;

use crate::Doors;

/// How many of each kind are shown; one more is asked for, to know whether others follow.
const SHOWN: usize = 8;

/// What the address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    q: String,
}

#[derive(Template)]
#[template(path = "search/page.html")]
struct Search<'a> {
    w: &'a Words,
    results: Results<'a>,
}

/// What follows the typing.
#[derive(Template)]
#[template(path = "search/results.html")]
struct Results<'a> {
    w: &'a Words,
    q: &'a str,
    groups: Vec<Group>,
    /// Whether the viewer may search anything at all.
    may: bool,
}

/// The things found of one kind.
struct Group {
    id: &'static str,
    title: &'static str,
    found: Vec<Found>,
    /// The full list, when others follow.
    all: Option<String>,
}

pub(crate) async fn page(cx: Cx, doors: Doors, Query(asked): Query<Asked>) -> Outcome {
    let viewer = cx.viewer();
    let may =
        [&doors.units, &doors.people, &doors.regions].iter().any(|spec| viewer.reach_of(spec).is_some())
            || cx.site().search().iter().any(|kind| (kind.shown)(viewer));
    let groups = if fold(&asked.q).is_empty() { Vec::new() } else { find(&cx, &doors, &asked.q).await? };
    let results = Results { w: &cx.w, q: &asked.q, groups, may };
    if cx.wants_fragment() {
        return cx.piece(&results);
    }
    let shell = cx.shell(cx.w.t("search-title")).search(&asked.q);
    cx.page(shell, &Search { w: &cx.w, results })
}

async fn find(cx: &Cx, doors: &Doors, q: &str) -> relais_store::Result<Vec<Group>> {
    let (db, viewer, today, w) = (cx.db(), cx.viewer(), cx.today(), &cx.w);
    let mut groups = Vec::new();
    if let Some(reach) = viewer.reach_of(&doors.units) {
        let found = units::named(&db, &reach, today, q, SHOWN + 1).await?;
        let found = found.into_iter().map(|unit| {
            let more = [Some(unit.code), Some(unit.town), unit.region_name];
            Found::new(format!("/units/{}", unit.id), unit.name, more)
        });
        groups.push(Group::of("units", "search-units", found, Some(list("/units", q))));
    }
    if let Some(reach) = viewer.reach_of(&doors.people) {
        let found = people::named(&db, &reach, today, q, SHOWN + 1).await?;
        let found = found.into_iter().map(|person| {
            let function =
                person.function.map(|function| w.t(&name_key("function", function.code())).to_string());
            let name = format!("{} {}", person.given_name, person.family_name);
            Found::new(format!("/people/{}", person.id), name, [function, person.unit_name])
        });
        groups.push(Group::of("people", "search-people", found, Some(list("/people", q))));
    }
    if let Some(reach) = viewer.reach_of(&doors.regions) {
        let hierarchy = organisations::main_hierarchy(&db).await?.id;
        let wanted = fold(q);
        let found = regions::tree(&db, &reach, hierarchy).await?.into_iter().map(|branch| branch.region);
        let found =
            found.filter(|region| fold(&format!("{} {}", region.name, region.code)).contains(&wanted));
        let found = found
            .map(|region| Found::new(format!("/regions/{}", region.id), region.name, [Some(region.code)]));
        groups.push(Group::of("regions", "search-regions", found, Some("/regions".into())));
    }
    let sought = Sought { db, viewer, today, now: cx.now(), w, q, most: SHOWN + 1 };
    for kind in cx.site().search().iter().filter(|kind| (kind.shown)(viewer)) {
        let found = (kind.find)(&sought).await?.into_iter();
        groups.push(Group::of(kind.id, kind.title, found, kind.all.map(|path| list(path, q))));
    }
    Ok(groups.into_iter().filter(|group| !group.found.is_empty()).collect())
}

/// The list that goes on, whose address may already ask for something.
fn list(path: &str, q: &str) -> String {
    let joint = if path.contains('?') { '&' } else { '?' };
    format!("{path}{joint}{}", relais_web::query([("q", q)]))
}

impl Group {
    fn of(
        id: &'static str,
        title: &'static str,
        found: impl Iterator<Item = Found>,
        all: Option<String>,
    ) -> Self {
        let mut found: Vec<Found> = found.take(SHOWN + 1).collect();
        let more = found.len() > SHOWN;
        found.truncate(SHOWN);
        Self { id, title, found, all: all.filter(|_| more) }
    }
}

impl Results<'_> {
    fn asked(&self) -> bool {
        !fold(self.q).is_empty()
    }

    fn count(&self) -> usize {
        self.groups.iter().map(|group| group.found.len()).sum()
    }
}

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    let found =
        |name: &str, more: &str| Found { href: "/units/1".into(), name: name.into(), more: more.into() };
    let long = "Châteauneuf-du-Pape-en-Grésivaudan-Anticonstitutionnellement";
    let units = vec![found("Évry", "EVR · Évry-Courcouronnes · Île-de-France Sud"), found(long, long)];
    let several = |units: Vec<Found>| {
        vec![
            Group { id: "units", title: "search-units", found: units, all: Some("/units?q=e".into()) },
            Group {
                id: "people",
                title: "search-people",
                found: vec![found("Inès Marchal", "Conseil clients · Évry")],
                all: None,
            },
        ]
    };
    let one =
        vec![Group { id: "units", title: "search-units", found: vec![found("Évry", "EVR")], all: None }];
    let search = |q, groups, may| Search { w, results: Results { w, q, groups, may } };
    vec![
        Sample::of("home/search", &search("évr", several(units), true)),
        Sample::of("home/search one", &search("évry", one, true)),
        Sample::of("home/search empty", &search("", vec![], true)),
        Sample::of("home/search nothing found", &search("zzz", vec![], true)),
        Sample::of("home/search not allowed", &search("évry", vec![], false)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_shows_eight_and_leads_to_the_list_when_more_follow() {
        let found = |n: usize| {
            (0..n).map(|_| Found { href: String::new(), name: String::new(), more: String::new() })
        };
        let group = |n| Group::of("units", "search-units", found(n), Some(list("/units", "évry & co")));
        assert_eq!((group(8).found.len(), group(8).all), (8, None));
        assert_eq!(
            (group(9).found.len(), group(9).all.as_deref()),
            (8, Some("/units?q=%C3%A9vry%20%26%20co"))
        );
    }
}
