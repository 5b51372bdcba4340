//! Lines of a file of people: what each one would do, and doing it.

mod known;
mod managers;
mod place;
mod plan;
mod write;

use std::collections::{BTreeMap, HashMap};

use relais_directory::{
    employers::{self, Employer, EmployerFacts, EmployerInput},
    trades::{self, Trade},
};
use relais_kernel::{Clock, Day, EmployerId, UnitId};
use relais_store::{InOrg, Result, sql};
use relais_words::Fault;
use sea_orm::FromQueryResult;

pub(super) use managers::{Present, present};
pub(super) use plan::Plan;

use super::{
    columns::{Mapping, Options},
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
}

/// What a line needs to know of a unit; five thousand of them stay in memory.
#[derive(Clone, Debug, FromQueryResult)]
struct Unit {
    id: UnitId,
    code: String,
    closed_day: Option<Day>,
}

impl<'a> Judge<'a> {
    pub(super) async fn new(
        on: &impl InOrg,
        mapping: &'a Mapping,
        options: &'a Options,
        survey: &'a Survey,
        today: Day,
        width: usize,
    ) -> Result<Self> {
        let units: Vec<Unit> =
            sql("select id, code, closed_day from unit where org_id = $1").bind(on.org()).all(on).await?;
        Ok(Self {
            mapping,
            options,
            survey,
            today,
            width,
            trades: trades::list(on).await?,
            codes: units.iter().map(|unit| (unit.id, unit.code.clone())).collect(),
            units: units.into_iter().map(|unit| (unit.code.clone(), unit)).collect(),
            employers: employers::list(on).await?,
            stand_ins: BTreeMap::new(),
            managers: managers::Managers::default(),
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
