//! What is often asked and poorly answered (EXP-10): themes for which people would rather know themselves.
//!
//! By theme, never by person. A theme with fewer than five questions, or from fewer than three units, says « trop peu »: of
//! two units each would read what the other does not know, and of four questions one share is one colleague's day. So does
//! the theme of a group of fewer than three active people: how late a group answers would be how late one of them does
//! (PRV-09).

use askama::Template;
use jiff::tz::TimeZone;
use relais_baton::members;
use relais_kernel::{Day, Instant, TeamId};
use relais_measure::wilson;
use relais_store::{InOrg, Result, sql};
use relais_web::{
    Can, Cx, Outcome, Sample,
    components::{Chip, EmptyState, Tone},
};
use relais_words::Words;
use sea_orm::FromQueryResult;

use crate::{
    ReadNeeds,
    groups::there::{self, There},
};

/// Days that are looked at.
const LATELY: i32 = 90;
/// Questions, units and active people from which on something is said.
const LEAST: i64 = 5;
const LEAST_UNITS: i64 = 3;
const LEAST_PEOPLE: usize = 3;
/// From this share of late or missing answers on, a theme is a need.
const OFTEN_LATE: f64 = 0.25;

/// What was asked about a theme.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
struct Asked {
    theme: String,
    group_name: String,
    team_id: TeamId,
    asked: i64,
    late: i64,
    unanswered: i64,
    units: i64,
}

/// What is said of a theme.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Said {
    /// Too little to say anything.
    TooFew,
    /// So many of all came late or not at all, within what bounds; whether it is a need.
    Share { poor: i64, asked: i64, unanswered: i64, low: f64, high: f64, need: bool },
}

/// What may be said of a theme, asked of a group of so many active people.
fn said(asked: &Asked, people: usize) -> Said {
    let too_few = asked.asked < LEAST || asked.units < LEAST_UNITS || people < LEAST_PEOPLE;
    let counts = (u32::try_from(asked.late).ok(), u32::try_from(asked.asked).ok());
    let (false, (Some(late), Some(all))) = (too_few, counts) else { return Said::TooFew };
    let Some(within) = wilson(late, all) else { return Said::TooFew };
    Said::Share {
        poor: asked.late,
        asked: asked.asked,
        unanswered: asked.unanswered,
        low: within.low,
        high: within.high,
        need: f64::from(late) / f64::from(all) >= OFTEN_LATE,
    }
}

struct Line {
    theme: String,
    group_name: String,
    said: Said,
    there: There,
}

#[derive(Template)]
#[template(path = "knowledge/needs.html")]
struct Needs<'a> {
    w: &'a Words,
    lines: Vec<Line>,
    now: Instant,
    zone: TimeZone,
}

pub(crate) async fn page(cx: Cx, _: Can<ReadNeeds>) -> Outcome {
    let (db, now, today) = (cx.db(), cx.now(), cx.today());
    let mut lines = Vec::new();
    for asked in asked(&db, now, today.plus(-LATELY)).await? {
        let people = members(&db, asked.team_id, today).await?.len();
        let there = there::of(&db, asked.team_id, now, today).await?;
        lines.push(Line {
            said: said(&asked, people),
            theme: asked.theme,
            group_name: asked.group_name,
            there,
        });
    }
    // What is poorly answered most comes first; of what nothing is said, nothing is told by its place.
    let poor = |line: &Line| match line.said {
        Said::TooFew => -1,
        Said::Share { poor, .. } => poor,
    };
    lines.sort_by_key(|line| (std::cmp::Reverse(poor(line)), line.group_name.clone(), line.theme.clone()));
    let shell = cx.shell(cx.w.t("needs-title")).back("/knowledge", cx.w.t("knowledge-title"));
    cx.page(shell, &Needs { w: &cx.w, lines, now, zone: cx.organisation().zone.clone() })
}

