//! The list of people within reach.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::Query;
use relais_directory::{
    assignments::Function,
    people::{self, Filter, Line},
    regions, units,
};
use relais_kernel::{PersonId, Reach};
use relais_store::{Cut, OrgDb, Slice};
use relais_web::{
    Address, Can, Cx, Outcome, Sample,
    components::{Chip, EmptyState, Face, LinkButton, Pager, SearchBox, Select},
};
use relais_words::Words;
use serde::Deserialize;

use super::{function_name, functions};
use crate::{EditPeople, Import, ReadFiles, ReadPeople, printed};

const PAGE: usize = 50;
/// Beyond this a list of units helps nobody choose: a region narrows it first.
const MOST_UNITS: usize = 120;

/// What the address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    q: String,
    unit: String,
    function: String,
    trade: String,
    region: String,
    left: String,
    after: String,
    before: String,
}

impl Asked {
    /// The list itself, without its place.
    pub(super) fn here(&self) -> Address<'_> {
        let fields = [
            ("q", &self.q),
            ("unit", &self.unit),
            ("function", &self.function),
            ("trade", &self.trade),
            ("region", &self.region),
            ("left", &self.left),
        ];
        Address::new("/people", fields.map(|(name, value)| (name, value.as_str())))
    }

    /// The same list as a file, or the page that offers the files.
    pub(super) fn file(&self, format: &str) -> String {
        self.here().at("/people/export").with("format", format)
    }

    /// `numbers` are those whose staff number the viewer may read, and so search.
    pub(super) async fn filter(&self, db: &OrgDb, numbers: Option<Reach>) -> relais_store::Result<Filter> {
        Ok(Filter {
            search: self.q.clone(),
            numbers,
            unit: self.unit.parse().ok(),
            regions: match self.region.parse() {
                Ok(region) => regions::below(db, &[region]).await?,
                Err(_) => Vec::new(),
            },
            function: self.function.parse().ok(),
            trade: Some(self.trade.clone()).filter(|trade| !trade.is_empty()),
            employer: None,
            left: self.left == "yes",
            without: None,
        })
    }
}

/// What the filters offer.
#[derive(Default)]
struct Offered {
    units: Vec<(String, String)>,
    regions: Vec<(String, String)>,
    trades: Vec<(String, String)>,
    left: bool,
}

#[derive(Template)]
#[template(path = "people/list.html")]
struct List<'a> {
    w: &'a Words,
    asked: &'a Asked,
    offered: Offered,
    may_edit: bool,
    may_import: bool,
    may_export: bool,
    results: Results<'a>,
}

/// The rows, which follow the typing.
#[derive(Template)]
#[template(path = "people/results.html")]
struct Results<'a> {
    w: &'a Words,
    asked: &'a Asked,
    slice: Slice<Line>,
    total: i64,
    /// What paper says above it.
    printed: String,
    /// Whose staff number may be read.
    numbered: BTreeSet<PersonId>,
    may_edit: bool,
}

pub(crate) async fn page(cx: Cx, can: Can<ReadPeople>, Query(asked): Query<Asked>) -> Outcome {
    let (db, today) = (cx.db(), cx.today());
    let files = cx.viewer().reach::<ReadFiles>();
    let reach = &can.reach;
    let filter = asked.filter(&db, files.clone()).await?;
    let cut = Cut::from_query(&asked.after, &asked.before);
    let slice = people::list(&db, reach, today, &filter, cut, PAGE).await?;
    let total = match slice.in_all() {
        Some(total) => total,
        None => people::count(&db, reach, today, &filter).await?,
    };
    let numbered = match &files {
        None => BTreeSet::new(),
        Some(files) if files == reach => slice.rows.iter().map(|line| line.id).collect(),
        // Both lists are in the same order: whoever is on this page is on that one too.
        Some(files) => {
            let theirs = people::list(&db, files, today, &filter, cut, PAGE).await?;
            theirs.rows.iter().map(|line| line.id).collect()
        }
    };
    let may_edit = cx.viewer().may::<EditPeople>();
    let offered = offered(&cx, &can.reach, &filter).await?;
    let shown = (slice.rows.len(), total);
    let printed = printed::told(&cx.w, "people", !slice.earlier, shown, &offered.narrowed(&cx.w, &asked));
    let results = Results { w: &cx.w, asked: &asked, slice, total, printed, numbered, may_edit };
    if cx.wants_fragment() {
        return cx.piece(&results);
    }
    let list = List {
        w: &cx.w,
        asked: &asked,
        offered,
        may_edit,
        may_import: cx.viewer().may::<Import>(),
        may_export: files.is_some(),
        results,
    };
    cx.page(cx.shell(cx.w.t("people-title")), &list)
}

async fn offered(cx: &Cx, reach: &Reach, filter: &Filter) -> relais_store::Result<Offered> {
    let (db, today) = (cx.db(), cx.today());
    let of_regions = units::Filter { regions: filter.regions.clone(), ..units::Filter::default() };
    let found = units::list(&db, reach, today, &of_regions, Cut::Start, MOST_UNITS).await?;
    let few = !found.later && found.rows.len() > 1;
    let mut options: Vec<_> =
        found.rows.into_iter().filter(|_| few).map(|line| (line.id.to_string(), line.name)).collect();
    if let Some(unit) = filter.unit
        && !options.iter().any(|(id, _)| *id == unit.to_string())
        && let Some(unit) = units::by_id(&db, reach, today, unit).await?
    {
        options.push((unit.id.to_string(), unit.name));
    }
    let trades = super::trades(cx).await?;
    let regions = if reach.is_network() { crate::units::regions(&db).await? } else { Vec::new() };
    Ok(Offered { units: options, regions, trades, left: reach.is_network() })
}

