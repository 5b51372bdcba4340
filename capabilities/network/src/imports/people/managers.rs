//! One accountable manager a unit (NET-01), seen across a whole file: who takes a unit over, who leaves it in the same
//! file, and who would be one too many.

use std::collections::{BTreeMap, HashMap};

use relais_directory::Period;
use relais_kernel::{AssignmentId, Day, PersonId, UnitId};
use relais_store::{InOrg, Result, sql};
use relais_words::Fault;
use sea_orm::FromQueryResult;

use crate::imports::survey::{Survey, hashed};

/// A unit that somebody manages now or will, by their main assignment.
#[derive(Debug, FromQueryResult)]
pub(in crate::imports) struct Present {
    staff_number: String,
    unit_code: String,
    from_day: Day,
}

/// Present managers by the hash of their staff number.
pub(in crate::imports) async fn present(on: &impl InOrg, today: Day) -> Result<HashMap<u64, Present>> {
    let all: Vec<Present> = sql("select p.staff_number, u.code as unit_code, a.from_day from assignment a \
         join person p on p.org_id = a.org_id and p.id = a.person_id \
         join unit u on u.org_id = a.org_id and u.id = a.unit_id \
         where a.org_id = $1 and a.main and a.function = 'manager' and a.kind = 'regular' \
         and coalesce(a.to_day, 99991231) >= $2 and p.staff_number is not null")
    .bind(on.org())
    .bind(today)
    .all(on)
    .await?;
    Ok(all.into_iter().map(|one| (hashed(&one.staff_number), one)).collect())
}

impl Present {
    /// The first day on which a line has them elsewhere, if it does.
    pub(in crate::imports) fn elsewhere_from(
        &self,
        unit: &str,
        function: &str,
        from: Option<Day>,
        left: Option<Day>,
        today: Day,
    ) -> Option<Day> {
        let stays = unit.is_empty() || (unit == self.unit_code && function == "manager");
        let moved = (!stays).then(|| from.filter(|from| *from > self.from_day).unwrap_or(today));
        let gone = left.map(|left: Day| left.plus(1));
        [moved, gone].into_iter().flatten().min()
    }
}

/// A manager of a unit as the database has them.
#[derive(Clone, Debug, FromQueryResult)]
struct Held {
    id: AssignmentId,
    unit_id: UnitId,
    person_id: PersonId,
    staff_number: Option<String>,
    name: String,
    main: bool,
    from_day: Day,
    to_day: Option<Day>,
}

/// Somebody whose end in a unit is told by another line of the file.
#[derive(Clone, Debug)]
pub(super) struct Release {
    pub(super) assignment: AssignmentId,
    pub(super) person: PersonId,
    pub(super) label: String,
    pub(super) last_day: Day,
}

/// The managers of the units that the lines at hand speak of.
#[derive(Default)]
pub(super) struct Managers {
    held: BTreeMap<UnitId, Vec<Held>>,
    /// Claims of this file's lines: it grows by one entry a managed unit.
    claimed: BTreeMap<UnitId, Vec<(i64, Period)>>,
}

/// A line that makes somebody manager of a unit.
pub(super) struct Claim {
    pub(super) line: i64,
    pub(super) person: Option<PersonId>,
    pub(super) unit: UnitId,
    pub(super) period: Period,
}

impl Managers {
    /// Reads who manages these units.
    pub(super) async fn meet(&mut self, on: &impl InOrg, units: Vec<UnitId>) -> Result<()> {
        self.held.clear();
        for some in units.chunks(1000) {
            let query = sql("select a.id, a.unit_id, a.person_id, p.staff_number, \
                 p.given_name || ' ' || p.family_name as name, a.main, a.from_day, a.to_day from assignment a \
                 join person p on p.org_id = a.org_id and p.id = a.person_id where a.org_id = ")
            .arg(on.org())
            .push(" and a.function = 'manager' and a.kind = 'regular' and a.unit_id in ");
            let all: Vec<Held> = query.list(some.iter().copied()).all(on).await?;
            all.into_iter().for_each(|one| self.held.entry(one.unit_id).or_default().push(one));
        }
        Ok(())
    }

    /// Takes a unit for a line: whom the file releases from it by that, or who is in the way. `complete` files release
    /// those whom they no longer name.
    pub(super) fn claim(
        &mut self,
        claim: &Claim,
        survey: &Survey,
        complete: bool,
        today: Day,
    ) -> Result<Vec<Release>, Fault> {
        let mut releases = Vec::new();
        let held = self.held.get(&claim.unit).into_iter().flatten();
        for other in held.filter(|held| Some(held.person_id) != claim.person) {
            let period = Period { from: other.from_day, to: other.to_day };
            if !period.meets(&claim.period) {
                continue;
            }
            let number = other.staff_number.as_deref().unwrap_or_default();
            let gone = (complete && !number.is_empty() && !survey.names(number)).then_some(today);
            let last_day = gone.or_else(|| survey.elsewhere(number)).map(|day| day.plus(-1));
            match last_day {
                Some(last_day)
                    if other.main && last_day >= other.from_day && last_day < claim.period.from =>
                {
                    let label = number.to_owned();
                    releases.push(Release { assignment: other.id, person: other.person_id, label, last_day });
                }
                _ => {
                    let fault = Fault::on("function", "unit-manager-exists").with("name", &other.name);
                    let fault = fault.with_day("from", other.from_day);
                    return Err(match other.to_day {
                        Some(to) => fault.with_day("to", to),
                        None => fault.with("to", "none"),
                    });
                }
            }
        }
        let claimed = self.claimed.entry(claim.unit).or_default();
        if let Some((line, _)) =
            claimed.iter().find(|(line, period)| *line != claim.line && period.meets(&claim.period))
        {
            return Err(Fault::on("function", "import-second-manager").with("line", line));
        }
        claimed.retain(|(line, _)| *line != claim.line);
        claimed.push((claim.line, claim.period));
        Ok(releases)
    }
}
