//! The history of a baton: append-only, a chain of hashes over ids and codes.
//!
//! Persons stand in it as faces, numbers whose names can be cut, and words as the hash of a row that can be erased. So
//! the chain still verifies when all names and words are gone (PRV-03).

use relais_kernel::{BatonId, Instant, OrgId, PersonId, WordsId};
use relais_store::{InOrg, Insert, OrgTx, Result, Together, insert, sql};
use sea_orm::FromQueryResult;
use sha2::{Digest as _, Sha256};

use crate::batons::Baton;

/// The face of the machine: a step of the ladder has no name to cut.
pub(crate) const MACHINE: i32 = 0;
/// The face of whoever began it.
const FIRST: i32 = MACHINE + 1;

/// What happened.
pub(crate) struct Happening<'a> {
    /// Who did it; none for the machine.
    pub(crate) by: Option<PersonId>,
    /// What, as a code: `given`, `accepted`.
    pub(crate) code: &'static str,
    /// Codes and ids that complete it, never words or persons.
    pub(crate) detail: &'a str,
    /// Words that belong to it.
    pub(crate) words: &'a str,
    /// When.
    pub(crate) at: Instant,
}

/// Writes the next event of a baton's history. The baton's own row is written by whoever acts, after this.
pub(crate) async fn record(tx: &OrgTx, baton: &mut Baton, what: Happening<'_>) -> Result<()> {
    let face = match what.by {
        Some(person) => face_of(tx, baton.id, person).await?,
        None => MACHINE,
    };
    let words = if what.words.is_empty() { None } else { Some(keep(tx, baton.id, what.words).await?) };
    let mut events = Events::new();
    events.add(tx.org(), baton, &what, face, words);
    events.write(tx).await
}

/// The first event of a baton that is about to be written: its row goes in with it.
pub(crate) struct First {
    by: Option<PersonId>,
    events: Events,
}

impl First {
    /// What begins it. It has no words.
    pub(crate) fn of(org: OrgId, baton: &mut Baton, what: &Happening<'_>) -> Self {
        let mut events = Events::new();
        events.add(org, baton, what, what.by.map_or(MACHINE, |_| FIRST), None);
        Self { by: what.by, events }
    }

    /// Writes it, after the baton's row.
    pub(crate) fn write(self, org: OrgId, baton: BatonId, rows: &mut Together) {
        if let Some(person) = self.by {
            rows.add(face(org, baton, FIRST, person));
        }
        rows.add(self.events.0);
    }
}

/// Events about to be written, of one baton or of many.
pub(crate) struct Events(Insert);

impl Events {
    /// None yet.
    pub(crate) fn new() -> Self {
        let columns =
            ["org_id", "baton_id", "seq", "at", "code", "face", "detail", "words_id", "words_hash", "hash"];
        Self(insert("baton_event", &columns))
    }

    /// The next event that the machine makes happen.
    pub(crate) fn of_machine(&mut self, org: OrgId, baton: &mut Baton, what: &Happening<'_>) {
        self.add(org, baton, what, MACHINE, None);
    }

    fn add(
        &mut self,
        org: OrgId,
        baton: &mut Baton,
        what: &Happening<'_>,
        face: i32,
        words: Option<(WordsId, Vec<u8>)>,
    ) {
        let event = Event {
            seq: baton.seq + 1,
            at: what.at,
            code: what.code.to_owned(),
            face,
            detail: what.detail.to_owned(),
            words_id: words.as_ref().map(|(id, _)| *id),
            words_hash: words.map(|(_, hash)| hash),
        };
        let hash = event.hash(&baton.head);
        self.0.add([
            org.into(),
            baton.id.into(),
            event.seq.into(),
            event.at.into(),
            event.code.into(),
            face.into(),
            event.detail.into(),
            event.words_id.into(),
            event.words_hash.into(),
            hash.clone().into(),
        ]);
        baton.seq = event.seq;
        baton.head = hash;
    }

    /// Writes them.
    pub(crate) async fn write(self, tx: &OrgTx) -> Result<()> {
        self.0.run(tx).await?;
        Ok(())
    }
}

/// Writes words that can be erased later; their hash stays.
async fn keep(tx: &OrgTx, baton: BatonId, words: &str) -> Result<(WordsId, Vec<u8>)> {
    let id = tx.clock().id();
    let (row, hash) = kept(tx, baton, id, words);
    row.run(tx).await?;
    Ok((id, hash))
}

/// The row of words that can be erased later, and the hash that stays.
pub(crate) fn kept(tx: &OrgTx, baton: BatonId, id: WordsId, words: &str) -> (Insert, Vec<u8>) {
    let (text, hash) = salted(tx, words);
    let row = insert("baton_words", &["org_id", "id", "baton_id", "text", "hash"]);
    (row.row([tx.org().into(), id.into(), baton.into(), text.into(), hash.clone().into()]), hash)
}

/// Short words could be guessed from a bare hash after they were erased: random letters stand before them, and go too.
fn salted(tx: &OrgTx, words: &str) -> (String, Vec<u8>) {
    let salt = u128::from_be_bytes(tx.clock().secret::<16>());
    let text = format!("{salt:032x}{words}");
    let hash = Sha256::digest(text.as_bytes()).to_vec();
    (text, hash)
}