async fn asked(on: &impl InOrg, now: Instant, since: Day) -> Result<Vec<Asked>> {
    sql("select t.name as theme, g.name as group_name, g.team_id, count(*) as asked, \
         cast(sum(case when coalesce(q.first_answered_at, $2) > q.due_at then 1 else 0 end) as bigint) as late, \
         cast(sum(case when q.state = 'asked' and q.due_at < $2 then 1 else 0 end) as bigint) as unanswered, \
         count(distinct q.unit_id) as units from question q \
         join expert_theme t on t.org_id = q.org_id and t.id = q.theme_id \
         join expert_group g on g.org_id = q.org_id and g.id = q.group_id \
         where q.org_id = $1 and q.asked_day >= $3 and q.state <> 'withdrawn' and g.closed_day is null \
         group by t.id, t.name, g.name, g.team_id")
    .bind(on.org())
    .bind(now)
    .bind(since)
    .all(on)
    .await
}

impl Needs<'_> {
    /// Whether anything can be said at all.
    fn has_any(&self) -> bool {
        self.lines.iter().any(|line| line.said != Said::TooFew)
    }

    fn share(&self, line: &Line) -> String {
        let Said::Share { poor, asked, low, high, .. } = line.said else {
            return self.w.t("needs-too-few").to_string();
        };
        let percent = |share: f64| (share * 100.0).round();
        let said = self.w.t("needs-share").with("poor", poor).with("asked", asked);
        said.with("low", percent(low)).with("high", percent(high)).to_string()
    }

    fn unanswered(&self, line: &Line) -> Option<String> {
        match line.said {
            Said::Share { unanswered, .. } if unanswered > 0 => {
                Some(self.w.t("needs-unanswered").with("n", unanswered).to_string())
            }
            _ => None,
        }
    }

    fn chip(&self, line: &Line) -> Option<Chip> {
        let need = matches!(line.said, Said::Share { need: true, .. });
        need.then(|| Chip::new(self.w.t("needs-need")).tone(Tone::Soon).icon("graduation-cap"))
    }

    fn there(&self, line: &Line) -> String {
        line.there.words(self.w, &self.now, &self.zone).to_string()
    }

    fn nothing(&self) -> EmptyState {
        EmptyState::new(self.w.t("needs-none")).icon("graduation-cap").more(self.w.t("needs-none-more"))
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let line = |theme: &str, said, there| Line {
        theme: theme.into(),
        group_name: "Experts 91-94".into(),
        said,
        there,
    };
    let share =
        |poor, unanswered, need| Said::Share { poor, asked: 24, unanswered, low: 0.21, high: 0.57, need };
    let needs = |lines| Needs { w, lines, now: Instant(1_795_260_000_000_000), zone: TimeZone::UTC };
    let long = "Anticonstitutionnellement".repeat(2);
    vec![
        Sample::of(
            "knowledge/needs",
            &needs(vec![
                line("Internet", share(9, 3, true), There::Nobody),
                line(&long, share(1, 0, false), There::Now(2)),
                line("Commande", Said::TooFew, There::Nobody),
            ]),
        ),
        Sample::of("knowledge/needs too few", &needs(vec![line("Internet", Said::TooFew, There::Now(1))])),
        Sample::of("knowledge/needs empty", &needs(vec![])),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(asked: i64, late: i64, units: i64, people: usize) -> Said {
        let asked = Asked {
            theme: "Internet".into(),
            group_name: "Experts".into(),
            team_id: TeamId(uuid::Uuid::nil()),
            asked,
            late,
            unanswered: 0,
            units,
        };
        said(&asked, people)
    }

    #[test]
    fn exp_10_prv_09_of_few_questions_units_or_people_nothing_is_said() {
        for few in [of(4, 4, 3, 3), of(5, 5, 2, 3), of(5, 5, 3, 2)] {
            assert_eq!(few, Said::TooFew);
        }
        assert_ne!(of(5, 5, 3, 3), Said::TooFew);
    }

    #[test]
    fn exp_10_what_is_often_late_is_a_need() {
        let need = |late| matches!(of(20, late, 3, 3), Said::Share { need: true, .. });
        assert!(need(5) && need(20) && !need(4) && !need(0));
    }
}
