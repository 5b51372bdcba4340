//! Every query about questions. Whoever asked reads theirs, and those who can answer read their groups': to all others a
//! question does not exist.

use relais_baton::{self as baton, Actor, Baton, Gift, Holder, Hours, Promise, Refusal, Waiting};
use relais_directory::{Ruled, hold, settings};
use relais_kernel::{BatonId, Day, Instant, PersonId, PictureId, TeamId, UnitId, fold};
use relais_store::{InOrg, OrgTx, Result, Sql, insert, sql};
use sea_orm::{FromQueryResult, Value};
use uuid::Uuid;

use super::checks::{Asking, QuestionState, Speaker, WordKind};
use crate::{
    boards::counting, groups::store::Theme, kinds::QUESTION, knowledge::index, settings::ANSWERED_IN,
};

/// A question.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Question {
    pub(crate) id: Uuid,
    pub(crate) promise_id: BatonId,
    pub(crate) text: String,
    pub(crate) device: String,
    pub(crate) theme: String,
    pub(crate) group_name: String,
    pub(crate) unit_name: Option<String>,
    pub(crate) state: QuestionState,
    pub(crate) due_at: Instant,
    pub(crate) asked_day: Day,
    /// Whether its clock stands until whoever asked has told more.
    pub(crate) stands: bool,
    /// Who took it.
    pub(crate) holder: Option<PersonId>,
}

/// What somebody says back, with a photo that is kept already.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Said<'a> {
    pub(crate) words: &'a str,
    pub(crate) picture: Option<PictureId>,
}

/// Something that was said back.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Word {
    pub(crate) id: Uuid,
    pub(crate) speaker: Speaker,
    pub(crate) kind: WordKind,
    pub(crate) text: String,
    pub(crate) day: Day,
    /// Whether a photo goes with it.
    pub(crate) has_photo: bool,
}

/// The group is the one that answers for it now, which another may have passed it to.
const COLUMNS: &str = "select q.id, q.promise_id, q.text, q.device, t.name as theme, coalesce(n.name, g.name) as group_name, u.name as unit_name, \
     q.state, q.due_at, q.asked_day, (b.target_seconds is not null and b.state = 'held' and b.running_since is null) as stands, \
     b.holder_person_id as holder from question q join expert_theme t on t.org_id = q.org_id and t.id = q.theme_id \
     join expert_group g on g.org_id = q.org_id and g.id = q.group_id \
     join baton b on b.org_id = q.org_id and b.id = q.promise_id \
     left join expert_group n on n.org_id = b.org_id and n.team_id = b.team_id \
     left join unit u on u.org_id = q.org_id and u.id = q.unit_id where q.org_id = ";

/// Where somebody works today: whose hours and whose part of the network a question comes from.
pub(crate) async fn unit_of(on: &impl InOrg, person: PersonId, today: Day) -> Result<Option<UnitId>> {
    sql("select a.unit_id from assignment a where a.org_id = $1 and a.person_id = $2 and a.from_day <= $3 \
         and coalesce(a.to_day, 99991231) >= $3 order by a.main desc, a.from_day desc, a.id limit 1")
    .bind(on.org())
    .bind(person)
    .bind(today)
    .value(on)
    .await
}

/// What waits for the groups that somebody is in, also what one of them has taken, and what is held out to them: what is
/// due first comes first. Of each group only the first are read, as they are due: thousands may wait.
pub(crate) async fn waiting(on: &impl InOrg, me: &Actor, most: usize) -> Result<Vec<Question>> {
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let first = |query: Sql, condition: &str, of: Value| {
        query
            .push("select * from (select h.id, h.promised_at from baton h where h.org_id = ")
            .arg(on.org())
            .push(" and h.state = 'held' and h.kind = ")
            .arg(QUESTION.code)
            .push(condition)
            .arg(of)
    };
    let until = |query: Sql| query.push(" order by h.promised_at, h.id limit ").arg(most).push(") x");
    let mut query = sql(COLUMNS).arg(on.org()).push(" and q.promise_id in (select f.id from (");
    query = until(first(query, " and h.holder_person_id = ", me.person.into()));
    for team in &me.teams {
        query = until(first(query.push(" union "), " and h.team_id = ", (*team).into()));
    }
    let offered = " and h.id in (select o.baton_id from baton_offer o where o.org_id = h.org_id \
                   and o.state = 'open' and (o.person_id = ";
    query = first(query.push(" union "), offered, me.person.into());
    query = until(query.push(" or o.team_id in ").list(me.teams.iter().copied()).push("))"));
    query = query.push(" order by promised_at, id limit ").arg(most).push(") f) order by q.due_at, q.id");
    query.all(on).await
}

