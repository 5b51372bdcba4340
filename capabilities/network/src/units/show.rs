//! One unit: where it is, when it opens, who answers for it, who works there.

use askama::Template;
use axum::extract::Path;
use relais_directory::{
    assignments::{self, AssignmentKind, Function, TeamLine},
    departments, regions,
    units::{self, Channel, Exception, Opening, Place, Unit},
};
use relais_kernel::{Day, RegionId, UnitId};
use relais_web::{
    Can, Cx, Failure, Live, Outcome, Sample,
    components::{EmptyState, Face, Facts, LinkButton, Notice},
};
use relais_words::Words;

use super::{channel_name, hours};
use crate::{Assign, EditHours, EditUnits, ReadPeople, ReadRegions, ReadUnits, people::choosing};

#[derive(Template)]
#[template(path = "units/show.html")]
struct Show<'a> {
    w: &'a Words,
    live: Live,
    unit: Unit,
    channels: Vec<Channel>,
    places: Vec<Place>,
    /// Regions whose pages open to the viewer.
    open_regions: Vec<RegionId>,
    openings: Vec<Opening>,
    exceptions: Vec<Exception>,
    team: Option<Vec<TeamLine>>,
    today: Day,
    may_edit: bool,
    may_hours: bool,
    may_assign: bool,
    /// Somebody within reach is not in the team yet.
    anybody_left: bool,
}

pub(crate) async fn page(cx: Cx, can: Can<ReadUnits>, Path(id): Path<UnitId>) -> Outcome {
    let live = cx.live([units::topic(id)]).await?;
    let (db, today) = (cx.db(), cx.today());
    let unit = units::by_id(&db, &can.reach, today, id).await?.ok_or(Failure::NotFound)?;
    let within = async |reach: Option<relais_kernel::Reach>| match reach {
        Some(reach) => units::by_id(&db, &reach, today, id).await.map(|found| found.is_some()),
        None => Ok(false),
    };
    let team = match within(cx.viewer().reach::<ReadPeople>()).await? {
        true => Some(assignments::of_unit(&db, id, today).await?),
        false => None,
    };
    let places = units::places(&db, id, today).await?;
    let may_assign = within(cx.viewer().reach::<Assign>()).await?;
    let anybody_left = match cx.viewer().reach::<ReadPeople>() {
        Some(reach) if may_assign => choosing::anybody_outside(&cx, &reach, id).await?,
        _ => false,
    };
    let show = Show {
        w: &cx.w,
        live,
        channels: units::channels(&db, id).await?,
        open_regions: open_regions(&cx, &places).await?,
        places,
        openings: units::openings(&db, id).await?,
        exceptions: units::exceptions(&db, id, today).await?,
        team,
        today,
        may_edit: cx.viewer().may::<EditUnits>(),
        may_hours: within(cx.viewer().reach::<EditHours>()).await?,
        may_assign,
        anybody_left,
        unit,
    };
    if cx.wants_fragment() {
        return cx.piece(&show);
    }
    let shell = cx.shell(&show.unit.name).back("/units", cx.w.t("units-title"));
    cx.page(shell, &show)
}

async fn open_regions(cx: &Cx, places: &[Place]) -> relais_store::Result<Vec<RegionId>> {
    let Some(reach) = cx.viewer().reach::<ReadRegions>() else { return Ok(Vec::new()) };
    let seen = crate::regions::seen(cx, &reach).await?;
    let mut open = Vec::new();
    for place in places {
        if regions::by_id(&cx.db(), &seen, place.region_id).await?.is_some() {
            open.push(place.region_id);
        }
    }
    Ok(open)
}

