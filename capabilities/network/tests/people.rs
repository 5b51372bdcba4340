//! Pages about people, through the real router.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where they fail, as tests do")]

use relais_directory::{
    assignments::{self, Function},
    people::{self, PersonFacts},
    trades::{self, Trade},
};
use relais_kernel::{Locale, PersonId, Reach, RegionId, Role, Scope, UnitId};
use relais_store::{InOrg as _, OrgDb, sql};
use relais_testkit::{
    TestApp, Visitor,
    builders::{a_person, a_region, a_unit, an_organisation, assigned, granted, placed, today},
};

/// Two units of one region, Nadège who manages Évry, Inès who works there, Claire of human resources.
struct World {
    app: TestApp,
    org: OrgDb,
    south: RegionId,
    evry: UnitId,
    massy: UnitId,
    nadege: PersonId,
    ines: PersonId,
    claire: PersonId,
    hr: Visitor,
}

impl World {
    async fn new() -> Self {
        let app = TestApp::new(vec![relais_network::manifest()]).await;
        let org = an_organisation(app.db()).await;
        let south = a_region(&org, "Sud").await;
        let evry = a_unit(&org, "EVR", "Évry").await;
        let massy = a_unit(&org, "MAS", "Massy").await;
        placed(&org, evry, south).await;
        placed(&org, massy, south).await;
        let nadege = a_person(&org, "Nadège", "Fournier").await;
        let ines = a_person(&org, "Inès", "Marchal").await;
        let claire = a_person(&org, "Claire", "Vasseur").await;
        assigned(&org, nadege, evry, Function::Manager).await;
        assigned(&org, ines, evry, Function::Adviser).await;
        granted(&org, claire, Role::Hr, Scope::Network).await;
        let hr = app.sign_in(org.org(), claire).await;
        Self { app, org, south, evry, massy, nadege, ines, claire, hr }
    }

    async fn as_person(&self, person: PersonId) -> Visitor {
        self.app.sign_in(self.org.org(), person).await
    }

    /// Somebody with a staff number and an address.
    async fn with_file(&self, given: &str, family: &str, number: &str, trade: Option<&str>) -> PersonId {
        let facts = PersonFacts {
            staff_number: Some(number.into()),
            given_name: given.into(),
            family_name: family.into(),
            email: Some(format!("{number}@exemple.fr")),
            phone: None,
            trade_code: trade.map(str::to_owned),
            locale: Locale::Fr,
            joined_day: None,
            left_day: None,
        };
        let tx = self.org.begin().await.unwrap();
        let id = people::add(&tx, &facts).await.unwrap();
        tx.commit().await.unwrap();
        id
    }
}

#[tokio::test]
async fn net_01_a_second_manager_is_refused_with_the_name_of_the_first() {
    let w = World::new().await;
    let (path, evry) = (format!("/people/{}/assign", w.ines), w.evry.to_string());
    let fields = [("unit", evry.as_str()), ("function", "manager"), ("main", ""), ("from_day", "2026-12-24")];
    let page = w.app.post(&w.hr, &path, &fields).await.is(422);
    let page = page.holds("Nadège Fournier est responsable de cette unité depuis le 1er janvier 2026");
    page.holds("id=\"function-error\"").holds("value=\"2026-12-24\"");
}

#[tokio::test]
async fn net_01_a_second_main_unit_is_refused_and_moving_it_ends_the_first() {
    let w = World::new().await;
    let massy = w.massy.to_string();
    let (assign, mv) = (format!("/people/{}/assign", w.ines), format!("/people/{}/move", w.ines));
    let fields =
        [("unit", massy.as_str()), ("function", "adviser"), ("main", "yes"), ("from_day", "2026-11-21")];
    w.app.post(&w.hr, &assign, &fields).await.is(422).holds("Évry est déjà son unité principale");
    w.app
        .get(&w.hr, &format!("{mv}?unit={massy}"))
        .await
        .is(200)
        .holds("Son rattachement à Évry se termine la veille");
    w.app.post(&w.hr, &mv, &fields).await.is(303);
    let held = assignments::of_person(&w.org, w.ines).await.unwrap();
    assert_eq!(held.iter().filter(|held| held.main).count(), 2);
    let former = held.iter().find(|held| held.unit_id == w.evry).unwrap();
    assert_eq!(former.to_day, Some(today().plus(-1)));
    w.app
        .get(&w.hr, &format!("/people/{}", w.ines))
        .await
        .is(200)
        .holds("Avant")
        .holds("Conseil clients · Massy");
}

