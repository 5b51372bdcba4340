//! Every query about rules of the house.

use relais_baton::{Actor, Holder, hours_of};
use relais_directory::Ruled;
use relais_kernel::{Day, Instant, PersonId, RegionId, UnitId, fold};
use relais_store::{Cut, InOrg, Key, OrgTx, Result, Slice, Sql, insert, sql};
use relais_words::Fault;
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::checks::{Decided, RuleFacts, RuleState, Verdict};
use crate::{
    kinds::RULE,
    pebbles::rules::Theme,
    places::{self, Place, Width},
    promises,
};

/// A rule, with the question that is open about it.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Rule {
    pub(crate) id: Uuid,
    pub(crate) title: String,
    pub(crate) words: String,
    pub(crate) theme: Theme,
    pub(crate) source: String,
    pub(crate) width: Width,
    pub(crate) region_id: Option<RegionId>,
    pub(crate) unit_id: Option<UnitId>,
    pub(crate) place_name: Option<String>,
    pub(crate) owner_id: Option<PersonId>,
    /// Whoever answers for it, as long as they work here; otherwise those who answer for its place.
    pub(crate) owner_name: Option<String>,
    pub(crate) state: RuleState,
    pub(crate) version: i32,
    pub(crate) since_day: Day,
    pub(crate) challenge_id: Option<Uuid>,
    pub(crate) question: Option<String>,
    pub(crate) author: Option<String>,
    pub(crate) voices: Option<i64>,
    pub(crate) due_at: Option<Instant>,
}

const COLUMNS: &str = "select r.id, r.title, r.words, r.theme, r.source, r.width, r.region_id, r.unit_id, \
     coalesce(u.name, g.name) as place_name, o.id as owner_id, o.given_name || ' ' || o.family_name as owner_name, \
     r.state, r.version, r.since_day, c.id as challenge_id, c.text as question, \
     a.given_name || ' ' || a.family_name as author, c.voices, c.due_at from house_rule r \
     left join unit u on u.org_id = r.org_id and u.id = r.unit_id \
     left join region g on g.org_id = r.org_id and g.id = r.region_id \
     left join person o on o.org_id = r.org_id and o.id = r.owner_id and o.left_day is null \
     left join rule_challenge c on c.org_id = r.org_id and c.rule_id = r.id and c.state = 'open' \
     left join person a on a.org_id = c.org_id and a.id = c.author_id where r.org_id = ";

impl Rule {
    pub(crate) fn place(&self) -> Place {
        Place::of_columns(self.region_id, self.unit_id)
    }
}

/// A rule.
pub(crate) async fn by_id(on: &impl InOrg, id: Uuid) -> Result<Option<Rule>> {
    sql(COLUMNS).arg(on.org()).push(" and r.id = ").arg(id).one(on).await
}

/// The same for whoever writes about it: from here to the end of the transaction nobody else does.
pub(crate) async fn lock(tx: &OrgTx, id: Uuid) -> Result<Option<Rule>> {
    sql("update house_rule set newest = newest where org_id = $1 and id = $2")
        .bind(tx.org())
        .bind(id)
        .run(tx)
        .await?;
    by_id(tx, id).await
}

/// Which rules a list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Which {
    /// Those that hold.
    #[default]
    InForce,
    /// Those that somebody asks about.
    Asked,
    /// Those that hold no more.
    Dropped,
}

const NEWEST: &[Key<'_>] = &[Key { column: "r.newest", of_row: "select k.newest from house_rule k" }];

/// A page of rules, the newest first.
pub(crate) async fn list(on: &impl InOrg, which: Which, cut: Cut, size: usize) -> Result<Slice<Rule>> {
    let query = narrowed(sql(COLUMNS).arg(on.org()), which);
    let query = cut.apply(query, NEWEST, "r.id", on.org(), size);
    Ok(cut.slice(query.all(on).await?, size))
}

fn narrowed(query: Sql, which: Which) -> Sql {
    query.push(match which {
        Which::InForce => " and r.state = 'in_force'",
        Which::Asked => " and c.id is not null",
        Which::Dropped => " and r.state = 'dropped'",
    })
}

/// How many of each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Counts {
    pub(crate) in_force: i64,
    pub(crate) asked: i64,
    pub(crate) dropped: i64,
}

