//! The words that answered questions and entries are found by: tables that change in the transaction of what they tell, so
//! that each node finds the same at once.

use std::collections::{BTreeMap, BTreeSet, btree_map::Entry};

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
    let one =
        |(term, weight): (&i64, &i32)| [&term.to_be_bytes()[..], &[u8::from(*weight == SAID) + 1]].concat();
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

/// Something that is found by what is asked and, less, by what it answers.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    /// What it is.
    pub kind: Kind,
    /// Its id, in the table of its kind.
    pub id: Uuid,
    /// What is asked.
    pub said: &'a str,
    /// What it answers.
    pub told: &'a str,
}

/// Lets something be found, by its words of now alone.
pub(crate) async fn put(tx: &OrgTx, kind: Kind, id: Uuid, (said, told): (&str, &str)) -> Result<()> {
    remove(tx, id).await?;
    put_new(tx, &[Document { kind, id, said, told }]).await
}

/// Lets things be found that nobody could find before, many at a time.
pub async fn put_new(tx: &OrgTx, new: &[Document<'_>]) -> Result<()> {
    take_turns(tx).await?;
    let mut counts: BTreeMap<i64, (String, i64)> = BTreeMap::new();
    let mut forms: BTreeMap<String, String> = BTreeMap::new();
    let mut documents = insert("knowledge_document", &["org_id", "doc_id", "kind", "terms"]);
    let mut postings = insert("knowledge_posting", &["org_id", "term", "kind", "doc_id", "weight"]);
    for one in new {
        let (said, told) = (terms(&fold(one.said)), terms(&fold(one.told)));
        let all = said.into_iter().map(|term| (term, SAID)).chain(told.into_iter().map(|term| (term, TOLD)));
        let mut weights = BTreeMap::new();
        for (Term { form, stem, extra }, weight) in all.take(MOST) {
            let term = key(&stem);
            if let Entry::Vacant(free) = weights.entry(term) {
                free.insert(weight);
                counts.entry(term).or_insert_with(|| (stem.clone(), 0)).1 += 1;
            }
            if !extra {
                forms.insert(form, stem);
            }
        }
        counts.entry(key(ALL)).or_insert_with(|| (ALL.to_owned(), 0)).1 += 1;
        documents.add([tx.org().into(), one.id.into(), one.kind.into(), packed(&weights).into()]);
        for (term, weight) in &weights {
            postings.add([tx.org().into(), (*term).into(), one.kind.into(), one.id.into(), (*weight).into()]);
        }
    }
    documents.run(tx).await?;
    count(
        tx,
        counts,
        "on conflict (org_id, term) do update set documents = knowledge_term.documents + excluded.documents",
    )
    .await?;
    spell(tx, &forms).await?;
    postings.run(tx).await?;
    Ok(())
}

/// From now on it is no more found.
pub(crate) async fn remove(tx: &OrgTx, id: Uuid) -> Result<()> {
    let packed: Option<Vec<u8>> =
        sql("select terms from knowledge_document where org_id = $1 and doc_id = $2")
            .bind(tx.org())
            .bind(id)
            .value(tx)
            .await?;
    let Some(packed) = packed else { return Ok(()) };
    take_turns(tx).await?;
    let terms = unpacked(&packed).into_iter().map(|(term, _)| term);
    let gone: BTreeMap<i64, (String, i64)> =
        terms.chain([key(ALL)]).map(|term| (term, (ALL.to_owned(), 1))).collect();
    sql("delete from knowledge_posting where org_id = ")
        .arg(tx.org())
        .push(" and doc_id = ")
        .arg(id)
        .push(" and term in ")
        .list(gone.keys().copied())
        .run(tx)
        .await?;
    sql("delete from knowledge_document where org_id = $1 and doc_id = $2")
        .bind(tx.org())
        .bind(id)
        .run(tx)
        .await?;
    count(
        tx,
        gone,
        "on conflict (org_id, term) do update set documents = knowledge_term.documents - excluded.documents",
    )
    .await
}

/// Of two who write the same organisation's index at once the second waits here, at the row that counts all: what is changed
/// takes back some terms and adds others, in no order that both would keep.
async fn take_turns(tx: &OrgTx) -> Result<()> {
    insert("knowledge_term", &["org_id", "term", "stem", "documents"])
        .row([tx.org().into(), key(ALL).into(), ALL.into(), 0_i64.into()])
        .ending("on conflict (org_id, term) do update set documents = knowledge_term.documents")
        .run(tx)
        .await?;
    Ok(())
}

/// How many documents hold each term.
async fn count(tx: &OrgTx, stems: BTreeMap<i64, (String, i64)>, change: &'static str) -> Result<()> {
    let mut rows = insert("knowledge_term", &["org_id", "term", "stem", "documents"]);
    for (term, (stem, documents)) in stems {
        rows.add([tx.org().into(), term.into(), stem.into(), documents.into()]);
    }
    rows.ending(change).run(tx).await?;
    Ok(())
}

/// Under which strings words that nobody used before are found in spite of a slip.
async fn spell(tx: &OrgTx, forms: &BTreeMap<String, String>) -> Result<()> {
    let spelt: BTreeMap<&String, BTreeSet<String>> =
        forms.keys().map(|form| (form, spellings(form))).collect();
    let wanted: Vec<&String> =
        spelt.iter().filter(|(_, strings)| !strings.is_empty()).map(|(form, _)| *form).collect();
    let mut known: BTreeSet<String> = BTreeSet::new();
    for some in wanted.chunks(1000) {
        let query =
            sql("select spelling from knowledge_spelling where form = spelling and org_id = ").arg(tx.org());
        let query = query.push(" and spelling in ").list(some.iter().map(|form| (*form).clone()));
        known.extend(query.values::<String>(tx).await?);
    }
    let mut rows = insert("knowledge_spelling", &["org_id", "spelling", "form", "term"]);
    for (form, strings) in spelt.iter().filter(|(form, _)| !known.contains(**form)) {
        let term = key(forms.get(*form).unwrap_or(form));
        for string in strings {
            rows.add([tx.org().into(), string.clone().into(), (*form).clone().into(), term.into()]);
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
