//! What is near and what is not, in the words of shops.

use relais_verbatim::Corpus;

/// Entries as people write them, folded.
const SAID: [&str; 12] = [
    "l imprimante du fond tombe en panne chaque samedi",
    "il faut ouvrir sept logiciels pour repondre a une question",
    "personne ne repond quand on appelle le support regional a midi",
    "le terminal de paiement perd le reseau quand il pleut",
    "les colis arrivent apres l ouverture et bloquent l accueil",
    "on n a pas de salle pour recevoir un client fache",
    "le planning change la veille au soir",
    "les demonstrateurs ne sont jamais charges le matin",
    "la climatisation de l accueil est en panne depuis juin",
    "deux badges pour entrer dans la reserve",
    "afficher le temps d attente reel a l entree meme quand il est mauvais",
    "supprimer la double saisie du motif de visite",
];

#[test]
fn grp_02_the_same_said_otherwise_is_found() {
    let corpus = Corpus::new(SAID);
    for (asked, found) in [
        ("imprimante en panne encore ce samedi", 0),
        ("l imprimente tombe en panne", 0),
        ("on ouvre sept logiciel pour une seule question", 1),
        ("le support regional ne repond pas le midi", 2),
        ("terminaux de paiement sans reseau des qu il pleut", 3),
        ("les plannings changent la veille", 6),
        ("demonstrateur pas charge", 7),
        ("double saisie des motifs", 11),
    ] {
        let near = corpus.nearest(asked, 0.3, 3);
        assert_eq!(near.first().map(|near| near.place), Some(found), "{asked}: {near:?}");
    }
}

#[test]
fn grp_02_what_is_about_something_else_is_not() {
    let corpus = Corpus::new(SAID);
    for asked in [
        "le cafe est froid",
        "il manque une chaise au comptoir",
        "les clients demandent la fibre",
        "aller chercher les cles chez le voisin",
        "the parking is closed on mondays",
        "",
        "le la les de du",
    ] {
        assert_eq!(corpus.nearest(asked, 0.3, 3), [], "{asked}");
    }
}

#[test]
fn being_near_is_mutual_and_a_text_is_nearest_to_itself() {
    let corpus = Corpus::new(SAID);
    let likeness = |a: usize, b: usize| {
        let near = corpus.nearest(SAID[a], 0.0, SAID.len());
        near.iter().find(|near| near.place == b).unwrap().likeness
    };
    for (a, one) in SAID.iter().enumerate() {
        assert!((likeness(a, a) - 1.0).abs() < 1e-9);
        for (b, other) in SAID.iter().enumerate() {
            assert!((likeness(a, b) - likeness(b, a)).abs() < 1e-9);
            assert!(a == b || likeness(a, b) < 0.5, "{one} / {other}");
        }
    }
}

#[test]
fn the_order_of_the_texts_does_not_matter() {
    let turned: Vec<&str> = SAID.iter().rev().copied().collect();
    let (one, other) = (Corpus::new(SAID), Corpus::new(turned));
    for asked in SAID {
        let (a, b) = (one.nearest(asked, 0.2, 4), other.nearest(asked, 0.2, 4));
        let likenesses =
            |near: &[relais_verbatim::Near]| near.iter().map(|near| near.likeness).collect::<Vec<_>>();
        for (a, b) in likenesses(&a).iter().zip(likenesses(&b)) {
            assert!((a - b).abs() < 1e-9);
        }
        assert_eq!(a[0].place, SAID.len() - 1 - b[0].place);
    }
}

#[test]
fn nothing_is_near_where_nothing_was_said() {
    assert_eq!(Corpus::new([]).nearest("l imprimante", 0.0, 3), []);
    assert_eq!(Corpus::default().nearest("", 0.0, 3), []);
}
