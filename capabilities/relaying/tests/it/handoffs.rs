//! What passes between trades and between teams.

use crate::crowd::Crowd;

#[tokio::test]
async fn exp_09_the_handoff_between_trades_is_measured_at_both_ends() {
    let crowd = Crowd::new().await;
    let world = &crowd.world;
    let page = async || world.reads(world.helene, "/cases/handoffs?over=this").await;
    page().await.holds("Trop peu");
    for turn in 0..5 {
        let (asker, expert) = (crowd.askers[turn % 3], crowd.experts[turn % 3]);
        let fields = [("theme", crowd.theme.as_str()), ("text", "Le voyant clignote."), ("anyway", "1")];
        let asked = world.posts(asker, "/questions/new", &fields).await.is(303).location.unwrap();
        crowd.minutes(6).await;
        world.posts(expert, &format!("{asked}/take"), &[]).await.is(303);
        crowd.minutes(12).await;
        world.posts(expert, &format!("{asked}/answer"), &[("words", "Débrancher.")]).await.is(303);
    }
    let told = page().await;
    told.holds("De métier à métier")
        .holds("<td data-label=\"Avant d’être pris\">6\u{a0}min</td>")
        .holds("<td data-label=\"Puis avant d’agir\">12\u{a0}min</td>")
        .lacks("Karim")
        .lacks("D’équipe à équipe");
}

#[tokio::test]
async fn map_04_what_passes_between_groups_is_told_once_several_gave_and_received() {
    let crowd = Crowd::new().await;
    let world = &crowd.world;
    let billing = world.billing().await;
    let team: relais_kernel::TeamId =
        relais_store::sql("select team_id from expert_group where name = 'Facture'")
            .value(&world.org)
            .await
            .unwrap()
            .unwrap();
    let tx = world.org.begin().await.unwrap();
    for person in [world.ines, crowd.askers[1]] {
        relais_store::insert("baton_member", &["org_id", "id", "team_id", "person_id", "from_day"])
            .row([
                relais_store::InOrg::org(&world.org).into(),
                relais_testkit::rows::id().into(),
                team.into(),
                person.into(),
                relais_testkit::builders::today().into(),
            ])
            .run(&tx)
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
    let takers = [world.lea, world.ines, crowd.askers[1]];
    let page = async || world.reads(world.helene, "/cases/handoffs?over=this").await;
    for turn in 0..6 {
        let fields = [("theme", crowd.theme.as_str()), ("text", "Deux abonnements."), ("anyway", "1")];
        let asked = world.posts(crowd.askers[3], "/questions/new", &fields).await.is(303).location.unwrap();
        let giver = crowd.experts[1 + turn % 3];
        world.posts(giver, &format!("{asked}/pass"), &[("to", billing.as_str())]).await.is(303);
        crowd.minutes(10).await;
        world.posts(takers[turn % 3], &format!("{asked}/take"), &[]).await.is(303);
        crowd.minutes(5).await;
        world
            .posts(takers[turn % 3], &format!("{asked}/answer"), &[("words", "Un seul suffit.")])
            .await
            .is(303);
        if turn == 3 {
            crowd.round("relaying.handoffs").await;
            page().await.lacks("D’équipe à équipe");
        }
    }
    crowd.round("relaying.handoffs").await;
    let told = page().await;
    told.holds("D’équipe à équipe").holds("Experts 91-94 → Facture").lacks("Léa").lacks("Durand");
    // The same round again counts nothing twice.
    crowd.round("relaying.handoffs").await;
    let known = crowd.count("select count(*) from board_fact where cell like 'teams:%'").await;
    assert_eq!(known, 6);
}