#[tokio::test]
async fn net_01_a_replacement_has_an_end_and_leaves_the_main_unit() {
    let w = World::new().await;
    let (path, massy) = (format!("/people/{}/replace", w.ines), w.massy.to_string());
    let open =
        [("unit", massy.as_str()), ("function", "adviser"), ("from_day", "2026-11-21"), ("to_day", "")];
    w.app.post(&w.hr, &path, &open).await.is(422).holds("Un remplacement a un dernier jour");
    let ended = [
        ("unit", massy.as_str()),
        ("function", "adviser"),
        ("from_day", "2026-11-21"),
        ("to_day", "2026-11-22"),
    ];
    w.app.post(&w.hr, &path, &ended).await.is(303);
    let main = assignments::main_of(&w.org, w.ines, today()).await.unwrap().unwrap();
    assert_eq!(main.unit_id, w.evry);
    let page = w.app.get(&w.hr, &format!("/people/{}", w.ines)).await.is(200);
    page.holds("du 21 novembre 2026 au 22 novembre 2026 · Remplacement");
}

#[tokio::test]
async fn net_01_an_assignment_ends_and_one_to_come_is_withdrawn() {
    let w = World::new().await;
    let held = assignments::of_person(&w.org, w.nadege).await.unwrap().remove(0);
    let end = format!("/assignments/{}/end", held.id);
    w.app.get(&w.hr, &end).await.is(200).holds("L’unité sera sans responsable");
    w.app
        .post(&w.hr, &end, &[("version", "1"), ("to_day", "2025-12-31")])
        .await
        .is(422)
        .holds("Le dernier jour vient avant le premier");
    w.app.post(&w.hr, &end, &[("version", "1"), ("to_day", "2026-11-21")]).await.is(303);
    let to_day = assignments::by_id(&w.org, held.id).await.unwrap().unwrap().to_day;
    assert_eq!(to_day, Some(today()));
    let massy = w.massy.to_string();
    let coming = [("unit", massy.as_str()), ("function", "deputy"), ("main", ""), ("from_day", "2026-12-01")];
    w.app.post(&w.hr, &format!("/people/{}/assign", w.ines), &coming).await.is(303);
    let coming = assignments::of_person(&w.org, w.ines).await.unwrap().remove(0);
    w.app
        .get(&w.hr, &format!("/people/{}", w.ines))
        .await
        .holds("À venir")
        .holds("à partir du 1er décembre 2026");
    w.app.post(&w.hr, &format!("/assignments/{}/withdraw", coming.id), &[]).await.is(303);
    assert_eq!(assignments::by_id(&w.org, coming.id).await.unwrap(), None);
    w.app.post(&w.hr, &format!("/assignments/{}/withdraw", held.id), &[]).await.is(422);
}

#[tokio::test]
async fn net_03_people_are_found_by_trade() {
    let w = World::new().await;
    w.with_file("Bruno", "Lesage", "T-1", Some("technical")).await;
    w.with_file("Sonia", "Perret", "S-1", Some("sales")).await;
    let page = w.app.get(&w.hr, "/people?trade=technical").await.is(200);
    page.holds("Bruno Lesage").lacks("Sonia Perret").lacks("Inès Marchal");
}

#[tokio::test]
async fn net_05_the_list_is_walked_both_ways() {
    let w = World::new().await;
    for n in 0..60 {
        a_person(
            &w.org,
            &format!("Prénom{}", char::from(b'a' + n % 26)),
            &format!("Zola{}", "z".repeat(1 + n as usize)),
        )
        .await;
    }
    let first = w.app.get(&w.hr, "/people").await.is(200).holds("63 personnes").lacks("before=");
    let next = link(&first.body, "after=");
    let second = w.app.get(&w.hr, &next).await.is(200).lacks("Nadège Fournier");
    let back = link(&second.body, "before=");
    w.app.get(&w.hr, &back).await.is(200).holds("Nadège Fournier");
}

/// The first address of the page that holds a piece.
fn link(body: &str, piece: &str) -> String {
    let at = body.find(piece).unwrap();
    let start = body[..at].rfind("href=\"").unwrap() + 6;
    let end = body[start..].find('"').unwrap();
    body[start..start + end].replace("&#38;", "&").replace("&amp;", "&")
}

