//! Every query about the feed of a group. They are asked once it is known that whoever asks is of the group.

use std::collections::{BTreeMap, BTreeSet};

use relais_baton::{TEAMS, hosts_of, teams_of};
use relais_kernel::{Day, Instant, PersonId, PictureId, TeamId};
use relais_post::{Notice, notify_all};
use relais_store::{InOrg, OrgTx, Result, bell, insert, sql};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::checks::Reaction;
use crate::groups::store::{self as groups, Known};

/// The sentence that calls somebody who is named in a post.
const TITLE: &str = "notice-relaying-mention";

/// Something in the feed: a post, or thanks that whoever got them shows, without a name.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Item {
    pub(crate) id: Uuid,
    /// Who wrote it; nobody for thanks.
    pub(crate) person_id: Option<PersonId>,
    pub(crate) name: Option<String>,
    pub(crate) text: String,
    pub(crate) at: Instant,
    pub(crate) has_photo: bool,
}

/// What belongs to posts: who is called, and how often each reaction was given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Around {
    pub(crate) called: BTreeMap<Uuid, Vec<String>>,
    pub(crate) reactions: BTreeMap<(Uuid, Reaction), i64>,
    /// Those of whoever reads.
    pub(crate) mine: BTreeSet<(Uuid, Reaction)>,
}

/// Somebody of a group.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Colleague {
    pub(crate) id: PersonId,
    pub(crate) name: String,
}

/// The topic that the feed rings.
pub(crate) fn topic(team: TeamId) -> String {
    format!("{TEAMS}:{team}")
}

/// A group, for one of its people, and whether they host it. To all others it has no feed.
pub(crate) async fn of_member(
    on: &impl InOrg,
    id: Uuid,
    person: PersonId,
    today: Day,
) -> Result<Option<(Known, bool)>> {
    let Some(group) = groups::group(on, id).await? else { return Ok(None) };
    let teams = teams_of(on, person, today).await?;
    let hosts = hosts_of(on, group.team_id).await?.is_some_and(|hosts| teams.contains(&hosts));
    Ok((hosts || teams.contains(&group.team_id)).then_some((group, hosts)))
}

/// The people of a group whom a post may call, but for whoever writes.
pub(crate) async fn colleagues(
    on: &impl InOrg,
    team: TeamId,
    me: PersonId,
    today: Day,
) -> Result<Vec<Colleague>> {
    sql("select p.id, p.given_name || ' ' || p.family_name as name from person p where p.org_id = $1 and p.id <> $2 \
         and coalesce(p.left_day, 99991231) >= $3 and p.id in (select m.person_id from baton_member m where m.org_id = $1 \
         and m.team_id = $4 and m.from_day <= $3 and coalesce(m.to_day, 99991231) >= $3) order by p.name_folded, p.id")
    .bind(on.org())
    .bind(me)
    .bind(today)
    .bind(team)
    .all(on)
    .await
}

/// The newest of a group's feed before a moment.
pub(crate) async fn items(on: &impl InOrg, group: Uuid, before: Instant, most: i64) -> Result<Vec<Item>> {
    sql("select f.id, f.person_id, p.given_name || ' ' || p.family_name as name, f.text, f.at, \
         exists (select 1 from feed_picture i where i.org_id = f.org_id and i.post_id = f.id) as has_photo \
         from feed_post f join person p on p.org_id = f.org_id and p.id = f.person_id \
         where f.org_id = $1 and f.group_id = $2 and f.at < $3 \
         union all select t.id, null, null, t.words, t.at, 1 = 0 from answer_thanks t \
         where t.org_id = $1 and t.group_id = $2 and t.public = 1 and t.at < $3 order by at desc, id desc limit $4")
    .bind(on.org())
    .bind(group)
    .bind(before)
    .bind(most)
    .all(on)
    .await
}

#[derive(FromQueryResult)]
struct Called {
    post_id: Uuid,
    name: String,
}

#[derive(FromQueryResult)]
struct Given {
    post_id: Uuid,
    kind: Reaction,
    n: i64,
    mine: i64,
}

/// Who is called in posts, and how often each reaction was given: numbers without names.
pub(crate) async fn around(on: &impl InOrg, posts: &[Uuid], me: PersonId) -> Result<Around> {
    let called: Vec<Called> =
        sql("select m.post_id, p.given_name || ' ' || p.family_name as name from feed_mention m \
         join person p on p.org_id = m.org_id and p.id = m.person_id where m.org_id = ")
        .arg(on.org())
        .push(" and m.post_id in ")
        .list(posts.iter().copied())
        .push(" order by p.name_folded, p.id")
        .all(on)
        .await?;
    let given: Vec<Given> = sql("select r.post_id, r.kind, count(*) as n, count(case when r.person_id = ")
        .arg(me)
        .push(" then 1 end) as mine from feed_reaction r where r.org_id = ")
        .arg(on.org())
        .push(" and r.post_id in ")
        .list(posts.iter().copied())
        .push(" group by r.post_id, r.kind")
        .all(on)
        .await?;
    let mut around = Around::default();
    for one in called {
        around.called.entry(one.post_id).or_default().push(one.name);
    }
    for one in given {
        around.reactions.insert((one.post_id, one.kind), one.n);
        if one.mine > 0 {
            around.mine.insert((one.post_id, one.kind));
        }
    }
    Ok(around)
}