pub(crate) async fn counts(on: &impl InOrg) -> Result<Counts> {
    let found =
        sql("select coalesce(sum(case when r.state = 'in_force' then 1 else 0 end), 0) as in_force, \
         (select count(*) from rule_challenge c where c.org_id = $1 and c.state = 'open') as asked, \
         coalesce(sum(case when r.state = 'dropped' then 1 else 0 end), 0) as dropped \
         from house_rule r where r.org_id = $1")
        .bind(on.org())
        .one(on)
        .await?;
    Ok(found.unwrap_or_default())
}

/// What a rule said, and from which day.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Version {
    pub(crate) version: i32,
    pub(crate) words: String,
    pub(crate) from_day: Day,
}

/// All that a rule has said, the newest first.
pub(crate) async fn versions(on: &impl InOrg, rule: Uuid) -> Result<Vec<Version>> {
    sql("select version, words, from_day from house_rule_version where org_id = $1 and rule_id = $2 \
         order by version desc")
    .bind(on.org())
    .bind(rule)
    .all(on)
    .await
}

/// A decision, with the question that it answered.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Decision {
    pub(crate) verdict: Verdict,
    pub(crate) reason: String,
    pub(crate) day: Day,
    pub(crate) question: Option<String>,
    pub(crate) voices: Option<i64>,
}

/// What was decided about a rule, the newest first.
pub(crate) async fn decisions(on: &impl InOrg, rule: Uuid) -> Result<Vec<Decision>> {
    sql("select d.verdict, d.reason, d.day, c.text as question, c.voices from rule_decision d \
         left join rule_challenge c on c.org_id = d.org_id and c.id = d.challenge_id \
         where d.org_id = $1 and d.rule_id = $2 order by d.at desc, d.id desc")
    .bind(on.org())
    .bind(rule)
    .all(on)
    .await
}

/// Writes a rule into the register.
pub(crate) async fn write(tx: &OrgTx, facts: &RuleFacts, writer: PersonId, today: Day) -> Result<Uuid> {
    let (id, now) = (tx.clock().id::<Uuid>(), tx.clock().now());
    let (width, region, unit) = facts.place.columns();
    insert(
        "house_rule",
        &[
            "org_id",
            "id",
            "title",
            "title_folded",
            "words",
            "theme",
            "source",
            "width",
            "region_id",
            "unit_id",
            "owner_id",
            "state",
            "version",
            "since_day",
            "written_at",
            "newest",
        ],
    )
    .row([
        tx.org().into(),
        id.into(),
        facts.title.clone().into(),
        fold(&facts.title).into(),
        facts.words.clone().into(),
        facts.theme.into(),
        facts.source.clone().into(),
        width.into(),
        region.into(),
        unit.into(),
        facts.own.then_some(writer).into(),
        RuleState::InForce.into(),
        1_i32.into(),
        today.into(),
        now.into(),
        (-now.0).into(),
    ])
    .run(tx)
    .await?;
    keep_words(tx, id, 1, &facts.words, today).await?;
    // They answer for it from its first day, or from the day its owner leaves.
    places::leads(tx, facts.place).await?;
    Ok(id)
}

async fn keep_words(tx: &OrgTx, rule: Uuid, version: i32, words: &str, day: Day) -> Result<()> {
    let columns = ["org_id", "id", "rule_id", "version", "words", "from_day", "written_at"];
    insert("house_rule_version", &columns)
        .row([
            tx.org().into(),
            tx.clock().id::<Uuid>().into(),
            rule.into(),
            version.into(),
            words.into(),
            day.into(),
            tx.clock().now().into(),
        ])
        .run(tx)
        .await?;
    Ok(())
}