#[tokio::test]
async fn net_08_a_trade_or_a_function_grants_nothing() {
    let w = World::new().await;
    let tx = w.org.begin().await.unwrap();
    trades::add(&tx, &Trade { code: "admin".into(), name: "Administrateur".into() }).await.unwrap();
    tx.commit().await.unwrap();
    let paul = w.with_file("Paul", "Roche", "A-1", Some("admin")).await;
    assigned(&w.org, paul, w.evry, Function::Support).await;
    let paul = w.as_person(paul).await;
    for path in ["/roles", "/people/new", "/people/export", "/settings/directory", "/regions/new"] {
        w.app.get(&paul, path).await.is(404);
    }
    w.app.get(&paul, "/people").await.is(200).holds("Inès Marchal");
}

#[tokio::test]
async fn net_08_nobody_gives_themselves_a_place() {
    let w = World::new().await;
    let (path, massy) = (format!("/people/{}/assign", w.claire), w.massy.to_string());
    let fields = [("unit", massy.as_str()), ("function", "manager"), ("main", "yes"), ("from_day", "")];
    w.app.post(&w.hr, &path, &fields).await.is(422).holds("personne ne se l’attribue à soi-même");
    assert!(assignments::of_person(&w.org, w.claire).await.unwrap().is_empty());
}

#[tokio::test]
async fn sec_01_another_organisation_does_not_exist() {
    let w = World::new().await;
    let there = an_organisation(w.app.db()).await;
    let stranger = a_person(&there, "Aline", "Ailleurs").await;
    let unit = a_unit(&there, "LOI", "Loin").await;
    assigned(&there, stranger, unit, Function::Adviser).await;
    let held = assignments::of_person(&there, stranger).await.unwrap().remove(0);
    let (unit, ours) = (unit.to_string(), w.ines);
    for path in ["", "/edit", "/leave", "/assign", "/replace", "/move"] {
        w.app.get(&w.hr, &format!("/people/{stranger}{path}")).await.is(404);
    }
    for path in ["edit", "leave", "assign", "replace", "move", "invite"] {
        let fields =
            [("unit", unit.as_str()), ("function", "adviser"), ("given_name", "A"), ("family_name", "B")];
        w.app.post(&w.hr, &format!("/people/{stranger}/{path}"), &fields).await.is(404);
    }
    w.app.get(&w.hr, &format!("/units/{unit}/assign")).await.is(404);
    w.app.get(&w.hr, &format!("/people/{ours}/assign?unit={unit}")).await.is(404);
    let fields = [("unit", unit.as_str()), ("function", "adviser"), ("main", "")];
    w.app.post(&w.hr, &format!("/people/{ours}/assign"), &fields).await.is(404);
    w.app.get(&w.hr, &format!("/assignments/{}/end", held.id)).await.is(404);
    w.app.post(&w.hr, &format!("/assignments/{}/end", held.id), &[("to_day", "2026-11-21")]).await.is(404);
    w.app.get(&w.hr, "/people?q=ailleurs").await.is(200).lacks("Aline");
}

