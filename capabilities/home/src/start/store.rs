//! The start page's own queries: one for the places of somebody's day, one for the day of the unit they are in. They
//! read the directory's tables across nouns, so that a phone waits for two answers, not eight.

use relais_directory::{
    assignments::{AssignmentKind, Function},
    units::{Exception, Opening},
};
use relais_kernel::{Day, PersonId, UnitId};
use relais_store::{InOrg, Result, sql};
use sea_orm::FromQueryResult;

use super::here::{Helper, Mate, Place, UnitDay};

/// How many colleagues the page shows.
pub(crate) const MATES: i64 = 8;
/// How many days ahead the days that differ are told.
const AHEAD: i32 = 14;

/// The units and regions somebody belongs to on a day.
pub(crate) async fn places(on: &impl InOrg, person: PersonId, day: Day) -> Result<Vec<Place>> {
    sql("select 'unit' as what, u.id, u.name, a.function, a.kind, a.main, a.to_day, u.time_zone, u.closed_day, \
         r.name as region_name, m.person_id as manager_id, p.given_name as manager_given, p.family_name as manager_family \
         from assignment a join unit u on u.org_id = a.org_id and u.id = a.unit_id \
         left join hierarchy h on h.org_id = a.org_id and h.main \
         left join unit_place l on l.org_id = a.org_id and l.unit_id = a.unit_id and l.hierarchy_id = h.id \
           and l.from_day <= $3 and coalesce(l.to_day, 99991231) >= $3 \
         left join region r on r.org_id = l.org_id and r.id = l.region_id \
         left join assignment m on m.org_id = a.org_id and m.unit_id = a.unit_id and m.function = 'manager' \
           and m.kind = 'regular' and m.from_day <= $3 and coalesce(m.to_day, 99991231) >= $3 \
         left join person p on p.org_id = m.org_id and p.id = m.person_id \
         where a.org_id = $1 and a.person_id = $2 and a.from_day <= $3 and coalesce(a.to_day, 99991231) >= $3 \
         union all \
         select 'region', r.id, r.name, g.function, 'regular', false, g.to_day, null, null, null, null, null, null \
         from region_member g join region r on r.org_id = g.org_id and r.id = g.region_id \
         where g.org_id = $1 and g.person_id = $2 and g.from_day <= $3 and coalesce(g.to_day, 99991231) >= $3 \
         order by name")
    .bind(on.org())
    .bind(person)
    .bind(day)
    .all(on)
    .await
}

/// A row of a unit's day: a colleague, an opening of the week, or a day that differs.
#[derive(FromQueryResult)]
struct Row {
    what: String,
    person_id: Option<PersonId>,
    given_name: Option<String>,
    family_name: Option<String>,
    function: Option<Function>,
    kind: Option<AssignmentKind>,
    in_all: Option<i64>,
    day: Option<i32>,
    opens: Option<i32>,
    closes: Option<i32>,
    note: String,
}

/// The day of a unit, as somebody there sees it. `day` is the organisation's, by which assignments are counted; `local`
/// the unit's own, by which it opens.
pub(crate) async fn unit_day(
    on: &impl InOrg,
    unit: UnitId,
    me: PersonId,
    day: Day,
    local: Day,
) -> Result<UnitDay> {
    let rows = sql("select 'mate' as what, t.person_id, t.given_name, t.family_name, t.function, t.kind, t.in_all, \
           cast(null as integer) as day, cast(null as integer) as opens, cast(null as integer) as closes, '' as note, t.rank \
         from (select a.person_id, p.given_name, p.family_name, a.function, a.kind, count(*) over () as in_all, \
             row_number() over (order by case a.function when 'manager' then 0 when 'deputy' then 1 else 2 end, \
               p.name_folded, a.id) as rank \
           from assignment a join person p on p.org_id = a.org_id and p.id = a.person_id \
           where a.org_id = $1 and a.unit_id = $2 and a.person_id <> $3 \
             and a.from_day <= $4 and coalesce(a.to_day, 99991231) >= $4 \
             and (a.kind = 'replacement' or not exists (select 1 from assignment e where e.org_id = a.org_id \
               and e.person_id = a.person_id and e.kind = 'replacement' and e.unit_id <> a.unit_id \
               and e.from_day <= $4 and coalesce(e.to_day, 99991231) >= $4))) t \
         where t.rank <= $5 \
         union all \
         select 'week', null, null, null, null, null, null, o.weekday, o.opens, o.closes, '', 0 \
         from unit_opening o where o.org_id = $1 and o.unit_id = $2 \
         union all \
         select 'differs', null, null, null, null, null, null, x.day, x.opens, x.closes, x.note, 0 \
         from unit_exception x where x.org_id = $1 and x.unit_id = $2 and x.day between $6 and $7 \
         order by what, rank, day, opens")
    .bind(on.org())
    .bind(unit)
    .bind(me)
    .bind(day)
    .bind(MATES)
    .bind(local)
    .bind(local.plus(AHEAD))
    .all::<Row>(on)
    .await?;
    Ok(gather(rows))
}

fn gather(rows: Vec<Row>) -> UnitDay {
    let mut found = UnitDay::default();
    for row in rows {
        match (row.what.as_str(), row.day, row.person_id, row.function) {
            ("mate", _, Some(person), Some(function)) => {
                let name = [row.given_name, row.family_name].map(Option::unwrap_or_default).join(" ");
                let replacement = row.kind == Some(AssignmentKind::Replacement);
                found.mates.push(Mate { person, name, function, replacement });
                found.mates_in_all = row.in_all.unwrap_or(0);
            }
            ("week", Some(weekday), ..) => {
                let (opens, closes) = (row.opens.unwrap_or(0), row.closes.unwrap_or(0));
                found.week.push(Opening { weekday, opens, closes });
            }
            ("differs", Some(number), ..) => {
                if let Some(day) = day(number) {
                    found.exceptions.push(Exception {
                        day,
                        opens: row.opens,
                        closes: row.closes,
                        note: row.note,
                    });
                }
            }
            _ => {}
        }
    }
    found
}

fn day(number: i32) -> Option<Day> {
    let part = |n: i32| i8::try_from(n % 100).ok();
    Day::new(i16::try_from(number / 10_000).ok()?, part(number / 100)?, part(number)?)
}

/// Who can place somebody whom no unit knows: the first three.
pub(crate) async fn helpers(on: &impl InOrg, day: Day) -> Result<Vec<Helper>> {
    sql("select p.given_name, p.family_name, max(g.role) as role from role_grant g \
         join person p on p.org_id = g.org_id and p.id = g.person_id \
         where g.org_id = $1 and g.scope = 'network' and g.role in ('hr', 'admin') \
         and g.from_day <= $2 and coalesce(g.to_day, 99991231) >= $2 \
         group by p.id, p.given_name, p.family_name, p.name_folded order by max(g.role) desc, p.name_folded limit 3")
    .bind(on.org())
    .bind(day)
    .all(on)
    .await
}
