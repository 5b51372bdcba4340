//! The database's own rules, each by its name: what the code refuses with a sentence, the tables refuse too.

use relais_baton::{Holder, Told, WaiterKind, Waiting, end, take, tell_all_in_writing, unit_leads};
use relais_kernel::{BatonId, Instant, OrgId};
use relais_store::{Error, InOrg as _, OrgTx, sql};
use relais_testkit::{
    builders::{day, today},
    refused_by,
    rows::{Row, id},
};
use sea_orm::Value;

use crate::world::{STONE, World};

/// A change of one baton's row, past the rules of the code.
async fn set(
    tx: &OrgTx,
    table: &str,
    of: &str,
    baton: BatonId,
    column: &str,
    value: Value,
) -> Result<u64, Error> {
    sql("update ")
        .push(table)
        .push(" set ")
        .push(column)
        .push(" = ")
        .arg(value)
        .push(" where org_id = ")
        .arg(tx.org())
        .push(" and ")
        .push(of)
        .push(" = ")
        .arg(baton)
        .run(tx)
        .await
}

async fn refuses(w: &World, rule: &str, baton: BatonId, column: &str, value: impl Into<Value>) {
    let tx = w.begin().await;
    refused_by(set(&tx, "baton", "id", baton, column, value.into()).await, rule);
    tx.rollback().await.unwrap();
}

async fn ended(w: &World) -> BatonId {
    let id = w.a_baton(Holder::Person(w.nadege)).await;
    let nadege = w.actor(w.nadege).await;
    let tx = w.begin().await;
    tell_all_in_writing(&tx, &nadege, id, "fait").await.unwrap().unwrap();
    end(&tx, &nadege, &STONE, id, "done", "").await.unwrap().unwrap();
    tx.commit().await.unwrap();
    id
}

#[tokio::test]
async fn what_was_promised_is_not_moved() {
    let w = World::new().await;
    let id = w.a_baton(Holder::Person(w.nadege)).await;
    refuses(&w, "what_was_promised_stays", id, "promised_at", Instant(5)).await;
    refuses(&w, "what_was_promised_stays", id, "hears_first_at", Instant(5)).await;
}

#[tokio::test]
async fn nobody_becomes_holder_without_accepting() {
    let w = World::new().await;
    let id = w.a_baton(Holder::Person(w.nadege)).await;
    refuses(&w, "holder_changes_by_acceptance", id, "holder_person_id", w.karim).await;
    // Whoever once accepted, and passed it on, is no holder for that.
    let tx = w.begin().await;
    let team = unit_leads(&tx, w.unit).await.unwrap();
    tx.commit().await.unwrap();
    let of_team = w.a_baton(Holder::Team(team)).await;
    for person in [w.yanis, w.nadege] {
        let by = w.actor(person).await;
        let tx = w.begin().await;
        if person == w.nadege {
            let yanis = w.actor(w.yanis).await;
            let held_out = relais_baton::offer(&tx, &yanis, of_team, Holder::Person(w.nadege), "")
                .await
                .unwrap()
                .unwrap()
                .offers[0]
                .id;
            relais_baton::accept(&tx, &by, of_team, held_out).await.unwrap().unwrap();
        } else {
            take(&tx, &by, of_team).await.unwrap().unwrap();
        }
        tx.commit().await.unwrap();
    }
    refuses(&w, "holder_changes_by_acceptance", of_team, "holder_person_id", w.yanis).await;
}

#[tokio::test]
async fn a_baton_has_one_holder() {
    let w = World::new().await;
    let id = w.a_baton(Holder::Person(w.nadege)).await;
    let tx = w.begin().await;
    let team = unit_leads(&tx, w.unit).await.unwrap();
    tx.commit().await.unwrap();
    row(&w, id).with("holder_team_id", team).again().is_refused(&w.org, "baton_has_one_holder").await;
    row(&w, id)
        .with("holder_person_id", None::<relais_kernel::PersonId>)
        .again()
        .is_refused(&w.org, "baton_has_one_holder")
        .await;
}

/// A row like that of a new baton.
fn row(w: &World, subject: BatonId) -> Row {
    Row::new(
        "baton",
        vec![
            ("org_id", w.org.org().into()),
            ("id", id().into()),
            ("kind", STONE.code.into()),
            ("subject_id", subject.into()),
            ("side", "employee".into()),
            ("holder_person_id", w.nadege.into()),
            ("state", "held".into()),
            ("promised_at", Instant(10).into()),
            ("step", 0_i32.into()),
            ("created_at", Instant(1).into()),
            ("seq", 0_i64.into()),
            ("head", Vec::<u8>::new().into()),
        ],
    )
}

