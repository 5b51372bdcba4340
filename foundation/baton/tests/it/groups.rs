//! Groups that answer: by their own hours, for whoever said when they answer, with hosts who hear of what stays unanswered.

use std::time::Duration;

use relais_baton::{
    Gift, Holder, Promise, Waiting, accept, climb, company_left, duty, give, host, hosts_of, hours_for,
    leave, offer, open_at, openings, stand, standing, stints, take,
};
use relais_directory::{people, units::Opening};
use relais_kernel::{Audience, BatonId, BatonKind, Instant, PersonId, Side, Step, TeamId};
use relais_store::InOrg as _;
use relais_testkit::{
    builders::today,
    rows::{Row, id},
};
use uuid::Uuid;

use crate::world::{HOUR, World};

/// A question as a capability declares it.
const ASKED: BatonKind = BatonKind {
    code: "test.question",
    side: Side::Employee,
    path: "/questions/{id}",
    outcomes: &["answered"],
    ladder: &[
        Step { at_percent: 67, audience: Audience::Team },
        Step { at_percent: 100, audience: Audience::Hosts },
        Step { at_percent: 150, audience: Audience::SomebodyThere },
    ],
};

async fn group(w: &World, members: &[PersonId]) -> TeamId {
    let tx = w.begin().await;
    let team = duty(&tx, "Experts 91-94", None, members, today()).await.unwrap();
    tx.commit().await.unwrap();
    team
}

async fn opens(w: &World, team: TeamId, weekday: i32, (opens, closes): (i32, i32)) {
    let tx = w.begin().await;
    open_at(&tx, team, &[Opening { weekday, opens, closes }]).await.unwrap();
    tx.commit().await.unwrap();
}

/// Inès asks a group, which has half an hour of its opening.
async fn ask(w: &World, team: TeamId) -> BatonId {
    let tx = w.begin().await;
    let hours = hours_for(&tx, Some(team), Some(w.unit), today()).await.unwrap();
    let gift = Gift {
        kind: &ASKED,
        subject: w.clock().id::<Uuid>(),
        parent: None,
        unit: Some(w.unit),
        title: "Le voyant clignote",
        holder: Holder::Team(team),
        waits: vec![Waiting::person(w.ines)],
        promise: Promise { at: hours_from(w, 100), hears_next_at: None, work: Some(HOUR / 2) },
        by: Some(w.ines),
    };
    let id = give(&tx, &gift, &hours).await.unwrap().id;
    tx.commit().await.unwrap();
    id
}

fn hours_from(w: &World, n: i64) -> Instant {
    Instant(w.now().0 + n * HOUR * 1_000_000)
}

fn due(minutes: i64) -> Instant {
    // Saturday 21 November 2026, 14:20 in Paris.
    Instant(1_795_267_200_000_000 + minutes * 60_000_000)
}

async fn climbs(w: &World) {
    while climb(w.t.db(), &[ASKED]).await.unwrap() > 0 {}
}

async fn offered(w: &World, id: BatonId) -> Vec<Holder> {
    w.read(id).await.offers.iter().map(|offer| offer.to).collect()
}

#[tokio::test]
async fn exp_02_a_group_answers_by_its_own_hours() {
    let w = World::new().await;
    let team = group(&w, &[w.karim]).await;
    // Without hours of its own, those of the shop count: none are written, so that Saturday is closed.
    let monday = w.read(ask(&w, team).await).await.target.unwrap().due_at;
    assert!(monday > Some(due(24 * 60)));
    opens(&w, team, 6, (9 * 60, 14 * 60 + 40)).await;
    assert_eq!(openings(&w.org, team).await.unwrap().len(), 1);
    // Twenty minutes are left of this Saturday, and ten are of the next.
    let due_at = w.read(ask(&w, team).await).await.target.unwrap().due_at.unwrap();
    assert_eq!((due_at.0 - due(0).0) / 60_000_000, 7 * 24 * 60 - (5 * 60 + 20) + 10);
    opens(&w, team, 6, (9 * 60, 18 * 60)).await;
    assert_eq!(w.read(ask(&w, team).await).await.target.unwrap().due_at, Some(due(30)));
}

