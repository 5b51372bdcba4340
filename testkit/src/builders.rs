//! Small worlds for tests: an organisation, a region, a unit, a person, their assignment, with what nobody cares to
//! write each time. Each call commits.

#![expect(clippy::unwrap_used, reason = "a test stops where its world cannot be built")]

use std::sync::Arc;

use relais_directory::{
    assignments::{AssignmentFacts, AssignmentKind, Function, assign},
    employers,
    grants::{Giver, GrantFacts, grant},
    organisations::{self, OrganisationFacts},
    people::{self, PersonFacts},
    regions::{self, RegionFacts},
    units::{self, UnitFacts, UnitKind},
};
use relais_kernel::{
    AssignmentId, Clock, Day, GrantId, Locale, OrgId, PersonId, RegionId, Role, Scope, UnitId, fold,
};
use relais_store::{Db, OrgDb, Schema};
use relais_words::{Catalogue, Words};
use uuid::Uuid;

/// The directory's tables, for rooms that stand beside it: their own point at these, and their code does not know them.
pub const DIRECTORY: Schema = relais_directory::SCHEMA;

/// The day on which the clock of a [`crate::TestDb`] stands.
pub fn today() -> Day {
    day("2026-11-21")
}

/// A day as tests write it.
pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// The directory's words in French.
pub fn directory_words() -> Words {
    let catalogue = Catalogue::build(&[relais_directory::WORDS]).unwrap();
    Words::new(Arc::new(catalogue), Locale::Fr)
}

/// An organisation « Énergie Proche » with what it begins with. Each call makes another.
pub async fn an_organisation(db: &Db) -> OrgDb {
    let unique: Uuid = Clock::system().id();
    let facts = OrganisationFacts {
        slug: format!("energie-{}", unique.simple()),
        name: "Énergie Proche".into(),
        locale: Locale::Fr,
        time_zone: "Europe/Paris".into(),
    };
    let tx = db.begin().await.unwrap();
    let org: OrgId = organisations::create(&tx, &directory_words(), &facts).await.unwrap();
    tx.commit().await.unwrap();
    db.org(org)
}

/// A region at the top of the main hierarchy; its code is its folded name.
pub async fn a_region(org: &OrgDb, name: &str) -> RegionId {
    a_region_below(org, None, name).await
}

/// A region below another.
pub async fn a_region_below(org: &OrgDb, parent: Option<RegionId>, name: &str) -> RegionId {
    let tx = org.begin().await.unwrap();
    let hierarchy_id = organisations::main_hierarchy(&tx).await.unwrap().id;
    let facts = RegionFacts { hierarchy_id, parent_id: parent, code: fold(name), name: name.into() };
    let id = regions::add(&tx, &facts).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// An open shop in Essonne, placed nowhere.
pub async fn a_unit(org: &OrgDb, code: &str, name: &str) -> UnitId {
    let facts = UnitFacts {
        code: code.into(),
        name: name.into(),
        kind: UnitKind::Shop,
        department_code: "91",
        time_zone: "Europe/Paris".into(),
        locale: Locale::Fr,
        town: name.into(),
        phone: None,
        opened_day: None,
        closed_day: None,
        channels: UnitKind::Shop.usual_channels().to_vec(),
    };
    let tx = org.begin().await.unwrap();
    let id = units::add(&tx, &facts).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// Places a unit in a region of the main hierarchy since the first day of 2026.
pub async fn placed(org: &OrgDb, unit: UnitId, region: RegionId) {
    let tx = org.begin().await.unwrap();
    let hierarchy = organisations::main_hierarchy(&tx).await.unwrap().id;
    units::place(&tx, unit, hierarchy, region, day("2026-01-01")).await.unwrap();
    tx.commit().await.unwrap();
}

/// Somebody without number, address or trade.
pub async fn a_person(org: &OrgDb, given_name: &str, family_name: &str) -> PersonId {
    a_person_with(org, given_name, family_name, None, None).await
}

/// The same with a staff number or an address.
pub async fn a_person_with(
    org: &OrgDb,
    given_name: &str,
    family_name: &str,
    staff_number: Option<&str>,
    email: Option<&str>,
) -> PersonId {
    let facts = PersonFacts {
        staff_number: staff_number.map(str::to_owned),
        given_name: given_name.into(),
        family_name: family_name.into(),
        email: email.map(str::to_owned),
        phone: None,
        trade_code: None,
        locale: Locale::Fr,
        joined_day: None,
        left_day: None,
    };
    let tx = org.begin().await.unwrap();
    let id = people::add(&tx, &facts).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// A main, regular, open assignment since the first day of 2026, by the organisation itself: facts to change at will.
pub async fn assignment(org: &OrgDb, person: PersonId, unit: UnitId, function: Function) -> AssignmentFacts {
    let employer_id = employers::find(&employers::list(org).await.unwrap(), "").unwrap().id;
    AssignmentFacts {
        person_id: person,
        unit_id: unit,
        function,
        employer_id,
        kind: AssignmentKind::Regular,
        main: true,
        from_day: day("2026-01-01"),
        to_day: None,
    }
}

/// Writes such an assignment, which brings its role.
pub async fn assigned(org: &OrgDb, person: PersonId, unit: UnitId, function: Function) -> AssignmentId {
    let facts = assignment(org, person, unit, function).await;
    let tx = org.begin().await.unwrap();
    let id = assign(&tx, &facts, None).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    id
}

/// Gives somebody a role since the first day of 2026, as the machine does.
pub async fn granted(org: &OrgDb, person: PersonId, role: Role, scope: Scope) -> GrantId {
    let facts = GrantFacts { person_id: person, role, scope, from_day: day("2026-01-01"), to_day: None };
    let tx = org.begin().await.unwrap();
    let id = grant(&tx, &Giver::MACHINE, &facts, today()).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    id
}
