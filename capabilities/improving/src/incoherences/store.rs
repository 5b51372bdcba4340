//! Every query about incoherences.

use relais_baton::{Actor, Holder, hours_of};
use relais_directory::Ruled;
use relais_kernel::{Day, Instant, PersonId, RegionId, UnitId};
use relais_store::{Cut, InOrg, Key, OrgTx, Result, Slice, insert, sql};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::checks::{Choice, Contradiction, Decided, Decides, Verdict};
use crate::{
    kinds::INCOHERENCE,
    places::{self, Place},
    promises,
};

/// An incoherence.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Incoherence {
    pub(crate) id: Uuid,
    pub(crate) first_rule_id: Option<Uuid>,
    pub(crate) first_title: Option<String>,
    pub(crate) first_words: String,
    pub(crate) second_rule_id: Option<Uuid>,
    pub(crate) second_title: Option<String>,
    pub(crate) second_words: String,
    pub(crate) stage: String,
    pub(crate) author: Option<String>,
    pub(crate) voices: i64,
    pub(crate) verdict: Option<Verdict>,
    pub(crate) reason: String,
    pub(crate) now_words: String,
    pub(crate) due_at: Instant,
    pub(crate) said_day: Day,
    pub(crate) decided_day: Option<Day>,
}

const COLUMNS: &str = "select i.id, i.first_rule_id, f.title as first_title, i.first_words, i.second_rule_id, \
     s.title as second_title, i.second_words, i.stage, a.given_name || ' ' || a.family_name as author, i.voices, \
     i.verdict, i.reason, i.now_words, i.due_at, i.said_day, i.decided_day from incoherence i \
     left join house_rule f on f.org_id = i.org_id and f.id = i.first_rule_id \
     left join house_rule s on s.org_id = i.org_id and s.id = i.second_rule_id \
     left join person a on a.org_id = i.org_id and a.id = i.author_id where i.org_id = ";

/// An incoherence.
pub(crate) async fn by_id(on: &impl InOrg, id: Uuid) -> Result<Option<Incoherence>> {
    sql(COLUMNS).arg(on.org()).push(" and i.id = ").arg(id).one(on).await
}

const NEWEST: &[Key<'_>] = &[Key { column: "i.newest", of_row: "select k.newest from incoherence k" }];

/// A page of incoherences, the newest first.
pub(crate) async fn list(on: &impl InOrg, cut: Cut, size: usize) -> Result<Slice<Incoherence>> {
    let query = cut.apply(sql(COLUMNS).arg(on.org()), NEWEST, "i.id", on.org(), size);
    Ok(cut.slice(query.all(on).await?, size))
}

/// Those in which a rule of the register stands.
pub(crate) async fn about(on: &impl InOrg, rule: Uuid) -> Result<Vec<Incoherence>> {
    sql(COLUMNS)
        .arg(on.org())
        .push(" and (i.first_rule_id = ")
        .arg(rule)
        .push(" or i.second_rule_id = ")
        .arg(rule)
        .push(") order by i.newest, i.id limit 20")
        .all(on)
        .await
}

/// How many await a decision.
pub(crate) async fn open(on: &impl InOrg) -> Result<i64> {
    let n = sql("select count(*) from incoherence where org_id = $1 and state = 'open'").bind(on.org());
    Ok(n.value(on).await?.unwrap_or(0))
}

#[derive(FromQueryResult)]
struct RuleRow {
    id: Uuid,
    title: String,
    words: String,
    region_id: Option<RegionId>,
    unit_id: Option<UnitId>,
    owner_id: Option<PersonId>,
}

/// The rules that hold, by name, for choosing one.
pub(crate) async fn rules(on: &impl InOrg) -> Result<Vec<Choice>> {
    let rows: Vec<RuleRow> = sql("select r.id, r.title, r.words, r.region_id, r.unit_id, o.id as owner_id \
         from house_rule r left join person o on o.org_id = r.org_id and o.id = r.owner_id and o.left_day is null \
         where r.org_id = $1 and r.state = 'in_force' order by r.title_folded, r.id limit 500")
    .bind(on.org())
    .all(on)
    .await?;
    let choice = |row: RuleRow| Choice {
        id: row.id,
        title: row.title,
        words: row.words,
        place: Place::of_columns(row.region_id, row.unit_id),
        owner: row.owner_id,
    };
    Ok(rows.into_iter().map(choice).collect())
}

/// Writes an incoherence and its promise.
pub(crate) async fn say(tx: &OrgTx, said: &Contradiction, author: PersonId, today: Day) -> Result<Uuid> {
    let (id, now) = (tx.clock().id::<Uuid>(), tx.clock().now());
    let (holder, unit) = match said.decides {
        Decides::Owner(owner) => (Holder::Person(owner), None),
        Decides::Leads(place) => (Holder::Team(places::leads(tx, place).await?), place.columns().2),
    };
    let hours = hours_of(tx, unit, today).await?;
    insert(
        "incoherence",
        &[
            "org_id",
            "id",
            "first_rule_id",
            "first_words",
            "second_rule_id",
            "second_words",
            "stage",
            "author_id",
            "voices",
            "state",
            "reason",
            "now_words",
            "due_at",
            "said_at",
            "said_day",
            "newest",
        ],
    )
    .row([
        tx.org().into(),
        id.into(),
        said.first.rule.into(),
        said.first.words.clone().into(),
        said.second.rule.into(),
        said.second.words.clone().into(),
        said.stage.clone().into(),
        said.signed.then_some(author).into(),
        1_i64.into(),
        "open".into(),
        "".into(),
        "".into(),
        promises::due(tx, &hours).await?.into(),
        now.into(),
        today.into(),
        (-now.0).into(),
    ])
    .run(tx)
    .await?;
    let words = &said.first.words;
    let asked = promises::Asked { kind: &INCOHERENCE, subject: id, unit, words, holder, author };
    promises::give(tx, asked, &hours).await?;
    Ok(id)
}

/// Somebody else stumbles over it too; tells whether their voice is new.
pub(crate) async fn join(tx: &OrgTx, id: Uuid, person: PersonId) -> Ruled<bool> {
    let joined = promises::join(tx, id, person).await?;
    if joined == Ok(true) {
        sql("update incoherence set voices = voices + 1 where org_id = $1 and id = $2")
            .bind(tx.org())
            .bind(id)
            .run_one("incoherence", tx)
            .await?;
    }
    Ok(joined)
}

/// Decides: what holds is written for all to read, and all who stumbled over it are told.
pub(crate) async fn decide(tx: &OrgTx, by: &Actor, id: Uuid, decided: &Decided, today: Day) -> Ruled {
    let answer = (decided.verdict.code(), decided.reason.as_str());
    if let Err(fault) = promises::keep(tx, by, &INCOHERENCE, id, answer).await? {
        return Ok(Err(fault));
    }
    sql("update incoherence set state = 'decided', verdict = $1, reason = $2, now_words = $3, decided_day = $4 \
         where org_id = $5 and id = $6")
    .bind(decided.verdict)
    .bind(decided.reason.clone())
    .bind(decided.now_words.clone())
    .bind(today)
    .bind(tx.org())
    .bind(id)
    .run_one("incoherence", tx)
    .await?;
    Ok(Ok(()))
}
