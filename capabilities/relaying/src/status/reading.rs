//! What a customer reads of their own request: no name, no number, no word that somebody said among colleagues.

use jiff::tz::TimeZone;
use relais_contact::{Address, Channel, is_suppressed, read};
use relais_directory::organisations;
use relais_kernel::{ContactId, Day, Instant};
use relais_store::{InOrg, OrgDb, Result, sql};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::{
    place::{self, Place},
    store::{Opened, said_on},
};
use crate::cases::reading::{self, Case, Touch};

/// Whether text messages reach them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Texts {
    /// They left no mobile number.
    Never,
    /// They may be sent one.
    May,
    /// They want none.
    Stopped,
}

/// A request as its customer sees it.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    pub(super) case: Case,
    pub(super) org_name: String,
    pub(super) zone: TimeZone,
    /// What was done, in its order: the moment, and what it was.
    pub(super) steps: Vec<(Instant, Step)>,
    pub(super) place: Option<Place>,
    pub(super) texts: Texts,
    /// What they wrote today.
    pub(super) said: i32,
    pub(super) answered: bool,
}

relais_kernel::codes! {
    /// A step of a request, as its customer is told.
    pub enum Step {
        /// They told us.
        Visit = "visit",
        /// Those who know were asked.
        Asked = "asked",
        /// Those who know have answered.
        Answered = "answered",
        /// They were called and heard.
        Called = "called",
        /// They were called, and nobody took it.
        Missed = "missed",
        /// They had the answer.
        Told = "told",
        /// They wrote by this page.
        Wrote = "wrote",
    }
}

#[derive(FromQueryResult)]
struct Asked {
    asked_at: Instant,
    first_answered_at: Option<Instant>,
}

/// All that the page shows; none once the request has gone.
pub(super) async fn seen(db: &OrgDb, opened: &Opened, now: Instant) -> Result<Option<(Seen, Day)>> {
    let Some(case) = reading::of_link(db, opened.case_id).await? else { return Ok(None) };
    let organisation = organisations::by_id(db, db.org()).await?;
    let zone = organisation.as_ref().map_or(TimeZone::UTC, |known| known.zone());
    let today = now.day(&zone);
    let place = match case.unit_id {
        Some(unit) => place::of(db, unit, now, today).await?,
        None => None,
    };
    let texts = match case.contact_id {
        Some(contact) => texts(db, contact).await?,
        None => Texts::Never,
    };
    let seen = Seen {
        steps: steps(db, case.id).await?,
        said: said_on(db, case.id, today).await?,
        answered: opened.answered,
        org_name: organisation.map(|known| known.name).unwrap_or_default(),
        case,
        zone,
        place,
        texts,
    };
    Ok(Some((seen, today)))
}

/// Their mobile number, to say something about it.
pub(super) async fn mobile(on: &impl InOrg, contact: ContactId) -> Result<Option<Address>> {
    Ok(read(on, contact).await?.and_then(|contact| contact.address(Channel::Sms)))
}

/// Whether text messages reach a contact.
pub(super) async fn texts(on: &impl InOrg, contact: ContactId) -> Result<Texts> {
    let Some(address) = mobile(on, contact).await? else { return Ok(Texts::Never) };
    let stopped = is_suppressed(on, &address, Channel::Sms).await?;
    Ok(if stopped { Texts::Stopped } else { Texts::May })
}

async fn steps(db: &OrgDb, case: Uuid) -> Result<Vec<(Instant, Step)>> {
    let touches = reading::touches(db, case).await?;
    let mut steps: Vec<(Instant, Step)> =
        touches.iter().filter_map(|touch| Some((touch.at, step(touch)?))).collect();
    let asked: Vec<Asked> =
        sql("select q.asked_at, q.first_answered_at from case_question k join question q \
         on q.org_id = k.org_id and q.id = k.question_id where k.org_id = $1 and k.case_id = $2")
        .bind(db.org())
        .bind(case)
        .all(db)
        .await?;
    for question in asked {
        steps.push((question.asked_at, Step::Asked));
        steps.extend(question.first_answered_at.map(|at| (at, Step::Answered)));
    }
    let wrote = super::store::messages(db, case).await?;
    steps.extend(wrote.iter().map(|message| (message.at, Step::Wrote)));
    // Of what happened at one moment, telling comes before asking.
    steps.sort_by_key(|(at, step)| (at.0, Step::ALL.iter().position(|known| known == step)));
    Ok(steps)
}

/// What a contact is to whoever was contacted. That a page was read is none.
fn step(touch: &Touch) -> Option<Step> {
    match (touch.kind.as_str(), touch.result.as_str()) {
        ("visit", _) => Some(Step::Visit),
        ("reassurance", "heard") => Some(Step::Called),
        (_, "missed") => Some(Step::Missed),
        ("answer", "heard" | "written") => Some(Step::Told),
        _ => None,
    }
}
