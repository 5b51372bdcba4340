//! A group: who answers when, and saying when one does oneself.

use askama::Template;
use axum::extract::Path;
use jiff::tz::TimeZone;
use relais_baton::{Stint, openings, stints, teams_of};
use relais_directory::units::{Opening, OpeningsInput};
use relais_kernel::{Day, Instant, PersonId};
use relais_web::{
    Can, Cx, Failure, Outcome, Page, Sample,
    components::{Button, Chip, Facts, Field, LinkButton},
};
use relais_words::{Faults, Words};
use uuid::Uuid;

use super::{
    change::{self, Closed},
    scope,
    stand::StandInput,
    store::{self, Known},
    there::{self, AHEAD, There},
};
use crate::{AskQuestion, EditGroups, ReadBoards, ReadGroups};

#[derive(Template)]
#[template(path = "groups/show.html")]
struct Show<'a> {
    w: &'a Words,
    csrf: String,
    now: Instant,
    zone: TimeZone,
    group: Known,
    themes: Vec<(Uuid, String)>,
    departments: Vec<String>,
    week: Vec<Opening>,
    there: There,
    stints: Vec<Stint>,
    me: PersonId,
    /// Whether whoever reads is in it.
    mine: bool,
    may_ask: bool,
    /// Whether whoever reads may look at its board.
    has_board: bool,
    may_edit: bool,
    form: StandInput,
    faults: Faults,
}

#[derive(Template)]
#[template(path = "groups/closed.html")]
struct Ended<'a> {
    w: &'a Words,
    group: Closed,
}

impl Ended<'_> {
    /// The group that is asked instead.
    fn next(&self) -> Option<LinkButton> {
        let (id, name) = (self.group.next_id?, self.group.next_name.as_deref()?);
        let words = self.w.t("group-closed-next").with("name", name);
        Some(LinkButton::primary(format!("/groups/{id}"), words))
    }
}

pub(crate) async fn page(cx: Cx, _: Can<ReadGroups>, Path(id): Path<Uuid>) -> Outcome {
    let form = StandInput { day: cx.today().to_string(), ..StandInput::default() };
    shown(&cx, id, form, Faults::none()).await
}

pub(crate) async fn shown(cx: &Cx, id: Uuid, form: StandInput, faults: Faults) -> Outcome<Page> {
    let (db, now, today, me) = (cx.db(), cx.now(), cx.today(), cx.viewer().person);
    let Some(group) = store::group(&db, id).await? else {
        let group = change::closed(&db, id).await?.ok_or(Failure::NotFound)?;
        let shell = cx.shell(&group.name).back("/groups", cx.w.t("groups-title"));
        return cx.page(shell, &Ended { w: &cx.w, group });
    };
    let all = store::themes(&db).await?.into_iter().filter(|theme| theme.group_id == id);
    let mut show = Show {
        w: &cx.w,
        csrf: cx.csrf(),
        now,
        zone: cx.organisation().zone.clone(),
        themes: all.map(|theme| (theme.id, theme.name)).collect(),
        departments: scope::all(&db).await?.remove(&id).unwrap_or_default(),
        week: openings(&db, group.team_id).await?,
        there: there::of(&db, group.team_id, now, today).await?,
        stints: stints(&db, group.team_id, (now, now.plus(AHEAD))).await?,
        me,
        mine: teams_of(&db, me, today).await?.contains(&group.team_id),
        may_ask: cx.viewer().may::<AskQuestion>(),
        has_board: false,
        may_edit: cx.viewer().may::<EditGroups>(),
        group,
        form,
        faults,
    };
    show.has_board = show.mine || cx.viewer().may::<ReadBoards>();
    let shell = cx.shell(&show.group.name).back("/groups", cx.w.t("groups-title"));
    cx.page(shell, &show)
}

