//! Which words of a question are looked for, and how near what was found is: pure decisions.

use relais_verbatim::terms::weight;

use super::index::SAID;

/// What a word that differs by a slip is worth, of one that is written alike.
const SLIP: f64 = 0.7;
/// What a word is worth that a typed one may still become.
const BEGUN: f64 = 0.9;
/// What a word of the answer is worth, of one of the question.
const ANSWERED: f64 = 0.7;
/// What a word that nothing holds takes away, of one that something holds once.
const UNKNOWN: f64 = 0.5;
/// A slip towards a word that is so many times as frequent is looked for even where the typed word exists.
const MORE_USUAL: u64 = 20;
/// Words that a typed one may become, the most frequent ones.
const COMPLETED: usize = 6;
/// Rows read for one word of one kind, and in all.
const MOST_OF_ONE: usize = 2_000;
const MOST: usize = 12_000;
const MOST_WORDS: usize = 8;
/// From so many documents on, a word that a third of them hold is not read.
const MANY: u64 = 100;

/// A term of the index that a typed word may be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Maybe {
    pub(super) term: i64,
    pub(super) documents: u64,
    share: f64,
}

/// A typed word, with the terms that it may be.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Asked {
    extra: bool,
    terms: Vec<Maybe>,
}

/// How a form of the index came to be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// Written with one slip.
    Slip,
    /// It begins with what is typed.
    Begun,
}

impl Asked {
    /// A typed word: how many documents hold it as it is, and what it may be besides.
    pub(super) fn new(extra: bool, exact: (i64, u64), mut others: Vec<(How, i64, u64)>) -> Self {
        let (term, documents) = exact;
        others.retain(|(how, other, held)| {
            *other != term
                && *held > 0
                && (*how == How::Begun || documents == 0 || *held >= documents * MORE_USUAL)
        });
        others.sort_by_key(|(how, other, held)| (*how == How::Slip, std::cmp::Reverse(*held), *other));
        others.dedup_by_key(|(_, other, _)| *other);
        let begun = others.iter().filter(|(how, ..)| *how == How::Begun).take(COMPLETED);
        let slips = others.iter().filter(|(how, ..)| *how == How::Slip).take(COMPLETED);
        let maybe = |(how, term, documents): &(How, i64, u64)| Maybe {
            term: *term,
            documents: *documents,
            share: if *how == How::Slip { SLIP } else { BEGUN },
        };
        let exact = (documents > 0).then_some(Maybe { term, documents, share: 1.0 });
        Self { extra, terms: exact.into_iter().chain(begun.chain(slips).map(maybe)).collect() }
    }

    /// What the word weighs in the question.
    fn weight(&self, all: u64) -> f64 {
        let known = self.terms.iter().map(|one| weight(one.documents, all));
        known.reduce(f64::max).unwrap_or(if self.extra { 0.0 } else { UNKNOWN * weight(1, all) })
    }
}

/// A term whose documents are read: how many at most, and what each is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Read {
    pub(super) term: i64,
    pub(super) worth: i64,
    pub(super) most: usize,
}

/// The terms whose documents are read, the rarest first, so that a question costs the same whatever is kept. What a third of
/// all hold is not read unless there is nothing else.
pub(super) fn reads(asked: &[Asked], all: u64) -> Vec<Read> {
    let mut terms: Vec<Maybe> = asked.iter().flat_map(|one| one.terms.iter().copied()).collect();
    terms.sort_by(|a, b| (a.documents, a.term).cmp(&(b.documents, b.term)).then(b.share.total_cmp(&a.share)));
    terms.dedup_by_key(|one| one.term);
    let rare = terms.iter().filter(|one| all < MANY || one.documents.saturating_mul(3) <= all).count();
    terms.truncate(rare.clamp(1, MOST_WORDS));
    let mut left = MOST;
    let mut reads = Vec::new();
    for one in terms {
        let most = left.min(MOST_OF_ONE);
        #[expect(clippy::cast_possible_truncation, reason = "a logarithm of a count, times a thousand")]
        let worth = (weight(one.documents, all) * one.share * 1000.0) as i64;
        if most > 0 {
            reads.push(Read { term: one.term, worth, most });
        }
        left = left.saturating_sub(usize::try_from(one.documents).unwrap_or(usize::MAX).min(most));
    }
    reads
}