#[tokio::test]
async fn a_batons_row_is_whole() {
    let w = World::new().await;
    let subject = w.a_baton(Holder::Person(w.nadege)).await;
    let good = row(&w, subject);
    for (rule, bad) in [
        ("baton_of_unit", good.clone().with("unit_id", id())),
        ("baton_below_baton", good.clone().with("parent_id", id())),
        ("baton_held_by_person", good.clone().with("holder_person_id", id())),
        (
            "baton_held_by_team",
            good.clone()
                .with("holder_person_id", None::<relais_kernel::PersonId>)
                .with("holder_team_id", id()),
        ),
        ("baton_side_known", good.clone().with("side", "nobody")),
        ("baton_state_known", good.clone().with("state", "lost")),
        ("baton_end_complete", good.clone().with("outcome", "done")),
        ("baton_target_complete", good.clone().with("target_seconds", 60_i64)),
        ("baton_names_cut_after_end", good.clone().with("names_cut_at", Instant(5))),
    ] {
        bad.again().is_refused(&w.org, rule).await;
    }
    good.again().is_taken(&w.org).await;
}

#[tokio::test]
async fn a_baton_ends_only_told_and_stays_ended() {
    let w = World::new().await;
    let open = w.a_baton(Holder::Person(w.nadege)).await;
    let tx = w.begin().await;
    let early =
        sql("update baton set state = 'ended', outcome = 'done', ended_at = 5 where org_id = $1 and id = $2")
            .bind(w.org.org())
            .bind(open)
            .run(&tx)
            .await;
    refused_by(early, "ended_only_when_told");
    tx.rollback().await.unwrap();
    let id = ended(&w).await;
    refuses(&w, "ended_baton_stays_ended", id, "outcome", "refused").await;
    // One without a history of its own, which would keep it as well.
    let bare = BatonId(id_of_a_bare_one(&w, open).await);
    let tx = w.begin().await;
    let gone =
        sql("delete from baton where org_id = $1 and id = $2").bind(w.org.org()).bind(bare).run(&tx).await;
    refused_by(gone, "held_baton_is_never_removed");
    tx.rollback().await.unwrap();
}

/// A held baton as a bare row.
async fn id_of_a_bare_one(w: &World, subject: BatonId) -> uuid::Uuid {
    let bare = id();
    row(w, subject).with("id", bare).is_taken(&w.org).await;
    bare
}

/// A row of somebody who waits.
fn waiter_row(w: &World, baton: BatonId) -> Row {
    Row::new(
        "baton_waiter",
        vec![
            ("org_id", w.org.org().into()),
            ("id", id().into()),
            ("baton_id", baton.into()),
            ("kind", WaiterKind::Person.into()),
            ("person_id", w.karim.into()),
        ],
    )
}

#[tokio::test]
async fn whoever_waits_is_known_and_told_once() {
    let w = World::new().await;
    let open = w.a_baton(Holder::Person(w.nadege)).await;
    let good = waiter_row(&w, open);
    let told = |told: &'static str, at: Option<Instant>| good.clone().with("told", told).with("told_at", at);
    for (rule, bad) in [
        (
            "waiter_of_baton",
            good.clone().with("baton_id", id()).with("told", "heard").with("told_at", Instant(1)),
        ),
        ("waiter_is_person", good.clone().with("person_id", id())),
        (
            "waiter_kind_known",
            good.clone().with("kind", "ghost").with("person_id", None::<relais_kernel::PersonId>),
        ),
        ("waiter_complete", good.clone().with("kind", WaiterKind::Box)),
        ("waiter_told_known", told("guessed", Some(Instant(1)))),
        ("waiter_told_has_a_moment", told("heard", None)),
        ("unreachable_after_three_attempts", told("unreachable", Some(Instant(1)))),
        ("unique_baton_waiter__baton_id_person_id", good.clone().with("person_id", w.ines)),
        ("nobody_waits_for_an_ended_baton", good.clone().with("baton_id", ended(&w).await)),
    ] {
        bad.again().is_refused(&w.org, rule).await;
    }
    good.is_taken(&w.org).await;
    let tx = w.begin().await;
    let leaves = sql("delete from baton_waiter where org_id = $1 and baton_id = $2")
        .bind(w.org.org())
        .bind(open)
        .run(&tx)
        .await;
    refused_by(leaves, "nobody_stops_waiting_untold");
    tx.rollback().await.unwrap();

    let nadege = w.actor(w.nadege).await;
    let tx = w.begin().await;
    tell_all_in_writing(&tx, &nadege, open, "fait").await.unwrap().unwrap();
    tx.commit().await.unwrap();
    let tx = w.begin().await;
    let untold = set(&tx, "baton_waiter", "baton_id", open, "told", Told::Heard.into()).await;
    refused_by(untold, "told_stays_told");
    tx.rollback().await.unwrap();
}

