//! Grants: what somebody holds, who may give it, and what taking it away does at once (NET-08, SEC-08).

use std::collections::BTreeSet;

use relais_contracts::directory::RightsChanged;
use relais_directory::{
    assignments::{self, Function},
    grants::{self, Giver, GrantFacts},
    people,
};
use relais_kernel::{AccountId, Grant, PersonId, Reach, Role, Scope};
use relais_store::{InOrg as _, sql};
use relais_testkit::builders::{
    a_person, a_region, a_region_below, a_unit, assigned, assignment, day, granted, placed, today,
};

use crate::{
    leaving::told,
    rows::{House, Row, id},
};

/// Somebody with an account and an open session, written without the rooms of accounts.
pub(crate) async fn signed_in(house: &House, person: PersonId) -> AccountId {
    let account = AccountId(id());
    let org = house.org.org();
    let email = format!("{account}@exemple.fr");
    let rows = [
        Row::new(
            "account",
            vec![
                ("id", account.into()),
                ("email", email.clone().into()),
                ("email_folded", email.into()),
                ("locale", "fr".into()),
                ("emergency", false.into()),
                ("created_at", 0_i64.into()),
            ],
        ),
        Row::new(
            "account_person",
            vec![("account_id", account.into()), ("org_id", org.into()), ("person_id", person.into())],
        ),
        Row::new(
            "session",
            vec![
                ("id", id().into()),
                ("token_hash", id().as_bytes().to_vec().into()),
                ("account_id", account.into()),
                ("org_id", org.into()),
                ("person_id", person.into()),
                ("device", "".into()),
                ("shared", false.into()),
                ("rotate", false.into()),
                ("created_at", 0_i64.into()),
                ("seen_at", 0_i64.into()),
                ("rotated_at", 0_i64.into()),
                ("expires_at", i64::MAX.into()),
            ],
        ),
    ];
    for row in rows {
        house.takes(&row).await;
    }
    account
}

fn facts(person: PersonId, role: Role, scope: Scope) -> GrantFacts {
    GrantFacts { person_id: person, role, scope, from_day: day("2026-01-01"), to_day: None }
}

#[tokio::test]
async fn net_08_a_region_is_held_with_all_below_it() {
    let house = House::new().await;
    let top = a_region(&house.org, "Sud").await;
    let middle = a_region_below(&house.org, Some(top), "Essonne").await;
    let low = a_region_below(&house.org, Some(middle), "Évry").await;
    a_region(&house.org, "Nord").await;
    let unit = a_unit(&house.org, "EVR", "Évry").await;
    let person = a_person(&house.org, "Inès", "Marchal").await;
    granted(&house.org, person, Role::Coach, Scope::Region(top)).await;
    granted(&house.org, person, Role::Coach, Scope::Region(low)).await;
    granted(&house.org, person, Role::Expert, Scope::Network).await;
    assigned(&house.org, person, unit, Function::Adviser).await;
    let held = grants::held_today(&house.org, person, today()).await.unwrap();
    let shown: BTreeSet<_> = held.iter().map(|g| format!("{:?}", (g.role, g.scope))).collect();
    assert_eq!(held.len(), shown.len(), "nothing is told twice");
    for (role, scope) in [
        (Role::Coach, Scope::Region(top)),
        (Role::Coach, Scope::Region(middle)),
        (Role::Coach, Scope::Region(low)),
        (Role::Expert, Scope::Network),
        (Role::Adviser, Scope::Unit(unit)),
    ] {
        assert!(held.contains(&Grant { role, scope }), "{role} {scope:?}");
    }
    assert_eq!(held.len(), 5);
    assert!(grants::held_today(&house.org, person, day("2025-12-31")).await.unwrap().is_empty());
}

