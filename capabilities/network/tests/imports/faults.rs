//! Faults by line and column; all or nothing; the good lines only; a check that changes nothing.

use relais_network::imports::{FileKind, Settings, State};

use crate::world::{dry, good_lines, people, told, units, world};

const MIXED: &str = "E1;Inès;Marchal;;;;EVR;conseiller;;;\n\
     E1;Inès;Marchal;;;;EVR;conseiller;;;\n\
     ;Paul;Girard;;;;EVR;conseiller;;;\n\
     E3;;Roy;pas une adresse;magie;;EVR;roi;hier;;\n\
     E4;Malik;Benali;;;;NULLEPART;conseiller;;;\n\
     E5;Zoé;Roy;;;;EVR;conseiller\n\
     E6;Claire;Vasseur;;;;VIT;adjointe;;;\n\
     E7;Denis;Petit;;;;EVR;conseiller;2026-05-01;;2026-03-31\n";

#[tokio::test]
async fn faults_are_told_by_line_and_column() {
    let world = world().await;
    let outcome = world.people(MIXED).await;
    assert_eq!(
        told(&outcome.faults),
        [
            (3, "Matricule", "import-duplicate"),
            (4, "Matricule", "import-cell-empty"),
            (5, "Prénom", "import-cell-empty"),
            (5, "E-mail", "email-unreadable"),
            (5, "Filière", "import-trade-unknown"),
            (5, "Fonction", "import-function-unknown"),
            (5, "Depuis le", "day-unreadable"),
            (6, "Code unité", "import-unit-unknown"),
            (7, "", "import-ragged"),
            (9, "Sortie", "days-out-of-order"),
        ]
    );
    assert_eq!(outcome.faults[0].args, [("line".to_owned(), "2".to_owned())]);
}

#[tokio::test]
async fn all_or_nothing_writes_nothing_when_one_line_is_wrong() {
    let world = world().await;
    let before = world.rows().await;
    let outcome = world.people(MIXED).await;
    assert_eq!((outcome.record.state, outcome.is_good()), (State::Checked, false));
    assert_eq!(outcome.record.counts().new, 2);
    assert_eq!(world.rows().await, before);
}

#[tokio::test]
async fn the_good_lines_only_leaves_the_others_out_and_lists_them() {
    let world = world().await;
    let outcome = world.run(FileKind::People, people(MIXED), &good_lines()).await;
    let counts = outcome.record.counts();
    assert_eq!((outcome.record.state, counts.new, counts.faults), (State::Applied, 2, 10));
    assert_eq!(outcome.faults.len(), 10);
    assert_eq!(world.rows().await["person"].len(), 2);
}

#[tokio::test]
async fn a_dry_run_changes_nothing() {
    let world = world().await;
    world.people("E1;Inès;Marchal;;;;EVR;conseiller;2020-01-06;;\n").await;
    let before = world.rows().await;
    let text = people("E1;Inès;Martin;;;Intérim;VIT;responsable;;;\nE2;Paul;Girard;;;;EVR;conseiller;;;\n");
    let outcome = world.run(FileKind::People, text, &dry()).await;
    let counts = outcome.record.counts();
    assert_eq!((outcome.record.state, counts.new, counts.changed), (State::Checked, 1, 1));
    let difference = outcome.record.differences().remove(0);
    let fields: Vec<_> = difference
        .fields
        .iter()
        .map(|(code, from, to)| (code.as_str(), from.as_str(), to.as_str()))
        .collect();
    let expected = [
        ("family_name", "Marchal", "Martin"),
        ("unit", "EVR", "VIT"),
        ("function", "adviser", "manager"),
        ("employer", "Énergie Proche", "Intérim"),
    ];
    assert_eq!(fields, expected);
    assert_eq!(world.rows().await, before);
}

#[tokio::test]
async fn many_faults_are_counted_and_the_first_thousand_kept() {
    let world = world().await;
    let lines: String = (0..1_500).map(|n| format!("X{n};Nom;Boutique;99;;;;\n")).collect();
    let outcome = world.run(FileKind::Units, units(&lines), &Settings::default()).await;
    assert_eq!((outcome.record.counts().faults, outcome.faults.len()), (1_500, 1_000));
}