#[tokio::test]
async fn net_01_nobody_is_offered_the_unit_where_they_are() {
    let w = World::new().await;
    let paul = a_person(&w.org, "Paul", "Roche").await;
    assigned(&w.org, paul, w.massy, Function::Adviser).await;
    let person = format!("/people/{}", w.ines);
    // Somebody of one unit has nowhere to send people, and is told so; functions change there all the same.
    let nadege = w.as_person(w.nadege).await;
    let page = w.app.get(&nadege, &person).await.is(200);
    let page = page.lacks("Changer d’unité principale").lacks("Prêter main-forte").lacks("Rattacher aussi");
    page.holds(&format!("{person}/move?unit={}", w.evry)).holds("Changer de fonction");
    let unit = w.app.get(&nadege, &format!("/units/{}", w.evry)).await.is(200);
    unit.holds("Toute votre équipe est déjà ici.").lacks("Rattacher quelqu’un");
    let empty = w.app.get(&nadege, &format!("/units/{}/assign", w.evry)).await.is(200);
    empty.holds("Toute votre équipe est déjà ici.").lacks("Inès Marchal").lacks("type=\"search\" id=\"q\"");
    w.app.get(&nadege, &format!("{person}/replace")).await.is(200).holds("Aucune autre unité").lacks("Massy");
    // Who reaches further chooses among the others.
    let page = w.app.get(&w.hr, &person).await.is(200);
    page.holds("Changer d’unité principale").holds("Prêter main-forte ailleurs").holds("Rattacher aussi");
    for verb in ["replace", "move", "assign"] {
        let found = w.app.get(&w.hr, &format!("{person}/{verb}")).await.is(200);
        found.holds(&format!("unit={}", w.massy)).lacks(&format!("unit={}", w.evry));
    }
    let found = w.app.get(&w.hr, &format!("/units/{}/assign", w.evry)).await.is(200);
    found.holds("Paul Roche").lacks("Inès Marchal");
    // Whoever has no place is assigned, not moved.
    let bruno = a_person(&w.org, "Bruno", "Petit").await;
    let page = w.app.get(&w.hr, &format!("/people/{bruno}")).await.is(200);
    page.holds("Rattacher à une unité").lacks("Changer d’unité").lacks("Prêter").lacks("Rattacher aussi");
}

#[tokio::test]
async fn net_01_a_vacant_unit_leads_to_choosing_its_manager() {
    let w = World::new().await;
    let vitry = a_unit(&w.org, "VIT", "Vitry").await;
    let unit = format!("/units/{vitry}");
    w.app
        .get(&w.hr, &unit)
        .await
        .is(200)
        .holds("elle n’a pas encore de région")
        .holds("Désigner un responsable");
    placed(&w.org, vitry, a_region(&w.org, "Est").await).await;
    w.app.get(&w.hr, &unit).await.is(200).holds("La région la soutient en attendant");
    let ines = w.as_person(w.ines).await;
    w.app.get(&ines, &unit).await.is(404);
    let paul = a_person(&w.org, "Paul", "Roche").await;
    assigned(&w.org, paul, vitry, Function::Adviser).await;
    let page = w.app.get(&w.hr, &format!("{unit}/assign?function=manager")).await.is(200);
    // Whoever is there already changes function; anybody else joins with it.
    page.holds(&format!("/people/{paul}/move?unit={vitry}&#38;function=manager"))
        .holds(&format!("/people/{}/assign?unit={vitry}&#38;function=manager", w.ines));
    let form = w.app.get(&w.hr, &format!("/people/{paul}/move?unit={vitry}&function=manager")).await.is(200);
    form.holds("Changer de fonction").holds("<option value=\"manager\" selected>");
}

#[tokio::test]
async fn sec_01_a_manager_reaches_their_own_unit_and_no_other() {
    let w = World::new().await;
    let paul = a_person(&w.org, "Paul", "Roche").await;
    assigned(&w.org, paul, w.massy, Function::Adviser).await;
    let held = assignments::of_person(&w.org, paul).await.unwrap().remove(0);
    let nadege = w.as_person(w.nadege).await;
    let (evry, massy) = (w.evry.to_string(), w.massy.to_string());
    w.app.get(&nadege, "/people").await.is(200).holds("Inès Marchal").lacks("Paul Roche");
    w.app.get(&nadege, &format!("/people/{}", w.ines)).await.is(200).holds("Inès Marchal");
    w.app.get(&nadege, &format!("/people/{paul}")).await.is(404);
    w.app.get(&nadege, &format!("/units/{massy}/assign")).await.is(404);
    w.app
        .get(&nadege, &format!("/units/{evry}/assign"))
        .await
        .is(200)
        .lacks("Inès Marchal")
        .lacks("Paul Roche");
    let fields = [("unit", massy.as_str()), ("function", "adviser"), ("main", ""), ("from_day", "")];
    w.app.post(&nadege, &format!("/people/{}/assign", w.ines), &fields).await.is(404);
    w.app.post(&nadege, &format!("/people/{paul}/assign"), &[("unit", evry.as_str())]).await.is(404);
    w.app.post(&nadege, &format!("/assignments/{}/end", held.id), &[("to_day", "2026-11-21")]).await.is(404);
    w.app.get(&nadege, &format!("/people/{}/edit", w.ines)).await.is(404);
}