#[tokio::test]
async fn net_08_nobody_gives_beyond_their_reach() {
    let house = House::new().await;
    let (south, north) = (a_region(&house.org, "Sud").await, a_region(&house.org, "Nord").await);
    let (evry, lille) = (a_unit(&house.org, "EVR", "Évry").await, a_unit(&house.org, "LIL", "Lille").await);
    placed(&house.org, evry, south).await;
    placed(&house.org, lille, north).await;
    let person = a_person(&house.org, "Inès", "Marchal").await;
    let reach = Reach::Part { regions: vec![south], units: vec![] };
    let lead = a_person(&house.org, "Paul", "Roux").await;
    let giver = Giver { person: Some(lead), emergency: false, reach: &reach };
    let tx = house.org.begin().await.unwrap();
    for (role, scope, refused) in [
        (Role::Coach, Scope::Region(south), None),
        (Role::Expert, Scope::Unit(evry), None),
        (Role::Coach, Scope::Region(north), Some("grant-region-unknown")),
        (Role::Expert, Scope::Unit(lille), Some("grant-unit-unknown")),
        (Role::Expert, Scope::Network, Some("grant-scope-too-wide")),
        (Role::Admin, Scope::Unit(evry), Some("grant-role-too-wide")),
    ] {
        let answer = grants::grant(&tx, &giver, &facts(person, role, scope), today()).await.unwrap();
        assert_eq!(answer.err().map(|f| f.key.into_owned()).as_deref(), refused, "{role} {scope:?}");
    }
    let northern = facts(person, Role::Coach, Scope::Region(north));
    let beyond = grants::grant(&tx, &Giver::MACHINE, &northern, today()).await.unwrap().unwrap();
    let refused = grants::revoke(&tx, &giver, beyond, today()).await.unwrap().unwrap_err();
    assert_eq!(refused.key, "grant-region-unknown");
    let of_admin = facts(person, Role::Admin, Scope::Unit(evry));
    let of_admin = grants::grant(&tx, &Giver::MACHINE, &of_admin, today()).await.unwrap().unwrap();
    let refused = grants::revoke(&tx, &giver, of_admin, today()).await.unwrap().unwrap_err();
    assert_eq!(refused.key, "grant-role-too-wide");
    let own = Giver { person: Some(person), emergency: false, reach: &Reach::Network };
    let to_self = grants::grant(&tx, &own, &facts(person, Role::Hr, Scope::Network), today()).await.unwrap();
    assert_eq!(to_self.unwrap_err().key, "grant-to-self");
}

#[tokio::test]
async fn sec_08_a_role_taken_away_is_gone_at_once() {
    let house = House::new().await;
    let person = a_person(&house.org, "Inès", "Marchal").await;
    let id = granted(&house.org, person, Role::Hr, Scope::Network).await;
    signed_in(&house, person).await;
    let tx = house.org.begin().await.unwrap();
    grants::revoke(&tx, &Giver::MACHINE, id, today()).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert!(grants::held_today(&house.org, person, today()).await.unwrap().is_empty());
    let past = grants::of_person(&house.org, person).await.unwrap();
    assert_eq!(past[0].to_day, Some(today().plus(-1)));
    let rotate: bool = sql("select rotate from session").value(&house.org).await.unwrap().unwrap();
    assert!(rotate);
    assert_eq!(told::<RightsChanged>(&house.org).await.last().map(|e| e.person), Some(person));

    let tx = house.org.begin().await.unwrap();
    let given_today = GrantFacts { from_day: today(), ..facts(person, Role::Hr, Scope::Network) };
    let id = grants::grant(&tx, &Giver::MACHINE, &given_today, today()).await.unwrap().unwrap();
    grants::revoke(&tx, &Giver::MACHINE, id, today()).await.unwrap().unwrap();
    assert_eq!(grants::by_id(&tx, id).await.unwrap(), None);
    assert_eq!(
        grants::revoke(&tx, &Giver::MACHINE, id, today()).await.unwrap().unwrap_err().key,
        "grant-unknown"
    );
}