/// How near a document is to what is asked, from 0 to 1.
pub(super) fn nearness(asked: &[Asked], document: &[(i64, i32)], all: u64) -> f64 {
    let (mut met, mut whole) = (0.0, 0.0);
    for one in asked {
        let held = one.terms.iter().filter_map(|maybe| {
            let (_, place) = document.iter().find(|(term, _)| *term == maybe.term)?;
            let place = if *place == SAID { 1.0 } else { ANSWERED };
            Some(maybe.share * place * weight(maybe.documents, all))
        });
        met += held.reduce(f64::max).unwrap_or(0.0);
        whole += one.weight(all);
    }
    if whole <= 0.0 {
        return 0.0;
    }
    let said = document.iter().filter(|(_, place)| *place == SAID);
    let (n, hit) = said.fold((0_u32, 0_u32), |(n, hit), (term, _)| {
        let is_hit = asked.iter().any(|one| one.terms.iter().any(|maybe| maybe.term == *term));
        (n + 1, hit + u32::from(is_hit))
    });
    met / whole * (0.75 + 0.25 * f64::from(hit) / f64::from(n.max(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(term: i64, documents: u64) -> Asked {
        Asked::new(false, (term, documents), vec![])
    }

    #[test]
    fn exp_07_the_rarest_words_are_read_and_what_everybody_says_is_not() {
        let asked = [word(1, 500), word(2, 3), word(3, 20)];
        let terms: Vec<i64> = reads(&asked, 1000).iter().map(|read| read.term).collect();
        assert_eq!(terms, [2, 3], "half of all hold the first");
        assert_eq!(reads(&[word(1, 500)], 1000).len(), 1, "nothing else is asked");
        assert_eq!(reads(&[word(1, 50)], 60).len(), 1, "among few, each counts");
        let many: Vec<Asked> = (0..30).map(|n| word(n, 10_000)).collect();
        let all = reads(&many, 1_000_000);
        assert!(all.len() <= MOST_WORDS && all.iter().map(|read| read.most).sum::<usize>() <= MOST);
        assert!(reads(&[], 10).is_empty());
    }

    #[test]
    fn a_word_that_exists_is_not_corrected_unless_it_is_hardly_ever_said() {
        let slip = |held| Asked::new(false, (1, 3), vec![(How::Slip, 2, held)]).terms.len();
        assert_eq!((slip(59), slip(60)), (1, 2));
        let unknown =
            Asked::new(false, (1, 0), vec![(How::Slip, 2, 1), (How::Begun, 2, 1), (How::Begun, 1, 4)]);
        assert_eq!(unknown.terms, [Maybe { term: 2, documents: 1, share: BEGUN }]);
    }

    #[test]
    fn the_nearest_holds_most_of_what_is_asked_and_least_besides() {
        let asked = [word(1, 5), word(2, 5), Asked::new(true, (3, 0), vec![])];
        let near = |document: &[(i64, i32)]| nearness(&asked, document, 100);
        assert!((near(&[(1, 2), (2, 2)]) - 1.0).abs() < 1e-9, "a number that nothing holds is not missed");
        assert!(near(&[(1, 2), (2, 2), (9, 2)]) > near(&[(1, 2), (2, 2), (9, 2), (8, 2)]));
        assert!(near(&[(1, 2), (2, 2), (9, 2)]) > near(&[(1, 2), (2, 1)]));
        assert!(near(&[(1, 2), (2, 1)]) > near(&[(1, 2)]) && near(&[(9, 2)]) < 1e-9);
        assert!(nearness(&[], &[(1, 2)], 100) < 1e-9);
        let slip = [Asked::new(false, (7, 0), vec![(How::Slip, 1, 5)])];
        assert!(nearness(&slip, &[(1, 2)], 100) < nearness(&[word(1, 5)], &[(1, 2)], 100));
        let unknown = [word(1, 5), word(4, 0)];
        assert!(nearness(&unknown, &[(1, 2)], 100) < nearness(&[word(1, 5)], &[(1, 2)], 100));
    }
}
