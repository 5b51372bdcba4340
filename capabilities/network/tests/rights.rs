//! Nobody takes a right: not by their own place, not by a file, not through somebody who has not come in yet.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where they fail, as tests do")]

use relais_directory::{
    assignments::{self, AssignmentFacts, Function},
    people,
    regions::{self, MemberFacts, MemberFunction},
};
use relais_kernel::{Day, PersonId, Reach, RegionId, Role, Scope, UnitId};
use relais_store::{InOrg as _, OrgDb, sql};
use relais_testkit::{
    TestApp, Visitor,
    builders::{
        a_person, a_person_with, a_region, a_unit, an_organisation, assigned, assignment, day, granted,
        placed, today,
    },
};

/// Claire of human resources, Alice who administers, a unit in a region.
struct World {
    app: TestApp,
    org: OrgDb,
    south: RegionId,
    evry: UnitId,
    claire: PersonId,
    alice: PersonId,
    hr: Visitor,
    admin: Visitor,
}

async fn world() -> World {
    let app = TestApp::new(vec![relais_network::manifest()]).await;
    let org = an_organisation(app.db()).await;
    let south = a_region(&org, "Sud").await;
    let evry = a_unit(&org, "EVR", "Évry").await;
    placed(&org, evry, south).await;
    let claire = numbered(&org, "Claire", "Vasseur", "H1").await;
    let alice = a_person(&org, "Alice", "Morel").await;
    granted(&org, claire, Role::Hr, Scope::Network).await;
    granted(&org, alice, Role::Admin, Scope::Network).await;
    let (hr, admin) = (app.sign_in(org.org(), claire).await, app.sign_in(org.org(), alice).await);
    World { app, org, south, evry, claire, alice, hr, admin }
}

/// Somebody with a staff number and an address.
async fn numbered(org: &OrgDb, given: &str, family: &str, number: &str) -> PersonId {
    a_person_with(org, given, family, Some(number), Some(&format!("{number}@exemple.fr"))).await
}

impl World {
    async fn email(&self, person: PersonId) -> String {
        let found = people::by_id(&self.org, &Reach::Network, today(), person).await.unwrap().unwrap();
        found.email.unwrap_or_default()
    }

    async fn letters(&self) -> usize {
        relais_post::letterbox(self.app.db(), 100).await.unwrap().len()
    }
}

const MARC: [(&str, &str); 4] =
    [("version", "1"), ("staff_number", "M1"), ("given_name", "Marc"), ("family_name", "Adam")];

#[tokio::test]
async fn net_08_an_address_of_somebody_with_a_role_is_changed_by_who_gives_such_roles() {
    let w = world().await;
    for (from, role) in [("2026-01-01", Role::Admin), ("2027-03-01", Role::Dpo)] {
        let marc = numbered(&w.org, "Marc", "Adam", "M1").await;
        give(&w, marc, role, day(from)).await;
        let fields = [&MARC[..], &[("email", "evil@exemple.org")]].concat();
        let page = w.app.post(&w.hr, &format!("/people/{marc}/edit"), &fields).await.is(422);
        page.holds("id=\"email-error\"").holds("un rôle que vous ne pouvez pas donner");
        assert_eq!(w.email(marc).await, "M1@exemple.fr");
        // The rest of the file is theirs to keep.
        let same = [&MARC[..], &[("email", "m1@exemple.fr"), ("phone", "0160000000")]].concat();
        w.app.post(&w.hr, &format!("/people/{marc}/edit"), &same).await.is(303);
        let fields = [&[("version", "2")][..], &MARC[1..], &[("email", "marc.adam@exemple.fr")]].concat();
        w.app.post(&w.admin, &format!("/people/{marc}/edit"), &fields).await.is(303);
        unnumbered(&w, marc).await;
    }
}

