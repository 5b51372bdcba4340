//! Writes the gallery and a few sample pages as static files, to be looked at:
//! `cargo run -p relais-web --example gallery -- target/gallery`, then serve that folder (`python3 -m http.server`).

use std::{error::Error, fs, path::Path, sync::Arc};

use askama::Template;
use relais_kernel::Locale;
use relais_web::{
    assets,
    components::{
        BatonCard, Button, Chip, Due, EmptyState, Facts, Field, FormErrors, LinkButton, Notice, Pager,
        ScoreTile, SearchBox, Select, Side, Tabs, Tone, WeekGrid, Whisker,
    },
    gallery::gallery,
    shell::{NavItem, OrgChoice, Shell, Theme, ViewerMenu},
};
use relais_words::{Catalogue, Source, Words};

const OWN: Source =
    Source { room: "web", fr: include_str!("../locales/fr.ftl"), en: include_str!("../locales/en.ftl") };

#[derive(Template)]
#[template(path = "samples/batons.html")]
struct Batons {
    cards: Vec<BatonCard>,
}

#[derive(Template)]
#[template(path = "samples/list.html")]
struct List {
    search: SearchBox,
    pager: Pager,
    units: Vec<(&'static str, &'static str, &'static str, &'static str, Chip)>,
}

#[derive(Template)]
#[template(path = "samples/form.html")]
struct Form {
    errors: FormErrors,
    fields: Vec<Field>,
    pair: [Field; 2],
    region: Select,
}

#[derive(Template)]
#[template(path = "samples/unit.html")]
struct Unit {
    tabs: Tabs,
    facts: Facts,
    tiles: Vec<ScoreTile>,
    week: WeekGrid,
    empty: EmptyState,
}

#[derive(Template)]
#[template(path = "samples/sign_in.html")]
struct SignIn {
    mail: Field,
    password: Field,
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "target/gallery".into());
    let folder = Path::new(&folder);
    fs::create_dir_all(folder.join("assets"))?;
    for asset in assets::all() {
        fs::write(folder.join(asset.url.trim_start_matches('/')), asset.bytes)?;
    }
    let catalogue = Arc::new(Catalogue::build(&[OWN])?);
    for locale in [Locale::Fr, Locale::En] {
        let w = Words::new(Arc::clone(&catalogue), locale);
        for theme in [Theme::Light, Theme::Dark] {
            for (name, html) in pages(&w, theme) {
                fs::write(folder.join(format!("{name}-{locale}-{}.html", theme.code())), html)?;
            }
        }
    }
    Ok(())
}

fn shell(w: &Words, title: &str, theme: Theme, current: usize) -> Shell {
    let nav = [
        ("Mes relais", "arrow-left-right", true),
        ("Demander", "message-circle", true),
        ("Ma journée", "calendar-days", true),
        ("L’équipe", "users-round", true),
        ("Boutiques", "store", false),
        ("Écoute", "ear", false),
        ("Réglages", "settings", false),
    ];
    let nav = nav.into_iter().enumerate().map(|(i, (label, icon, bar))| {
        let item = NavItem::new("#", label, icon).current(i == current);
        if bar { item.in_bar() } else { item }
    });
    Shell::page(w, title)
        .theme(theme)
        .nav(nav)
        .org("Clairlien")
        .orgs([OrgChoice::new(1, "Clairlien", true), OrgChoice::new(2, "Banque des Alpes", false)])
        .scope("Île-de-France Sud · 8 boutiques")
        .viewer(ViewerMenu::new("Inès").detail("Manager, Évry"))
        .search("")
        .printed("21 novembre 2026")
}

fn pages(w: &Words, theme: Theme) -> Vec<(&'static str, String)> {
    vec![
        ("gallery", shell(w, "Galerie", theme, 0).around(gallery(w))),
        ("batons", shell(w, "Mes relais", theme, 0).around_page(&Batons { cards: batons(w) })),
        ("list", shell(w, "Boutiques", theme, 4).around_page(&list(w))),
        ("form", shell(w, "Nouvelle boutique", theme, 4).back("#", "Boutiques").around_page(&form(w))),
        (
            "unit",
            shell(w, "Évry", theme, 4)
                .back("#", "Boutiques")
                .flash(Some(Notice::kept("Les horaires d’Évry sont gardés. Ils comptent dès lundi.")))
                .around_page(&unit(w)),
        ),
        (
            "sign-in",
            Shell::bare(w, "Se connecter").theme(theme).around_page(&SignIn {
                mail: Field::email(w, "mail", "Adresse électronique").untold().required(),
                password: Field::password(w, "password", "Mot de passe").untold().required(),
            }),
        ),
    ]
}

