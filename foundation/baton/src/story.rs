//! The story of a baton, for whoever takes it: what happened, by whom as long as names stay, in their words.

use relais_kernel::{BatonId, Instant, PersonId};
use relais_store::{InOrg, Result, sql};
use sea_orm::FromQueryResult;

use crate::history::without_salt;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Chapter {
    /// Its place, from 1.
    pub seq: i64,
    /// When.
    pub at: Instant,
    /// What: `given`, `offered`, `accepted`, `refused`, `withdrawn`, `noted`, `news`, `paused`, `resumed`, `joined`,
    /// `sought`, `told`, `climbed`, `returned`, `ended`.
    pub code: String,
    /// Codes and ids that complete it.
    pub detail: String,
    /// Who did it; nobody for the machine, and once names were cut.
    pub person_id: Option<PersonId>,
    /// Their given name.
    pub given_name: Option<String>,
    /// Their family name.
    pub family_name: Option<String>,
    /// The words said, unless they were erased.
    pub words: Option<String>,
}

/// What happened, the newest first.
pub async fn story(on: &impl InOrg, baton: BatonId) -> Result<Vec<Chapter>> {
    let mut chapters: Vec<Chapter> =
        sql("select e.seq, e.at, e.code, e.detail, f.person_id, p.given_name, p.family_name, \
         w.text as words from baton_event e \
         left join baton_face f on f.org_id = e.org_id and f.baton_id = e.baton_id and f.face = e.face \
         left join person p on p.org_id = f.org_id and p.id = f.person_id \
         left join baton_words w on w.org_id = e.org_id and w.id = e.words_id \
         where e.org_id = $1 and e.baton_id = $2 order by e.seq desc")
        .bind(on.org())
        .bind(baton)
        .all(on)
        .await?;
    for chapter in &mut chapters {
        chapter.words = chapter.words.take().map(|words| without_salt(&words).to_owned());
    }
    Ok(chapters)
}
