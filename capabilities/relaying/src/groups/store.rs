//! Every query about groups.

use relais_baton::{duty, host, open_at};
use relais_directory::Ruled;
use relais_kernel::{Day, PersonId, TeamId, fold};
use relais_store::{InOrg, OrgTx, Result, insert, sql};
use relais_words::{Fault, Words};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::{
    checks::{Candidate, Group},
    scope,
};

/// A group as it is listed.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Known {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) about: String,
    pub(crate) team_id: TeamId,
    /// How often it was changed.
    pub(crate) version: i32,
    pub(crate) first_host: String,
    pub(crate) first_trade: String,
    pub(crate) second_host: String,
    pub(crate) second_trade: String,
}

impl Known {
    /// Who hosts it, and of which trade each is.
    pub(crate) fn hosts(&self, w: &Words) -> String {
        let first = w.t("group-hosts").with("first", self.first_host.as_str());
        let first = first.with("first_trade", self.first_trade.as_str());
        let both = first.with("second", self.second_host.as_str());
        both.with("second_trade", self.second_trade.as_str()).to_string()
    }
}

/// A theme that can be asked about, and whose it is.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Theme {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) group_id: Uuid,
    pub(crate) group_name: String,
    pub(crate) team_id: TeamId,
}

/// The groups that answer, by name.
pub(crate) async fn groups(on: &impl InOrg) -> Result<Vec<Known>> {
    sql("select g.id, g.name, g.about, g.team_id, g.version, f.given_name || ' ' || f.family_name as first_host, \
         ft.name as first_trade, s.given_name || ' ' || s.family_name as second_host, st.name as second_trade \
         from expert_group g join person f on f.org_id = g.org_id and f.id = g.first_host_id \
         join person s on s.org_id = g.org_id and s.id = g.second_host_id \
         join trade ft on ft.org_id = g.org_id and ft.code = g.first_trade \
         join trade st on st.org_id = g.org_id and st.code = g.second_trade \
         where g.org_id = $1 and g.closed_day is null order by g.name_folded, g.id")
    .bind(on.org())
    .all(on)
    .await
}

/// A group that answers.
pub(crate) async fn group(on: &impl InOrg, id: Uuid) -> Result<Option<Known>> {
    Ok(groups(on).await?.into_iter().find(|group| group.id == id))
}

/// What can be asked about, by group.
pub(crate) async fn themes(on: &impl InOrg) -> Result<Vec<Theme>> {
    sql("select t.id, t.name, t.group_id, g.name as group_name, g.team_id from expert_theme t \
         join expert_group g on g.org_id = t.org_id and g.id = t.group_id \
         where t.org_id = $1 and g.closed_day is null and t.retired_day is null \
         order by g.name_folded, g.id, t.place")
    .bind(on.org())
    .all(on)
    .await
}

#[derive(FromQueryResult)]
struct Found {
    id: PersonId,
    given_name: String,
    family_name: String,
    trade_code: Option<String>,
    trade_name: Option<String>,
}

/// These people, with their trades.
pub(crate) async fn candidates(on: &impl InOrg, people: &[PersonId], today: Day) -> Result<Vec<Candidate>> {
    let found: Vec<Found> =
        sql("select p.id, p.given_name, p.family_name, p.trade_code, t.name as trade_name from person p \
             left join trade t on t.org_id = p.org_id and t.code = p.trade_code where p.org_id = ")
        .arg(on.org())
        .push(" and coalesce(p.left_day, 99991231) >= ")
        .arg(today)
        .push(" and p.id in ")
        .list(people.iter().copied())
        .push(" order by p.name_folded, p.id")
        .all(on)
        .await?;
    let candidate = |one: Found| Candidate {
        person: one.id,
        name: format!("{} {}", one.given_name, one.family_name),
        trade: one.trade_code,
        trade_name: one.trade_name,
    };
    Ok(found.into_iter().map(candidate).collect())
}

/// Whether a group that answers has that name already, other than the one that is written.
pub(super) async fn is_taken(tx: &OrgTx, folded: &str, but: Option<Uuid>) -> Result<bool> {
    let query =
        sql("select id from expert_group where org_id = $1 and name_folded = $2 and closed_day is null");
    let taken: Option<Uuid> = query.bind(tx.org()).bind(folded.to_owned()).value(tx).await?;
    Ok(taken.is_some_and(|known| but != Some(known)))
}

/// Begins a group: from now on it is asked. Its hosts are a team of their own, with a name, who hear of what it leaves
/// unanswered.
pub(crate) async fn make(tx: &OrgTx, group: &Group, hosts_called: &str, today: Day) -> Ruled<Uuid> {
    let folded = fold(&group.name);
    if is_taken(tx, &folded, None).await? {
        return Ok(Err(Fault::on("name", "group-taken")));
    }
    let id = tx.clock().id::<Uuid>();
    let team = duty(tx, &group.name, None, &group.people, today).await?;
    let [(first, first_trade), (second, second_trade)] = &group.hosts;
    let hosts = duty(tx, hosts_called, None, &[*first, *second], today).await?;
    host(tx, team, hosts).await?;
    open_at(tx, team, &group.week).await?;
    let columns = [
        "org_id",
        "id",
        "name",
        "name_folded",
        "about",
        "team_id",
        "first_trade",
        "first_host_id",
        "second_trade",
        "second_host_id",
        "made_at",
    ];
    insert("expert_group", &columns)
        .row([
            tx.org().into(),
            id.into(),
            group.name.clone().into(),
            folded.into(),
            group.about.clone().into(),
            team.into(),
            first_trade.clone().into(),
            (*first).into(),
            second_trade.clone().into(),
            (*second).into(),
            tx.clock().now().into(),
        ])
        .run(tx)
        .await?;
    let mut rows = insert("expert_theme", &["org_id", "id", "group_id", "name", "place"]);
    for (place, theme) in (0_i32..).zip(&group.themes) {
        let theme_id = tx.clock().id::<Uuid>();
        rows.add([tx.org().into(), theme_id.into(), id.into(), theme.clone().into(), place.into()]);
    }
    rows.run(tx).await?;
    scope::write(tx, id, &group.departments).await?;
    Ok(Ok(id))
}
