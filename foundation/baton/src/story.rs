//! The story of a baton, for whoever takes it: what happened, by whom as long as names stay, in their words.

use jiff::tz::TimeZone;
use relais_kernel::{BatonId, Instant, PersonId};
use relais_store::{InOrg, Result, sql};
use relais_words::Words;
use sea_orm::FromQueryResult;

use crate::{batons::Baton, history::without_salt, rules::Actor};

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Chapter {
    /// Its place, from 1.
    pub seq: i64,
    /// When.
    pub at: Instant,
    /// What: `given`, `offered`, `accepted`, `refused`, `withdrawn`, `noted`, `replied`, `news`, `paused`, `resumed`, `joined`,
    /// `sought`, `told`, `awaited`, `climbed`, `returned`, `ended`.
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

/// Who reads a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reader {
    person: PersonId,
    /// They hold it now, and go on from what was done.
    holds: bool,
    /// It is held out to them.
    asked: bool,
    /// Who holds it.
    holder: Option<PersonId>,
}

impl Reader {
    /// Somebody, who keeps the promise or waits for it.
    pub fn of(who: &Actor, baton: &Baton) -> Self {
        let asked = baton.offers.iter().any(|offer| who.is(offer.to));
        Self {
            person: who.person,
            holds: who.holds(baton),
            asked,
            holder: baton.holder.and_then(crate::Holder::person),
        }
    }
}

/// A chapter in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What happened.
    pub what: String,
    /// When.
    pub when: String,
    /// The same for machines.
    pub stamp: String,
    /// Who did it, as far as this reader may know.
    pub who: Option<String>,
    /// The words said.
    pub words: Option<String>,
}

impl Chapter {
    /// In words. Who gave it and who joined is known to those who answer, and to themselves: a voice among others is
    /// nobody's name. What somebody said bears their name, and who did what is known to whoever holds it and goes on from
    /// there, with the day and no more: nobody reads at what time a colleague worked (PRV-09).
    pub fn line(&self, w: &Words, zone: &TimeZone, reader: Reader) -> Line {
        let voice = matches!(self.code.as_str(), "given" | "joined");
        let own = self.person_id == Some(reader.person);
        // Whoever is asked to take it knows who waits; not whose it is and late.
        let waits = voice && self.person_id != reader.holder;
        let said = !voice && self.words.is_some();
        let known = own || said || reader.holds || (waits && reader.asked);
        let name = self.given_name.as_deref().zip(self.family_name.as_deref()).filter(|_| known);
        let by_another = name.is_some() && !own;
        Line {
            what: w.t(&format!("baton-story-{}", self.code)).to_string(),
            when: if by_another { w.day(&self.at.day(zone)) } else { w.moment(&self.at, zone) },
            stamp: if by_another { self.at.day(zone).to_string() } else { self.at.to_string() },
            who: name.map(|(given, family)| format!("{given} {family}")),
            words: self.words.clone(),
        }
    }
}
