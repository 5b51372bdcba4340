//! Writing an organisation of the demo: a few words a unit, a person, a role.

use std::sync::Arc;

use relais_directory::{
    accounts::{self, Email, places},
    assignments::{self, AssignmentFacts, AssignmentKind, Function},
    employers::{self, EmployerFacts, EmployerKind},
    grants::{self, Giver, GrantFacts},
    organisations::{self, OrganisationFacts},
    people::{self, PersonFacts},
    regions::{self, MemberFacts, MemberFunction, RegionFacts},
    units::{self, Exception, Opening, UnitFacts, UnitKind},
};
use relais_kernel::{
    AccountId, Day, EmployerId, HierarchyId, Locale, PersonId, RegionId, Role, Scope, UnitId, fold,
};
use relais_store::{Db, Error, OrgTx, Result};
use relais_words::{Catalogue, Fault, Words};

/// An organisation in the making. Everything goes into one transaction: a demo that was cut short leaves nothing.
pub(super) struct Writing {
    pub(super) tx: OrgTx,
    pub(super) today: Day,
    host: &'static str,
    own: EmployerId,
    staff: u32,
}

impl Writing {
    /// Begins an organisation whose addresses end with `host`.
    pub(super) async fn begin(db: &Db, name: &str, host: &'static str) -> Result<Self> {
        let catalogue =
            Catalogue::build(&[relais_directory::WORDS]).map_err(|e| Error::Schema(e.to_string()))?;
        let words = Words::new(Arc::new(catalogue), Locale::Fr);
        let tx = db.begin().await?;
        let facts = OrganisationFacts {
            slug: fold(name).replace(' ', "-"),
            name: name.to_owned(),
            locale: Locale::Fr,
            time_zone: "Europe/Paris".to_owned(),
        };
        let org = organisations::create(&tx, &words, &facts).await?;
        let tx = tx.into_org(org);
        let own = employers::by_name(&tx, name).await?.map(|employer| employer.id);
        let own = own.ok_or(Error::Corrupt { table: "employer", what: "no employer of its own".into() })?;
        let zone = jiff::tz::TimeZone::get("Europe/Paris").unwrap_or(jiff::tz::TimeZone::UTC);
        Ok(Self { today: tx.clock().now().day(&zone), tx, host, own, staff: 1000 })
    }

    pub(super) async fn commit(self) -> Result<()> {
        self.tx.commit().await
    }

    pub(super) async fn employer(&self, name: &str, kind: EmployerKind) -> Result<EmployerId> {
        employers::add(&self.tx, &EmployerFacts { name: name.to_owned(), kind }).await
    }

    pub(super) async fn main_hierarchy(&self) -> Result<HierarchyId> {
        Ok(organisations::main_hierarchy(&self.tx).await?.id)
    }

    pub(super) async fn region(
        &self,
        hierarchy_id: HierarchyId,
        parent_id: Option<RegionId>,
        name: &str,
    ) -> Result<RegionId> {
        let code = fold(name).replace(' ', "-");
        regions::add(&self.tx, &RegionFacts { hierarchy_id, parent_id, code, name: name.to_owned() }).await
    }

