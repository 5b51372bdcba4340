//! Who has said nearly the same.

use std::collections::{BTreeMap, HashMap};

use crate::words::subjects;

/// Three letters of a word that begins and ends with a mark.
type Run = [char; 3];

/// Texts among which others are looked for.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    texts: Vec<Weighted>,
    holding: HashMap<Run, usize>,
}

/// The runs of a text with their weights, of length one in all.
type Weighted = BTreeMap<Run, f64>;

/// A text that was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Near {
    /// Its place among the texts that were given.
    pub place: usize,
    /// How near, from 0 to 1.
    pub likeness: f64,
}

impl Corpus {
    /// These texts, folded.
    pub fn new<'t>(folded: impl IntoIterator<Item = &'t str>) -> Self {
        let counted: Vec<BTreeMap<Run, f64>> = folded.into_iter().map(counted).collect();
        let mut holding = HashMap::new();
        for run in counted.iter().flat_map(BTreeMap::keys) {
            *holding.entry(*run).or_insert(0) += 1;
        }
        let mut corpus = Self { texts: Vec::new(), holding };
        let size = counted.len();
        corpus.texts = counted.into_iter().map(|text| corpus.weighted(text, size)).collect();
        corpus
    }

    /// The texts that are at least that near to a folded one, the nearest first; those that came first when equally near.
    pub fn nearest(&self, folded: &str, least: f64, most: usize) -> Vec<Near> {
        let asked = self.weighted(counted(folded), self.texts.len());
        let mut near: Vec<Near> = self
            .texts
            .iter()
            .enumerate()
            .map(|(place, text)| Near { place, likeness: cosine(&asked, text) })
            .filter(|near| near.likeness >= least)
            .collect();
        near.sort_by(|a, b| b.likeness.total_cmp(&a.likeness).then(a.place.cmp(&b.place)));
        near.truncate(most);
        near
    }

    /// Each run by how often it stands there and how rare it is among all; the whole has the length one.
    fn weighted(&self, text: BTreeMap<Run, f64>, size: usize) -> Weighted {
        #[expect(clippy::cast_precision_loss, reason = "texts are counted in thousands")]
        let rare = |run: &Run| {
            let holding = self.holding.get(run).copied().unwrap_or(0);
            ((1.0 + size as f64) / (1.0 + holding as f64)).ln() + 1.0
        };
        let mut weighted: Weighted = text.into_iter().map(|(run, n)| (run, n.sqrt() * rare(&run))).collect();
        let length = weighted.values().map(|weight| weight * weight).sum::<f64>().sqrt();
        weighted.values_mut().for_each(|weight| *weight /= length);
        weighted
    }
}

/// The runs of a folded text and how often each stands in it.
fn counted(folded: &str) -> BTreeMap<Run, f64> {
    let mut runs = BTreeMap::new();
    for word in subjects(folded) {
        let letters: Vec<char> = std::iter::once('^').chain(word.chars()).chain(['$']).collect();
        for run in letters.windows(3) {
            *runs.entry([run[0], run[1], run[2]]).or_insert(0.0) += 1.0;
        }
    }
    runs
}

fn cosine(a: &Weighted, b: &Weighted) -> f64 {
    let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    few.iter().filter_map(|(run, weight)| Some(weight * many.get(run)?)).sum()
}
