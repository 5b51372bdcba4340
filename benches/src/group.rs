//! A group that answers, for benches that ask.

use relais_kernel::{Day, OrgId, PersonId, TeamId};
use relais_store::{OrgTx, insert, sql};
use uuid::Uuid;

use crate::report::Outcome;

/// A group with its team and its one theme.
#[derive(Clone, Copy)]
pub(crate) struct Group {
    pub(crate) id: Uuid,
    pub(crate) team: TeamId,
    pub(crate) theme: Uuid,
}

/// Lets whoever signs in ask: somebody leads customer experience. Tells all people of the organisation.
pub(crate) async fn open_to_all(tx: &OrgTx, org: OrgId) -> Outcome<Vec<PersonId>> {
    let people: Vec<PersonId> =
        sql("select id from person where org_id = $1 order by id").bind(org).values(tx).await?;
    let technical = sql(
        "insert into trade (org_id, code, name) values ($1, 'technical', 'Technique') on conflict do nothing",
    );
    technical.bind(org).run(tx).await?;
    insert("role_grant", &["org_id", "id", "person_id", "role", "scope", "from_day"])
        .row([
            org.into(),
            tx.clock().id::<Uuid>().into(),
            people.first().copied().into(),
            "cx_lead".into(),
            "network".into(),
            20_260_101_i32.into(),
        ])
        .run(tx)
        .await?;
    Ok(people)
}

/// A group of these people, hosted by the first two, who are of two trades.
pub(crate) async fn a_group(tx: &OrgTx, org: OrgId, name: &str, members: &[PersonId]) -> Outcome<Group> {
    let [host, other, ..] = *members else { return Err("nobody to host".into()) };
    for (person, trade) in [(host, "technical"), (other, "sales")] {
        let taught = sql("update person set trade_code = $1 where org_id = $2 and id = $3");
        taught.bind(trade).bind(org).bind(person).run(tx).await?;
    }
    let today = Day::new(2026, 1, 1).ok_or("no day")?;
    let team = relais_baton::duty(tx, name, None, members, today).await?;
    let (id, theme): (Uuid, Uuid) = (tx.clock().id(), tx.clock().id());
    insert(
        "expert_group",
        &[
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
        ],
    )
    .row([
        org.into(),
        id.into(),
        name.into(),
        name.to_lowercase().into(),
        "".into(),
        team.into(),
        "technical".into(),
        host.into(),
        "sales".into(),
        other.into(),
        1_i64.into(),
    ])
    .run(tx)
    .await?;
    insert("expert_theme", &["org_id", "id", "group_id", "name", "place"])
        .row([org.into(), theme.into(), id.into(), "Internet".into(), 0_i32.into()])
        .run(tx)
        .await?;
    Ok(Group { id, team, theme })
}
