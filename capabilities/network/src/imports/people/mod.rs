//! Lines of a file of people: what each one would do, and doing it.

mod known;
mod managers;
mod place;
mod plan;
mod write;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use relais_directory::{
    employers::{self, Employer, EmployerFacts, EmployerInput},
    grants::{self, Giver},
    trades::{self, Trade},
};
use relais_kernel::{Clock, Day, EmployerId, ImportId, Permission as _, PersonId, Reach, UnitId};
use relais_sheets::Row;
use relais_store::{InOrg, OrgTx, Result, sql};
use relais_words::Fault;
use sea_orm::FromQueryResult;

pub(super) use managers::{Present, present};
use plan::Plan;

use crate::EditGrants;

use super::{
    apply::Trouble,
    columns::{Mapping, Options},
    findings::{Difference, LineFault},
    judge::Verdict,
    run::Work,
    survey::Survey,
};

/// What every line is judged by.
pub(super) struct Judge<'a> {
    pub(super) mapping: &'a Mapping,
    pub(super) options: &'a Options,
    pub(super) survey: &'a Survey,
    pub(super) today: Day,
    pub(super) width: usize,
    trades: Vec<Trade>,
    units: HashMap<String, Unit>,
    codes: HashMap<UnitId, String>,
    employers: Vec<Employer>,
    /// Employers that the file names and nobody knows: their stand-in's id, and the real one once written.
    stand_ins: BTreeMap<EmployerId, EmployerId>,
    managers: managers::Managers,
    by: By,
    /// What a person has to decide about the lines judged last.
    notices: Vec<LineFault>,
}

/// Who brought the file, and what is not theirs to do by it (NET-08).
struct By {
    /// None for the machine, to whom the nightly file belongs.
    person: Option<PersonId>,
    /// How far they may give roles, if at all.
    giving: Option<Reach>,
    /// Whether a line about themselves may place them.
    places_self: bool,
    /// Of the lines at hand: people whose address they may not change.
    guarded: BTreeSet<PersonId>,
}

impl By {
    async fn of(on: &impl InOrg, person: Option<PersonId>, today: Day) -> Result<Self> {
        let giving = match person {
            Some(person) => EditGrants::SPEC.reach_of(&grants::held_today(on, person, today).await?),
            None => Some(Reach::Network),
        };
        let places_self = match person {
            Some(me) => !grants::is_oneself(on, person, me).await?,
            None => true,
        };
        Ok(Self { person, giving, places_self, guarded: BTreeSet::new() })
    }

    async fn meet(&mut self, on: &impl InOrg, people: &[PersonId], today: Day) -> Result<()> {
        let giver = self.giving.as_ref().map(|reach| Giver { person: self.person, emergency: false, reach });
        self.guarded = grants::beyond_giving(on, giver.as_ref(), self.person, people, today).await?;
        Ok(())
    }
}

/// What a line needs to know of a unit; five thousand of them stay in memory.
#[derive(Clone, Debug, FromQueryResult)]
struct Unit {
    id: UnitId,
    code: String,
    closed_day: Option<Day>,
}

impl<'a> Judge<'a> {
    pub(super) async fn new(work: &'a Work, today: Day, by: Option<PersonId>) -> Result<Self> {
        let Work { org: on, mapping, options, survey, width } = work;
        let units: Vec<Unit> =
            sql("select id, code, closed_day from unit where org_id = $1").bind(on.org()).all(on).await?;
        Ok(Self {
            mapping,
            options,
            survey,
            today,
            width: *width,
            trades: trades::list(on).await?,
            codes: units.iter().map(|unit| (unit.id, unit.code.clone())).collect(),
            units: units.into_iter().map(|unit| (unit.code.clone(), unit)).collect(),
            employers: employers::list(on).await?,
            stand_ins: BTreeMap::new(),
            managers: managers::Managers::default(),
            by: By::of(on, by, today).await?,
            notices: Vec::new(),
        })
    }

    /// Makes sure that the employer of a name can be found: one that nobody knows gets a stand-in.
    fn meet_employer(&mut self, clock: &Clock, typed: &str) -> Result<(), Fault> {
        if employers::find(&self.employers, typed).is_some() {
            return Ok(());
        }
        let input =
            EmployerInput { name: typed.to_owned(), kind: self.options.new_employers.code().to_owned() };
        let EmployerFacts { name, kind } = match input.check() {
            Ok(facts) => facts,
            Err(faults) => {
                let first = faults.0.into_iter().next();
                let fault =
                    first.unwrap_or_else(|| Fault::on("employer", "employer-unknown").with("typed", typed));
                return Err(Fault { field: "employer".into(), ..fault });
            }
        };
        let id: EmployerId = clock.id();
        self.stand_ins.insert(id, id);
        self.employers.push(Employer { id, name, kind });
        Ok(())
    }

    fn unit_code(&self, id: UnitId) -> String {
        self.codes.get(&id).cloned().unwrap_or_default()
    }

    fn employer_name(&self, id: EmployerId) -> String {
        self.employers.iter().find(|employer| employer.id == id).map(|e| e.name.clone()).unwrap_or_default()
    }
}

impl super::judge::Judge for Judge<'_> {
    type Plan = Plan;
    type Kept = BTreeMap<EmployerId, EmployerId>;

    async fn judge(&mut self, on: &impl InOrg, clock: &Clock, rows: &[Row]) -> Result<Vec<Verdict<Plan>>> {
        self.lines(on, clock, rows).await
    }

    fn difference(plan: &Plan) -> &Difference {
        &plan.difference
    }

    fn notices(&mut self) -> Vec<LineFault> {
        std::mem::take(&mut self.notices)
    }

    async fn write(
        &mut self,
        tx: &OrgTx,
        import: ImportId,
        plans: Vec<Plan>,
        by: Option<PersonId>,
    ) -> Result<(), Trouble> {
        self.written(tx, import, plans, by).await
    }

    fn kept(&self) -> Self::Kept {
        self.stand_ins.clone()
    }

    fn forget(&mut self, kept: &Self::Kept) {
        self.stand_ins.clone_from(kept);
    }
}
