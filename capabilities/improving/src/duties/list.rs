//! Who answers what, in one's unit or in the network, and who may be named for it.

use askama::Template;
use axum::extract::Query;
use relais_directory::{assignments, people};
use relais_kernel::{PersonId, Reach, UnitId};
use relais_store::Cut;
use relais_web::{
    Can, Cx, Failure, Outcome, Page, Sample,
    components::{Button, Choices, EmptyState, Field, Select},
};
use relais_words::{Faults, Words};
use serde::Deserialize;

use super::store::{self, Duty};
use crate::{EditDuties, pebbles::rules::Theme};

/// People that a search adds.
const FOUND: usize = 8;

/// What the address or the form holds.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Form {
    pub(super) place: String,
    pub(super) q: String,
    pub(super) theme: String,
    pub(super) people: Vec<String>,
    pub(super) act: String,
    pub(super) duty: String,
}

#[derive(Template)]
#[template(path = "duties/list.html")]
struct List<'a> {
    w: &'a Words,
    csrf: String,
    /// The unit's name; none for the network.
    place: Option<String>,
    duties: Vec<Duty>,
    choices: Vec<(PersonId, String)>,
    form: Form,
    faults: Faults,
}

pub(crate) async fn page(cx: Cx, can: Can<EditDuties>, Query(form): Query<Form>) -> Outcome {
    shown(&cx, &can, form, Faults::none()).await
}

/// The place that somebody speaks of: their unit, or the network for whoever answers for it.
pub(super) async fn place(cx: &Cx, can: &Can<EditDuties>, form: &Form) -> Outcome<Option<UnitId>> {
    let own = crate::pebbles::store::unit_of(&cx.db(), cx.viewer().person, cx.today()).await?;
    match own.filter(|_| form.place != "network") {
        Some(unit) if holds(&can.reach, unit) => Ok(Some(unit)),
        _ if can.reach.is_network() => Ok(None),
        _ => Err(Failure::NotFound),
    }
}

fn holds(reach: &Reach, unit: UnitId) -> bool {
    match reach {
        Reach::Network => true,
        Reach::Part { units, .. } => units.contains(&unit),
    }
}

/// Those who may be named: the unit's team, and whoever a search finds within reach.
pub(super) async fn nameable(
    cx: &Cx,
    can: &Can<EditDuties>,
    unit: Option<UnitId>,
    q: &str,
) -> relais_store::Result<Vec<(PersonId, String)>> {
    let (db, today) = (cx.db(), cx.today());
    let mut named: Vec<(PersonId, String)> = Vec::new();
    if let Some(unit) = unit {
        let team = assignments::of_unit(&db, unit, today).await?;
        named.extend(
            team.into_iter().map(|one| (one.person_id, format!("{} {}", one.given_name, one.family_name))),
        );
    }
    if !q.trim().is_empty() {
        let filter = people::Filter { search: q.to_owned(), ..people::Filter::default() };
        let found = people::list(&db, &can.reach, today, &filter, Cut::Start, FOUND).await?;
        named.extend(
            found.rows.into_iter().map(|one| (one.id, format!("{} {}", one.given_name, one.family_name))),
        );
    }
    let mut seen = Vec::new();
    named.retain(|(person, _)| {
        !seen.contains(person) && {
            seen.push(*person);
            true
        }
    });
    Ok(named)
}

pub(super) async fn shown(cx: &Cx, can: &Can<EditDuties>, form: Form, faults: Faults) -> Outcome<Page> {
    let unit = place(cx, can, &form).await?;
    let db = cx.db();
    let list = List {
        w: &cx.w,
        csrf: cx.csrf(),
        place: match unit {
            Some(unit) => crate::pebbles::store::unit_name(&db, unit).await?,
            None => None,
        },
        duties: store::duties(&db, unit, cx.today()).await?,
        choices: nameable(cx, can, unit, &form.q).await?,
        form,
        faults,
    };
    cx.page(cx.shell(cx.w.t("duties-title")).back("/pebbles", cx.w.t("pebbles-title")), &list)
}

impl List<'_> {
    fn over(&self) -> String {
        self.place.clone().unwrap_or_else(|| self.w.t("pebbles-network").to_string())
    }

    fn theme(&self, duty: &Duty) -> String {
        match duty.theme {
            Some(theme) => self.w.t(&format!("pebble-theme-{theme}")).to_string(),
            None => self.w.t("duty-everything").to_string(),
        }
    }

    fn names(&self, duty: &Duty) -> String {
        if duty.names.is_empty() { self.w.t("duty-nobody-there").to_string() } else { duty.names.join(", ") }
    }

    fn usual(&self) -> String {
        self.w.t(if self.place.is_some() { "duty-usual-unit" } else { "duty-usual-network" }).to_string()
    }

    fn themes(&self) -> Select {
        let options = Theme::ALL
            .iter()
            .map(|theme| (theme.code(), self.w.t(&format!("pebble-theme-{theme}")).to_string()));
        Select::new(self.w, "theme", self.w.t("duty-theme"))
            .untold()
            .option("", self.w.t("duty-everything"))
            .options(options)
            .value(&self.form.theme)
    }

    fn people(&self) -> Choices {
        let empty = Choices::many(self.w, "people", self.w.t("duty-people"))
            .required()
            .error(self.faults.on("people", self.w));
        let choices = self.choices.iter().fold(empty, |choices, (person, name)| choices.choice(person, name));
        self.form.people.iter().fold(choices, Choices::chosen)
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let list = |place: Option<&str>, duties: Vec<Duty>, names: &[&str], faults| List {
        w,
        csrf: String::new(),
        place: place.map(str::to_owned),
        duties,
        choices: names.iter().map(|name| (relais_kernel::Clock::system().id(), (*name).to_owned())).collect(),
        form: Form::default(),
        faults,
    };
    let long = "Anne-Charlotte-Bérengère de La Rochefoucauld-Montmorency";
    let duty = |theme, names: &[&str]| Duty {
        id: uuid::Uuid::nil(),
        theme,
        names: names.iter().map(|name| (*name).to_owned()).collect(),
    };
    let wrong = Faults::from(relais_words::Fault::on("people", "duty-nobody"));
    let several = vec![duty(Some(Theme::Tools), &["Inès Marchal", long]), duty(None, &[])];
    vec![
        Sample::of("duties/list", &list(Some("Évry"), several, &["Inès Marchal", long], wrong)),
        Sample::of("duties/list empty", &list(None, vec![], &[], Faults::none())),
    ]
}
