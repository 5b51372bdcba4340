//! How people write codes in files: « Boutique », « responsable », « Essonne ».

use relais_directory::departments::DEPARTMENTS;
use relais_kernel::fold;

const KINDS: &[(&str, &str)] = &[
    ("boutique", "shop"),
    ("magasin", "shop"),
    ("store", "shop"),
    ("point de vente", "shop"),
    ("agence", "branch"),
    ("centre de contacts", "contact_centre"),
    ("centre de contact", "contact_centre"),
    ("centre d appels", "contact_centre"),
    ("centre de relation client", "contact_centre"),
    ("call centre", "contact_centre"),
    ("call center", "contact_centre"),
    ("contact center", "contact_centre"),
    ("siege", "support"),
    ("soutien", "support"),
    ("fonction support", "support"),
    ("head office", "support"),
];

const CHANNELS: &[(&str, &str)] = &[
    ("comptoir", "counter"),
    ("accueil", "counter"),
    ("boutique", "counter"),
    ("sur place", "counter"),
    ("telephone", "phone"),
    ("tel", "phone"),
    ("messagerie", "chat"),
    ("tchat", "chat"),
    ("courriel", "mail"),
    ("courrier", "mail"),
    ("e mail", "mail"),
    ("email", "mail"),
    ("ecrit", "mail"),
    ("domicile", "home_visit"),
    ("a domicile", "home_visit"),
    ("visite", "home_visit"),
    ("visite a domicile", "home_visit"),
];

const FUNCTIONS: &[(&str, &str)] = &[
    ("responsable", "manager"),
    ("responsable de boutique", "manager"),
    ("responsable d agence", "manager"),
    ("directeur", "manager"),
    ("directrice", "manager"),
    ("gerant", "manager"),
    ("gerante", "manager"),
    ("adjoint", "deputy"),
    ("adjointe", "deputy"),
    ("responsable adjoint", "deputy"),
    ("responsable adjointe", "deputy"),
    ("adjointe ou adjoint", "deputy"),
    ("assistant manager", "deputy"),
    ("conseil clients", "adviser"),
    ("conseiller", "adviser"),
    ("conseillere", "adviser"),
    ("conseiller de vente", "adviser"),
    ("conseillere de vente", "adviser"),
    ("vendeur", "adviser"),
    ("vendeuse", "adviser"),
    ("advisor", "adviser"),
    ("equipe technique", "technician"),
    ("technicien", "technician"),
    ("technicienne", "technician"),
    ("charge de clientele", "care"),
    ("chargee de clientele", "care"),
    ("service client", "care"),
    ("suivi client", "care"),
    ("customer care", "care"),
    ("soutien", "support"),
    ("fonction support", "support"),
];

fn meant(table: &[(&'static str, &'static str)], typed: &str) -> String {
    let folded = fold(typed);
    table
        .iter()
        .find(|(name, _)| *name == folded)
        .map_or_else(|| typed.to_owned(), |(_, code)| (*code).to_owned())
}

/// The kind of unit that is meant, as typed when nobody knows.
pub(super) fn unit_kind(typed: &str) -> String {
    meant(KINDS, typed)
}

/// The channels of a list such as « comptoir, téléphone ».
pub(super) fn channels(typed: &str) -> Vec<String> {
    typed
        .split([',', ';', '/', '|', '\n'])
        .map(str::trim)
        .filter(|one| !one.is_empty())
        .map(|one| meant(CHANNELS, one))
        .collect()
}

/// The function that is meant.
pub(super) fn function(typed: &str) -> String {
    meant(FUNCTIONS, typed)
}

/// The department that is meant: its code, or its name.
pub(super) fn department(typed: &str) -> String {
    let folded = fold(typed);
    let by_name = DEPARTMENTS.iter().find(|(_, name)| fold(name) == folded);
    by_name.map_or_else(|| typed.to_owned(), |(code, _)| (*code).to_owned())
}

#[cfg(test)]
mod tests {
    use relais_directory::{
        assignments::Function,
        units::{Channel, UnitKind},
    };

    use super::*;

    #[test]
    fn every_synonym_means_a_code() {
        assert!(KINDS.iter().all(|(_, code)| code.parse::<UnitKind>().is_ok()));
        assert!(CHANNELS.iter().all(|(_, code)| code.parse::<Channel>().is_ok()));
        assert!(FUNCTIONS.iter().all(|(_, code)| code.parse::<Function>().is_ok()));
        for (name, _) in KINDS.iter().chain(CHANNELS).chain(FUNCTIONS) {
            assert_eq!(fold(name), *name, "a name is compared folded");
        }
    }

    #[test]
    fn net_02_a_department_may_be_named() {
        assert_eq!(department("ESSONNE"), "91");
        assert_eq!(department("Côte d’Or"), "21");
        assert_eq!(department("2a"), "2a");
    }

    #[test]
    fn what_nobody_knows_stays_as_typed() {
        assert_eq!(function("Magicienne"), "Magicienne");
        assert_eq!(function("Conseillère"), "adviser");
        assert_eq!(channels("Comptoir ; téléphone,drone"), ["counter", "phone", "drone"]);
    }
}