impl Show<'_> {
    fn there(&self) -> Chip {
        let chip = Chip::new(self.there.words(self.w, &self.now, &self.zone));
        match self.there {
            There::Now(_) => chip.tone(relais_web::components::Tone::Kept).icon("user-round"),
            There::From(_) => chip.tone(relais_web::components::Tone::Soon).icon("clock"),
            There::Nobody => chip,
        }
    }

    fn edit(&self) -> String {
        format!("/groups/{}/edit", self.group.id)
    }

    fn close(&self) -> String {
        format!("/groups/{}/close", self.group.id)
    }

    fn feed(&self) -> String {
        format!("/groups/{}/feed", self.group.id)
    }

    fn tool(&self) -> String {
        format!("/groups/{}/tool", self.group.id)
    }

    fn board(&self) -> String {
        format!("/groups/{}/board", self.group.id)
    }

    fn facts(&self) -> Facts {
        let open = self.open();
        let hours =
            if open.is_empty() { self.w.t("group-hours-of-unit").to_string() } else { open.join(" · ") };
        let facts = Facts::new()
            .fact(self.w.t("group-hours"), hours)
            .fact(self.w.t("group-hosting"), self.group.hosts(self.w));
        if self.departments.is_empty() {
            return facts;
        }
        facts.fact(self.w.t("group-departments"), self.departments.join(", "))
    }

    /// When it is open: days of the same hours in one go.
    fn open(&self) -> Vec<String> {
        let days = OpeningsInput::of(&self.week).days;
        let mut open = Vec::new();
        let mut day = 0;
        while day < 7 {
            let last = (day..7).take_while(|other| days[*other] == days[day]).last().unwrap_or(day);
            let (from, to) = (self.w.t(super::form::WEEKDAYS[day]), self.w.t(super::form::WEEKDAYS[last]));
            if !days[day].is_empty() {
                let named = if day == last { from.to_string() } else { format!("{from} – {to}") };
                open.push(format!("{named} {}", days[day].replace('-', "–")));
            }
            day = last + 1;
        }
        open
    }

    /// From when to when; the day is said once where it is the same.
    fn span(&self, stint: &Stint) -> String {
        let from = self.w.when(&stint.from_at, &self.now, &self.zone);
        let to = self.w.when(&stint.to_at, &stint.from_at, &self.zone);
        self.w.t("stint-span").with("from", from).with("to", to).to_string()
    }

    fn who(&self, stint: &Stint) -> String {
        format!("{} {}", stint.given_name, stint.family_name)
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let me = PersonId(Uuid::nil());
    let stint = |person: u128, name: &str| Stint {
        id: Uuid::nil(),
        person_id: PersonId(Uuid::from_u128(person)),
        given_name: name.into(),
        family_name: "de La Rochefoucauld-Montmorency".into(),
        from_at: Instant(1_795_267_200_000_000),
        to_at: Instant(1_795_274_400_000_000),
    };
    let show = |stints, mine, there, faults| Show {
        w,
        csrf: String::new(),
        now: Instant(1_795_260_000_000_000),
        zone: TimeZone::UTC,
        group: super::list::a_group("Experts 91-94"),
        themes: vec![(Uuid::nil(), "Internet".into()), (Uuid::nil(), "Anticonstitutionnellement".into())],
        departments: vec!["91".into(), "94".into()],
        week: vec![Opening { weekday: 1, opens: 540, closes: 1080 }],
        there,
        stints,
        me,
        mine,
        may_ask: true,
        has_board: mine,
        may_edit: mine,
        form: StandInput {
            day: Day::from_date(jiff::civil::date(2026, 11, 21)).to_string(),
            ..StandInput::default()
        },
        faults,
    };
    let wrong = relais_words::Fault::on("to", "stint-ends-first").into();
    vec![
        Sample::of(
            "groups/show",
            &show(vec![stint(0, "Inès"), stint(1, "Anne-Charlotte")], true, There::Now(2), Faults::none()),
        ),
        Sample::of(
            "groups/closed",
            &Ended {
                w,
                group: Closed {
                    name: "Experts 91-94".into(),
                    closed_day: Day::from_date(jiff::civil::date(2026, 11, 21)),
                    next_id: Some(Uuid::nil()),
                    next_name: Some("Facture".into()),
                },
            },
        ),
        Sample::of("groups/show refused", &show(vec![], true, There::Nobody, wrong)),
        Sample::of(
            "groups/show from outside",
            &show(
                vec![stint(1, "Anne-Charlotte")],
                false,
                There::From(Instant(1_795_267_200_000_000)),
                Faults::none(),
            ),
        ),
    ]
}