    /// A unit, with its hours, placed in a region.
    pub(super) async fn unit(
        &self,
        (code, name, kind, department_code): (&str, &str, UnitKind, &'static str),
        region: RegionId,
        week: &[Opening],
    ) -> Result<UnitId> {
        let facts = UnitFacts {
            code: code.to_owned(),
            name: name.to_owned(),
            kind,
            department_code,
            time_zone: "Europe/Paris".to_owned(),
            locale: Locale::Fr,
            town: name.to_owned(),
            phone: None,
            opened_day: None,
            closed_day: None,
            channels: kind.usual_channels().to_vec(),
        };
        let id = units::add(&self.tx, &facts).await?;
        units::place_in_main(&self.tx, id, region, self.today.plus(-700)).await?;
        units::change_hours(&self.tx, id, 1, week).await?;
        let christmas = Day::new(self.today.date().year(), 12, 25).filter(|day| *day >= self.today);
        if let Some(day) = christmas {
            let exception = Exception { day, opens: None, closes: None, note: "Noël".to_owned() };
            ruled(units::put_exception(&self.tx, id, &exception).await?)?;
        }
        Ok(id)
    }

    /// Somebody with a staff number, in service for some time.
    pub(super) fn person(&mut self, given: &str, family: &str, trade: &str) -> PersonFacts {
        self.staff += 1;
        let since = i32::try_from(self.staff % 900).unwrap_or(0) + 60;
        PersonFacts {
            staff_number: Some(format!("{:05}", self.staff)),
            given_name: given.to_owned(),
            family_name: family.to_owned(),
            email: Some(self.address(given, family)),
            phone: None,
            trade_code: Some(trade.to_owned()),
            locale: Locale::Fr,
            joined_day: Some(self.today.plus(-since)),
            left_day: None,
        }
    }

    fn address(&self, given: &str, family: &str) -> String {
        format!("{}.{}@{}", fold(given).replace(' ', "-"), fold(family).replace(' ', "-"), self.host)
    }

    /// Writes people and their main assignment, in the same order.
    pub(super) async fn settle(
        &self,
        people: Vec<(PersonFacts, UnitId, Function, Option<EmployerId>)>,
    ) -> Result<Vec<PersonId>> {
        let facts: Vec<PersonFacts> = people.iter().map(|(facts, ..)| facts.clone()).collect();
        let ids = people::add_many(&self.tx, &facts).await?;
        let assignments: Vec<AssignmentFacts> = people
            .iter()
            .zip(&ids)
            .map(|((facts, unit, function, employer), person)| AssignmentFacts {
                person_id: *person,
                unit_id: *unit,
                function: *function,
                employer_id: employer.unwrap_or(self.own),
                kind: AssignmentKind::Regular,
                main: true,
                from_day: facts.joined_day.unwrap_or(self.today),
                to_day: None,
            })
            .collect();
        assignments::assign_many(&self.tx, &assignments, None).await?;
        Ok(ids)
    }

    /// Somebody of head office: a person without a unit.
    pub(super) async fn somebody(&mut self, given: &str, family: &str) -> Result<PersonId> {
        let facts = self.person(given, family, "support");
        people::add(&self.tx, &facts).await
    }

    pub(super) async fn role(&self, person: PersonId, role: Role, scope: Scope) -> Result<()> {
        let facts =
            GrantFacts { person_id: person, role, scope, from_day: self.today.plus(-30), to_day: None };
        ruled(grants::grant(&self.tx, &Giver::MACHINE, &facts, self.today).await?)?;
        Ok(())
    }

    pub(super) async fn member(
        &self,
        region_id: RegionId,
        person_id: PersonId,
        function: MemberFunction,
    ) -> Result<()> {
        let facts =
            MemberFacts { region_id, person_id, function, from_day: self.today.plus(-30), to_day: None };
        ruled(regions::add_member(&self.tx, &facts, None).await?)?;
        Ok(())
    }

    /// An account for a person, under the address of their name.
    pub(super) async fn account(&self, person: PersonId, given: &str, family: &str) -> Result<AccountId> {
        let email = Email::read(&self.address(given, family)).map_err(|fault| refused(&fault))?;
        let account = accounts::add(self.tx.whole(), &email, Locale::Fr, self.tx.clock().now()).await?;
        places::connect(&self.tx, account, person).await?;
        Ok(account)
    }
}

/// The usual week of a shop: from Monday to Saturday, Monday afternoon only, a break at noon when `split`.
pub(super) fn week(split: bool) -> Vec<Opening> {
    let mut week = vec![Opening { weekday: 1, opens: 14 * 60, closes: 19 * 60 }];
    for weekday in 2..=6 {
        if split && weekday < 6 {
            week.push(Opening { weekday, opens: 9 * 60 + 30, closes: 12 * 60 + 30 });
            week.push(Opening { weekday, opens: 14 * 60, closes: 19 * 60 });
        } else {
            week.push(Opening { weekday, opens: 9 * 60 + 30, closes: 19 * 60 });
        }
    }
    week
}

/// The week of a contact centre: every day but Sunday, from eight to eight.
pub(super) fn long_week() -> Vec<Opening> {
    (1..=6).map(|weekday| Opening { weekday, opens: 8 * 60, closes: 20 * 60 }).collect()
}

fn ruled<T>(result: std::result::Result<T, Fault>) -> Result<T> {
    result.map_err(|fault| refused(&fault))
}

fn refused(fault: &Fault) -> Error {
    Error::Schema(format!("the demo's data is refused: {}", fault.key))
}
