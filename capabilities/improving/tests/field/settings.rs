//! Each number that an organisation may set changes what it says it changes.

use std::time::Duration;

use relais_store::{jobs, sql};

use crate::world::World;

const DAY: Duration = Duration::from_secs(86_400);

impl World {
    async fn chooses(&self, code: &str, value: i64) {
        self.app.chooses(&self.org, code, value).await;
    }

    /// Inès says so many things, and her manager answers them at once.
    async fn done(&self, n: usize) {
        for n in 0..n {
            let text = format!("Une clé pour trois, armoire {n}.");
            let path = self.sent(self.ines, "/pebbles/new", &[("text", &text)]).await;
            self.sent(self.nadege, &format!("{path}/answer"), &[("outcome", "done"), ("words", "Fait.")])
                .await;
        }
    }
}

#[tokio::test]
async fn vdt_01_an_answer_is_promised_in_as_many_open_days_as_the_organisation_chose() {
    let world = World::new().await;
    let said = async |text| world.sent(world.ines, "/pebbles/new", &[("text", text)]).await;
    let before = said("L’imprimante du fond.").await;
    world.chooses("improving.answered_in", 3).await;
    world.read(world.ines, "/pebbles/new").await.holds("en 3 jours ouvrés");
    let after = said("La porte de la réserve.").await;
    // From Saturday 21 November, at closing time: three open days, and ten.
    world.read(world.ines, &after).await.holds("25 novembre 2026").lacks("4 décembre");
    world.read(world.ines, &before).await.holds("4 décembre 2026").lacks("25 novembre");
    world.read(world.ines, "/board").await.holds("3 pour répondre");
}

#[tokio::test]
async fn vdt_01_whoever_speaks_hears_in_as_many_open_days_as_the_organisation_chose() {
    let world = World::new().await;
    let hears = async |text: &str| {
        let path = world.sent(world.ines, "/pebbles/new", &[("text", text)]).await;
        let id: uuid::Uuid = path.rsplit('/').next().unwrap().parse().unwrap();
        let query = sql("select hears_next_at from baton where subject_id = ").arg(id);
        query.value::<relais_kernel::Instant>(&world.org).await.unwrap().unwrap()
    };
    let usual = hears("L’imprimante du fond.").await;
    world.chooses("improving.heard_in", 2).await;
    assert!(hears("La porte de la réserve.").await.since(usual) >= DAY);
}

#[tokio::test]
async fn spo_08_a_quick_win_takes_as_many_days_as_the_organisation_chose() {
    let world = World::new().await;
    let path = world.sent(world.ines, "/pebbles/new", &[("text", "La porte grince.")]).await;
    world.app.db().clock().advance(DAY * 7);
    world.sent(world.nadege, &format!("{path}/answer"), &[("outcome", "done"), ("words", "Huilée.")]).await;
    world.read(world.ines, "/pebbles?show=quick").await.holds("La porte grince.");
    world.read(world.ines, "/board").await.holds("aujourd’hui").holds("dans les 15 jours");
    world.chooses("improving.quick", 5).await;
    world.read(world.ines, "/pebbles?show=quick").await.lacks("La porte grince.").holds("en 5 jours");
    world.read(world.ines, "/board").await.holds("pas encore").holds("dans les 5 jours");
}

#[tokio::test]
async fn a_share_is_shown_and_firm_from_as_many_answers_as_the_organisation_chose() {
    let world = World::new().await;
    world.done(8).await;
    world.app.db().clock().advance(DAY * 20);
    world.read(world.ines, "/board").await.holds("trop peu (8)");
    world.chooses("improving.shown_from", 8).await;
    world.read(world.ines, "/board").await.lacks("trop peu (8)").holds("indicatif").holds("sous 8");
    world.chooses("improving.firm_from", 10).await;
    world.done(2).await;
    world.app.db().clock().advance(DAY * 20);
    world.read(world.ines, "/board").await.lacks("indicatif");
}

#[tokio::test]
async fn prv_09_a_board_speaks_of_as_many_people_as_the_organisation_chose_and_never_of_two() {
    let world = World::new().await;
    world.done(12).await;
    world.app.db().clock().advance(DAY * 20);
    world.read(world.ines, "/board").await.holds("de 76 à 100");
    world.chooses("improving.fewest_people", 5).await;
    world.read(world.ines, "/board").await.lacks("de 76 à 100").holds("Trop peu");
    let fewest = world.app.site().choices().iter().find(|one| one.code == "improving.fewest_people").unwrap();
    let tx = world.org.begin().await.unwrap();
    let refused = relais_directory::settings::set(&tx, fewest, 5, 2).await.unwrap();
    assert!(refused.is_err(), "two could be told apart");
}

#[tokio::test]
async fn prv_03_names_leave_after_as_many_days_as_the_organisation_chose() {
    let world = World::new().await;
    world.chooses("baton.names_kept", 5).await;
    world.done(1).await;
    let shared = [("was", "On attendait."), ("now_words", "Une étagère près de la caisse.")];
    world.sent(world.ines, "/solutions/new", &shared).await;
    let names = async || {
        let query = "select (select count(*) from baton_face where person_id is not null) \
                     + (select count(*) from adoption where by_id is not null)";
        sql(query).value::<i64>(&world.org).await.unwrap().unwrap()
    };
    let rounds = async || {
        let tx = world.app.db().begin().await.unwrap();
        for round in ["baton.cut_names", "improving.forget_adopters"] {
            jobs::enqueue(&tx, round, &()).await.unwrap();
        }
        tx.commit().await.unwrap();
        world.app.run_jobs().await;
    };
    let before = names().await;
    assert!(before > 0);
    world.app.db().clock().advance(DAY * 4);
    rounds().await;
    assert_eq!(names().await, before);
    world.app.db().clock().advance(DAY * 2);
    rounds().await;
    assert_eq!(names().await, 0);
}
