//! One region: its team, its units, the vacancies that climbed to it, the regions below.

use askama::Template;
use axum::extract::Path;
use relais_directory::{
    assignments::{self, Vacancy},
    organisations::{self, Hierarchy},
    regions::{self, Branch, Figures, Member, Region},
};
use relais_kernel::{Day, RegionId};
use relais_web::{
    Can, Cx, Failure, Outcome, Sample,
    components::{EmptyState, Face, Facts, LinkButton},
};
use relais_words::Words;

use super::{function_name, tree::told};
use crate::{EditRegions, ReadPeople, ReadRegions};

/// Vacancies shown on the page; more are rare, and are counted.
const MOST: usize = 50;

#[derive(Template)]
#[template(path = "regions/show.html")]
struct Show<'a> {
    w: &'a Words,
    region: Region,
    hierarchy: Hierarchy,
    above: Option<Region>,
    team: Vec<Member>,
    below: Vec<(Region, Option<Figures>)>,
    /// None where the units themselves are out of reach.
    figures: Option<Figures>,
    vacancies: Vec<Vacancy>,
    today: Day,
    may_edit: bool,
    may_read_people: bool,
}

pub(crate) async fn page(cx: Cx, can: Can<ReadRegions>, Path(id): Path<RegionId>) -> Outcome {
    let (db, today) = (cx.db(), cx.today());
    let seen = super::seen(&cx, &can.reach).await?;
    let region = regions::by_id(&db, &seen, id).await?.ok_or(Failure::NotFound)?;
    let hierarchies = organisations::hierarchies(&db).await?;
    let hierarchy =
        hierarchies.into_iter().find(|one| one.id == region.hierarchy_id).ok_or(Failure::NotFound)?;
    let counted = super::counts(&can.reach, id);
    let of_tree = regions::figures_of_tree(&db, hierarchy.id, today).await?;
    let figures = of_tree.get(&id).copied().filter(|_| counted);
    let vacancies = match figures {
        Some(figures) if figures.vacancies > 0 => {
            let scope = regions::scope(&db, id).await?;
            assignments::vacancies(&db, &scope, today, relais_store::Cut::Start, MOST).await?.rows
        }
        _ => Vec::new(),
    };
    let tree = regions::tree(&db, &seen, hierarchy.id).await?;
    let children =
        tree.into_iter().map(|Branch { region, .. }| region).filter(|one| one.parent_id == Some(id));
    let below = children
        .map(|child| {
            let figures = of_tree.get(&child.id).copied().filter(|_| super::counts(&can.reach, child.id));
            (child, figures)
        })
        .collect();
    let above = match region.parent_id {
        Some(parent) => regions::by_id(&db, &seen, parent).await?,
        None => None,
    };
    let show = Show {
        w: &cx.w,
        team: regions::members(&db, id, today).await?,
        hierarchy,
        above,
        below,
        figures,
        vacancies,
        today,
        may_edit: cx.viewer().may::<EditRegions>(),
        may_read_people: cx.viewer().may::<ReadPeople>(),
        region,
    };
    let back = match &show.above {
        Some(above) => (format!("/regions/{}", above.id), above.name.clone()),
        None => (show.tree_address(), cx.w.t("regions-title").to_string()),
    };
    cx.page(cx.shell(&show.region.name).back(back.0, back.1), &show)
}

impl Show<'_> {
    fn at(&self, end: &str) -> String {
        format!("/regions/{}/{end}", self.region.id)
    }

    fn tree_address(&self) -> String {
        if self.hierarchy.main {
            "/regions".into()
        } else {
            format!("/regions?hierarchy={}", self.hierarchy.id)
        }
    }

    fn facts(&self) -> Facts {
        let w = self.w;
        let facts = Facts::new()
            .fact(w.t("region-code"), &self.region.code)
            .fact(w.t("hierarchy"), &self.hierarchy.name);
        match &self.figures {
            Some(figures) => facts
                .fact(w.t("units-title"), w.number(figures.units))
                .fact(w.t("people-title"), w.number(figures.people)),
            None => facts,
        }
    }

    fn name(&self, member: &Member) -> String {
        format!("{} {}", member.given_name, member.family_name)
    }

    fn place(&self, member: &Member) -> String {
        let function = function_name(self.w, member.function);
        if member.from_day <= self.today && member.to_day.is_none() {
            return function;
        }
        format!(
            "{function} · {}",
            crate::people::days_said(self.w, member.from_day, member.to_day, self.today)
        )
    }

    fn since(&self, vacancy: &Vacancy) -> String {
        let w = self.w;
        match (vacancy.next_day, vacancy.last_day) {
            (Some(next), _) => w.t("vacancy-until").with("day", w.day(&next)).to_string(),
            (None, Some(last)) => w.t("vacancy-since").with("day", w.day(&last)).to_string(),
            (None, None) => w.t("vacancy-always").to_string(),
        }
    }

    /// Vacancies beyond those on the page.
    fn unseen(&self) -> i64 {
        let shown = i64::try_from(self.vacancies.len()).unwrap_or(0);
        self.figures.map_or(0, |figures| (figures.vacancies - shown).max(0))
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let clock = relais_kernel::Clock::system();
    let today = crate::people::sample_day();
    let member = |given: &str, family: &str, function, from: i32| Member {
        id: clock.id(),
        person_id: clock.id(),
        given_name: given.into(),
        family_name: family.into(),
        function,
        from_day: today.plus(from),
        to_day: None,
    };
    let vacancy = |name: &str, last: Option<Day>, next: Option<Day>| Vacancy {
        unit_id: clock.id(),
        code: "EVR".into(),
        name: name.into(),
        region_id: None,
        region_name: None,
        last_day: last,
        next_day: next,
    };
    let show = |name: &str, figures, team, vacancies, below: Vec<&str>, may| Show {
        w,
        region: super::tree::region_sample(name),
        hierarchy: super::tree::hierarchy_sample("Réseau", true),
        above: None,
        team,
        below: below.into_iter().map(|name| (super::tree::region_sample(name), figures)).collect(),
        figures,
        vacancies,
        today,
        may_edit: may,
        may_read_people: true,
    };
    use regions::MemberFunction::{Coach, Lead};
    let team = vec![member("Marc", "Delattre", Lead, -300), member("Samira", "Haddad", Coach, 10)];
    let vacancies = vec![
        vacancy("Évry", Some(today.plus(-20)), None),
        vacancy("Massy", None, Some(today.plus(9))),
        vacancy("Vitry", None, None),
    ];
    let figures = Some(Figures { units: 8, vacancies: 3, people: 120 });
    let long = "Provence-Alpes-Côte d’Azur et Châteauneuf-du-Pape-en-Grésivaudan";
    vec![
        Sample::of(
            "regions/show",
            &show("Île-de-France Sud", figures, team.clone(), vacancies, vec!["Essonne"], true),
        ),
        Sample::of(
            "regions/show empty",
            &show(long, Some(Figures { units: 0, vacancies: 0, people: 0 }), vec![], vec![], vec![], true),
        ),
        Sample::of("regions/show from a unit", &show("Île-de-France Sud", None, team, vec![], vec![], false)),
    ]
}