/// What somebody asked: the newest first, of which no more are read than are shown.
pub(crate) async fn asked_by(on: &impl InOrg, person: PersonId, most: usize) -> Result<Vec<Question>> {
    sql(COLUMNS)
        .arg(on.org())
        .push(
            " and q.promise_id in (select f.baton_id from (select w.baton_id from baton_waiter w \
             join baton h on h.org_id = w.org_id and h.id = w.baton_id and h.kind = ",
        )
        .arg(QUESTION.code)
        .push(" where w.org_id = ")
        .arg(on.org())
        .push(" and w.person_id = ")
        .arg(person)
        // As ids are made in time's order.
        .push(" order by w.baton_id desc limit ")
        .arg(i64::try_from(most).unwrap_or(i64::MAX))
        .push(") f) order by q.newest, q.id")
        .all(on)
        .await
}

/// A question with the promise about it, for whoever asked and those who can answer.
pub(crate) async fn read(on: &impl InOrg, id: Uuid, me: &Actor) -> Result<Option<(Question, Baton)>> {
    let Some(question) = sql(COLUMNS).arg(on.org()).push(" and q.id = ").arg(id).one::<Question>(on).await?
    else {
        return Ok(None);
    };
    let Some(promise) = baton::baton(on, question.promise_id).await? else { return Ok(None) };
    let knows = promise.team.is_some_and(|team| me.teams.contains(&team));
    let may = promise.awaited_by(me.person) || knows || baton::concerns(on, promise.id, me).await?;
    Ok(may.then_some((question, promise)))
}

/// What a question is about.
pub(crate) async fn theme_of(on: &impl InOrg, id: Uuid) -> Result<Option<Uuid>> {
    sql("select theme_id from question where org_id = $1 and id = $2").bind(on.org()).bind(id).value(on).await
}

/// What was said back, in its order.
pub(crate) async fn words(on: &impl InOrg, id: Uuid) -> Result<Vec<Word>> {
    sql("select w.id, w.speaker, w.kind, w.text, w.day, p.picture_id is not null as has_photo from question_word w \
         left join word_picture p on p.org_id = w.org_id and p.word_id = w.id where w.org_id = $1 and w.question_id = $2 \
         order by w.place")
    .bind(on.org())
    .bind(id)
    .all(on)
    .await
}

/// What this form has asked already. Of two requests at once the second waits here.
pub(crate) async fn asked_before(tx: &OrgTx, key: Option<Uuid>, asker: PersonId) -> Result<Option<Uuid>> {
    hold(tx, "person", &[asker.0]).await?;
    asked_by_form(tx, key).await
}

/// What a form has asked already, as far as one sees.
pub(crate) async fn asked_by_form(on: &impl InOrg, key: Option<Uuid>) -> Result<Option<Uuid>> {
    let Some(key) = key else { return Ok(None) };
    sql("select id from question where org_id = $1 and form_key = $2")
        .bind(on.org())
        .bind(key)
        .value(on)
        .await
}

/// Asks a group: it holds the question from its first moment, and answers within its opening hours.
pub(crate) async fn ask(
    tx: &OrgTx,
    (theme, asking): (&Theme, &Asking),
    (asker, parent): (PersonId, Option<BatonId>),
    (unit, today, key): (Option<UnitId>, Day, Option<Uuid>),
    (hours, work): (&Hours, i64),
) -> Result<Uuid> {
    let (id, now) = (tx.clock().id::<Uuid>(), tx.clock().now());
    let due = due(hours, now, work);
    let gift = Gift {
        kind: &QUESTION,
        subject: id,
        parent,
        unit,
        title: &asking.text,
        holder: Holder::Team(theme.team_id),
        waits: vec![Waiting::person(asker)],
        promise: Promise { at: due, hears_next_at: None, work: Some(work) },
        by: Some(asker),
    };
    let promise = baton::give(tx, &gift, hours).await?;
    let columns = [
        "org_id",
        "id",
        "group_id",
        "theme_id",
        "unit_id",
        "promise_id",
        "text",
        "text_folded",
        "device",
        "state",
        "asked_at",
        "asked_day",
        "due_at",
        "newest",
        "form_key",
    ];
    insert("question", &columns)
        .row([
            tx.org().into(),
            id.into(),
            theme.group_id.into(),
            theme.id.into(),
            unit.into(),
            promise.id.into(),
            asking.text.clone().into(),
            fold(&asking.text).into(),
            asking.device.clone().into(),
            QuestionState::Asked.into(),
            now.into(),
            today.into(),
            due.into(),
            (-now.0).into(),
            key.into(),
        ])
        .run(tx)
        .await?;
    Ok(id)
}