#[tokio::test]
async fn an_attempt_belongs_to_somebody_and_a_slot_counts_once() {
    let w = World::new().await;
    let open = w.a_baton(Holder::Person(w.nadege)).await;
    let waiter = w.read(open).await.waiters[0].id;
    let good = Row::new(
        "baton_attempt",
        vec![
            ("org_id", w.org.org().into()),
            ("id", id().into()),
            ("waiter_id", waiter.into()),
            ("slot", "20261121-morning".into()),
            ("at", Instant(1).into()),
        ],
    );
    good.clone().with("waiter_id", id()).is_refused(&w.org, "attempt_of_waiter").await;
    good.is_taken(&w.org).await;
    good.again().is_refused(&w.org, "unique_baton_attempt__waiter_id_slot").await;
}

#[tokio::test]
async fn an_offer_is_to_one_and_answered_once() {
    let w = World::new().await;
    let open = w.a_baton(Holder::Person(w.nadege)).await;
    let tx = w.begin().await;
    let team = unit_leads(&tx, w.unit).await.unwrap();
    tx.commit().await.unwrap();
    let nobody = None::<relais_kernel::PersonId>;
    let good = Row::new(
        "baton_offer",
        vec![
            ("org_id", w.org.org().into()),
            ("id", id().into()),
            ("baton_id", open.into()),
            ("person_id", w.karim.into()),
            ("state", "open".into()),
            ("at", Instant(1).into()),
        ],
    );
    for (rule, bad) in [
        ("offer_of_baton", good.clone().with("baton_id", id())),
        ("offer_to_person", good.clone().with("person_id", id())),
        ("offer_to_team", good.clone().with("person_id", nobody).with("team_id", id())),
        ("offer_by_person", good.clone().with("by_person_id", id())),
        ("offer_answered_by_person", good.clone().with("answered_by", id())),
        ("offer_state_known", good.clone().with("state", "lost").with("answered_at", Instant(2))),
        ("offer_answer_has_a_moment", good.clone().with("state", "refused")),
        ("offer_to_one", good.clone().with("team_id", team)),
    ] {
        bad.again().is_refused(&w.org, rule).await;
    }
    good.is_taken(&w.org).await;
    good.clone().again().is_refused(&w.org, "unique_baton_offer__baton_id_person_id").await;
    let to_team = good.with("person_id", nobody).with("team_id", team);
    to_team.clone().again().is_taken(&w.org).await;
    to_team.again().is_refused(&w.org, "unique_baton_offer__baton_id_team_id").await;
    let answer = async |state: &'static str| {
        let tx = w.begin().await;
        let answered =
            sql("update baton_offer set state = $1, answered_at = 5 where org_id = $2 and baton_id = $3")
                .bind(state)
                .bind(w.org.org())
                .bind(open)
                .run(&tx)
                .await;
        tx.commit().await.unwrap();
        answered
    };
    answer("refused").await.unwrap();
    refused_by(answer("withdrawn").await, "answered_offer_stays_answered");
}

#[tokio::test]
async fn a_history_is_only_added_to_while_it_is_held() {
    let w = World::new().await;
    let open = w.a_baton(Holder::Person(w.nadege)).await;
    for statement in [
        "update baton_event set code = 'told' where org_id = $1 and baton_id = $2",
        "delete from baton_event where org_id = $1 and baton_id = $2",
    ] {
        let tx = w.begin().await;
        refused_by(sql(statement).bind(w.org.org()).bind(open).run(&tx).await, "baton_history_stays");
        tx.rollback().await.unwrap();
    }
    let good = Row::new(
        "baton_event",
        vec![
            ("org_id", w.org.org().into()),
            ("baton_id", open.into()),
            ("seq", 99_i64.into()),
            ("at", Instant(1).into()),
            ("code", "noted".into()),
            ("face", 0_i32.into()),
            ("detail", "".into()),
            ("hash", Vec::<u8>::new().into()),
        ],
    );
    good.clone().with("baton_id", id()).is_refused(&w.org, "baton_event_of_baton").await;
    good.with("words_id", id()).is_refused(&w.org, "baton_event_words_hashed").await;
    let face = Row::new(
        "baton_face",
        vec![
            ("org_id", w.org.org().into()),
            ("baton_id", open.into()),
            ("face", 50_i32.into()),
            ("person_id", w.karim.into()),
        ],
    );
    face.clone().with("baton_id", id()).is_refused(&w.org, "face_of_baton").await;
    face.with("person_id", id()).is_refused(&w.org, "face_is_person").await;
}