#[tokio::test]
async fn net_08_a_role_that_came_along_goes_with_what_brought_it() {
    let house = House::new().await;
    let unit = a_unit(&house.org, "EVR", "Évry").await;
    let person = a_person(&house.org, "Inès", "Marchal").await;
    assigned(&house.org, person, unit, Function::Manager).await;
    let brought = grants::of_person(&house.org, person).await.unwrap().remove(0);
    assert_eq!((brought.scope(), brought.unit_name.as_deref()), (Scope::Unit(unit), Some("Évry")));
    let tx = house.org.begin().await.unwrap();
    let refused = grants::revoke(&tx, &Giver::MACHINE, brought.id, today()).await.unwrap().unwrap_err();
    assert_eq!(refused.key, "grant-comes-along");
}

#[tokio::test]
async fn the_last_administrator_cannot_be_unmade() {
    let house = House::new().await;
    let (first, second) =
        (a_person(&house.org, "Inès", "Marchal").await, a_person(&house.org, "Paul", "Roux").await);
    let of_first = granted(&house.org, first, Role::Admin, Scope::Network).await;
    let of_second = granted(&house.org, second, Role::Admin, Scope::Network).await;
    let tx = house.org.begin().await.unwrap();
    grants::revoke(&tx, &Giver::MACHINE, of_first, today()).await.unwrap().unwrap();
    let refused = grants::revoke(&tx, &Giver::MACHINE, of_second, today()).await.unwrap().unwrap_err();
    assert_eq!(refused.key, "last-admin");
    assert!(grants::is_last_admin(&tx, second, today()).await.unwrap());
    assert!(!grants::is_last_admin(&tx, first, today()).await.unwrap());
}

#[tokio::test]
async fn two_administrators_cannot_both_leave_on_the_same_last_day() {
    let house = House::new().await;
    let (first, second) =
        (a_person(&house.org, "Inès", "Marchal").await, a_person(&house.org, "Paul", "Roux").await);
    granted(&house.org, first, Role::Admin, Scope::Network).await;
    let of_second = granted(&house.org, second, Role::Admin, Scope::Network).await;
    let zoe = a_person(&house.org, "Zoé", "Aubry").await;
    let tx = house.org.begin().await.unwrap();
    let last = day("2026-12-31");
    people::leave(&tx, first, last, today()).await.unwrap().unwrap();
    for day in ["2026-12-15", "2026-12-31", "2027-03-31"] {
        let refused = people::leave(&tx, second, day.parse().unwrap(), today()).await.unwrap().unwrap_err();
        assert_eq!(refused.key, "last-admin", "{day}");
    }
    let refused = grants::revoke(&tx, &Giver::MACHINE, of_second, today()).await.unwrap().unwrap_err();
    assert_eq!(refused.key, "last-admin");
    let third = facts(zoe, Role::Admin, Scope::Network);
    let third = GrantFacts { from_day: day("2027-01-01"), to_day: None, ..third };
    grants::grant(&tx, &Giver::MACHINE, &third, today()).await.unwrap().unwrap();
    people::leave(&tx, second, last, today()).await.unwrap().unwrap();
}