/// Asks what a rule is for: its owner promises an answer. A rule that somebody asks about already gets one voice more.
pub(crate) async fn challenge(
    tx: &OrgTx,
    rule: &Rule,
    (text, signed): (&str, bool),
    author: PersonId,
    today: Day,
) -> Ruled {
    if rule.state == RuleState::Dropped {
        return Ok(Err(Fault::of_form("rule-dropped-meanwhile")));
    }
    if let Some(open) = rule.challenge_id {
        return Ok(join(tx, (rule.id, open), author).await?.map(|_| ()));
    }
    let (id, now) = (tx.clock().id::<Uuid>(), tx.clock().now());
    let hours = hours_of(tx, rule.unit_id, today).await?;
    let columns =
        ["org_id", "id", "rule_id", "text", "author_id", "voices", "state", "due_at", "said_at", "said_day"];
    insert("rule_challenge", &columns)
        .row([
            tx.org().into(),
            id.into(),
            rule.id.into(),
            text.into(),
            signed.then_some(author).into(),
            1_i64.into(),
            "open".into(),
            promises::due(tx, &hours).await?.into(),
            now.into(),
            today.into(),
        ])
        .run(tx)
        .await?;
    let holder = match rule.owner_id {
        Some(owner) => Holder::Person(owner),
        None => Holder::Team(places::leads(tx, rule.place()).await?),
    };
    let asked = promises::Asked {
        kind: &RULE,
        subject: rule.id,
        unit: rule.unit_id,
        words: &rule.title,
        holder,
        author,
    };
    promises::give(tx, asked, &hours).await?;
    Ok(Ok(()))
}

/// Somebody else wants to know too; tells whether their voice is new.
pub(crate) async fn join(tx: &OrgTx, (rule, challenge): (Uuid, Uuid), person: PersonId) -> Ruled<bool> {
    let joined = promises::join(tx, rule, person).await?;
    if joined == Ok(true) {
        sql("update rule_challenge set voices = voices + 1 where org_id = $1 and id = $2")
            .bind(tx.org())
            .bind(challenge)
            .run_one("rule_challenge", tx)
            .await?;
    }
    Ok(joined)
}

/// Whether somebody decides about a rule that nobody asks about: its owner, or those who answer for its place.
pub(crate) async fn answers_for(on: &impl InOrg, rule: &Rule, who: &Actor) -> Result<bool> {
    match rule.owner_id {
        Some(owner) => Ok(owner == who.person),
        None => {
            Ok(places::known_leads(on, rule.place()).await?.is_some_and(|team| who.teams.contains(&team)))
        }
    }
}

/// Decides: the reason is written for all to read, the rule says what was decided, and all who asked are told.
pub(crate) async fn decide(tx: &OrgTx, by: &Actor, rule: &Rule, decided: &Decided, today: Day) -> Ruled {
    if rule.challenge_id.is_some() {
        let answer = (decided.verdict.code(), decided.reason.as_str());
        if let Err(fault) = promises::keep(tx, by, &RULE, rule.id, answer).await? {
            return Ok(Err(fault));
        }
    }
    let moved = decided.verdict != Verdict::Keep;
    let version = rule.version + i32::from(moved);
    let columns = ["org_id", "id", "rule_id", "challenge_id", "verdict", "reason", "version", "at", "day"];
    insert("rule_decision", &columns)
        .row([
            tx.org().into(),
            tx.clock().id::<Uuid>().into(),
            rule.id.into(),
            rule.challenge_id.into(),
            decided.verdict.into(),
            decided.reason.clone().into(),
            version.into(),
            tx.clock().now().into(),
            today.into(),
        ])
        .run(tx)
        .await?;
    if moved {
        let (words, state) = match &decided.words {
            Some(words) => (words.as_str(), RuleState::InForce),
            None => (rule.words.as_str(), RuleState::Dropped),
        };
        sql("update house_rule set words = $1, state = $2, version = $3, since_day = $4 where org_id = $5 and id = $6")
            .bind(words)
            .bind(state)
            .bind(version)
            .bind(today)
            .bind(tx.org())
            .bind(rule.id)
            .run_one("house_rule", tx)
            .await?;
    }
    if let Some(words) = &decided.words {
        keep_words(tx, rule.id, version, words, today).await?;
    }
    if let Some(challenge) = rule.challenge_id {
        sql("update rule_challenge set state = 'decided' where org_id = $1 and id = $2")
            .bind(tx.org())
            .bind(challenge)
            .run_one("rule_challenge", tx)
            .await?;
    }
    Ok(Ok(()))
}
