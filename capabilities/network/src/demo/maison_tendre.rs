//! « Maison Tendre »: home services around Le Mans, with a contact centre of a hundred advisers.

use relais_directory::{accounts::places, assignments::Function, regions::MemberFunction, units::UnitKind};
use relais_kernel::{AccountId, Role, Scope};
use relais_store::{Db, Result};

use super::{
    names::Names,
    writing::{Writing, long_week, week},
};

const BRANCHES: [(&str, &str); 3] = [("LMA", "Le Mans"), ("LFL", "La Flèche"), ("MAM", "Mamers")];

/// Writes it, with the auditor's second place.
pub(super) async fn write(db: &Db, auditor: AccountId) -> Result<()> {
    let mut on = Writing::begin(db, "Maison Tendre", "maisontendre.example").await?;
    let main = on.main_hierarchy().await?;
    let west = on.region(main, None, "Ouest").await?;
    let centre = ("CCL", "Centre de contacts du Mans", UnitKind::ContactCentre, "72");
    let centre = on.unit(centre, west, &long_week()).await?;
    let mut names = Names::from(600);
    let mut people = vec![
        (on.person("Aïssata", "Camara", "care"), centre, Function::Adviser, None),
        (on.person("Lila", "Osei", "care"), centre, Function::Adviser, None),
        (on.person("Corinne", "Maillard", "care"), centre, Function::Manager, None),
    ];
    for n in 0..100 {
        let (given, family) = names.next();
        let function = if n < 2 { Function::Deputy } else { Function::Adviser };
        people.push((on.person(&given, &family, "care"), centre, function, None));
    }
    for (index, (code, name)) in BRANCHES.into_iter().enumerate() {
        let branch = on.unit((code, name, UnitKind::Branch, "72"), west, &week(true)).await?;
        for n in 0..7 {
            let (given, family) = names.next();
            // Mamers has nobody to answer for it: its region sees the vacancy.
            let function = match (n, index) {
                (0, 0 | 1) => Function::Manager,
                _ => Function::Care,
            };
            people.push((on.person(&given, &family, "care"), branch, function, None));
        }
    }
    let ids = on.settle(people).await?;
    for (person, (given, family)) in
        ids.iter().zip([("Aïssata", "Camara"), ("Lila", "Osei"), ("Corinne", "Maillard")])
    {
        on.account(*person, given, family).await?;
    }
    let lead = on.somebody("Sandrine", "Huet").await?;
    on.member(west, lead, MemberFunction::Lead).await?;
    on.account(lead, "Sandrine", "Huet").await?;
    for (given, family, role) in [
        ("Marc-Antoine", "Delorme", Role::Hr),
        ("Patrick", "Aumont", Role::Sponsor),
        ("Denis", "Royer", Role::Admin),
    ] {
        let person = on.somebody(given, family).await?;
        on.role(person, role, Scope::Network).await?;
        on.account(person, given, family).await?;
    }
    let claire = on.somebody("Claire", "Vasseur").await?;
    on.role(claire, Role::Auditor, Scope::Network).await?;
    places::connect(&on.tx, auditor, claire).await?;
    on.commit().await
}