#[tokio::test]
async fn net_08_the_mailbox_of_a_role_holder_is_for_those_who_could_give_the_role() {
    let house = House::new().await;
    let south = a_region(&house.org, "Sud").await;
    let evry = a_unit(&house.org, "EVR", "Évry").await;
    placed(&house.org, evry, south).await;
    let coach = a_person(&house.org, "Solène", "Le Goff").await;
    granted(&house.org, coach, Role::Coach, Scope::Region(south)).await;
    let admin = a_person(&house.org, "Thomas", "Girard").await;
    granted(&house.org, admin, Role::Admin, Scope::Network).await;
    let adviser = a_person(&house.org, "Inès", "Marchal").await;
    assigned(&house.org, adviser, evry, Function::Adviser).await;
    let lead = Some(a_person(&house.org, "Paul", "Roux").await);
    let everybody = [coach, admin, adviser];
    let tx = house.org.begin().await.unwrap();
    let beyond = async |giver: Option<&Giver<'_>>, by| {
        let found = grants::beyond_giving(&tx, giver, by, &everybody, today()).await.unwrap();
        everybody.map(|person| found.contains(&person))
    };
    let (network, region) = (Reach::Network, Reach::Part { regions: vec![south], units: vec![] });
    let of = |reach| Giver { person: lead, emergency: false, reach };
    assert_eq!(beyond(None, lead).await, [true, true, false], "whoever gives no roles");
    assert_eq!(beyond(None, Some(coach)).await, [false, true, false], "nobody is beyond themselves");
    assert_eq!(beyond(Some(&of(&network)), lead).await, [false, false, false]);
    assert_eq!(beyond(Some(&of(&region)), lead).await, [false, true, false]);
    let elsewhere = Reach::Part { regions: vec![], units: vec![evry] };
    assert_eq!(beyond(Some(&of(&elsewhere)), lead).await, [true, true, false], "a wider scope than theirs");

    let refused = async |person, by| {
        let fault = grants::address_refused(&tx, None, by, person, today()).await.unwrap();
        fault.map(|fault| (fault.field.to_string(), fault.key.to_string()))
    };
    assert_eq!(refused(coach, lead).await, Some(("email".into(), "person-holds-role".into())));
    assert_eq!(refused(adviser, lead).await, None);
}

#[test]
fn one_mailbox_has_many_spellings() {
    assert!(!grants::is_another_address(Some("Ines@Exemple.fr"), Some("ines@exemple.fr ")));
    assert!(grants::is_another_address(Some("ines@exemple.fr"), Some("inès@exemple.fr")));
    assert!(grants::is_another_address(Some("ines@exemple.fr"), None));
    assert!(!grants::is_another_address(None, None));
}

#[tokio::test]
async fn net_08_nobody_places_or_keeps_themselves_but_the_emergency_account() {
    let house = House::new().await;
    let unit = a_unit(&house.org, "EVR", "Évry").await;
    let (ines, paul) =
        (a_person(&house.org, "Inès", "Marchal").await, a_person(&house.org, "Paul", "Roux").await);
    let tx = house.org.begin().await.unwrap();
    assert!(grants::is_oneself(&tx, Some(ines), ines).await.unwrap());
    assert!(!grants::is_oneself(&tx, Some(paul), ines).await.unwrap());
    assert!(!grants::is_oneself(&tx, None, ines).await.unwrap(), "the machine is nobody");
    drop(tx);

    let wanted = assignment(&house.org, ines, unit, Function::Manager).await;
    let tx = house.org.begin().await.unwrap();
    let own = assignments::assign(&tx, &wanted, Some(ines)).await.unwrap().unwrap_err();
    assert_eq!(own.key, "assign-to-self");
    let ending = assignments::AssignmentFacts { to_day: Some(day("2026-12-31")), ..wanted };
    let id = assignments::assign(&tx, &ending, Some(paul)).await.unwrap().unwrap();
    let longer = assignments::end(&tx, id, day("2027-01-31"), Some(ines)).await.unwrap().unwrap_err();
    assert_eq!((longer.field.as_ref(), longer.key.as_ref()), ("to_day", "stay-to-self"));
    assignments::end(&tx, id, day("2027-01-31"), Some(paul)).await.unwrap().unwrap();
    assignments::end(&tx, id, day("2026-11-30"), Some(ines)).await.unwrap().unwrap();
    tx.commit().await.unwrap();

    let account = signed_in(&house, ines).await;
    let tx = house.org.begin().await.unwrap();
    assert!(grants::is_oneself(&tx, Some(ines), ines).await.unwrap());
    sql("update account set emergency = $1 where id = $2").bind(true).bind(account).run(&tx).await.unwrap();
    assert!(!grants::is_oneself(&tx, Some(ines), ines).await.unwrap(), "it is there when nobody else is");
}
