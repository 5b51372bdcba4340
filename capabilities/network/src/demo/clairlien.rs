//! « Clairlien »: eight shops south of Paris, one in Avignon, a contact centre in Massy.

use relais_directory::{
    assignments::Function,
    employers::EmployerKind,
    organisations::{self, HierarchyFacts},
    regions::MemberFunction,
    units::{self, UnitKind},
};
use relais_kernel::{AccountId, RegionId, Role, Scope, UnitId};
use relais_store::{Db, Result};

use super::{
    names::Names,
    writing::{Writing, long_week, week},
};

const SHOPS: [(&str, &str, &str); 8] = [
    ("EVR", "Évry", "91"),
    ("BRU", "Brunoy", "91"),
    ("MAS", "Massy", "91"),
    ("PAL", "Palaiseau", "91"),
    ("CRE", "Créteil", "94"),
    ("VIT", "Vitry", "94"),
    ("VIL", "Villejuif", "94"),
    ("CHA", "Champigny", "94"),
];

/// Shops in a shopping centre, in the second way of arranging them.
const IN_CENTRES: [&str; 3] = ["EVR", "CRE", "VIL"];

/// People whom the scenarios know by name: unit, function, trade.
const KNOWN: [(&str, &str, &str, Function, &str); 4] = [
    ("Nadège", "Fournier", "EVR", Function::Manager, "sales"),
    ("Inès", "Marchal", "EVR", Function::Adviser, "sales"),
    ("Sarah", "Lebrun", "EVR", Function::Deputy, "sales"),
    ("Karim", "Benseddik", "CRE", Function::Technician, "technical"),
];

/// Writes it; gives the account of the auditor, who works elsewhere too.
pub(super) async fn write(db: &Db) -> Result<AccountId> {
    let mut on = Writing::begin(db, "Clairlien", "clairlien.example").await?;
    let main = on.main_hierarchy().await?;
    let france = on.region(main, None, "Direction Île-de-France").await?;
    let south = on.region(main, Some(france), "Île-de-France Sud").await?;
    let south_east = on.region(main, None, "Sud-Est").await?;
    let franchise = on.employer("Boutiques de la Marne", EmployerKind::Franchise).await?;
    let mut shops = Vec::new();
    for (index, (code, name, department)) in SHOPS.into_iter().enumerate() {
        let kind = (code, name, UnitKind::Shop, department);
        shops.push((code, on.unit(kind, south, &week(index % 3 == 1)).await?));
    }
    let avignon = on.unit(("AVI", "Avignon", UnitKind::Shop, "84"), south_east, &week(true)).await?;
    let massy = on
        .unit(("CCM", "Centre de contacts de Massy", UnitKind::ContactCentre, "91"), south, &long_week())
        .await?;
    let support = on.unit(("SIS", "Soutien Île-de-France Sud", UnitKind::Support, "91"), south, &[]).await?;
    formats(&on, &shops).await?;

    let mut names = Names::from(0);
    let mut people = Vec::new();
    let shop = |code: &str| shops.iter().find(|(known, _)| *known == code).map_or(support, |(_, id)| *id);
    for (given, family, code, function, trade) in KNOWN {
        people.push((on.person(given, family, trade), shop(code), function, None));
    }
    let known = |code: &str, function| KNOWN.iter().filter(|k| k.2 == code && k.3 == function).count();
    for (index, (code, unit)) in shops.iter().enumerate() {
        let technicians = if index < 4 { 3 } else { 2 };
        let wanted = [
            (Function::Manager, 1, "sales"),
            (Function::Deputy, 1, "sales"),
            (Function::Adviser, 10, "sales"),
            (Function::Technician, technicians, "technical"),
        ];
        for (function, number, trade) in wanted {
            for _ in known(code, function)..number {
                let (given, family) = names.next();
                let employer = (*code == "CHA").then_some(franchise);
                people.push((on.person(&given, &family, trade), *unit, function, employer));
            }
        }
    }
    for (unit, function, number, trade) in [
        (support, Function::Support, 4, "support"),
        (avignon, Function::Manager, 1, "sales"),
        (avignon, Function::Deputy, 2, "sales"),
        (massy, Function::Deputy, 1, "care"),
        (massy, Function::Adviser, 30, "care"),
    ] {
        for _ in 0..number {
            let (given, family) = names.next();
            people.push((on.person(&given, &family, trade), unit, function, None));
        }
    }
    let ids = on.settle(people).await?;
    for ((given, family, ..), person) in KNOWN.iter().zip(&ids) {
        on.account(*person, given, family).await?;
    }
    on.role(ids[3], Role::Expert, Scope::Region(south)).await?;
    let auditor = head_office(&mut on, south).await?;
    on.commit().await?;
    Ok(auditor)
}

/// Who holds a role for a region or the whole network.
async fn head_office(on: &mut Writing, south: RegionId) -> Result<AccountId> {
    for (given, family, function) in
        [("Solène", "Le Goff", MemberFunction::Coach), ("Philippe", "Andrieux", MemberFunction::Lead)]
    {
        let person = on.somebody(given, family).await?;
        on.member(south, person, function).await?;
        on.account(person, given, family).await?;
    }
    for (given, family, role) in [
        ("Hélène", "Kowalski", Role::CxLead),
        ("Thomas", "Girard", Role::Admin),
        ("Mireille", "Castaing", Role::Hr),
        ("Bruno", "Teixeira", Role::StaffRep),
        ("Judith", "Lachaume", Role::Dpo),
        ("Gérard", "Noblet", Role::Sponsor),
    ] {
        let person = on.somebody(given, family).await?;
        on.role(person, role, Scope::Network).await?;
        on.account(person, given, family).await?;
    }
    let auditor = on.somebody("Claire", "Vasseur").await?;
    on.role(auditor, Role::Auditor, Scope::Network).await?;
    on.account(auditor, "Claire", "Vasseur").await
}

/// The second hierarchy: by format of shop.
async fn formats(on: &Writing, shops: &[(&str, UnitId)]) -> Result<()> {
    let facts = HierarchyFacts { code: "formats".into(), name: "Formats".into() };
    let formats = organisations::add_hierarchy(&on.tx, &facts).await?;
    let street = on.region(formats, None, "Centre-ville").await?;
    let centre = on.region(formats, None, "Centre commercial").await?;
    for (code, unit) in shops {
        let region = if IN_CENTRES.contains(code) { centre } else { street };
        units::place(&on.tx, *unit, formats, region, on.today.plus(-700)).await?;
    }
    Ok(())
}
