//! The pages of an import, from the file to its undoing, through the real router.

use relais_kernel::{OrgId, Role, Scope, UnitId};
use relais_store::{InOrg as _, OrgDb, sql};
use relais_testkit::{
    TestApp, Visitor,
    builders::{a_person, a_unit, an_organisation, assigned, granted},
};

use crate::{
    files::{bomb, entities},
    world::people,
};

struct Office {
    app: TestApp,
    org: OrgDb,
    thomas: Visitor,
    evry: UnitId,
}

async fn office() -> Office {
    let app = TestApp::new(vec![relais_network::manifest()]).await;
    let org = an_organisation(app.db()).await;
    let evry = a_unit(&org, "EVR", "Évry").await;
    let admin = a_person(&org, "Thomas", "Girard").await;
    granted(&org, admin, Role::Admin, Scope::Network).await;
    let thomas = app.sign_in(org.org(), admin).await;
    Office { app, org, thomas, evry }
}

const COLUMNS: [(&str, &str); 8] = [
    ("column-staff_number", "0"),
    ("column-given_name", "1"),
    ("column-family_name", "2"),
    ("column-email", "3"),
    ("column-unit", "6"),
    ("column-function", "7"),
    ("column-from_day", "8"),
    ("new_employers", "own"),
];

impl Office {
    /// Brings a file and names its columns; gives the import's address.
    async fn checked(&self, lines: &str) -> String {
        self.checked_with(lines, &COLUMNS).await
    }

    async fn checked_with(&self, lines: &str, named: &[(&str, &str)]) -> String {
        let text = people(lines);
        let file = ("file", "per<b>sonnes.csv", text.as_bytes());
        let sent = self.app.upload(&self.thomas, "/imports/new", &[("kind", "people")], file).await.is(303);
        let columns = sent.location.unwrap();
        self.app.get(&self.thomas, &columns).await.is(200).holds("point-virgule").holds("UTF-8");
        let page = self.app.post(&self.thomas, &columns, named).await.is(303).location.unwrap();
        self.app.get(&self.thomas, &page).await.is(200).holds(&format!("data-poll=\"{page}/progress\""));
        self.app.get(&self.thomas, &format!("{page}/progress")).await.is(200).holds("role=\"progressbar\"");
        self.app.run_jobs().await;
        self.app.get(&self.thomas, &format!("{page}/progress")).await.is(303);
        page
    }

    async fn count(&self, table: &str) -> i64 {
        sql("select count(*) from ").push(table).value(&self.org).await.unwrap().unwrap()
    }
}

#[tokio::test]
async fn a_file_goes_from_choosing_to_undoing() {
    let office = office().await;
    let (app, thomas) = (&office.app, &office.thomas);
    app.get(thomas, "/imports")
        .await
        .is(200)
        .holds("Aucun import pour l’instant")
        .holds("/imports/blanks/units.xlsx");
    app.get(thomas, "/imports/new?kind=people").await.is(200).holds("multipart/form-data");

    let page = office.checked("E1;Inès;Marchal;;;;EVR;conseiller;;;\n").await;
    app.get(thomas, &page).await.is(200).holds("Inès Marchal").holds("Tout ou rien").lacks("per<b>");
    assert_eq!(office.count("person").await, 1);
    app.post(thomas, &format!("{page}/apply"), &[("lines", "all")]).await.is(303);
    app.get(thomas, &page).await.is(200).holds("data-poll");
    app.run_jobs().await;
    app.get(thomas, &page).await.is(200).holds("Import terminé").holds("Annuler cet import");
    assert_eq!(office.count("person").await, 2);
    app.get(thomas, "/imports")
        .await
        .is(200)
        .holds("per&#60;b&#62;sonnes.csv")
        .holds("importé")
        .holds("1 ajout");

    app.post(thomas, &format!("{page}/undo"), &[]).await.is(303);
    app.run_jobs().await;
    app.get(thomas, &page).await.is(200).holds("Import annulé").lacks("Annuler cet import");
    assert_eq!(office.count("person").await, 1);
    let acts: Vec<String> = sql("select action from audit_event where subject = 'import' order by seq")
        .values(app.db())
        .await
        .unwrap();
    let expected =
        ["upload", "apply", "applied", "undo", "undone"].map(|verb| format!("network.imports.{verb}"));
    assert_eq!(acts, expected);
}

