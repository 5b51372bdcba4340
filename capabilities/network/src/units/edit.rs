//! Creating and changing a unit.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse as _, Response},
};
use relais_directory::{
    Change, assignments, organisations, regions,
    units::{self, UnitFacts, UnitInput},
};
use relais_kernel::{Reach, RegionId, UnitId};
use relais_store::OrgTx;
use relais_web::{
    Can, Cx, Edited, Failure, Go, Outcome, Page, Posted, Sample,
    components::{Button, Choices, Field, Select},
};
use relais_words::{Fault, Faults, Words};

use super::{
    channel_name,
    places::{self, Further},
};
use crate::EditUnits;

#[derive(Template)]
#[template(path = "units/edit.html")]
struct Edit<'a> {
    w: &'a Words,
    csrf: String,
    id: Option<UnitId>,
    form: UnitInput,
    version: i64,
    faults: Faults,
    regions: Vec<(String, String)>,
    further: Vec<Further>,
    /// People whose place and role end with the unit.
    team: i64,
}

pub(crate) async fn new_page(cx: Cx, _: Can<EditUnits>) -> Outcome {
    let form = UnitInput { kind: "shop".into(), ..UnitInput::default() };
    shown(&cx, None, Edited { form, version: 0 }, Faults::none()).await
}

pub(crate) async fn page(cx: Cx, can: Can<EditUnits>, Path(id): Path<UnitId>) -> Outcome {
    let db = cx.db();
    let unit = units::by_id(&db, &can.reach, cx.today(), id).await?.ok_or(Failure::NotFound)?;
    let channels = units::channels(&db, id).await?;
    let stands = units::places(&db, id, cx.today()).await?;
    let region = stands.iter().find(|place| place.main).map(|place| place.region_id);
    let form = UnitInput { places: places::typed(&stands), ..UnitInput::of(&unit, &channels, region) };
    shown(&cx, Some(id), Edited { form, version: unit.version }, Faults::none()).await
}

pub(crate) async fn add(cx: Cx, _: Can<EditUnits>, Posted(form): Posted<UnitInput>) -> Outcome<Response> {
    write(&cx, None, Edited { form, version: 0 }, async |tx, facts, _| {
        units::add(tx, facts).await.map(Change::Done)
    })
    .await
}

pub(crate) async fn save(
    cx: Cx,
    can: Can<EditUnits>,
    Path(id): Path<UnitId>,
    edited: Edited<UnitInput>,
) -> Outcome<Response> {
    units::by_id(&cx.db(), &can.reach, cx.today(), id).await?.ok_or(Failure::NotFound)?;
    write(&cx, Some(id), edited, async |tx, facts, version| {
        Ok(match units::change(tx, id, version, facts).await? {
            Change::Done(()) => Change::Done(id),
            Change::Stale => Change::Stale,
        })
    })
    .await
}

/// Checks, writes, places, notes; or shows the form again with what was typed.
async fn write(
    cx: &Cx,
    id: Option<UnitId>,
    edited: Edited<UnitInput>,
    put: impl AsyncFnOnce(&OrgTx, &UnitFacts, i64) -> relais_store::Result<Change<UnitId>>,
) -> Outcome<Response> {
    let mut faults = Faults::none();
    let region = faults.take(chosen_region(cx, &edited.form.region).await?);
    let further = places::further(&cx.db()).await?;
    let elsewhere = faults.take(places::chosen(&further, &edited.form.places)).unwrap_or_default();
    let facts = match edited.form.check() {
        Ok(facts) => Some(facts),
        Err(found) => {
            faults.0.extend(found.0);
            None
        }
    };
    let (Some(facts), Some(region), true) = (facts, region, faults.is_empty()) else {
        return Ok(shown(cx, id, edited, faults).await?.refused().into_response());
    };
    let tx = cx.db().begin().await?;
    let written = async {
        let change = put(&tx, &facts, edited.version).await?;
        if let (Change::Done(unit), Some(region)) = (&change, region) {
            units::place_in_main(&tx, *unit, region, cx.today()).await?;
        }
        if let Change::Done(unit) = &change {
            places::write(&tx, *unit, &elsewhere, cx.today()).await?;
        }
        Ok::<_, relais_store::Error>(change)
    }
    .await;
    let refused = match written {
        Ok(Change::Done(unit)) => {
            let action = if id.is_some() { "network.units.edit" } else { "network.units.add" };
            cx.note(&tx, action, "unit", unit.0, "").await?;
            tx.commit().await?;
            return Ok(Go::to(format!("/units/{unit}")).saying("unit-saved").answer());
        }
        Ok(Change::Stale) => Fault::of_form("changed-meanwhile"),
        Err(error) => error.violation().and_then(units::refusal).ok_or(error)?,
    };
    tx.rollback().await?;
    Ok(shown(cx, id, edited, refused.into()).await?.refused().into_response())
}