/// Frees the staff number for the next round.
async fn unnumbered(w: &World, person: PersonId) {
    let tx = w.org.begin().await.unwrap();
    sql("update person set staff_number = null where org_id = $1 and id = $2")
        .bind(w.org.org())
        .bind(person)
        .run(&tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

async fn give(w: &World, person: PersonId, role: Role, from_day: Day) {
    use relais_directory::grants::{Giver, GrantFacts, grant};
    let facts = GrantFacts { person_id: person, role, scope: Scope::Network, from_day, to_day: None };
    let tx = w.org.begin().await.unwrap();
    grant(&tx, &Giver::MACHINE, &facts, today()).await.unwrap().unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn net_08_somebody_with_a_role_is_invited_by_who_gives_such_roles() {
    let w = world().await;
    let marc = numbered(&w.org, "Marc", "Adam", "M1").await;
    granted(&w.org, marc, Role::Admin, Scope::Network).await;
    let invite = format!("/people/{marc}/invite");
    w.app.post(&w.hr, &invite, &[]).await.is(422).holds("un rôle que vous ne pouvez pas donner");
    assert_eq!(w.letters().await, 0);
    w.app.post(&w.admin, &invite, &[]).await.is(303);
    assert_eq!(w.letters().await, 1);
    // A place in a region's team is given by administrators too; one in a unit is not.
    let coach = numbered(&w.org, "Samira", "Haddad", "S1").await;
    member(&w, coach, None).await;
    w.app.post(&w.hr, &format!("/people/{coach}/invite"), &[]).await.is(422);
    let manager = numbered(&w.org, "Nadège", "Fournier", "N1").await;
    assigned(&w.org, manager, w.evry, Function::Manager).await;
    w.app.post(&w.hr, &format!("/people/{manager}/invite"), &[]).await.is(303);
}

async fn member(w: &World, person: PersonId, to_day: Option<Day>) -> relais_kernel::MembershipId {
    let facts = MemberFacts {
        region_id: w.south,
        person_id: person,
        function: MemberFunction::Lead,
        from_day: day("2026-01-01"),
        to_day,
    };
    let tx = w.org.begin().await.unwrap();
    let id = regions::add_member(&tx, &facts, None).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    id
}

/// A place of one's own that ends, or has ended.
async fn placed_until(w: &World, person: PersonId, to_day: &str) -> relais_kernel::AssignmentId {
    let facts = AssignmentFacts {
        to_day: Some(day(to_day)),
        main: false,
        ..assignment(&w.org, person, w.evry, Function::Deputy).await
    };
    let tx = w.org.begin().await.unwrap();
    let id = assignments::assign(&tx, &facts, None).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    id
}

#[tokio::test]
async fn net_08_nobody_stays_longer_by_their_own_hand() {
    let w = world().await;
    for to_day in ["2026-10-31", "2026-12-31"] {
        let id = placed_until(&w, w.claire, to_day).await;
        let path = format!("/assignments/{id}/end");
        let fields = [("version", "1"), ("to_day", "2027-12-31")];
        w.app.post(&w.hr, &path, &fields).await.is(422).holds("personne ne la prolonge pour soi-même");
        let held = assignments::by_id(&w.org, id).await.unwrap().unwrap();
        assert_eq!(held.to_day, Some(day(to_day)));
    }
    let id = assignments::of_person(&w.org, w.claire).await.unwrap()[0].id;
    let path = format!("/assignments/{id}/end");
    // Earlier is theirs to say, and a colleague may say later.
    w.app.post(&w.hr, &path, &[("version", "1"), ("to_day", "2026-10-01")]).await.is(303);
    w.app.post(&w.admin, &path, &[("version", "2"), ("to_day", "2026-10-15")]).await.is(303);
}

#[tokio::test]
async fn net_08_nobody_stays_longer_in_a_region_by_their_own_hand() {
    let w = world().await;
    let id = member(&w, w.alice, Some(day("2026-12-31"))).await;
    let path = format!("/regions/{}/members/{id}/end", w.south);
    let page = w.app.post(&w.admin, &path, &[("to_day", "2027-12-31")]).await.is(422);
    page.holds("personne ne la prolonge pour soi-même").holds("id=\"to_day-error\"");
    w.app.post(&w.admin, &path, &[("to_day", "2026-12-24")]).await.is(303);
}

#[tokio::test]
async fn two_who_end_a_place_do_not_overwrite_one_another() {
    let w = world().await;
    let paul = a_person(&w.org, "Paul", "Roche").await;
    let id = assigned(&w.org, paul, w.evry, Function::Adviser).await;
    let path = format!("/assignments/{id}/end");
    w.app.get(&w.hr, &path).await.is(200).holds("name=\"version\" value=\"1\"");
    w.app.post(&w.hr, &path, &[("version", "1"), ("to_day", "2026-12-31")]).await.is(303);
    let page = w.app.post(&w.admin, &path, &[("version", "1"), ("to_day", "2027-06-30")]).await.is(422);
    page.holds("entre-temps").holds("2027-06-30");
}

#[tokio::test]
async fn net_08_no_path_lets_somebody_place_themselves() {
    let w = world().await;
    let own = assignment(&w.org, w.claire, w.evry, Function::Manager).await;
    let (me, tx) = (Some(w.claire), w.org.begin().await.unwrap());
    let key = |refused: relais_words::Fault| refused.key.into_owned();
    assert_eq!(key(assignments::assign(&tx, &own, me).await.unwrap().unwrap_err()), "assign-to-self");
    assert_eq!(key(assignments::move_main(&tx, &own, me).await.unwrap().unwrap_err()), "assign-to-self");
    let team = MemberFacts {
        region_id: w.south,
        person_id: w.claire,
        function: MemberFunction::Lead,
        from_day: today(),
        to_day: None,
    };
    assert_eq!(key(regions::add_member(&tx, &team, me).await.unwrap().unwrap_err()), "assign-to-self");
    assignments::assign_many(&tx, std::slice::from_ref(&own), me).await.unwrap_err();
}

const HEADER: &str = "Matricule;Prénom;Nom;E-mail;Code unité;Fonction\n";

impl World {
    /// Imports a file of people as somebody, and gives the page with what became of it.
    async fn import(&self, who: &Visitor, lines: &str) -> relais_testkit::Answer {
        let text = format!("{HEADER}{lines}");
        let file = ("file", "personnes.csv", text.as_bytes());
        let sent = self.app.upload(who, "/imports/new", &[("kind", "people")], file).await.is(303);
        let columns: Vec<(String, String)> =
            ["staff_number", "given_name", "family_name", "email", "unit", "function"]
                .iter()
                .enumerate()
                .map(|(place, column)| (format!("column-{column}"), place.to_string()))
                .collect();
        let columns: Vec<(&str, &str)> = columns.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        let page = self.app.post(who, &sent.location.unwrap(), &columns).await.is(303).location.unwrap();
        self.app.run_jobs().await;
        let checked = self.app.get(who, &page).await.is(200);
        self.app.post(who, &format!("{page}/apply"), &[("lines", "good")]).await.is(303);
        self.app.run_jobs().await;
        checked
    }
}

#[tokio::test]
async fn net_08_nobody_gives_themselves_a_place_by_a_file() {
    let w = world().await;
    let checked = w.import(&w.hr, "H1;Claire;Vasseur;H1@exemple.fr;EVR;responsable\n").await;
    checked.holds("personne ne se l’attribue à soi-même");
    assert!(assignments::of_person(&w.org, w.claire).await.unwrap().is_empty());
    // Somebody else may bring the same file.
    w.import(&w.admin, "H1;Claire;Vasseur;H1@exemple.fr;EVR;responsable\n").await;
    assert_eq!(assignments::of_person(&w.org, w.claire).await.unwrap().len(), 1);
}

#[tokio::test]
async fn net_08_a_file_does_not_change_the_address_of_somebody_with_a_role() {
    let w = world().await;
    let marc = numbered(&w.org, "Marc", "Adam", "M1").await;
    granted(&w.org, marc, Role::Admin, Scope::Network).await;
    let checked = w.import(&w.hr, "M1;Marc;Adam;evil@exemple.org;;\n").await;
    checked.holds("un rôle que vous ne pouvez pas donner");
    assert_eq!(w.email(marc).await, "M1@exemple.fr");
    w.import(&w.admin, "M1;Marc;Adam;marc@exemple.fr;;\n").await;
    assert_eq!(w.email(marc).await, "marc@exemple.fr");
}