impl Offered {
    /// What narrows the list, in words.
    fn narrowed(&self, w: &Words, asked: &Asked) -> Vec<String> {
        let left = (asked.left == "yes").then(|| w.t("people-present-and-left").to_string());
        let chosen = [
            printed::sought(w, &asked.q),
            printed::chosen(&functions(w), &asked.function),
            printed::chosen(&self.units, &asked.unit),
            printed::chosen(&self.regions, &asked.region),
            printed::chosen(&self.trades, &asked.trade),
            left,
        ];
        chosen.into_iter().flatten().collect()
    }
}

impl List<'_> {
    /// The filters that have something to offer, in one form with the search.
    fn search(&self) -> SearchBox {
        let (w, asked) = (self.w, self.asked);
        let select = |name: &str, key, all| Select::new(w, name, w.t(key)).untold().option("", w.t(all));
        let mut search = SearchBox::new(
            w,
            "/people",
            "q",
            w.t(if self.may_export { "people-search-number" } else { "people-search" }),
        )
        .value(&asked.q)
        .live("#results")
        .narrowed(asked.here().is_narrowed_beyond(&["q"]));
        if !self.offered.units.is_empty() {
            let units = self.offered.units.clone();
            search =
                search.more(select("unit", "unit", "people-all-units").options(units).value(&asked.unit));
        }
        let functions = select("function", "function", "people-all-functions").options(functions(w));
        search = search.more(functions.value(&asked.function));
        let trades = select("trade", "trade", "people-all-trades").options(self.offered.trades.clone());
        search = search.more(trades.value(&asked.trade));
        if !self.offered.regions.is_empty() {
            let regions =
                select("region", "region", "units-all-regions").options(self.offered.regions.clone());
            search = search.more(regions.value(&asked.region));
        }
        if self.offered.left {
            let left = select("left", "people-left-filter", "people-present")
                .option("yes", w.t("people-present-and-left"));
            search = search.more(left.value(&asked.left));
        }
        search
    }
}

impl Results<'_> {
    fn pager(&self) -> Pager {
        Pager::of(self.w, &self.asked.here(), self.slice.ends(|line| line.id))
    }

    fn narrowed(&self) -> bool {
        self.asked.here().is_narrowed_beyond(&[])
    }

    fn function(&self, line: &Line) -> Option<String> {
        line.function.map(|function| function_name(self.w, function))
    }

    fn trade(&self, line: &Line) -> Option<String> {
        trade(self.w, line)
    }

    /// `Conseil clients · Évry`: what a phone shows beneath the name.
    fn place(&self, line: &Line) -> String {
        let place: Vec<String> = self.function(line).into_iter().chain(line.unit_name.clone()).collect();
        if place.is_empty() { self.w.t("person-no-unit").to_string() } else { place.join(" · ") }
    }

    fn number<'a>(&self, line: &'a Line) -> Option<&'a str> {
        line.staff_number.as_deref().filter(|_| self.numbered.contains(&line.id))
    }
}

/// Their trade in the reader's language.
pub(super) fn trade(w: &Words, line: &Line) -> Option<String> {
    line.trade_name
        .as_ref()
        .map(|name| super::trade_name(w, line.trade_code.as_deref().unwrap_or_default(), name))
}

/// Family name last, as people are called.
pub(crate) fn name(line: &Line) -> String {
    format!("{} {}", line.given_name, line.family_name)
}

pub(super) fn line_sample(given: &str, family: &str, unit: Option<&str>, function: Option<Function>) -> Line {
    let clock = relais_kernel::Clock::system();
    Line {
        id: clock.id(),
        staff_number: Some("004217".into()),
        given_name: given.into(),
        family_name: family.into(),
        name_folded: String::new(),
        trade_code: Some("sales".into()),
        trade_name: Some("Commerciale".into()),
        unit_id: unit.map(|_| clock.id()),
        unit_name: unit.map(str::to_owned),
        function,
        left_day: None,
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let asked = Asked::default();
    let searched = Asked { q: "vitr".into(), ..Asked::default() };
    let ines = || line_sample("Inès", "Marchal", Some("Évry"), Some(Function::Adviser));
    let mut left = line_sample("Paul", "Roche", None, None);
    (left.left_day, left.trade_name) = (Some(super::sample_day()), None);
    let long = line_sample(
        "Anne-Charlotte-Bérengère",
        "de La Rochefoucauld-Montmorency",
        Some("Châteauneuf-du-Pape-en-Grésivaudan"),
        Some(Function::Technician),
    );
    let list = |asked, rows: Vec<Line>, may: bool| {
        let total = rows.len() as i64;
        let numbered = rows.iter().filter(|_| may).map(|line| line.id).collect();
        let slice = Slice { rows, earlier: false, later: total > 1 };
        let results = Results { w, asked, slice, total, printed: String::new(), numbered, may_edit: may };
        let offered = Offered { left: may, ..Offered::default() };
        List { w, asked, offered, may_edit: may, may_import: may, may_export: may, results }
    };
    vec![
        Sample::of("people/list", &list(&asked, vec![ines(), left, long], true)),
        Sample::of("people/list one", &list(&asked, vec![ines()], false)),
        Sample::of("people/list empty", &list(&asked, vec![], true)),
        Sample::of("people/list nothing found", &list(&searched, vec![], false)),
    ]
}