fn batons(w: &Words) -> Vec<BatonCard> {
    vec![
        BatonCard::new(Side::Customer, "Cliente · box qui ne synchronise pas", "La rassurer avant 14 h 35")
            .more("Les experts 91-94 cherchent encore. Dites-lui qui s’en occupe et quand vous la rappelez.")
            .due(Due::new(w, "15 min", 22, Tone::Soon))
            .action(LinkButton::primary("#", "Appeler maintenant").icon("phone")),
        BatonCard::new(Side::Customer, "Client · facture du 3", "La réponse est arrivée : à lui dire")
            .more("« Le geste de 4 € est fait, visible sur la prochaine facture. » — expert facturation")
            .due(Due::new(w, "avant 16 h", 64, Tone::Plain))
            .action(Button::primary("Je l’ai prévenu"))
            .action(LinkButton::plain("#", "Lire")),
        BatonCard::new(Side::Employee, "Équipe · imprimante du fond", "Petit caillou que vous avez accepté")
            .more("Quatre collègues l’ont signalé. Échange prévu, à confirmer.")
            .due(Due::new(w, "lundi", 85, Tone::Kept))
            .action(LinkButton::plain("#", "Donner des nouvelles")),
    ]
}

fn list(w: &Words) -> List {
    let region = Select::new(w, "region", "Région")
        .untold()
        .option("", "Toutes les régions")
        .option("idf", "Île-de-France Sud");
    let open = || Chip::new("ouverte").tone(Tone::Kept);
    List {
        search: SearchBox::new(w, "#", "q", "Nom ou code d’une boutique").live("#results").more(region),
        pager: Pager::new(w, None, Some("?after=x".into())).told("6 boutiques sur 312"),
        units: vec![
            ("Châteauneuf-du-Pape-en-Grésivaudan", "CHNF-01", "Auvergne-Rhône-Alpes", "4", open()),
            ("Créteil Soleil", "CRET-01", "Île-de-France Sud", "14", open()),
            ("Évry", "EVRY-01", "Île-de-France Sud", "12", open()),
            (
                "Évry 2",
                "EVRY-02",
                "Île-de-France Sud",
                "7",
                Chip::new("ouvre le 3 décembre").tone(Tone::Soon),
            ),
            ("Massy", "MASS-01", "Île-de-France Sud", "9", open()),
            ("Vitry-sur-Seine", "VITR-01", "Île-de-France Sud", "0", Chip::new("fermée")),
        ],
    }
}

fn form(w: &Words) -> Form {
    let taken = "Ce code appartient déjà à « Évry 2 ». Choisissez-en un autre.";
    Form {
        errors: FormErrors::new(w).field("code", taken),
        fields: vec![
            Field::text(w, "name", "Nom de la boutique").required().value("Évry Centre").max_length(80),
            Field::text(w, "code", "Code")
                .required()
                .value("EVRY-02")
                .error(Some(taken))
                .hint("Lettres, chiffres et tirets."),
        ],
        pair: [
            Field::date(w, "opens", "Ouvre le").value("2026-12-03").required(),
            Field::tel(w, "tel", "Téléphone"),
        ],
        region: Select::new(w, "region", "Région")
            .required()
            .option("", "Choisir une région")
            .option("idf", "Île-de-France Sud"),
    }
}

fn unit(w: &Words) -> Unit {
    let split = || vec![(9 * 60 + 30, 12 * 60 + 30), (14 * 60, 19 * 60)];
    let week = [vec![(14 * 60, 19 * 60)], split(), split(), split(), split(), vec![(570, 1170)], vec![]];
    Unit {
        tabs: Tabs::new(w, "Boutique")
            .tab("#", "Fiche", true)
            .counted("#", "Équipe", 12, false)
            .tab("#", "Horaires", false),
        facts: Facts::new()
            .fact("Adresse", "12, cours Blaise-Pascal, 91000 Évry-Courcouronnes")
            .fact("Téléphone", "01 69 36 00 00")
            .fact("Ouverte depuis", "3 mars 2019")
            .piece("État", Chip::new("ouverte").tone(Tone::Kept)),
        tiles: vec![
            ScoreTile::new(w, "Facilité (part de 5 à 7)", "71 %")
                .side(Side::Customer)
                .interval(Whisker::new(0.67, 0.71, 0.75, "de 67 à 75 %"))
                .sample("512 réponses · taux 23 %")
                .change("Pas de changement certain depuis juillet", Tone::Plain),
            ScoreTile::too_few(w, "Accueil du matin, côté équipe")
                .side(Side::Employee)
                .sample("7 réponses · octobre"),
        ],
        week: WeekGrid::opening(w, "Horaires d’Évry", &week),
        empty: EmptyState::new("Aucun jour particulier n’est prévu.")
            .more("Un inventaire, un pont, une fermeture : notez-les pour que les délais en tiennent compte.")
            .icon("calendar-plus")
            .action(LinkButton::plain("#", "Ajouter un jour particulier").icon("plus")),
    }
}
