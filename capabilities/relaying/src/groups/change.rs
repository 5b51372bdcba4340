//! Every query that changes a group.

use relais_baton::{change_duty, hosts_of, in_duty, open_at};
use relais_directory::Ruled;
use relais_kernel::{Day, PersonId, fold};
use relais_post::{Notice, notify_all};
use relais_store::{InOrg, OrgTx, Result, insert, sql};
use relais_words::Fault;
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::{
    checks::Group,
    scope,
    store::{Known, is_taken},
};

const CLOSED: &str = "notice-relaying-closed";

/// Who hosts it.
pub(crate) async fn hosts(on: &impl InOrg, id: Uuid) -> Result<Vec<PersonId>> {
    sql("select p.id from person p join expert_group g on g.org_id = p.org_id \
         and p.id in (g.first_host_id, g.second_host_id) where p.org_id = $1 and g.id = $2 order by p.id")
    .bind(on.org())
    .bind(id)
    .values(on)
    .await
}

/// Writes a group anew, when it is still as whoever writes it has read it.
pub(crate) async fn change(
    tx: &OrgTx,
    known: &Known,
    (group, version): (&Group, i64),
    hosts_called: &str,
    today: Day,
) -> Ruled {
    let folded = fold(&group.name);
    if is_taken(tx, &folded, Some(known.id)).await? {
        return Ok(Err(Fault::on("name", "group-taken")));
    }
    let [(first, first_trade), (second, second_trade)] = &group.hosts;
    let written = sql(
        "update expert_group set name = $1, name_folded = $2, about = $3, first_trade = $4, first_host_id = $5, \
         second_trade = $6, second_host_id = $7, version = version + 1 where org_id = $8 and id = $9 \
         and version = $10 and closed_day is null",
    )
    .bind(group.name.clone())
    .bind(folded)
    .bind(group.about.clone())
    .bind(first_trade.clone())
    .bind(*first)
    .bind(second_trade.clone())
    .bind(*second)
    .bind(tx.org())
    .bind(known.id)
    .bind(version)
    .run(tx)
    .await?;
    if written == 0 {
        return Ok(Err(Fault::of_form("group-changed-meanwhile")));
    }
    themes(tx, known.id, &group.themes, today).await?;
    scope::write(tx, known.id, &group.departments).await?;
    change_duty(tx, known.team_id, &group.name, &group.people, today).await?;
    if let Some(hosts) = hosts_of(tx, known.team_id).await? {
        change_duty(tx, hosts, hosts_called, &[*first, *second], today).await?;
    }
    open_at(tx, known.team_id, &group.week).await?;
    Ok(Ok(()))
}

/// A group answers nothing new from today on. Tells whether nobody had changed it in the meantime.
pub(crate) async fn close(tx: &OrgTx, known: &Known, next: Option<Uuid>, today: Day) -> Result<bool> {
    let written = sql(
        "update expert_group set closed_day = $1, successor_id = $2, version = version + 1 where org_id = $3 \
         and id = $4 and version = $5 and closed_day is null",
    )
    .bind(today)
    .bind(next)
    .bind(tx.org())
    .bind(known.id)
    .bind(known.version)
    .run(tx)
    .await?;
    Ok(written == 1)
}

/// Its people hear that it answers nothing new, but for whoever closed it. Its page says whom one asks instead.
pub(crate) async fn tell(tx: &OrgTx, known: &Known, by: PersonId, today: Day) -> Result<()> {
    let notice = Notice {
        fact: format!("group-closed:{}", known.id),
        about: known.id,
        title: CLOSED,
        path: format!("/groups/{}", known.id),
        urgent: false,
    };
    let people = in_duty(tx, known.team_id, today).await?;
    let people = people.into_iter().filter(|person| *person != by);
    notify_all(tx, people.map(|person| (person, notice.clone()))).await?;
    Ok(())
}

/// A group that answers no more.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Closed {
    pub(crate) name: String,
    pub(crate) closed_day: Day,
    pub(crate) next_id: Option<Uuid>,
    pub(crate) next_name: Option<String>,
}

/// A group that answers no more, and whom one asks instead.
pub(crate) async fn closed(on: &impl InOrg, id: Uuid) -> Result<Option<Closed>> {
    sql("select g.name, g.closed_day, n.id as next_id, n.name as next_name from expert_group g \
         left join expert_group n on n.org_id = g.org_id and n.id = g.successor_id where g.org_id = $1 \
         and g.id = $2 and g.closed_day is not null")
    .bind(on.org())
    .bind(id)
    .one(on)
    .await
}

#[derive(FromQueryResult)]
struct Kept {
    id: Uuid,
    name: String,
    place: i32,
    asked: bool,
}

/// What it is asked about from now on. What was asked about a theme that is no more keeps its name; a theme that returns
/// is the same one.
async fn themes(tx: &OrgTx, group: Uuid, wanted: &[String], today: Day) -> Result<()> {
    let known: Vec<Kept> = sql(
        "select id, name, place, (retired_day is null) as asked from expert_theme where org_id = $1 and group_id = $2 \
         order by place, id",
    )
    .bind(tx.org())
    .bind(group)
    .all(tx)
    .await?;
    if known.iter().filter(|theme| theme.asked).map(|theme| &theme.name).eq(wanted) {
        return Ok(());
    }
    // All step aside first, each to a place of its own below those that are asked about.
    let mut aside = known.iter().map(|theme| theme.place).min().unwrap_or(0).min(0);
    for theme in known.iter().filter(|theme| theme.asked) {
        aside -= 1;
        sql("update expert_theme set retired_day = $1, place = $2 where org_id = $3 and id = $4")
            .bind(today)
            .bind(aside)
            .bind(tx.org())
            .bind(theme.id)
            .run_one("expert_theme", tx)
            .await?;
    }
    let mut rows = insert("expert_theme", &["org_id", "id", "group_id", "name", "place"]);
    for (place, name) in (0_i32..).zip(wanted) {
        match known.iter().find(|theme| theme.name == *name) {
            Some(theme) => {
                sql("update expert_theme set retired_day = null, place = $1 where org_id = $2 and id = $3")
                    .bind(place)
                    .bind(tx.org())
                    .bind(theme.id)
                    .run_one("expert_theme", tx)
                    .await?;
            }
            None => {
                let id = tx.clock().id::<Uuid>();
                rows.add([tx.org().into(), id.into(), group.into(), name.clone().into(), place.into()]);
            }
        }
    }
    rows.run(tx).await?;
    Ok(())
}
