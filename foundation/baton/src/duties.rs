//! A duty changes while promises run: who is in it, and that it ends. Whoever holds something goes on holding it until
//! somebody else accepts it.

use relais_contracts::baton::Why;
use relais_kernel::{BatonId, BatonKind, Day, PersonId, TeamId};
use relais_store::{InOrg, OrgTx, Result, insert, sql};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::{
    batons::Holder,
    calling,
    passing::{hold_out, save},
    reading::{hold_all, lock},
    rules,
};

#[derive(FromQueryResult)]
struct Stay {
    id: Uuid,
    person_id: PersonId,
    from_day: Day,
}

/// From today on these are in a duty, under this name. What somebody holds for it who is no longer in it is held out to
/// those who are, and the stretches that they had said are no more.
pub async fn change_duty(
    tx: &OrgTx,
    team: TeamId,
    name: &str,
    people: &[PersonId],
    today: Day,
) -> Result<()> {
    sql("update baton_team set name = $1, version = version + 1 where org_id = $2 and id = $3")
        .bind(name)
        .bind(tx.org())
        .bind(team)
        .run_one("baton_team", tx)
        .await?;
    let stays: Vec<Stay> =
        sql("select id, person_id, from_day from baton_member where org_id = $1 and team_id = $2 \
         and coalesce(to_day, 99991231) >= $3 order by id")
        .bind(tx.org())
        .bind(team)
        .bind(today)
        .all(tx)
        .await?;
    let gone: Vec<&Stay> = stays.iter().filter(|stay| !people.contains(&stay.person_id)).collect();
    for stay in &gone {
        ends(tx, stay, today).await?;
        sql("delete from baton_stint where org_id = $1 and team_id = $2 and person_id = $3 and to_at > $4")
            .bind(tx.org())
            .bind(team)
            .bind(stay.person_id)
            .bind(tx.clock().now())
            .run(tx)
            .await?;
    }
    let mut rows = insert("baton_member", &["org_id", "id", "team_id", "person_id", "from_day", "to_day"]);
    for person in people.iter().filter(|person| !stays.iter().any(|stay| stay.person_id == **person)) {
        let id = tx.clock().id::<Uuid>();
        rows.add([
            tx.org().into(),
            id.into(),
            team.into(),
            (*person).into(),
            today.into(),
            None::<Day>.into(),
        ]);
    }
    rows.run(tx).await?;
    for stay in gone {
        let held = sql("select id from baton where org_id = $1 and state = 'held' and team_id = $2 \
             and holder_person_id = $3 order by id");
        let held = held.bind(tx.org()).bind(team).bind(stay.person_id).values(tx).await?;
        held_out(tx, held, team, (None, "")).await?;
    }
    Ok(())
}

/// Whoever came today was never in it; whoever was, was until yesterday.
async fn ends(tx: &OrgTx, stay: &Stay, today: Day) -> Result<()> {
    if stay.from_day >= today {
        sql("delete from baton_member where org_id = $1 and id = $2")
            .bind(tx.org())
            .bind(stay.id)
            .run_one("baton_member", tx)
            .await
    } else {
        sql("update baton_member set to_day = $1 where org_id = $2 and id = $3")
            .bind(today.plus(-1))
            .bind(tx.org())
            .bind(stay.id)
            .run_one("baton_member", tx)
            .await
    }
}

/// Who is in a duty today, whether they are there or away.
pub async fn in_duty(on: &impl InOrg, team: TeamId, today: Day) -> Result<Vec<PersonId>> {
    sql("select distinct m.person_id from baton_member m join person p on p.org_id = m.org_id and p.id = m.person_id \
         where m.org_id = $1 and m.team_id = $2 and m.from_day <= $3 and coalesce(m.to_day, 99991231) >= $3 \
         and coalesce(p.left_day, 99991231) >= $3 order by m.person_id")
    .bind(on.org())
    .bind(team)
    .bind(today)
    .values(on)
    .await
}

/// What a team has promised of a kind and not yet kept.
pub async fn promised_by(on: &impl InOrg, team: TeamId, kind: &BatonKind) -> Result<Vec<BatonId>> {
    sql("select id from baton where org_id = $1 and state = 'held' and team_id = $2 and kind = $3 order by id")
        .bind(on.org())
        .bind(team)
        .bind(kind.code)
        .values(on)
        .await
}

/// What a team has promised is held out to another one, which answers for it once somebody there accepts. Tells how many
/// promises were held out.
pub async fn hand_on(
    tx: &OrgTx,
    by: PersonId,
    (team, kind): (TeamId, &BatonKind),
    to: TeamId,
    words: &str,
) -> Result<usize> {
    let promised = promised_by(tx, team, kind).await?;
    held_out(tx, promised, to, (Some(by), words)).await
}

async fn held_out(
    tx: &OrgTx,
    ids: Vec<BatonId>,
    to: TeamId,
    (by, words): (Option<PersonId>, &str),
) -> Result<usize> {
    hold_all(tx, ids.clone()).await?;
    let mut calls = Vec::new();
    for id in ids {
        let Some(mut baton) = lock(tx, id).await? else { continue };
        // What they were asked already, or took in the meantime, stays as it is.
        if rules::may_offer(&baton, None, Holder::Team(to)).is_ok() {
            hold_out(tx, &mut baton, by, Holder::Team(to), words).await?;
            save(tx, &baton).await?;
            calls.push(calling::call(&baton, Why::Offered, Holder::Team(to), by, false));
        }
    }
    calling::emit(tx, &calls).await?;
    Ok(calls.len())
}