/// The words of a kept text.
pub(crate) fn without_salt(text: &str) -> &str {
    text.get(32..).unwrap_or("")
}

/// The number that stands for somebody in one baton's history.
async fn face_of(tx: &OrgTx, baton: BatonId, person: PersonId) -> Result<i32> {
    let faces: Vec<Face> =
        sql("select face, person_id from baton_face where org_id = $1 and baton_id = $2 order by face")
            .bind(tx.org())
            .bind(baton)
            .all(tx)
            .await?;
    if let Some(known) = faces.iter().find(|face| face.person_id == Some(person)) {
        return Ok(known.face);
    }
    let next = faces.last().map_or(MACHINE, |last| last.face) + 1;
    face(tx.org(), baton, next, person).run(tx).await?;
    Ok(next)
}

fn face(org: OrgId, baton: BatonId, face: i32, person: PersonId) -> Insert {
    let columns = ["org_id", "baton_id", "face", "person_id"];
    insert("baton_face", &columns).row([org.into(), baton.into(), face.into(), person.into()])
}

#[derive(FromQueryResult)]
struct Face {
    face: i32,
    person_id: Option<PersonId>,
}

#[derive(FromQueryResult)]
struct Event {
    seq: i64,
    at: Instant,
    code: String,
    face: i32,
    detail: String,
    words_id: Option<WordsId>,
    words_hash: Option<Vec<u8>>,
}

impl Event {
    /// The hash of the link before and of every field with its length, so that no two contents hash alike.
    fn hash(&self, before: &[u8]) -> Vec<u8> {
        let mut hasher = Sha256::new();
        let mut add = |bytes: &[u8]| {
            hasher.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes());
            hasher.update(bytes);
        };
        add(before);
        add(&self.seq.to_be_bytes());
        add(&self.at.0.to_be_bytes());
        add(self.code.as_bytes());
        add(&self.face.to_be_bytes());
        add(self.detail.as_bytes());
        add(self.words_id.map(|id| id.0.into_bytes()).as_ref().map_or(&[][..], |id| &id[..]));
        add(self.words_hash.as_deref().unwrap_or_default());
        hasher.finalize().to_vec()
    }
}

/// What is wrong with a history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// An event is not what was written, or one is missing before it.
    At(i64),
    /// Its end is missing.
    Short,
    /// Words are not those that were written.
    Words(i64),
}

#[derive(FromQueryResult)]
struct Link {
    seq: i64,
    at: Instant,
    code: String,
    face: i32,
    detail: String,
    words_id: Option<WordsId>,
    words_hash: Option<Vec<u8>>,
    hash: Vec<u8>,
    text: Option<String>,
}

/// Whether a baton's history is what was written, with the words that are still there; nothing when there is no baton.
pub async fn verify(on: &impl InOrg, baton: &Baton) -> Result<Option<Broken>> {
    let links: Vec<Link> =
        sql("select e.seq, e.at, e.code, e.face, e.detail, e.words_id, e.words_hash, e.hash, w.text \
         from baton_event e left join baton_words w on w.org_id = e.org_id and w.id = e.words_id \
         where e.org_id = $1 and e.baton_id = $2 order by e.seq")
        .bind(on.org())
        .bind(baton.id)
        .all(on)
        .await?;
    let (mut before, mut last) = (Vec::new(), 0);
    for link in links {
        let event = Event {
            seq: link.seq,
            at: link.at,
            code: link.code,
            face: link.face,
            detail: link.detail,
            words_id: link.words_id,
            words_hash: link.words_hash,
        };
        if link.seq != last + 1 || event.hash(&before) != link.hash {
            return Ok(Some(Broken::At(link.seq)));
        }
        let hash = link.text.as_ref().map(|text| Sha256::digest(text.as_bytes()).to_vec());
        if hash.is_some() && hash != event.words_hash {
            return Ok(Some(Broken::Words(link.seq)));
        }
        (before, last) = (link.hash, link.seq);
    }
    Ok((last != baton.seq || before != baton.head).then_some(Broken::Short))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event() -> Event {
        Event {
            seq: 3,
            at: Instant(5),
            code: "noted".into(),
            face: 1,
            detail: "offer:7".into(),
            words_id: None,
            words_hash: Some(vec![4; 32]),
        }
    }

    #[test]
    fn no_part_of_a_link_can_change_unseen() {
        let whole = event().hash(&[9]);
        assert_eq!(whole, event().hash(&[9]));
        let others = [
            event().hash(&[8]),
            Event { seq: 4, ..event() }.hash(&[9]),
            Event { at: Instant(6), ..event() }.hash(&[9]),
            Event { code: "note".into(), detail: "doffer:7".into(), ..event() }.hash(&[9]),
            Event { face: 2, ..event() }.hash(&[9]),
            Event { detail: String::new(), ..event() }.hash(&[9]),
            Event { words_id: Some(WordsId(uuid::Uuid::nil())), ..event() }.hash(&[9]),
            Event { words_hash: None, ..event() }.hash(&[9]),
        ];
        for (n, other) in others.iter().enumerate() {
            assert_ne!(*other, whole, "{n}");
        }
    }

    #[test]
    fn the_salt_is_no_part_of_the_words() {
        assert_eq!(without_salt("0123456789abcdef0123456789abcdefLe fond"), "Le fond");
        assert_eq!(without_salt("kept"), "");
    }
}
