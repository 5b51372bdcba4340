//! Questions as shops ask them, made of usual words, less usual ones and some twenty thousand rare technical ones. The same
//! number always gives the same question.

const THINGS: [&str; 24] = [
    "box",
    "décodeur",
    "répéteur",
    "routeur",
    "mobile",
    "télécommande",
    "prise",
    "ligne",
    "facture",
    "abonnement",
    "forfait",
    "carte",
    "antenne",
    "câble",
    "écran",
    "application",
    "messagerie",
    "terminal",
    "boîtier",
    "modem",
    "compte",
    "contrat",
    "portabilité",
    "installation",
];
const SIGNS: [&str; 30] = [
    "clignote",
    "redémarre",
    "refuse",
    "affiche",
    "coupe",
    "ralentit",
    "chauffe",
    "grésille",
    "bloque",
    "échoue",
    "disparaît",
    "sature",
    "déconnecte",
    "plante",
    "tourne",
    "bipe",
    "fige",
    "expire",
    "boucle",
    "rejette",
    "perd",
    "ignore",
    "double",
    "annule",
    "retarde",
    "efface",
    "verrouille",
    "reboote",
    "scintille",
    "résiste",
];
const HOWS: [&str; 30] = [
    "orange",
    "rouge",
    "blanc",
    "matin",
    "samedi",
    "orage",
    "migration",
    "changement",
    "déménagement",
    "activation",
    "synchronisation",
    "appairage",
    "mise",
    "réinitialisation",
    "résiliation",
    "remplacement",
    "voisinage",
    "étage",
    "sous-sol",
    "campagne",
    "vacances",
    "relance",
    "prélèvement",
    "transfert",
    "renvoi",
    "coupure",
    "travaux",
    "sauvegarde",
    "livraison",
    "rétractation",
];
const BEGINNINGS: [&str; 24] = [
    "auto", "bi", "co", "contre", "dé", "électro", "en", "hydro", "hyper", "inter", "macro", "micro",
    "multi", "néo", "opto", "para", "photo", "poly", "pré", "pseudo", "rétro", "sub", "télé", "trans",
];
const MIDDLES: [&str; 40] = [
    "band", "bral", "cadr", "calibr", "commut", "cryod", "démod", "diffus", "filtr", "fluxor", "fréqu",
    "gabar", "grav", "guid", "index", "induct", "jalon", "lamin", "liais", "mandr", "modul", "nodal",
    "ohmis", "oscill", "paquet", "phas", "polar", "pont", "quantif", "radian", "résist", "sonar", "spectr",
    "tablet", "tension", "trellis", "turbin", "vecteur", "volt", "zonag",
];
const ENDINGS: [&str; 22] = [
    "age", "aire", "al", "ance", "ard", "ateur", "ateuse", "atif", "ation", "eau", "ence", "eron", "eur",
    "ier", "iette", "ique", "isme", "iste", "ite", "oir", "on", "ure",
];

/// All of it.
pub(super) struct Corpus {
    size: usize,
}

/// A question.
pub(super) struct Said {
    pub(super) title: String,
    pub(super) text: String,
    /// What somebody types who means it: a thing, a sign, and two rare words.
    pub(super) words: Vec<String>,
    /// Words that very many have.
    pub(super) usual: Vec<String>,
}

impl Corpus {
    pub(super) fn new(size: usize) -> Self {
        Self { size }
    }

    pub(super) fn one(&self, n: usize) -> Said {
        let n = n % self.size;
        let mut dice = Dice(n as u64 + 1);
        // The first of each list are much more usual than the last.
        let thing = THINGS[dice.usual(THINGS.len())];
        let sign = SIGNS[dice.usual(SIGNS.len())];
        let how = HOWS[dice.usual(HOWS.len())];
        let (rare, rarer) = (word(&mut dice), word(&mut dice));
        let model = 1 + dice.below(9);
        let title = format!("{thing} {sign} {rare} {n}");
        let text = format!(
            "La {thing} {model} du client {sign} depuis le {how}, avec un {rare} et le {rarer} du bureau {n}, que dire ?"
        );
        let owned = |word: &str| word.to_owned();
        Said {
            words: vec![rare, owned(sign), rarer, owned(how)],
            usual: vec![owned(thing), owned(sign), owned(how)],
            title: if n.is_multiple_of(super::ENTRIES) { title } else { text.clone() },
            text,
        }
    }
}

/// One of 21,120 words, the first much more usual than the last.
fn word(dice: &mut Dice) -> String {
    let (beginning, middle) = (BEGINNINGS[dice.below(BEGINNINGS.len())], MIDDLES[dice.usual(MIDDLES.len())]);
    format!("{beginning}{middle}{}", ENDINGS[dice.below(ENDINGS.len())])
}

/// A word with one slip: a letter missing, wrong, too many, or two swapped.
pub(super) fn slip(word: &str, seed: usize) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    if letters.len() < 5 {
        return word.to_owned();
    }
    let place = 1 + seed % (letters.len() - 2);
    match seed % 4 {
        0 => drop(letters.remove(place)),
        1 => letters[place] = 'w',
        2 => letters.insert(place, 'w'),
        _ => letters.swap(place, place + 1),
    }
    letters.into_iter().collect()
}

/// Numbers that follow from a seed (splitmix64).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % n as u64).unwrap_or(0)
    }

    /// The lesser the more often.
    fn usual(&mut self, n: usize) -> usize {
        self.below(n).min(self.below(n))
    }
}