#[tokio::test]
async fn sec_01_moving_somebody_needs_both_units() {
    let w = World::new().await;
    let both = a_person(&w.org, "Paul", "Roche").await;
    assigned(&w.org, both, w.massy, Function::Adviser).await;
    let evry = w.evry.to_string();
    let fields = [("unit", evry.as_str()), ("function", "adviser"), ("main", ""), ("from_day", "2026-11-21")];
    w.app.post(&w.hr, &format!("/people/{both}/assign"), &fields).await.is(303);
    let nadege = w.as_person(w.nadege).await;
    let answer = w.app.post(&nadege, &format!("/people/{both}/move"), &fields).await;
    answer.is(422).holds("n’est pas dans votre périmètre");
}

#[tokio::test]
async fn sec_09_a_staff_number_is_found_only_by_who_may_read_it() {
    let w = World::new().await;
    let bruno = w.with_file("Bruno", "Lesage", "004217", None).await;
    assigned(&w.org, bruno, w.evry, Function::Technician).await;
    let (nadege, ines) = (w.as_person(w.nadege).await, w.as_person(w.ines).await);
    w.app.get(&nadege, "/people?q=4217").await.is(200).holds("Bruno Lesage").holds("004217");
    w.app.get(&ines, "/people?q=4217").await.is(200).lacks("Bruno Lesage");
    w.app.get(&ines, "/people?q=lesage").await.is(200).holds("Bruno Lesage").lacks("004217");
    w.app.get(&ines, &format!("/people/{bruno}")).await.is(200).lacks("004217").lacks("exemple.fr");
    w.app.get(&nadege, &format!("/people/{bruno}")).await.is(200).holds("004217@exemple.fr");
    w.app.get(&nadege, &format!("/units/{}/assign?q=4217", w.evry)).await.is(200).lacks("Bruno Lesage");
}

#[tokio::test]
async fn sec_09_no_search_tells_whose_a_staff_number_is() {
    let w = World::new().await;
    let bruno = w.with_file("Bruno", "Lesage", "QX-4217", None).await;
    assigned(&w.org, bruno, w.evry, Function::Technician).await;
    granted(&w.org, bruno, Role::Coach, Scope::Region(w.south)).await;
    let admin = a_person(&w.org, "Alice", "Morel").await;
    granted(&w.org, admin, Role::Auditor, Scope::Network).await;
    let (ines, auditor) = (w.as_person(w.ines).await, w.as_person(admin).await);
    for q in ["4217", "４２１７", "٤٢١٧", "qx", "QX-4217", "lesage 4217", "lesage qx"] {
        let q = relais_web::query([("q", q)]);
        w.app.get(&ines, &format!("/people?{q}")).await.is(200).lacks("Bruno Lesage");
        w.app.get(&auditor, &format!("/roles?{q}")).await.is(200).lacks("Bruno Lesage");
        w.app.get(&w.hr, &format!("/units/{}/assign?{q}", w.evry)).await.is(200).lacks("Bruno Lesage");
    }
    for q in ["4217", "４２１７", "qx", "lesage 4217"] {
        let q = relais_web::query([("q", q)]);
        w.app.get(&w.hr, &format!("/people?{q}")).await.is(200).holds("Bruno Lesage");
        w.app.get(&w.hr, &format!("/people/export?format=csv&{q}")).await.is(200).holds("Lesage");
    }
    // Numbers are searched where they are read, names everywhere: one list may hold both.
    let paul = w.with_file("Paul", "Roche", "QX-9", None).await;
    assigned(&w.org, paul, w.massy, Function::Adviser).await;
    let deputy = a_person(&w.org, "Dora", "Petit").await;
    assigned(&w.org, deputy, w.evry, Function::Deputy).await;
    granted(&w.org, deputy, Role::Coach, Scope::Region(w.south)).await;
    let deputy = w.as_person(deputy).await;
    w.app.get(&deputy, "/people?q=qx").await.is(200).holds("Bruno Lesage").lacks("Paul Roche");
    w.app.get(&deputy, "/people?q=roche").await.is(200).holds("Paul Roche");
}

#[tokio::test]
async fn a_search_of_any_length_finds_nothing_and_breaks_nothing() {
    let w = World::new().await;
    let long = "a".repeat(60_000);
    for path in ["/people", "/units"] {
        w.app.get(&w.hr, &format!("{path}?q={long}")).await.is(200);
    }
}