#[tokio::test]
async fn exp_02_the_whole_group_is_asked_then_its_hosts_then_somebody_there() {
    let w = World::new().await;
    let (team, hosts) = (group(&w, &[w.karim, w.yanis]).await, group(&w, &[w.solene]).await);
    opens(&w, team, 6, (0, 24 * 60)).await;
    let tx = w.begin().await;
    host(&tx, team, hosts).await.unwrap();
    host(&tx, team, hosts).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(hosts_of(&w.org, team).await.unwrap(), Some(hosts));
    let id = ask(&w, team).await;
    let tx = w.begin().await;
    take(&tx, &w.actor(w.karim).await, id).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    w.clock().advance(Duration::from_secs(20 * 60));
    climbs(&w).await;
    assert_eq!(offered(&w, id).await, [], "not before two thirds of half an hour");
    w.clock().advance(Duration::from_secs(10));
    w.clock().advance(Duration::from_secs(60));
    climbs(&w).await;
    assert_eq!(offered(&w, id).await, [Holder::Team(team)], "whoever took it may have been called away");
    w.clock().advance(Duration::from_secs(9 * 60));
    climbs(&w).await;
    assert_eq!(offered(&w, id).await, [Holder::Team(team), Holder::Team(hosts)]);
    w.clock().advance(Duration::from_secs(15 * 60));
    climbs(&w).await;
    assert!(offered(&w, id).await.contains(&Holder::Person(w.nadege)), "at last somebody by name");
    assert_eq!(w.read(id).await.holder, Some(Holder::Person(w.karim)), "it offers, it does not accuse");
}

#[tokio::test]
async fn a_group_without_hosts_has_the_network_s() {
    let w = World::new().await;
    let team = group(&w, &[w.karim]).await;
    opens(&w, team, 6, (0, 24 * 60)).await;
    let id = ask(&w, team).await;
    w.clock().advance(Duration::from_secs(31 * 60));
    climbs(&w).await;
    let tx = w.begin().await;
    let network = relais_baton::network_leads(&tx).await.unwrap();
    tx.rollback().await.unwrap();
    // What the group holds is not held out to it.
    assert_eq!(offered(&w, id).await, [Holder::Team(network)]);
}

#[tokio::test]
async fn another_group_that_accepts_goes_on_with_what_is_left_by_its_own_hours() {
    let w = World::new().await;
    let (first, other) = (group(&w, &[w.karim]).await, group(&w, &[w.yanis]).await);
    opens(&w, first, 6, (0, 24 * 60)).await;
    opens(&w, other, 6, (15 * 60, 24 * 60)).await;
    let id = ask(&w, first).await;
    let karim = w.actor(w.karim).await;
    w.clock().advance(Duration::from_secs(10 * 60));
    let tx = w.begin().await;
    take(&tx, &karim, id).await.unwrap().unwrap();
    let held_out = offer(&tx, &karim, id, Holder::Team(other), "C’est de la facture").await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert_eq!(held_out.team, Some(first), "held out is not accepted");
    let tx = w.begin().await;
    let yanis = w.actor(w.yanis).await;
    let taken = accept(&tx, &yanis, id, held_out.offers[0].id).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    let baton = w.read(id).await;
    assert_eq!((baton.team, taken.team), (Some(other), Some(other)));
    let target = baton.target.unwrap();
    assert_eq!((target.seconds, target.left), (HOUR / 2, 20 * 60), "ten of thirty minutes are used");
    assert_eq!(target.due_at, Some(due(40 + 20)), "twenty minutes from three o’clock");
    assert_eq!(baton.promised_at, Instant(due(0).0 + 100 * HOUR * 1_000_000), "nothing moves the promise");
    climbs(&w).await;
    assert_eq!(w.read(id).await.step, 0, "two thirds are not gone by the new hours");
}