/// What this form has posted already.
pub(crate) async fn posted_before(on: &impl InOrg, key: Option<Uuid>) -> Result<bool> {
    let Some(key) = key else { return Ok(false) };
    let found: Option<i32> = sql("select 1 from feed_post where org_id = $1 and form_key = $2")
        .bind(on.org())
        .bind(key)
        .value(on)
        .await?;
    Ok(found.is_some())
}

/// Posts, and calls those who are named.
pub(crate) async fn post(
    tx: &OrgTx,
    group: &Known,
    (author, words): (PersonId, &str),
    called: &[PersonId],
    (picture, key): (Option<PictureId>, Option<Uuid>),
) -> Result<Uuid> {
    let id = tx.clock().id::<Uuid>();
    insert("feed_post", &["org_id", "id", "group_id", "person_id", "text", "form_key", "at"])
        .row([
            tx.org().into(),
            id.into(),
            group.id.into(),
            author.into(),
            words.into(),
            key.into(),
            tx.clock().now().into(),
        ])
        .run(tx)
        .await?;
    if let Some(picture) = picture {
        insert("feed_picture", &["org_id", "post_id", "picture_id"])
            .row([tx.org().into(), id.into(), picture.into()])
            .run(tx)
            .await?;
    }
    let called: BTreeSet<PersonId> = called.iter().copied().filter(|one| *one != author).collect();
    let mut rows = insert("feed_mention", &["org_id", "post_id", "person_id"]);
    for person in &called {
        rows.add([tx.org().into(), id.into(), (*person).into()]);
    }
    rows.run(tx).await?;
    let notice = Notice {
        fact: format!("mention:{id}"),
        about: id,
        title: TITLE,
        path: format!("/groups/{}/feed", group.id),
        urgent: false,
    };
    notify_all(tx, called.into_iter().map(|person| (person, notice.clone()))).await?;
    bell::ring(tx, topic(group.team_id))?;
    Ok(id)
}

/// Who wrote a post of a group.
pub(crate) async fn author(on: &impl InOrg, group: Uuid, post: Uuid) -> Result<Option<PersonId>> {
    sql("select person_id from feed_post where org_id = $1 and group_id = $2 and id = $3")
        .bind(on.org())
        .bind(group)
        .bind(post)
        .value(on)
        .await
}

/// Gives a reaction, or takes it back.
pub(crate) async fn react(tx: &OrgTx, post: Uuid, person: PersonId, kind: Reaction) -> Result<()> {
    let taken_back =
        sql("delete from feed_reaction where org_id = $1 and post_id = $2 and person_id = $3 and kind = $4")
            .bind(tx.org())
            .bind(post)
            .bind(person)
            .bind(kind)
            .run(tx)
            .await?;
    if taken_back == 0 {
        insert("feed_reaction", &["org_id", "post_id", "person_id", "kind"])
            .row([tx.org().into(), post.into(), person.into(), kind.into()])
            .ending("on conflict do nothing")
            .run(tx)
            .await?;
    }
    Ok(())
}

/// The photo of a post of a group.
pub(crate) async fn picture(on: &impl InOrg, group: Uuid, post: Uuid) -> Result<Option<PictureId>> {
    sql("select i.picture_id from feed_picture i join feed_post f on f.org_id = i.org_id and f.id = i.post_id \
         where i.org_id = $1 and f.group_id = $2 and f.id = $3")
    .bind(on.org())
    .bind(group)
    .bind(post)
    .value(on)
    .await
}

/// Takes a post away with all that belongs to it; whoever it called need not be called any more.
pub(crate) async fn erase(tx: &OrgTx, group: Uuid, post: Uuid) -> Result<()> {
    let picture = picture(tx, group, post).await?;
    for part in [
        "delete from feed_reaction where org_id = $1 and post_id = $2",
        "delete from feed_mention where org_id = $1 and post_id = $2",
        "delete from feed_picture where org_id = $1 and post_id = $2",
        "delete from feed_post where org_id = $1 and id = $2",
    ] {
        sql(part).bind(tx.org()).bind(post).run(tx).await?;
    }
    if let Some(picture) = picture {
        relais_files::remove(tx, picture).await?;
    }
    relais_post::over(tx, &[post]).await?;
    Ok(())
}