#[tokio::test]
async fn what_was_typed_is_kept_and_a_meanwhile_is_told() {
    let w = World::new().await;
    let typed =
        [("given_name", "Bruno"), ("family_name", ""), ("email", "bruno"), ("phone", "01 60 00 00 00")];
    let page = w.app.post(&w.hr, "/people/new", &typed).await.is(422);
    page.holds("value=\"Bruno\"")
        .holds("value=\"01 60 00 00 00\"")
        .holds("Ce champ est à remplir")
        .holds("id=\"email-error\"");
    let path = format!("/people/{}/edit", w.ines);
    let fields = |version| [("version", version), ("given_name", "Inès"), ("family_name", "Marchal-Roy")];
    w.app.post(&w.hr, &path, &fields("1")).await.is(303);
    let page = w.app.post(&w.hr, &path, &fields("1")).await.is(422);
    page.holds("Quelqu’un a modifié cette fiche entre-temps").holds("value=\"Marchal-Roy\"");
    let ines = people::by_id(&w.org, &Reach::Network, today(), w.ines).await.unwrap().unwrap();
    assert_eq!((ines.family_name.as_str(), ines.version), ("Marchal-Roy", 2));
    let audited = sql("select count(*) from audit_event where action = 'network.people.edit'");
    assert_eq!(audited.value::<i64>(&w.org).await.unwrap(), Some(1));
}

#[tokio::test]
async fn a_new_person_is_added_and_a_taken_number_is_told() {
    let w = World::new().await;
    w.with_file("Bruno", "Lesage", "T-1", None).await;
    let fields = [
        ("given_name", "Sonia"),
        ("family_name", "Perret"),
        ("staff_number", "T-1"),
        ("left_day", "2020-01-01"),
    ];
    w.app
        .post(&w.hr, "/people/new", &fields)
        .await
        .is(422)
        .holds("Ce matricule est déjà celui d’une autre personne");
    let fields =
        [("given_name", "Sonia"), ("family_name", "Perret"), ("trade", "sales"), ("left_day", "2020-01-01")];
    let to = w.app.post(&w.hr, "/people/new", &fields).await.is(303).location.unwrap();
    w.app
        .get(&w.hr, &to)
        .await
        .is(200)
        .holds("Sonia Perret")
        .holds("Sans unité aujourd’hui")
        .lacks("Partie le");
}

#[tokio::test]
async fn an_export_holds_ones_reach_and_no_formula() {
    let w = World::new().await;
    let odd = a_unit(&w.org, "ODD", "=HYPERLINK(1)").await;
    assigned(&w.org, a_person(&w.org, "Paul", "Roche").await, odd, Function::Adviser).await;
    let csv = w.app.get(&w.hr, "/people/export?format=csv").await.is(200);
    csv.holds("Matricule;Nom de famille;Prénom")
        .holds("Marchal;Inès;Évry;Conseil clients")
        .holds(";'=HYPERLINK(1);");
    let narrowed = w.app.get(&w.hr, &format!("/people/export?format=csv&unit={}", w.evry)).await.is(200);
    narrowed.holds("Marchal").lacks("HYPERLINK");
    let nadege = w.as_person(w.nadege).await;
    w.app.get(&nadege, "/people/export?format=csv").await.is(200).holds("Marchal").lacks("Roche");
    assert!(w.app.get(&w.hr, "/people/export?format=xlsx").await.is(200).body.starts_with("PK"));
    let ines = w.as_person(w.ines).await;
    w.app.get(&ines, "/people/export?format=csv").await.is(404);
    w.app.get(&w.hr, "/people/export?format=pdf").await.is(404);
    w.app.get(&w.hr, "/people/export?trade=sales").await.is(200).holds("trade=sales&#38;format=csv");
}

