//! Files of units.

use relais_directory::{
    assignments, grants, organisations, regions,
    units::{self, Channel, UnitKind},
};
use relais_network::imports::{FileKind, Options, Settings, State};
use relais_testkit::builders::{day, today};

use crate::world::{told, units as lines, world};

#[tokio::test]
async fn units_are_written_with_their_channels_and_region() {
    let world = world().await;
    let outcome = world
        .units(
            "CHA;Châteauneuf;agence;Haute-Vienne;ile-de-france sud;Châteauneuf;05 55 00 00 00;Comptoir, à domicile\n\
             CTR;Centre Ouest;centre de contacts;35;;;;\n",
        )
        .await;
    assert_eq!(outcome.record.state, State::Applied, "{:?}", outcome.faults);
    let unit = units::by_code(&world.org, "CHA").await.unwrap().unwrap();
    assert_eq!((unit.kind, unit.department_code.as_str()), (UnitKind::Branch, "87"));
    assert_eq!(units::channels(&world.org, unit.id).await.unwrap(), [Channel::Counter, Channel::HomeVisit]);
    let places = units::places(&world.org, unit.id, today()).await.unwrap();
    assert_eq!(places[0].region_name, "Île-de-France Sud");
    let centre = units::by_code(&world.org, "CTR").await.unwrap().unwrap();
    assert_eq!(
        units::channels(&world.org, centre.id).await.unwrap(),
        [Channel::Phone, Channel::Chat, Channel::Mail]
    );
}

#[tokio::test]
async fn a_missing_region_is_a_fault_or_is_created_once() {
    let world = world().await;
    let text = lines("CHA;Châteauneuf;agence;87;Grand Ouest;;;\nCHB;Bellac;agence;87;grand ouest;;;\n");
    let outcome = world.run(FileKind::Units, &text, &Settings::default()).await;
    assert_eq!(outcome.record.state, State::Checked);
    let unknown = "import-region-unknown";
    assert_eq!(told(&outcome.faults), [(2, "Région", unknown), (3, "Région", unknown)]);

    let options = Options { create_regions: true, ..Options::default() };
    let settings = Settings { options: Some(options), ..Settings::default() };
    let outcome = world.run(FileKind::Units, &text, &settings).await;
    assert_eq!(outcome.record.state, State::Applied, "{:?}", outcome.faults);
    let main = organisations::main_hierarchy(&world.org).await.unwrap().id;
    let mut names: Vec<_> =
        regions::of_hierarchy(&world.org, main).await.unwrap().into_iter().map(|r| r.name).collect();
    names.sort();
    assert_eq!(names, ["Grand Ouest", "Île-de-France Sud"]);
}

#[tokio::test]
async fn only_what_differs_is_changed_and_the_same_file_again_changes_nothing() {
    let world = world().await;
    let text =
        "EVR;Évry 2;Boutique;91;Île-de-France Sud;Évry;01 60 00 00 00;\nVIT;Vitry;Boutique;91;;Vitry;;\n";
    let outcome = world.units(text).await;
    let counts = outcome.record.counts();
    assert_eq!((counts.new, counts.changed, counts.same), (0, 1, 1), "{:?}", outcome.record.differences());
    let unit = units::by_code(&world.org, "EVR").await.unwrap().unwrap();
    assert_eq!(
        (unit.name.as_str(), unit.phone.as_deref(), unit.version),
        ("Évry 2", Some("01 60 00 00 00"), 2)
    );
    let before = world.rows().await;
    let again = world.units(text).await.record.counts();
    assert_eq!((again.changed, again.same), (0, 2));
    assert_eq!(world.rows().await, before);
}

#[tokio::test]
async fn what_a_file_would_change_of_a_units_region_is_told_with_both_names() {
    let world = world().await;
    let options = Options { create_regions: true, ..Options::default() };
    let settings = Settings { options: Some(options), dry_run: true, ..Settings::default() };
    let text =
        lines("EVR;Évry;Boutique;91;Grand Ouest;Évry;;\nVIT;Vitry 2;Boutique;91;Île-de-France Sud;Vitry;;\n");
    world
        .run(
            FileKind::Units,
            lines("ROU;Rouen;Boutique;76;Grand Ouest;Rouen;;\n"),
            &Settings { dry_run: false, ..settings.clone() },
        )
        .await;
    let outcome = world.run(FileKind::Units, text, &settings).await;
    let changes = outcome.record.differences();
    let region = |code: &str| {
        let unit = changes.iter().find(|unit| unit.label == code).unwrap();
        unit.fields
            .iter()
            .find(|(field, ..)| field == "region")
            .map(|(_, from, to)| (from.as_str(), to.as_str()))
    };
    assert_eq!(region("EVR"), Some(("Île-de-France Sud", "Grand Ouest")));
    assert_eq!(region("VIT"), None, "it stays where it is");
}

