//! The words that answered questions and entries are found by: tables that change in the transaction of what they tell, so
//! that each node finds the same at once.

use std::collections::{BTreeMap, BTreeSet};

use relais_kernel::fold;
use relais_store::{InOrg as _, OrgTx, Result, insert, sql};
use relais_verbatim::terms::{Term, key, spellings, terms};
use uuid::Uuid;

relais_kernel::codes! {
    /// What can be found.
    pub enum Kind {
        /// An entry that an expert validated.
        Entry = "entry",
        /// A question that a group answered.
        Question = "question",
    }
}

/// The row of `knowledge_term` that counts all documents: the stem of no word.
pub(super) const ALL: &str = "";
/// A word of what is asked, of a title: counts whole.
pub(super) const SAID: i32 = 2;
/// A word of the answer alone.
pub(super) const TOLD: i32 = 1;
/// Words of one text that it is found by.
const MOST: usize = 300;

/// A document's terms with their weights, as they stand in its row: nine bytes each.
pub(super) fn packed(terms: &BTreeMap<i64, i32>) -> Vec<u8> {
    let one = |(term, weight): (&i64, &i32)| [&term.to_be_bytes()[..], &[u8::from(*weight == SAID) + 1]].concat();
    terms.iter().flat_map(one).collect()
}

/// The terms of a document's row.
pub(super) fn unpacked(bytes: &[u8]) -> Vec<(i64, i32)> {
    let one = |chunk: &[u8]| {
        let (term, weight) = chunk.split_at_checked(8)?;
        Some((i64::from_be_bytes(term.try_into().ok()?), i32::from(*weight.first()?)))
    };
    bytes.chunks(9).filter_map(one).collect()
}

/// Lets something be found by what is asked and, less, by what it answers.
pub(crate) async fn put(tx: &OrgTx, kind: Kind, id: Uuid, (said, told): (&str, &str)) -> Result<()> {
    remove(tx, id).await?;
    let (said, told) = (terms(&fold(said)), terms(&fold(told)));
    let all: Vec<(&Term, i32)> =
        said.iter().map(|term| (term, SAID)).chain(told.iter().map(|term| (term, TOLD))).take(MOST).collect();
    let mut weights = BTreeMap::new();
    let mut stems = BTreeMap::from([(key(ALL), ALL)]);
    for (term, weight) in &all {
        let of = weights.entry(key(&term.stem)).or_insert(*weight);
        *of = (*of).max(*weight);
        stems.insert(key(&term.stem), term.stem.as_str());
    }
    insert("knowledge_document", &["org_id", "doc_id", "kind", "terms"])
        .row([tx.org().into(), id.into(), kind.into(), packed(&weights).into()])
        .run(tx)
        .await?;
    count(tx, &stems, 1).await?;
    spell(tx, &all).await?;
    let mut postings = insert("knowledge_posting", &["org_id", "term", "kind", "doc_id", "weight"]);
    for (term, weight) in &weights {
        postings.add([tx.org().into(), (*term).into(), kind.into(), id.into(), (*weight).into()]);
    }
    postings.run(tx).await?;
    Ok(())
}

/// From now on it is no more found.
pub(crate) async fn remove(tx: &OrgTx, id: Uuid) -> Result<()> {
    let packed: Option<Vec<u8>> = sql("select terms from knowledge_document where org_id = $1 and doc_id = $2")
        .bind(tx.org())
        .bind(id)
        .value(tx)
        .await?;
    let Some(packed) = packed else { return Ok(()) };
    let terms = unpacked(&packed).into_iter().map(|(term, _)| term);
    let gone: BTreeMap<i64, &str> = terms.map(|term| (term, ALL)).chain([(key(ALL), ALL)]).collect();
    sql("delete from knowledge_posting where org_id = ")
        .arg(tx.org())
        .push(" and doc_id = ")
        .arg(id)
        .push(" and term in ")
        .list(gone.keys().copied())
        .run(tx)
        .await?;
    sql("delete from knowledge_document where org_id = $1 and doc_id = $2").bind(tx.org()).bind(id).run(tx).await?;
    count(tx, &gone, -1).await
}

/// How many documents hold each term. The rows are taken in their order, so that two who write at once never wait for each
/// other crosswise.
async fn count(tx: &OrgTx, stems: &BTreeMap<i64, &str>, more: i64) -> Result<()> {
    let mut rows = insert("knowledge_term", &["org_id", "term", "stem", "documents"]);
    for (term, stem) in stems {
        rows.add([tx.org().into(), (*term).into(), (*stem).into(), 1_i64.into()]);
    }
    let rows = rows.ending(if more > 0 {
        "on conflict (org_id, term) do update set documents = knowledge_term.documents + 1"
    } else {
        "on conflict (org_id, term) do update set documents = knowledge_term.documents - 1"
    });
    rows.run(tx).await?;
    Ok(())
}

/// Under which strings words that nobody used before are found in spite of a slip.
async fn spell(tx: &OrgTx, all: &[(&Term, i32)]) -> Result<()> {
    let spelt: BTreeMap<&str, BTreeSet<String>> = all
        .iter()
        .filter(|(term, _)| !term.extra)
        .map(|(term, _)| (term.form.as_str(), spellings(&term.form)))
        .filter(|(_, strings)| !strings.is_empty())
        .collect();
    let known: Vec<String> = sql("select spelling from knowledge_spelling where form = spelling and org_id = ")
        .arg(tx.org())
        .push(" and spelling in ")
        .list(spelt.keys().map(|form| (*form).to_owned()))
        .values(tx)
        .await?;
    let stems: BTreeMap<&str, &str> = all.iter().map(|(term, _)| (term.form.as_str(), term.stem.as_str())).collect();
    let mut rows = insert("knowledge_spelling", &["org_id", "spelling", "form", "term"]);
    for (form, strings) in spelt.iter().filter(|(form, _)| !known.iter().any(|known| known == **form)) {
        for string in strings {
            let term = key(stems.get(form).unwrap_or(form));
            rows.add([tx.org().into(), string.clone().into(), (*form).into(), term.into()]);
        }
    }
    if !rows.is_empty() {
        rows.ending("on conflict do nothing").run(tx).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_read_back_as_they_were_kept() {
        let terms = BTreeMap::from([(-7, SAID), (i64::MAX, TOLD)]);
        assert_eq!(unpacked(&packed(&terms)), [(-7, SAID), (i64::MAX, TOLD)]);
        assert_eq!(unpacked(&[1, 2, 3]), []);
    }
}