impl Show<'_> {
    fn facts(&self) -> Facts {
        let (w, unit) = (self.w, &self.unit);
        let department = departments::name(&unit.department_code).unwrap_or("");
        let channels: Vec<String> = self.channels.iter().map(|channel| channel_name(w, *channel)).collect();
        let mut facts = Facts::new()
            .fact(w.t("unit-code"), &unit.code)
            .fact(w.t("unit-department"), format!("{} – {department}", unit.department_code))
            .maybe(w.t("unit-town"), Some(&unit.town).filter(|town| !town.is_empty()))
            .maybe(w.t("unit-phone"), unit.phone.as_ref())
            .maybe(w.t("unit-channels"), (!channels.is_empty()).then(|| channels.join(", ")));
        for place in &self.places {
            let name = if place.main { w.t("region").to_string() } else { place.hierarchy_name.clone() };
            facts = match self.open_regions.contains(&place.region_id) {
                true => facts.link(name, format!("/regions/{}", place.region_id), &place.region_name),
                false => facts.fact(name, &place.region_name),
            };
        }
        if unit.time_zone != "Europe/Paris" {
            facts = facts.fact(w.t("unit-time-zone"), &unit.time_zone);
        }
        facts
            .maybe(w.t("unit-opened-day"), unit.opened_day.map(|day| w.day(&day)))
            .maybe(w.t("unit-closed-day"), unit.closed_day.map(|day| w.day(&day)))
    }

    fn at(&self, end: &str) -> String {
        format!("/units/{}/{end}", self.unit.id)
    }

    fn vacant(&self) -> bool {
        self.team.as_ref().is_some_and(|team| {
            !team
                .iter()
                .any(|line| line.function == Function::Manager && line.kind == AssignmentKind::Regular)
        })
    }

    /// Who supports a unit without a manager: its region, when it has one (NET-01).
    fn vacancy(&self) -> Notice {
        let w = self.w;
        let told =
            if self.places.iter().any(|place| place.main) { "unit-vacant-told" } else { "unit-vacant-alone" };
        let notice = Notice::soon(w.t(told)).title(w.t("unit-vacant"));
        let anybody = self.anybody_left || self.team.as_ref().is_some_and(|team| !team.is_empty());
        if self.may_assign && anybody {
            let href = format!("{}?function={}", self.at("assign"), Function::Manager.code());
            notice.more(LinkButton::plain(href, w.t("unit-vacant-appoint")).icon("user-plus"))
        } else {
            notice
        }
    }

    fn name(&self, line: &TeamLine) -> String {
        format!("{} {}", line.given_name, line.family_name)
    }

    /// Function, and what is out of the ordinary about it.
    fn place(&self, line: &TeamLine) -> String {
        let function = self.w.t(&format!("function-{}", line.function.code())).to_string();
        match line.kind {
            AssignmentKind::Regular => function,
            AssignmentKind::Replacement => format!("{function} · {}", self.w.t("assignment-replacement")),
        }
    }

    fn closed(&self) -> bool {
        self.unit.closed_day.is_some_and(|day| day < self.today)
    }

    fn told_of(&self, exception: &Exception) -> String {
        hours::told_of(self.w, exception)
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let today: Day = "2026-11-21".parse().unwrap_or(Day::from_date(jiff::civil::date(2026, 11, 21)));
    let openings = (1..=6).map(|weekday| Opening { weekday, opens: 570, closes: 1140 }).collect();
    let member = |given: &str, family: &str, function, kind| TeamLine {
        id: relais_kernel::Clock::system().id(),
        person_id: relais_kernel::Clock::system().id(),
        given_name: given.into(),
        family_name: family.into(),
        trade_name: None,
        function,
        kind,
        main: true,
        employer_name: "Clairlien".into(),
        from_day: today,
        to_day: None,
    };
    let team = vec![
        member("Nadège", "Fournier", Function::Manager, AssignmentKind::Regular),
        member("Inès", "Marchal", Function::Adviser, AssignmentKind::Regular),
        member(
            "Anne-Charlotte-Bérengère",
            "de La Rochefoucauld-Montmorency",
            Function::Technician,
            AssignmentKind::Replacement,
        ),
    ];
    let holiday = Exception { day: today.plus(34), opens: None, closes: None, note: "Noël".into() };
    let show = |unit, openings, exceptions, team, may| Show {
        w,
        live: Live::still(),
        unit,
        channels: vec![Channel::Counter, Channel::Phone],
        places: vec![],
        open_regions: vec![],
        openings,
        exceptions,
        team,
        today,
        may_edit: may,
        may_hours: may,
        may_assign: may,
        anybody_left: may,
    };
    vec![
        Sample::of("units/show", &show(unit_sample("Évry"), openings, vec![holiday], Some(team), true)),
        Sample::of(
            "units/show empty",
            &show(unit_sample("Châteauneuf-du-Pape-en-Grésivaudan"), vec![], vec![], Some(vec![]), true),
        ),
        Sample::of("units/show from outside", &show(unit_sample("Évry"), vec![], vec![], None, false)),
    ]
}

pub(crate) fn unit_sample(name: &str) -> Unit {
    Unit {
        id: relais_kernel::Clock::system().id(),
        code: "EVR".into(),
        name: name.into(),
        kind: units::UnitKind::Shop,
        department_code: "91".into(),
        time_zone: "Europe/Paris".into(),
        locale: relais_kernel::Locale::Fr,
        town: "Évry-Courcouronnes".into(),
        phone: Some("01 60 00 00 00".into()),
        opened_day: None,
        closed_day: None,
        version: 1,
    }
}