/// What the customer saw, as a photo that was cleaned.
pub(crate) async fn picture(tx: &OrgTx, question: Uuid, picture: PictureId) -> Result<()> {
    insert("question_picture", &["org_id", "question_id", "picture_id"])
        .row([tx.org().into(), question.into(), picture.into()])
        .run(tx)
        .await?;
    Ok(())
}

/// The photo of a question.
pub(crate) async fn picture_of(on: &impl InOrg, question: Uuid) -> Result<Option<PictureId>> {
    sql("select picture_id from question_picture where org_id = $1 and question_id = $2")
        .bind(on.org())
        .bind(question)
        .value(on)
        .await
}

/// The photo of a word of a question.
pub(crate) async fn picture_of_word(
    on: &impl InOrg,
    question: Uuid,
    word: Uuid,
) -> Result<Option<PictureId>> {
    sql("select p.picture_id from word_picture p join question_word w on w.org_id = p.org_id and w.id = p.word_id \
         where p.org_id = $1 and w.question_id = $2 and w.id = $3")
    .bind(on.org())
    .bind(question)
    .bind(word)
    .value(on)
    .await
}

/// How long a group takes to answer, in seconds of its opening.
pub(crate) async fn work(on: &impl InOrg) -> Result<i64> {
    Ok(settings::value(on, &ANSWERED_IN).await? * 60)
}

/// When a group will have answered what is asked now.
pub(crate) fn due(hours: &Hours, now: Instant, work: i64) -> Instant {
    let due = hours.after(now.timestamp(), jiff::SignedDuration::from_secs(work)).map(Instant::from);
    // A group that never opens is no reason to wait for ever.
    due.unwrap_or(now.plus(std::time::Duration::from_secs(86_400)))
}

/// Answers: whoever asked is told, and the promise ends. Whoever answers takes it first where the group holds it.
pub(crate) async fn answer(
    tx: &OrgTx,
    by: &Actor,
    (id, promise): (Uuid, &Baton),
    said: Said<'_>,
    today: Day,
) -> Ruled {
    if let Err(fault) = held_by(tx, by, promise).await? {
        return Ok(Err(fault));
    }
    if let Err(fault) = baton::tell_all_in_writing(tx, by, promise.id, "").await? {
        return Ok(Err(fault));
    }
    if let Err(fault) = baton::end(tx, by, &QUESTION, promise.id, QuestionState::Answered.code(), "").await? {
        return Ok(Err(fault));
    }
    say(tx, id, (Speaker::Group, WordKind::Answer), said, today).await?;
    sql("update question set state = 'answered', first_answered_at = coalesce(first_answered_at, $3) \
         where org_id = $1 and id = $2 and state = 'asked'")
    .bind(tx.org())
    .bind(id)
    .bind(tx.clock().now())
    .run_one("question", tx)
    .await?;
    counting::first_answer(tx, id, promise, today).await?;
    counting::answered(tx, by, (id, promise), today).await?;
    found(tx, id).await?;
    Ok(Ok(()))
}

/// From now on, whoever asks nearly the same finds it.
async fn found(tx: &OrgTx, id: Uuid) -> Result<()> {
    let said = sql(COLUMNS).arg(tx.org()).push(" and q.id = ").arg(id).one::<Question>(tx).await?;
    let Some(said) = said else { return Ok(()) };
    let asked = format!("{} {} {}", said.text, said.device, said.theme);
    index::put(tx, index::Kind::Question, id, (&asked, "")).await
}