#[tokio::test]
async fn words_are_erased_and_never_rewritten() {
    let w = World::new().await;
    let open = w.a_baton(Holder::Person(w.nadege)).await;
    let words = |column: &'static str, value: Value| {
        let w = &w;
        async move {
            let tx = w.begin().await;
            let done = set(&tx, "baton_words", "baton_id", open, column, value).await;
            tx.rollback().await.unwrap();
            done
        }
    };
    refused_by(words("text", "autre chose".into()).await, "words_are_only_erased");
    refused_by(words("hash", vec![0_u8].into()).await, "hash_of_words_stays");
    assert_eq!(words("text", None::<String>.into()).await.unwrap(), 1);
    Row::new(
        "baton_words",
        vec![
            ("org_id", w.org.org().into()),
            ("id", id().into()),
            ("baton_id", id().into()),
            ("hash", vec![1_u8].into()),
        ],
    )
    .is_refused(&w.org, "baton_words_of_baton")
    .await;
}

#[tokio::test]
async fn teams_and_presences_are_whole() {
    let w = World::new().await;
    let tx = w.begin().await;
    for team in [
        unit_leads(&tx, w.unit).await.unwrap(),
        relais_baton::region_leads(&tx, w.region).await.unwrap(),
        relais_baton::network_leads(&tx).await.unwrap(),
    ] {
        assert!(!relais_baton::members(&tx, team, today()).await.unwrap().is_empty());
    }
    let duty = relais_baton::duty(&tx, "Matériel", None, &[w.karim], today()).await.unwrap();
    assert_eq!(relais_baton::teams_of(&tx, w.karim, today()).await.unwrap(), [duty]);
    tx.commit().await.unwrap();
    let team = Row::new(
        "baton_team",
        vec![
            ("org_id", w.org.org().into()),
            ("id", id().into()),
            ("kind", "unit_leads".into()),
            ("name", "".into()),
            ("unit_id", w.unit.into()),
            ("version", 1_i64.into()),
        ],
    );
    let nowhere = None::<relais_kernel::UnitId>;
    let of_region =
        team.clone().with("kind", "region_leads").with("unit_id", nowhere).with("region_id", w.region);
    let of_network = team.clone().with("kind", "network_leads").with("unit_id", nowhere);
    for (rule, bad) in [
        ("unique_baton_team__unit_id", team.clone()),
        ("unique_baton_team__region_id", of_region.clone()),
        ("unique_baton_team__kind", of_network.clone()),
        ("baton_team_of_organisation", of_network.with("org_id", OrgId(id()))),
        ("baton_team_of_unit", team.clone().with("unit_id", id())),
        ("baton_team_of_region", of_region.with("region_id", id())),
        ("baton_team_complete", team.with("kind", "duty")),
    ] {
        bad.is_refused(&w.org, rule).await;
    }
    let member = Row::new(
        "baton_member",
        vec![
            ("org_id", w.org.org().into()),
            ("id", id().into()),
            ("team_id", duty.into()),
            ("person_id", w.karim.into()),
            ("from_day", today().into()),
        ],
    );
    for (rule, bad) in [
        ("baton_member_of_team", member.clone().with("team_id", id())),
        ("baton_member_is_person", member.clone().with("person_id", id())),
        ("baton_member_days_in_order", member.with("to_day", day("2026-01-01"))),
    ] {
        bad.is_refused(&w.org, rule).await;
    }
    let presence = Row::new(
        "baton_presence",
        vec![
            ("org_id", w.org.org().into()),
            ("person_id", w.karim.into()),
            ("here_day", today().into()),
            ("noted_at", Instant(1).into()),
        ],
    );
    presence.clone().with("person_id", id()).is_refused(&w.org, "presence_of_person").await;
    presence.with("away_until", today()).is_refused(&w.org, "presence_is_one").await;
}

#[tokio::test]
async fn waiting_without_a_name_is_possible() {
    let w = World::new().await;
    let boxed = Waiting::other(WaiterKind::Box, Some(id()));
    let baton = w.a_baton_for(Holder::Person(w.nadege), vec![boxed], None).await;
    assert_eq!(w.read(baton).await.waiters[0].who, boxed);
}