#[tokio::test]
async fn faults_are_shown_and_downloaded_and_the_good_lines_may_go() {
    let office = office().await;
    let (app, thomas) = (&office.app, &office.thomas);
    let page =
        office.checked("E1;Inès;Marchal;;;;EVR;conseiller;;;\nE2;;Girard;;;;AILLEURS;conseiller;;;\n").await;
    app.get(thomas, &page)
        .await
        .is(200)
        .holds("Ligne </span>3")
        .holds("Prénom")
        .holds("AILLEURS")
        .holds("Importer seulement les bonnes lignes")
        .lacks("Tout ou rien");
    app.get(thomas, &format!("{page}/faults.csv"))
        .await
        .is(200)
        .holds("3;Prénom;Cette cellule est à remplir.");
    // All or nothing is refused, also to who sends it by hand.
    app.post(thomas, &format!("{page}/apply"), &[("lines", "all")]).await.is(303);
    app.run_jobs().await;
    assert_eq!(office.count("person").await, 1);
    app.post(thomas, &format!("{page}/apply"), &[("lines", "good")]).await.is(303);
    app.run_jobs().await;
    assert_eq!(office.count("person").await, 2);
    app.get(thomas, &page).await.is(200).holds("défauts laissés de côté");
}

#[tokio::test]
async fn sec_05_what_cannot_be_read_is_refused_at_the_door() {
    let office = office().await;
    let (app, thomas) = (&office.app, &office.thomas);
    for (bytes, sentence) in [
        (bomb(), "Il est refusé par prudence."),
        (entities(), "déclarations dangereuses"),
        (b"%PDF-1.7".to_vec(), "C’est un PDF."),
        (Vec::new(), "Le fichier ne contient aucune ligne."),
    ] {
        let sent =
            app.upload(thomas, "/imports/new", &[("kind", "people")], ("file", "x.xlsx", &bytes)).await;
        sent.is(422).holds(sentence);
    }
    let file = ("file", "x.csv", b"a;b\n1;2\n".as_slice());
    app.upload(thomas, "/imports/new", &[("kind", "machines")], file)
        .await
        .is(422)
        .holds("Dites ce que contient");
    assert_eq!((office.count("import").await, office.count("import_chunk").await), (0, 0));
}

#[tokio::test]
async fn columns_are_checked_remembered_and_can_be_named_again() {
    let office = office().await;
    let (app, thomas) = (&office.app, &office.thomas);
    let text = "A;B;C\nE1;Inès;Marchal\n";
    let send = async || {
        let file = ("file", "x.csv", text.as_bytes());
        app.upload(thomas, "/imports/new", &[("kind", "people")], file).await.is(303).location.unwrap()
    };
    let columns = send().await;
    app.post(thomas, &columns, &[("column-staff_number", "0"), ("column-given_name", "0")])
        .await
        .is(422)
        .holds("href=\"#column-given_name\"")
        .holds("href=\"#column-family_name\"");
    let share = [
        ("column-staff_number", "0"),
        ("column-given_name", "1"),
        ("column-family_name", "2"),
        ("most_leavers", "1000"),
    ];
    app.post(thomas, &columns, &share).await.is(422).holds("href=\"#most_leavers\"");
    app.post(thomas, &columns, &share[..3]).await.is(303);
    app.run_jobs().await;
    let again = send().await;
    let page = app.get(thomas, &again).await.is(200);
    page.holds("value=\"0\" selected>A – A")
        .holds("value=\"1\" selected>B – B")
        .holds("value=\"2\" selected>C – C");
    app.get(thomas, &columns).await.is(200);
}

