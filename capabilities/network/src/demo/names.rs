//! Invented names, the same at each run: given and family names never pair twice in an organisation.

const GIVEN: [&str; 40] = [
    "Yanis",
    "Amandine",
    "Théo",
    "Fatou",
    "Lucas",
    "Chloé",
    "Mehdi",
    "Élodie",
    "Kévin",
    "Sabrina",
    "Julien",
    "Awa",
    "Maxime",
    "Noémie",
    "Romain",
    "Leïla",
    "Antoine",
    "Camille",
    "Ibrahim",
    "Manon",
    "Quentin",
    "Aurélie",
    "Bastien",
    "Djamila",
    "Florian",
    "Océane",
    "Guillaume",
    "Priscillia",
    "Hugo",
    "Rachida",
    "Jérémy",
    "Solange",
    "Loïc",
    "Tiphaine",
    "Mathieu",
    "Ursula",
    "Nicolas",
    "Virginie",
    "Olivier",
    "Zoé",
];

const FAMILY: [&str; 37] = [
    "Abadie",
    "Bellanger",
    "Chevallier",
    "Diallo",
    "Étienne",
    "Ferreira",
    "Guérin",
    "Hamadi",
    "Imbert",
    "Joubert",
    "Kone",
    "Lefèvre",
    "Mahé",
    "Nguyen",
    "Ollivier",
    "Perrin",
    "Quéméneur",
    "Rousseau",
    "Sanchez",
    "Traoré",
    "Urbain",
    "Vidal",
    "Weber",
    "Yildiz",
    "Zidane",
    "Aubry",
    "Bourgeois",
    "Cissé",
    "Delattre",
    "El Amrani",
    "Fontaine",
    "Garnier",
    "Hoarau",
    "Isambert",
    "Jacquet",
    "Kaya",
    "de Saint-Exupère",
];

/// Names one after the other. Forty and thirty-seven have no common divisor: the pairs repeat after 1,480 people.
pub(super) struct Names(usize);

impl Names {
    pub(super) fn from(start: usize) -> Self {
        Self(start)
    }

    pub(super) fn next(&mut self) -> (String, String) {
        let n = self.0;
        self.0 += 1;
        (GIVEN[n % GIVEN.len()].to_owned(), FAMILY[n % FAMILY.len()].to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_has_the_same_name_twice() {
        let mut names = Names::from(0);
        let all: std::collections::BTreeSet<_> = (0..400).map(|_| names.next()).collect();
        assert_eq!(all.len(), 400);
    }
}
