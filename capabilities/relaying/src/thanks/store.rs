//! Every query about thanks. Each begins with the one who was thanked, but for what they made public, which names nobody.

use relais_baton::{Baton, Holder};
use relais_directory::Ruled;
use relais_kernel::{Day, PersonId};
use relais_post::{Notice, notify};
use relais_store::{InOrg, OrgTx, Result, insert, sql};
use relais_words::Fault;
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::questions::checks::QuestionState;

/// The sentence that calls whoever was thanked.
const TITLE: &str = "notice-relaying-thanks";

/// Thanks that somebody got.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Thanks {
    pub(crate) id: Uuid,
    pub(crate) question_id: Uuid,
    pub(crate) group_id: Uuid,
    pub(crate) group_name: String,
    pub(crate) question: String,
    pub(crate) words: String,
    pub(crate) day: Day,
    pub(crate) public: i32,
}

/// Whoever answered: they kept the promise to its end. Nobody once names have left it.
pub(crate) fn answerer(state: QuestionState, promise: &Baton) -> Option<PersonId> {
    match promise.holder {
        Some(Holder::Person(person)) if state == QuestionState::Answered && !promise.is_held() => {
            Some(person)
        }
        _ => None,
    }
}

/// Whether a question's answer was thanked for.
pub(crate) async fn is_thanked(on: &impl InOrg, question: Uuid) -> Result<bool> {
    let found: Option<i32> = sql("select 1 from answer_thanks where org_id = $1 and question_id = $2")
        .bind(on.org())
        .bind(question)
        .value(on)
        .await?;
    Ok(found.is_some())
}

/// Thanks whoever answered, once, and calls them.
pub(crate) async fn say(
    tx: &OrgTx,
    (asker, question): (PersonId, Uuid),
    (state, promise): (QuestionState, &Baton),
    words: &str,
    today: Day,
) -> Ruled {
    let Some(person) = answerer(state, promise).filter(|person| *person != asker) else {
        return Ok(Err(Fault::on("thanks", "thanks-to-nobody")));
    };
    if is_thanked(tx, question).await? {
        return Ok(Err(Fault::on("thanks", "thanks-given")));
    }
    let group: Option<Uuid> = sql(
        "select coalesce((select n.id from expert_group n where n.org_id = q.org_id and n.team_id = $3), \
         q.group_id) from question q where q.org_id = $1 and q.id = $2",
    )
    .bind(tx.org())
    .bind(question)
    .bind(promise.team)
    .value(tx)
    .await?;
    let Some(group) = group else { return Ok(Err(Fault::on("thanks", "thanks-to-nobody"))) };
    let id = tx.clock().id::<Uuid>();
    let columns = ["org_id", "id", "question_id", "group_id", "person_id", "words", "day", "at", "public"];
    insert("answer_thanks", &columns)
        .row([
            tx.org().into(),
            id.into(),
            question.into(),
            group.into(),
            person.into(),
            words.into(),
            today.into(),
            tx.clock().now().into(),
            0_i32.into(),
        ])
        .run(tx)
        .await?;
    let notice = Notice {
        fact: format!("thanks:{id}"),
        about: id,
        title: TITLE,
        path: "/thanks".into(),
        urgent: false,
    };
    notify(tx, person, &notice).await?;
    Ok(Ok(()))
}

/// What somebody was thanked for, the newest first.
pub(crate) async fn mine(on: &impl InOrg, person: PersonId, most: i64) -> Result<Vec<Thanks>> {
    sql("select t.id, t.question_id, t.group_id, g.name as group_name, q.text as question, t.words, t.day, t.public \
         from answer_thanks t join expert_group g on g.org_id = t.org_id and g.id = t.group_id \
         join question q on q.org_id = t.org_id and q.id = t.question_id where t.org_id = $1 and t.person_id = $2 \
         order by t.at desc, t.id desc limit $3")
    .bind(on.org())
    .bind(person)
    .bind(most)
    .all(on)
    .await
}

/// Whoever was thanked has the group read it, or no longer; false when it is not theirs.
pub(crate) async fn share(tx: &OrgTx, person: PersonId, id: Uuid, public: bool) -> Result<bool> {
    let touched =
        sql("update answer_thanks set public = $1 where org_id = $2 and id = $3 and person_id = $4")
            .bind(i32::from(public))
            .bind(tx.org())
            .bind(id)
            .bind(person)
            .run(tx)
            .await?;
    Ok(touched == 1)
}