#[tokio::test]
async fn sec_01_another_organisation_and_who_may_not_import_see_nothing() {
    let office = office().await;
    let app = &office.app;
    let page = office.checked("E1;Inès;Marchal;;;;EVR;conseiller;;;\n").await;
    let elsewhere = an_organisation(app.db()).await;
    let other = a_person(&elsewhere, "Claire", "Vasseur").await;
    granted(&elsewhere, other, Role::Admin, Scope::Network).await;
    let claire = app.sign_in(elsewhere.org(), other).await;
    let manager = a_person(&office.org, "Nadège", "Fournier").await;
    assigned(&office.org, manager, office.evry, relais_directory::assignments::Function::Manager).await;
    let nadege = app.sign_in(office.org.org(), manager).await;
    for who in [&claire, &nadege] {
        for end in ["", "/progress", "/columns", "/faults.csv"] {
            app.get(who, &format!("{page}{end}")).await.is(404);
        }
        for end in ["/columns", "/apply", "/undo", "/remove"] {
            app.post(who, &format!("{page}{end}"), &[]).await.is(404);
        }
    }
    app.get(&nadege, "/imports").await.is(404);
    app.get(&claire, "/imports").await.is(200).holds("Aucun import pour l’instant");
}

#[tokio::test]
async fn one_import_at_a_time_and_an_unwanted_file_is_removed() {
    let office = office().await;
    let (app, thomas) = (&office.app, &office.thomas);
    let first = office.checked("E1;Inès;Marchal;;;;EVR;conseiller;;;\n").await;
    let second = office.checked("E2;Paul;Girard;;;;EVR;conseiller;;;\n").await;
    app.post(thomas, &format!("{first}/apply"), &[("lines", "all")]).await.is(303);
    app.post(thomas, &format!("{second}/apply"), &[("lines", "all")])
        .await
        .is(422)
        .holds("Un autre import du même type");
    app.run_jobs().await;
    app.post(thomas, &format!("{second}/remove"), &[]).await.is(303);
    app.get(thomas, &second).await.is(404);
    app.post(thomas, &format!("{first}/remove"), &[]).await.is(303);
    app.get(thomas, &first).await.is(200);
    let _: OrgId = office.org.org();
}

#[tokio::test]
async fn another_sheet_of_a_workbook_can_be_chosen() {
    let office = office().await;
    let (app, thomas) = (&office.app, &office.thomas);
    let mut writer = relais_sheets::XlsxWriter::new("Personnes").unwrap();
    for row in [["Matricule", "Prénom", "Nom"], ["E1", "Inès", "Marchal"]] {
        writer.row(&row.map(relais_sheets::Cell::from)).unwrap();
    }
    let mut bytes = Vec::new();
    writer.finish(&mut bytes).unwrap();
    let sent =
        app.upload(thomas, "/imports/new", &[("kind", "people")], ("file", "x.xlsx", &bytes)).await.is(303);
    let columns = sent.location.unwrap();
    app.get(thomas, &columns).await.is(200).holds("Personnes").lacks("point-virgule");
    app.get(thomas, &format!("{columns}?sheet=Autre")).await.is(200).holds("n’a pas de feuille");
}

#[tokio::test]
async fn prv_01_an_import_is_undone_only_while_what_it_changed_is_kept() {
    let office = office().await;
    let (app, thomas) = (&office.app, &office.thomas);
    let page = office.checked("E1;Inès;Marchal;;;;EVR;conseiller;;;\n").await;
    app.post(thomas, &format!("{page}/apply"), &[("lines", "all")]).await.is(303);
    app.run_jobs().await;
    let tx = app.db().begin().await.unwrap();
    let written = app.db().clock().now().minus(std::time::Duration::from_secs(89 * 86_400));
    sql("update import set applied_at = $1").bind(written).run(&tx).await.unwrap();
    tx.commit().await.unwrap();
    app.get(thomas, &page).await.is(200).holds("trop ancien pour être annulé").lacks("Annuler cet import");
    app.post(thomas, &format!("{page}/undo"), &[]).await.is(303);
    app.run_jobs().await;
    app.get(thomas, &page).await.is(200).holds("Import terminé");
    assert_eq!(office.count("person").await, 2);
}