#[tokio::test]
async fn what_a_member_held_who_left_returns_to_the_group() {
    let w = World::new().await;
    let team = group(&w, &[w.karim, w.yanis]).await;
    let (one, other) = (ask(&w, team).await, ask(&w, group(&w, &[w.karim]).await).await);
    let karim = w.actor(w.karim).await;
    let tx = w.begin().await;
    for id in [one, other] {
        take(&tx, &karim, id).await.unwrap().unwrap();
    }
    people::leave(&tx, w.karim, today().plus(-1), today()).await.unwrap().unwrap();
    assert_eq!(company_left(&tx, w.karim).await.unwrap(), 2);
    let shop = relais_baton::unit_leads(&tx, w.unit).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(w.read(one).await.holder, Some(Holder::Team(team)));
    assert_eq!(w.read(other).await.holder, Some(Holder::Team(shop)), "nobody is left in that group");
}

#[tokio::test]
async fn exp_03_who_answers_when_is_known_before_one_asks() {
    let w = World::new().await;
    let team = group(&w, &[w.karim, w.yanis]).await;
    let says = async |person, from: i64, to: i64| {
        let tx = w.begin().await;
        let said = stand(&tx, team, person, (due(from), due(to))).await.unwrap();
        tx.commit().await.unwrap();
        said
    };
    says(w.karim, -20, 60).await.unwrap();
    says(w.karim, 60, 90).await.unwrap();
    says(w.yanis, 24 * 60, 25 * 60).await.unwrap();
    assert!(says(w.ines, 0, 60).await.is_err(), "she is not of this group");
    assert!(says(w.karim, 60, 60).await.is_err());
    let between = async |from, to| stints(&w.org, team, (due(from), due(to))).await.unwrap();
    let now = between(0, 240).await;
    assert_eq!(now.len(), 1, "what touches is one");
    assert_eq!((now[0].person_id, now[0].from_at, now[0].to_at), (w.karim, due(-20), due(90)));
    assert_eq!(between(90, 24 * 60).await, []);
    assert_eq!(standing(&w.org, team, due(89)).await.unwrap(), [w.karim]);
    assert_eq!(standing(&w.org, team, due(90)).await.unwrap(), []);
    let tx = w.begin().await;
    assert!(!leave(&tx, w.yanis, now[0].id).await.unwrap(), "another’s stretch is not one’s own");
    assert!(leave(&tx, w.karim, now[0].id).await.unwrap());
    relais_baton::away(&tx, w.yanis, today().plus(2)).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(between(0, 48 * 60).await, [], "whoever is away does not answer");
}

#[tokio::test]
async fn groups_hours_hosts_and_stretches_are_whole() {
    let w = World::new().await;
    let team = group(&w, &[w.karim]).await;
    let org = w.org.org();
    let opening = Row::new(
        "baton_team_opening",
        vec![
            ("org_id", org.into()),
            ("id", id().into()),
            ("team_id", team.into()),
            ("weekday", 1_i32.into()),
            ("opens", 540_i32.into()),
            ("closes", 1080_i32.into()),
        ],
    );
    let hosts = Row::new(
        "baton_team_hosts",
        vec![("org_id", org.into()), ("team_id", team.into()), ("hosts_id", group(&w, &[]).await.into())],
    );
    let stint = Row::new(
        "baton_stint",
        vec![
            ("org_id", org.into()),
            ("id", id().into()),
            ("team_id", team.into()),
            ("person_id", w.karim.into()),
            ("from_at", 1_i64.into()),
            ("to_at", 2_i64.into()),
        ],
    );
    for (rule, bad) in [
        ("team_opening_of_team", opening.clone().with("team_id", id())),
        ("team_opening_weekday_known", opening.clone().with("weekday", 8_i32)),
        ("team_opening_in_order", opening.clone().with("closes", 540_i32)),
        ("hosts_of_team", hosts.clone().with("team_id", id())),
        ("hosts_are_a_team", hosts.clone().with("hosts_id", id())),
        ("hosts_are_another_team", hosts.clone().with("hosts_id", team)),
        ("stint_for_team", stint.clone().with("team_id", id())),
        ("stint_of_person", stint.clone().with("person_id", id())),
        ("stint_in_order", stint.clone().with("to_at", 1_i64)),
    ] {
        bad.is_refused(&w.org, rule).await;
    }
    for good in [opening, hosts, stint] {
        good.is_taken(&w.org).await;
    }
}
