//! Who holds which role, today or later, grouped by role.

use askama::Template;
use axum::extract::Query;
use relais_directory::grants::{self, Filter, Line, ScopeCode};
use relais_kernel::{Day, Role};
use relais_store::{Cut, Slice};
use relais_web::{
    Address, Can, Cx, Outcome, Sample,
    components::{EmptyState, Face, LinkButton, Pager, SearchBox, Select, Tabs},
};
use relais_words::Words;
use serde::Deserialize;

use super::{roles, scopes};
use crate::{EditGrants, ReadGrants, people::days_said};

const PAGE: usize = 50;

/// What the address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    q: String,
    role: String,
    scope: String,
    brought: String,
    after: String,
    before: String,
}

impl Asked {
    /// The list itself, without its place.
    fn here(&self) -> Address<'_> {
        let fields =
            [("q", &self.q), ("role", &self.role), ("scope", &self.scope), ("brought", &self.brought)];
        Address::new("/roles", fields.map(|(name, value)| (name, value.as_str())))
    }

    fn filter(&self) -> Filter {
        Filter {
            search: self.q.clone(),
            role: self.role.parse().ok(),
            scope: self.scope.parse().ok(),
            brought: self.brought == "yes",
        }
    }
}

#[derive(Template)]
#[template(path = "roles/list.html")]
struct List<'a> {
    w: &'a Words,
    asked: &'a Asked,
    may_edit: bool,
    results: Results<'a>,
}

/// The rows, which follow the typing.
#[derive(Template)]
#[template(path = "roles/results.html")]
struct Results<'a> {
    w: &'a Words,
    asked: &'a Asked,
    today: Day,
    slice: Slice<Line>,
    total: i64,
}

pub(crate) async fn page(cx: Cx, _: Can<ReadGrants>, Query(asked): Query<Asked>) -> Outcome {
    let (db, today) = (cx.db(), cx.today());
    let filter = asked.filter();
    let cut = Cut::from_query(&asked.after, &asked.before);
    let slice = grants::list(&db, today, &filter, cut, PAGE).await?;
    let total = match slice.in_all() {
        Some(total) => total,
        None => grants::count(&db, today, &filter).await?,
    };
    let results = Results { w: &cx.w, asked: &asked, today, slice, total };
    if cx.wants_fragment() {
        return cx.piece(&results);
    }
    let list = List { w: &cx.w, asked: &asked, may_edit: cx.viewer().may::<EditGrants>(), results };
    cx.page(cx.shell(cx.w.t("roles-title")), &list)
}

impl List<'_> {
    fn tabs(&self) -> Tabs {
        let brought = self.asked.brought == "yes";
        Tabs::new(self.w, self.w.t("roles-title")).tab("/roles", self.w.t("roles-by-hand"), !brought).tab(
            "/roles?brought=yes",
            self.w.t("roles-brought"),
            brought,
        )
    }

    fn search(&self) -> SearchBox {
        let (w, asked) = (self.w, self.asked);
        let role = Select::new(w, "role", w.t("role")).untold().option("", w.t("roles-all"));
        let scope = Select::new(w, "scope", w.t("role-scope")).untold().option("", w.t("scopes-all"));
        SearchBox::new(w, "/roles", "q", w.t("people-search"))
            .value(&asked.q)
            .live("#results")
            .narrowed(!asked.role.is_empty() || !asked.scope.is_empty())
            .more(role.options(roles(w)).value(&asked.role))
            .more(scope.options(scopes(w)).value(&asked.scope))
            .more(relais_web::components::Field::hidden(w, "brought", &asked.brought))
    }
}

impl Results<'_> {
    /// Neighbours of the same role under its name.
    fn groups(&self) -> Vec<(Role, &[Line])> {
        self.slice.rows.chunk_by(|a, b| a.role == b.role).map(|lines| (lines[0].role, lines)).collect()
    }

    fn pager(&self) -> Pager {
        Pager::of(self.w, &self.asked.here(), self.slice.ends(|line| line.id))
    }

    fn narrowed(&self) -> bool {
        self.asked.here().is_narrowed_beyond(&["brought"])
    }

    fn name(&self, line: &Line) -> String {
        format!("{} {}", line.given_name, line.family_name)
    }

    /// Where it holds, and its days when they are not simply open.
    fn place(&self, line: &Line) -> String {
        let place = super::place(self.w, line.unit_name.as_ref(), line.region_name.as_ref());
        if line.from_day <= self.today && line.to_day.is_none() {
            return place;
        }
        format!("{place} · {}", days_said(self.w, line.from_day, line.to_day, self.today))
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let clock = relais_kernel::Clock::system();
    let today = crate::people::sample_day();
    let asked = Asked::default();
    let searched = Asked { q: "zz".into(), ..Asked::default() };
    let line = |given: &str, family: &str, role, scope_code, region: Option<&str>, from: i32| Line {
        id: clock.id(),
        person_id: clock.id(),
        given_name: given.into(),
        family_name: family.into(),
        role,
        scope_code,
        region_id: region.map(|_| clock.id()),
        region_name: region.map(str::to_owned),
        unit_id: None,
        unit_name: None,
        from_day: today.plus(from),
        to_day: None,
        assignment_id: None,
        membership_id: None,
    };
    let list = |asked, rows: Vec<Line>, may_edit| {
        let total = rows.len() as i64;
        let slice = Slice { rows, earlier: false, later: total > 2 };
        List { w, asked, may_edit, results: Results { w, asked, today, slice, total } }
    };
    let several = vec![
        line("Samira", "Haddad", Role::Coach, ScopeCode::Region, Some("Île-de-France Sud"), -30),
        line(
            "Anne-Charlotte-Bérengère",
            "de La Rochefoucauld-Montmorency",
            Role::Coach,
            ScopeCode::Region,
            Some("Provence-Alpes-Côte d’Azur"),
            12,
        ),
        line("Claire", "Vasseur", Role::Hr, ScopeCode::Network, None, -300),
    ];
    let one = vec![line("Claire", "Vasseur", Role::Admin, ScopeCode::Network, None, -300)];
    vec![
        Sample::of("roles/list", &list(&asked, several, true)),
        Sample::of("roles/list one", &list(&asked, one, false)),
        Sample::of("roles/list empty", &list(&asked, vec![], true)),
        Sample::of("roles/list nothing found", &list(&searched, vec![], false)),
    ]
}