#[tokio::test]
async fn a_file_that_is_too_large_ends_on_its_form_with_a_sentence() {
    let office = office().await;
    let large = vec![b'x'; 67 * 1024 * 1024];
    let file = ("file", "personnes.csv", large.as_slice());
    office
        .app
        .upload(&office.thomas, "/imports/new", &[("kind", "people")], file)
        .await
        .is(422)
        .holds("Le fichier dépasse 64 Mo")
        .holds("id=\"file-error\"")
        .holds("value=\"people\" checked");
    assert_eq!(office.count("import").await, 0);
}

#[tokio::test]
async fn ops_06_missing_regions_are_told_once_and_created_in_one_step() {
    let office = office().await;
    let (app, thomas) = (&office.app, &office.thomas);
    let lines: String = (1..=8).map(|n| format!("U{n};Boutique {n};boutique;91;Grand Sud;;;\n")).collect();
    let text = crate::world::units(&lines);
    let sent = app
        .upload(thomas, "/imports/new", &[("kind", "units")], ("file", "unites.csv", text.as_bytes()))
        .await
        .is(303);
    let columns = sent.location.unwrap();
    let chosen = [
        ("column-code", "0"),
        ("column-name", "1"),
        ("column-kind", "2"),
        ("column-department", "3"),
        ("column-region", "4"),
    ];
    let page = app.post(thomas, &columns, &chosen).await.is(303).location.unwrap();
    app.run_jobs().await;
    app.get(thomas, &page)
        .await
        .is(200)
        .holds("2 à 9")
        .holds("Créer les régions manquantes et vérifier à nouveau")
        .holds("type=\"hidden\" name=\"column-region\" value=\"4\"");
    app.get(thomas, "/imports").await.is(200).holds("à corriger").lacks("prêt à importer");
    let again = [&chosen[..], &[("create_regions", "yes")]].concat();
    app.post(thomas, &columns, &again).await.is(303);
    app.run_jobs().await;
    app.get(thomas, &page).await.is(200).lacks("Créer les régions manquantes et vérifier");
    app.post(thomas, &format!("{page}/apply"), &[("lines", "all")]).await.is(303);
    app.run_jobs().await;
    app.get(thomas, &page)
        .await
        .is(200)
        .holds("Voir les 8 unités")
        .holds("Importer les personnes")
        .lacks("Déposer un fichier corrigé");
    app.post(thomas, &format!("{page}/undo"), &[]).await.is(303);
    app.run_jobs().await;
    app.get(thomas, &page)
        .await
        .is(200)
        .holds("Ce qui avait été écrit, puis annulé")
        .lacks("Voir les 8 unités");
}

#[tokio::test]
async fn ops_06_who_comes_leaves_and_returns_is_told_before_anything_is_written() {
    let office = office().await;
    let days = [("column-joined_day", "9"), ("column-left_day", "10")];
    let named: Vec<_> = COLUMNS.into_iter().chain(days).collect();
    let bring = async |line: &str| {
        let page = office.checked_with(line, &named).await;
        let shown = office.app.get(&office.thomas, &page).await.is(200);
        office.app.post(&office.thomas, &format!("{page}/apply"), &[("lines", "all")]).await.is(303);
        office.app.run_jobs().await;
        shown
    };
    bring("E1;Inès;Marchal;;;;EVR;conseiller;2020-01-06;2020-01-06;\n").await.holds("ajout");
    bring("E1;Inès;Marchal;;;;EVR;conseiller;2020-01-06;2020-01-06;2026-11-10\n").await.holds("départ");
    let back = bring("E1;Inès;Marchal;;;;EVR;conseiller;;2026-11-20;\n").await;
    back.holds("retour").lacks("modification");
    bring("E1;Inès;Marchand;;;;EVR;conseiller;;2026-11-20;\n").await.holds("modification").lacks("retour");
}