#[tokio::test]
async fn a_column_that_the_file_lacks_leaves_what_is_there() {
    let world = world().await;
    world.units("EVR;Évry;Boutique;91;;Évry-Courcouronnes;01 60 00 00 00;téléphone\n").await;
    let text = "Code;Nom;Type;Département\nEVR;Évry 2;Boutique;91\n";
    let outcome = world.run(FileKind::Units, text, &Settings::default()).await;
    assert_eq!(outcome.record.counts().changed, 1, "{:?}", outcome.faults);
    let unit = units::by_code(&world.org, "EVR").await.unwrap().unwrap();
    assert_eq!((unit.town.as_str(), unit.phone.as_deref()), ("Évry-Courcouronnes", Some("01 60 00 00 00")));
    assert_eq!(units::channels(&world.org, unit.id).await.unwrap(), [Channel::Phone]);
}

#[tokio::test]
async fn net_01_a_unit_closed_by_a_file_ends_what_people_hold_there_and_undo_gives_it_back() {
    let world = world().await;
    let header = "Code;Nom;Type;Département;Ville;Fermeture\n";
    world.run(FileKind::Units, format!("{header}EVR;Évry;boutique;91;Évry;\n"), &Settings::default()).await;
    world.people("E1;Inès;Marchal;;;;EVR;responsable;2020-01-06;;\nE2;Paul;Girard;;;;EVR;conseiller;2020-01-06;;\n").await;
    let before = world.rows().await;
    let closing = format!("{header}EVR;Évry;boutique;91;Évry;2026-11-20\n");
    let closed = world.run(FileKind::Units, closing, &Settings::default()).await;
    assert_eq!(closed.record.state, State::Applied, "{:?}", closed.faults);
    let ines = world.person("E1").await.id;
    let held = assignments::of_person(&world.org, ines).await.unwrap().remove(0);
    assert_eq!(held.to_day, Some(day("2026-11-20")));
    assert!(grants::held_today(&world.org, ines, today()).await.unwrap().is_empty());
    // Last night's file still has them there: nothing moves, and a person decides.
    let again = world.people("E2;Paul;Girard;;;;EVR;conseiller;2020-01-06;;\n").await;
    assert_eq!((again.record.state, again.record.counts().same), (State::Applied, 1), "{:?}", again.faults);
    assert_eq!(again.notices[0].message, "import-unit-closed-under");
    world.undo(&closed).await;
    assert_eq!(world.rows().await, before);
}

#[tokio::test]
async fn net_04_a_units_own_clock_and_language_are_read_and_kept() {
    let world = world().await;
    let text =
        "code;nom;type;département;fuseau horaire;langue\nSTD;Saint-Denis;boutique;974;Indian/Reunion;en\n";
    let outcome = world.run(FileKind::Units, text, &Settings::default()).await;
    assert_eq!(outcome.record.state, State::Applied, "{:?}", outcome.faults);
    let clock = async || {
        let unit = units::by_code(&world.org, "STD").await.unwrap().unwrap();
        (unit.time_zone, unit.locale)
    };
    assert_eq!(clock().await, ("Indian/Reunion".to_owned(), relais_kernel::Locale::En));
    let renamed = "code;nom;type;département\nSTD;Saint-Denis centre;boutique;974\n";
    let outcome = world.run(FileKind::Units, renamed, &Settings::default()).await;
    assert_eq!(outcome.record.state, State::Applied, "{:?}", outcome.faults);
    assert_eq!(clock().await, ("Indian/Reunion".to_owned(), relais_kernel::Locale::En));
}

#[tokio::test]
async fn a_region_that_cannot_be_made_is_a_fault_in_its_own_column() {
    let world = world().await;
    let text = lines(&format!("CHA;Châteauneuf;agence;87;{};;;\n", "Ouest".repeat(40)));
    let options = Options { create_regions: true, ..Options::default() };
    let settings = Settings { options: Some(options), ..Settings::default() };
    let outcome = world.run(FileKind::Units, &text, &settings).await;
    assert_eq!(told(&outcome.faults)[0].1, "Région", "{:?}", outcome.faults);
}