/// Whoever acts holds it, or takes what their group holds.
async fn held_by(tx: &OrgTx, by: &Actor, promise: &Baton) -> Ruled {
    if !promise.is_held() {
        return Ok(Err(Refusal::Ended.fault()));
    }
    if promise.holder == Some(Holder::Person(by.person)) {
        return Ok(Ok(()));
    }
    Ok(baton::take(tx, by, promise.id).await?.map(|_| ()))
}

/// Asks something first: the group's clock stands until whoever asked has told it, and the customer's goes on.
pub(crate) async fn clarify(
    tx: &OrgTx,
    by: &Actor,
    (id, promise): (Uuid, &Baton),
    said: Said<'_>,
    (hours, today): (&Hours, Day),
) -> Ruled {
    if let Err(fault) = held_by(tx, by, promise).await? {
        return Ok(Err(fault));
    }
    if promise.target.is_some_and(|target| target.running_since.is_some())
        && let Err(fault) = baton::pause(tx, by, &QUESTION, promise.id, hours, "").await?
    {
        return Ok(Err(fault));
    }
    if let Err(fault) = baton::news(tx, by, promise.id, said.words, None).await? {
        return Ok(Err(fault));
    }
    say(tx, id, (Speaker::Group, WordKind::Clarify), said, today).await?;
    Ok(Ok(()))
}

/// Adds to it: whoever asked tells more, and the group's clock runs again; or another one of the group helps. Whoever holds
/// it is called. What was answered can be added to as well.
pub(crate) async fn add(
    tx: &OrgTx,
    by: &Actor,
    (id, promise): (Uuid, &Baton),
    said: Said<'_>,
    (hours, today): (&Hours, Day),
) -> Ruled {
    let asked = promise.awaited_by(by.person);
    if promise.is_held() {
        let added = if asked {
            baton::reply(tx, by, &QUESTION, promise.id, hours, said.words).await?
        } else {
            baton::note(tx, by, promise.id, said.words).await?
        };
        if let Err(fault) = added {
            return Ok(Err(fault));
        }
    }
    let who = if asked { (Speaker::Asker, WordKind::Word) } else { (Speaker::Group, WordKind::Answer) };
    say(tx, id, who, said, today).await?;
    if !asked {
        sql("update question set first_answered_at = $3 where org_id = $1 and id = $2 and first_answered_at is null")
            .bind(tx.org())
            .bind(id)
            .bind(tx.clock().now())
            .run(tx)
            .await?;
        counting::first_answer(tx, id, promise, today).await?;
    }
    Ok(Ok(()))
}

/// Nobody looks for an answer any more: whoever asked needs none.
pub(crate) async fn withdraw(tx: &OrgTx, by: &Actor, id: Uuid, promise: &Baton) -> Ruled {
    if let Err(fault) = baton::forgo(tx, by, &QUESTION, promise.id, QuestionState::Withdrawn.code()).await? {
        return Ok(Err(fault));
    }
    sql("update question set state = 'withdrawn' where org_id = $1 and id = $2 and state = 'asked'")
        .bind(tx.org())
        .bind(id)
        .run_one("question", tx)
        .await?;
    Ok(Ok(()))
}

/// Holds it out to another group. Whoever has it keeps it until one of that group accepts.
pub(crate) async fn pass(tx: &OrgTx, by: &Actor, promise: &Baton, to: TeamId, words: &str) -> Ruled {
    Ok(baton::offer(tx, by, promise.id, Holder::Team(to), words).await?.map(|_| ()))
}

async fn say(
    tx: &OrgTx,
    question: Uuid,
    (speaker, kind): (Speaker, WordKind),
    said: Said<'_>,
    today: Day,
) -> Result<()> {
    let place: Option<i64> = sql("select count(*) from question_word where org_id = $1 and question_id = $2")
        .bind(tx.org())
        .bind(question)
        .value(tx)
        .await?;
    let id = tx.clock().id::<Uuid>();
    insert("question_word", &["org_id", "id", "question_id", "place", "speaker", "kind", "text", "day"])
        .row([
            tx.org().into(),
            id.into(),
            question.into(),
            place.unwrap_or(0).into(),
            speaker.into(),
            kind.into(),
            said.words.into(),
            today.into(),
        ])
        .run(tx)
        .await?;
    if let Some(picture) = said.picture {
        insert("word_picture", &["org_id", "word_id", "picture_id"])
            .row([tx.org().into(), id.into(), picture.into()])
            .run(tx)
            .await?;
    }
    Ok(())
}