#[tokio::test]
async fn an_invitation_leaves_by_letter_and_its_link_is_on_no_page() {
    let w = World::new().await;
    let invite = format!("/people/{}/invite", w.ines);
    w.app.post(&w.hr, &invite, &[]).await.is(422).holds("Il manque une adresse électronique");
    let bruno = w.with_file("Bruno", "Lesage", "T-1", None).await;
    assigned(&w.org, bruno, w.evry, Function::Technician).await;
    let answer = w.app.post(&w.hr, &format!("/people/{bruno}/invite"), &[]).await.is(303);
    assert_eq!(answer.location, Some(format!("/people/{bruno}")));
    let letters = relais_post::letterbox(w.app.db(), 10).await.unwrap();
    assert_eq!(
        (letters.len(), letters[0].to_address.as_str(), letters[0].kind.as_str()),
        (1, "T-1@exemple.fr", "invitation")
    );
    assert!(letters[0].text.contains("https://relais.example/enter/"));
    w.app
        .get(&w.hr, &format!("/people/{bruno}"))
        .await
        .is(200)
        .holds("Renvoyer l’invitation")
        .lacks("/enter/");
    let ines = w.as_person(w.ines).await;
    w.app.post(&ines, &format!("/people/{bruno}/invite"), &[]).await.is(404);
}

#[tokio::test]
async fn leaving_ends_all_and_the_last_administrator_stays() {
    let w = World::new().await;
    let ines = w.as_person(w.ines).await;
    let path = format!("/people/{}/leave", w.ines);
    w.app.get(&w.hr, &path).await.is(200).holds("son rattachement à Évry").holds("son accès à Relais");
    let paul = a_person(&w.org, "Paul", "Roche").await;
    let never_invited = w.app.get(&w.hr, &format!("/people/{paul}/leave")).await.is(200);
    never_invited.lacks("son accès à Relais");
    w.app.post(&w.hr, &path, &[("version", "1"), ("left_day", "hier")]).await.is(422).holds("value=\"hier\"");
    w.app
        .post(&w.hr, &path, &[("version", "7"), ("left_day", "2026-11-20")])
        .await
        .is(422)
        .holds("entre-temps");
    w.app.post(&w.hr, &path, &[("version", "1"), ("left_day", "2026-11-20")]).await.is(303);
    assert_eq!(w.app.get(&ines, "/people").await.status.as_u16(), 303, "the session ended");
    w.app.get(&w.hr, "/people").await.is(200).lacks("Inès Marchal");
    w.app.get(&w.hr, "/people?left=yes").await.is(200).holds("Inès Marchal");
    let admin = a_person(&w.org, "Alice", "Morel").await;
    granted(&w.org, admin, Role::Admin, Scope::Network).await;
    let fields = [("version", "1"), ("left_day", "2026-12-31")];
    let page = w.app.post(&w.hr, &format!("/people/{admin}/leave"), &fields).await.is(422);
    page.holds("la seule personne qui administre le réseau");
}

#[tokio::test]
async fn everybody_sees_their_own_page_with_their_roles_and_nobody_elses() {
    let w = World::new().await;
    let sponsor = a_person(&w.org, "Hélène", "Aubry").await;
    granted(&w.org, sponsor, Role::Sponsor, Scope::Network).await;
    let visitor = w.as_person(sponsor).await;
    w.app
        .get(&visitor, &format!("/people/{sponsor}"))
        .await
        .is(200)
        .holds("Vos rôles aujourd’hui")
        .holds("Sponsor · Tout le réseau");
    w.app.get(&visitor, &format!("/people/{}", w.ines)).await.is(404);
    let coach = a_person(&w.org, "Samira", "Haddad").await;
    granted(&w.org, coach, Role::Coach, Scope::Region(w.south)).await;
    let visitor = w.as_person(coach).await;
    w.app.get(&visitor, &format!("/people/{}", w.ines)).await.is(200).lacks("Rôles aujourd’hui");
}

#[tokio::test]
async fn trades_and_employers_are_added_once() {
    let w = World::new().await;
    w.app.post(&w.hr, "/settings/trades", &[("name", "Après-vente")]).await.is(303);
    w.app
        .post(&w.hr, "/settings/trades", &[("name", "après vente")])
        .await
        .is(422)
        .holds("Cette filière existe déjà")
        .holds("value=\"après vente\"");
    w.app.post(&w.hr, "/settings/trades", &[("name", "")]).await.is(422).holds("Ce champ est à remplir");
    let employer = [("name", "Intérim Essonne"), ("kind", "temporary")];
    w.app.post(&w.hr, "/settings/employers", &employer).await.is(303);
    w.app.post(&w.hr, "/settings/employers", &employer).await.is(422).holds("Cet employeur existe déjà");
    w.app.get(&w.hr, "/settings/directory").await.is(200).holds("Après-vente").holds("Intérim Essonne");
}
