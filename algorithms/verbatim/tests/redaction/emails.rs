//! E-mail addresses as people type them.

use relais_verbatim::redaction::{Kind, redacted};

use crate::{each_is, name_of, none_in, seen};

#[test]
fn prv_06_an_address_is_found_however_it_is_written() {
    each_is(
        Kind::Email,
        &[
            "marie@exemple.fr",
            "marie.martin@exemple.fr",
            "Marie.MARTIN@Exemple.FR",
            "marie_martin+shop@mail.exemple.co.uk",
            "marie-martin-91@sous.domaine.exemple.com",
            "m@x.io",
            "élodie.lefèvre@société.fr",
            "e\u{301}lodie@exemple.fr",
            "иван@пример.рф",
            "_marie@exemple.museum",
            "marie＠exemple．fr",
            "marie﹫exemple.fr",
            "0612345678@exemple.fr",
            "marie @ exemple.fr",
            "marie @exemple.fr",
            "marie@ exemple.fr",
            "marie@exemple .fr",
            "marie@exemple. Fr",
            "marie @ exemple . fr",
            "marie\u{a0}@\u{a0}exemple\u{202f}.\u{a0}fr",
            "marie@exemple,fr",
            "marie arobase exemple.fr",
            "marie Arobase exemple point fr",
            "marie arobas exemple point fr",
            "marie arrobase exemple point fr",
            "marie point martin arobase exemple point fr",
            "marie tiret martin arobase exemple point fr",
            "marie underscore martin arobase exemple point com",
            "marie(at)exemple.fr",
            "marie (at) exemple.fr",
            "marie [at] exemple [dot] com",
            "marie {at} exemple (point) fr",
            "marie <at> exemple.fr",
            "marie ( at ) exemple.fr",
            "marie(@)exemple.fr",
            "marie (arobase) exemple (.) fr",
            "marie (at) exemple point co point uk",
            "marie.martin@gmail",
            "marie@orange",
        ],
    );
}

#[test]
fn prv_06_what_stands_around_an_address_is_left() {
    for (text, expected) in [
        ("Écrivez à marie@exemple.fr.", "Écrivez à [adresse]."),
        ("<marie@exemple.fr>", "<[adresse]>"),
        ("mailto:marie@exemple.fr?subject=x", "mailto:[adresse]?subject=x"),
        ("...marie@exemple.fr...", "...[adresse]..."),
        ("-marie@exemple.fr", "-[adresse]"),
        ("marie@exemple.fr. Merci", "[adresse]. Merci"),
        ("marie@exemple.fr. Net progrès", "[adresse]. Net progrès"),
        ("marie@exemple.fr point com", "[adresse] point com"),
        ("marie@exemple.fr-12", "[adresse]-12"),
        ("marie@exemple.fr.12", "[adresse].12"),
        ("a@x.fr,b@y.fr;c@z.fr", "[adresse],[adresse];[adresse]"),
        ("à ce point marie@exemple.fr", "à ce point [adresse]"),
        ("à ce point marie @ exemple.fr", "à ce point [adresse]"),
        ("marie@exemple.fr 06 12 34 56 78", "[adresse] [numéro]"),
        ("marie\nmartin@exemple.fr", "marie\n[adresse]"),
        ("marie.12-06-2026@exemple.fr", "[adresse]"),
        ("e\u{301}lodie@exemple.fre\u{301}", "[adresse]"),
    ] {
        assert_eq!(redacted(text, name_of), expected);
    }
}

#[test]
fn prv_06_a_very_long_name_is_no_way_out() {
    let text = format!("{}@exemple.fr", "a".repeat(64));
    assert_eq!(seen(&text), [(Kind::Email, text.as_str())]);
    let longer = format!("{}@exemple.fr", "a".repeat(200));
    assert_eq!(redacted(&longer, name_of), format!("{}[adresse]", "a".repeat(136)));
}

#[test]
fn prv_06_mentions_and_prose_are_left() {
    none_in(&[
        "@boutique",
        "merci @boutique !",
        "merci @boutique. De plus, rien",
        "merci @boutique.Elle est là",
        "merci @boutique.lyon",
        "(@boutique.fr)",
        "@boutique.fr",
        "merci @gmail",
        "rdv @ 14h30",
        "rdv@boutique",
        "3 @ 2.50",
        "a@b",
        "a@b.c",
        "a@1.2.3.4",
        "a@@b",
        "@ @ @",
        "marie@exemple.x1",
        "marie@exemple..fr",
        "marie\n@exemple.fr",
        "meet me at example.com",
        "un arobase dans le sujet",
        "l'arobase point fr",
        "marie arobase exemple",
        "marie (et) exemple.fr",
        "marie (at exemple.fr",
        "marie (at] exemple.fr",
        "marie arobases exemple.fr",
        "mariearobase exemple.fr",
        "9arobase exemple.fr",
        &format!("marie@{}fr", "b.".repeat(200)),
        "le point fr",
        "exemple.fr",
        "www.exemple.fr",
        "boutique @ centre. Des clients",
        "marie   @   exemple.fr",
    ]);
}
