//! What was asked and answered before that is near to some words. What one may read of it is asked of its own table.

use std::collections::BTreeMap;

use relais_kernel::fold;
use relais_store::{InOrg, Result, sql};
use relais_verbatim::terms::{Term, is_slip, key, lookups, terms};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::{
    index::{ALL, Kind, unpacked},
    ranking::{Asked, How, Read, nearness, reads},
};

/// Words of a question that are looked for.
const MOST_ASKED: usize = 24;
/// Forms of the index that are looked at.
const MOST_FORMS: i64 = 600;
/// Documents whose nearness is counted.
const CANDIDATES: i64 = 60;
/// By how much an entry comes before a question that is as near.
const VALIDATED: f64 = 0.15;
/// Characters that are looked for.
const LONGEST: usize = 1000;

/// Something found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Near {
    pub(crate) kind: Kind,
    pub(crate) id: Uuid,
    pub(crate) nearness: f64,
}

/// What is near to some words, the nearest first; each at least so near.
pub(crate) async fn near(on: &impl InOrg, text: &str, kinds: &[Kind], least: f64) -> Result<Vec<Near>> {
    let text: String = text.chars().take(LONGEST).collect();
    let typed: Vec<Term> = terms(&fold(&text)).into_iter().take(MOST_ASKED).collect();
    if typed.is_empty() {
        return Ok(Vec::new());
    }
    let (all, asked) = asked(on, &typed).await?;
    let reads = reads(&asked, all);
    if reads.is_empty() {
        return Ok(Vec::new());
    }
    let candidates = candidates(on, &reads, kinds).await?;
    let documents: Vec<Document> = sql("select doc_id, kind, terms from knowledge_document where org_id = ")
        .arg(on.org())
        .push(" and doc_id in ")
        .list(candidates)
        .all(on)
        .await?;
    let near = |one: Document| Near {
        kind: one.kind,
        id: one.doc_id,
        nearness: nearness(&asked, &unpacked(&one.terms), all),
    };
    let mut found: Vec<Near> = documents.into_iter().map(near).filter(|one| one.nearness >= least).collect();
    // What an expert validated comes before what was said once, and the newer before the older.
    let place = |one: &Near| one.nearness + if one.kind == Kind::Entry { VALIDATED } else { 0.0 };
    found.sort_by(|a, b| place(b).total_cmp(&place(a)).then(b.id.cmp(&a.id)));
    Ok(found)
}

#[derive(FromQueryResult)]
struct Document {
    doc_id: Uuid,
    kind: Kind,
    terms: Vec<u8>,
}

#[derive(FromQueryResult)]
struct Counted {
    term: i64,
    documents: i64,
}

#[derive(FromQueryResult)]
struct Form {
    form: String,
    term: i64,
    documents: i64,
}

/// How many documents there are, and what each typed word may be.
async fn asked(on: &impl InOrg, typed: &[Term]) -> Result<(u64, Vec<Asked>)> {
    let known: Vec<Counted> = sql("select term, documents from knowledge_term where org_id = ")
        .arg(on.org())
        .push(" and term in ")
        .list(typed.iter().map(|term| key(&term.stem)).chain([key(ALL)]))
        .all(on)
        .await?;
    let known: BTreeMap<i64, u64> =
        known.into_iter().map(|one| (one.term, u64::try_from(one.documents).unwrap_or(0))).collect();
    let held = |stem: &str| known.get(&key(stem)).copied().unwrap_or(0);
    // The word at the end may not be whole yet.
    let last = typed.iter().rposition(|term| !term.extra);
    let strings = typed.iter().enumerate().filter(|(_, term)| !term.extra);
    let strings: Vec<String> =
        strings.flat_map(|(place, term)| lookups(&term.form, Some(place) == last)).collect();
    let forms: Vec<Form> = if strings.is_empty() {
        Vec::new()
    } else {
        sql("select distinct s.form, s.term, t.documents from knowledge_spelling s join knowledge_term t \
             on t.org_id = s.org_id and t.term = s.term where s.org_id = ")
        .arg(on.org())
        .push(" and s.spelling in ")
        .list(strings)
        .push(" limit ")
        .arg(MOST_FORMS)
        .all(on)
        .await?
    };
    let one = |(place, term): (usize, &Term)| {
        let how = |form: &Form| {
            let begun = Some(place) == last && form.form.starts_with(&term.form);
            let how = if begun { How::Begun } else { How::Slip };
            let near = !term.extra && (begun || is_slip(&term.form, &form.form));
            near.then(|| (how, form.term, u64::try_from(form.documents).unwrap_or(0)))
        };
        let others = forms.iter().filter_map(how).collect();
        Asked::new(term.extra, (key(&term.stem), held(&term.stem)), others)
    };
    Ok((held(ALL), typed.iter().enumerate().map(one).collect()))
}

#[derive(FromQueryResult)]
struct Candidate {
    doc_id: Uuid,
}

/// The documents that hold most of what is rare: bounded for each word, the newest first.
async fn candidates(on: &impl InOrg, reads: &[Read], kinds: &[Kind]) -> Result<Vec<Uuid>> {
    let mut query = sql("select doc_id, cast(sum(score) as bigint) as total from (");
    for (place, (read, kind)) in
        reads.iter().flat_map(|read| kinds.iter().map(move |kind| (read, kind))).enumerate()
    {
        let begun =
            if place == 0 { "select doc_id, score from (" } else { " union all select doc_id, score from (" };
        query = query.push(begun).push("select doc_id, weight * ").arg(read.worth);
        query = query.push(" as score from knowledge_posting where org_id = ").arg(on.org());
        query = query.push(" and term = ").arg(read.term).push(" and kind = ").arg(*kind);
        query = query.push(" order by doc_id desc limit ").arg(i64::try_from(read.most).unwrap_or(i64::MAX));
        query = query.push(&format!(") p{place}"));
    }
    let query = query.push(") found group by doc_id order by total desc, doc_id desc limit ").arg(CANDIDATES);
    let found: Vec<Candidate> = query.all(on).await?;
    Ok(found.into_iter().map(|one| one.doc_id).collect())
}