/// A region of the main hierarchy, when one was chosen.
async fn chosen_region(cx: &Cx, typed: &str) -> relais_store::Result<Result<Option<RegionId>, Fault>> {
    if typed.is_empty() {
        return Ok(Ok(None));
    }
    let found = match typed.parse() {
        Ok(id) => regions::by_id(&cx.db(), &Reach::Network, id).await?,
        Err(_) => None,
    };
    let main = organisations::main_hierarchy(&cx.db()).await?.id;
    let known = found.filter(|region| region.hierarchy_id == main);
    Ok(known.map(|region| Some(region.id)).ok_or_else(|| Fault::on("region", "region-unknown")))
}

async fn shown(cx: &Cx, id: Option<UnitId>, edited: Edited<UnitInput>, faults: Faults) -> Outcome<Page> {
    let regions = super::regions(&cx.db()).await?;
    let further = places::further(&cx.db()).await?;
    let team = match id {
        Some(id) => assignments::beyond(&cx.db(), id, cx.today().plus(-1)).await?.len(),
        None => 0,
    };
    let team = i64::try_from(team).unwrap_or(i64::MAX);
    let title = if id.is_some() { "unit-edit" } else { "unit-add" };
    let shell = match id {
        Some(id) => cx.shell(cx.w.t(title)).back(format!("/units/{id}"), &edited.form.name),
        None => cx.shell(cx.w.t(title)).back("/units", cx.w.t("units-title")),
    };
    cx.page(
        shell,
        &Edit {
            w: &cx.w,
            csrf: cx.csrf(),
            id,
            form: edited.form,
            version: edited.version,
            faults,
            regions,
            further,
            team,
        },
    )
}

impl Edit<'_> {
    fn text(&self, name: &'static str, key: &str, value: &str) -> Field {
        Field::text(self.w, name, self.w.t(key)).value(value).error(self.faults.on(name, self.w))
    }

    fn date(&self, name: &'static str, key: &str, value: &str) -> Field {
        Field::date(self.w, name, self.w.t(key)).value(value).error(self.faults.on(name, self.w)).short()
    }

    /// What a last day brings: it is told before it is written.
    fn closing(&self) -> String {
        match self.team {
            0 => self.w.t("unit-closed-day-hint").to_string(),
            n => self.w.t("unit-closing-ends").with("n", n).to_string(),
        }
    }

    /// One select for each further hierarchy.
    fn places(&self) -> Vec<Select> {
        self.further.iter().map(|one| places::select(self.w, one, &self.form.places, &self.faults)).collect()
    }

    fn channels(&self) -> Choices {
        let choices = Choices::many(self.w, "channels", self.w.t("unit-channels"))
            .hint(self.w.t("unit-channels-hint"))
            .error(self.faults.on("channels", self.w));
        let choices = units::Channel::ALL
            .iter()
            .fold(choices, |choices, channel| choices.choice(channel.code(), channel_name(self.w, *channel)));
        self.form.channels.iter().fold(choices, |choices, code| choices.chosen(code))
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let edit = |id, form, faults| Edit {
        w,
        csrf: String::new(),
        id,
        form,
        version: 1,
        faults,
        regions: vec![],
        further: vec![],
        team: 4,
    };
    let wrong = UnitInput { department: "99".into(), ..UnitInput::default() };
    let faults = wrong.check().err().unwrap_or_default();
    vec![
        Sample::of("units/edit new", &edit(None, UnitInput::default(), Faults::none())),
        Sample::of("units/edit refused", &edit(Some(super::show::unit_sample("Évry").id), wrong, faults)),
    ]
}
