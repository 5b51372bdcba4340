//! The list of units within reach.

use askama::Template;
use axum::extract::Query;
use relais_directory::{
    departments, regions,
    units::{self, Filter, Line, UnitKind},
};
use relais_store::{Cut, Slice};
use relais_web::{
    Address, Can, Cx, Outcome, Sample,
    components::{Chip, EmptyState, LinkButton, Pager, SearchBox, Select, Tone},
};
use relais_words::Words;
use serde::Deserialize;

use crate::{EditUnits, Import, ReadRegions, ReadUnits, printed};

const PAGE: usize = 50;

/// What the address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    q: String,
    kind: String,
    department: String,
    region: String,
    closed: String,
    after: String,
    before: String,
}

impl Asked {
    /// The list itself, without its place.
    fn here(&self) -> Address<'_> {
        let fields = [
            ("q", &self.q),
            ("kind", &self.kind),
            ("department", &self.department),
            ("region", &self.region),
            ("closed", &self.closed),
        ];
        Address::new("/units", fields.map(|(name, value)| (name, value.as_str())))
    }
}

#[derive(Template)]
#[template(path = "units/list.html")]
struct List<'a> {
    w: &'a Words,
    asked: &'a Asked,
    regions: Vec<(String, String)>,
    may_edit: bool,
    may_import: bool,
    results: Results<'a>,
}

/// The rows, which follow the typing.
#[derive(Template)]
#[template(path = "units/results.html")]
struct Results<'a> {
    w: &'a Words,
    asked: &'a Asked,
    slice: Slice<Line>,
    total: i64,
    /// What paper says above it.
    printed: String,
    may_edit: bool,
}

pub(crate) async fn page(cx: Cx, can: Can<ReadUnits>, Query(asked): Query<Asked>) -> Outcome {
    let (db, today) = (cx.db(), cx.today());
    let filter = Filter {
        search: asked.q.clone(),
        regions: match asked.region.parse() {
            Ok(region) => regions::below(&db, &[region]).await?,
            Err(_) => Vec::new(),
        },
        kind: asked.kind.parse().ok(),
        department: departments::official(&asked.department).map(str::to_owned),
        closed: asked.closed == "yes",
        without: Vec::new(),
    };
    let cut = Cut::from_query(&asked.after, &asked.before);
    let slice = units::list(&db, &can.reach, today, &filter, cut, PAGE).await?;
    let total = match slice.in_all() {
        Some(total) => total,
        None => units::count(&db, &can.reach, today, &filter).await?,
    };
    let may_edit = cx.viewer().may::<EditUnits>();
    let regions = match cx.viewer().reach::<ReadRegions>() {
        Some(reach) => super::regions_within(&db, &reach).await?,
        None => Vec::new(),
    };
    let narrowed = [
        printed::sought(&cx.w, &asked.q),
        printed::chosen(&super::kinds(&cx.w), &asked.kind),
        printed::chosen(&regions, &asked.region),
    ];
    let narrowed: Vec<String> = narrowed.into_iter().flatten().collect();
    let shown = (slice.rows.len(), total);
    let printed = printed::told(&cx.w, "units", !slice.earlier, shown, &narrowed);
    let results = Results { w: &cx.w, asked: &asked, slice, total, printed, may_edit };
    if cx.wants_fragment() {
        return cx.piece(&results);
    }
    let may_import = cx.viewer().may::<Import>();
    let list = List { w: &cx.w, asked: &asked, regions, may_edit, may_import, results };
    cx.page(cx.shell(cx.w.t("units-title")), &list)
}

impl Results<'_> {
    fn pager(&self) -> Pager {
        Pager::of(self.w, &self.asked.here(), self.slice.ends(|line| line.id))
    }

    fn narrowed(&self) -> bool {
        self.asked.here().is_narrowed_beyond(&["closed"])
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let asked = Asked::default();
    let searched = Asked { q: "vitr".into(), ..Asked::default() };
    let line = |name: &str, manager: Option<&str>| Line {
        id: relais_kernel::Clock::system().id(),
        code: "EVR".into(),
        name: name.into(),
        name_folded: String::new(),
        kind: UnitKind::Shop,
        town: "Évry-Courcouronnes".into(),
        department_code: "91".into(),
        region_name: Some("Île-de-France Sud".into()),
        manager_name: manager.map(str::to_owned),
        closed_day: None,
    };
    let several =
        vec![line("Évry", Some("Nadège Fournier")), line("Châteauneuf-du-Pape-en-Grésivaudan", None)];
    let one = vec![line("Évry", Some("Nadège Fournier"))];
    let list = |asked, rows: Vec<Line>, may_edit| {
        let total = rows.len() as i64;
        let slice = Slice { rows, earlier: false, later: total > 1 };
        let results = Results { w, asked, slice, total, printed: String::new(), may_edit };
        List { w, asked, regions: vec![], may_edit, may_import: may_edit, results }
    };
    vec![
        Sample::of("units/list", &list(&asked, several, true)),
        Sample::of("units/list one", &list(&asked, one, false)),
        Sample::of("units/list empty", &list(&asked, vec![], true)),
        Sample::of("units/list nothing found", &list(&searched, vec![], false)),
    ]
}
