//! The queue on its page.

use relais_kernel::{JobId, Role, Scope};
use relais_store::{Db, InOrg as _, OrgDb, audit, jobs, sql};
use relais_testkit::{
    TestApp, Visitor,
    builders::{a_person, an_organisation, granted},
};
use relais_web::Manifest;

use crate::{demo_routes, manifest};

async fn administrator(app: &TestApp) -> (OrgDb, Visitor) {
    let org = an_organisation(app.db()).await;
    let claire = a_person(&org, "Claire", "Dubois").await;
    granted(&org, claire, Role::Admin, Scope::Network).await;
    let visitor = app.sign_in(org.org(), claire).await;
    (org, visitor)
}

/// A job that was given up, with words in its payload that nobody may read here.
async fn given_up(db: &OrgDb) -> JobId {
    let tx = db.begin().await.unwrap();
    let job = jobs::enqueue(&tx, "post.mail", &"Inès Marchal, ines@relais.example").await.unwrap();
    sql("update job set state = 'failed', attempts = 40, last_error = 'smtp 550', ended_at = run_at where id = $1")
        .bind(job)
        .run(&tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    job
}

async fn state_of(db: &Db, job: JobId) -> String {
    sql("select state from job where id = $1").bind(job).value(db).await.unwrap().unwrap()
}

#[tokio::test]
async fn ops_05_the_queue_shows_codes_and_times_never_a_payload() {
    let app = TestApp::new(vec![manifest()]).await;
    let (org, admin) = administrator(&app).await;
    app.get(&admin, "/administration/jobs").await.is(200).holds("Aucune tâche ici").lacks("⟦");
    given_up(&org).await;
    for path in ["/administration/jobs", "/administration/jobs?state=failed"] {
        let page = app.get(&admin, path).await.is(200);
        page.holds("smtp 550")
            .holds("Envoyer un courriel")
            .holds("abandonnée")
            .lacks("ines@")
            .lacks("Marchal");
    }
    app.get(&admin, "/administration").await.is(200).holds("Une tâche a été abandonnée").lacks("⟦");
    app.get(&admin, "/administration/jobs?state=done").await.is(200).lacks("smtp 550");
}

#[tokio::test]
async fn ops_09_what_was_given_up_is_started_again_and_it_is_written_down() {
    let app = TestApp::new(vec![manifest()]).await;
    let (org, admin) = administrator(&app).await;
    let (one, two, three) = (given_up(&org).await, given_up(&org).await, given_up(&org).await);
    let restart = format!("/administration/jobs/{one}/restart");
    app.post(&admin, &restart, &[]).await.is(303);
    assert_eq!([state_of(app.db(), one).await, state_of(app.db(), two).await], ["ready", "failed"]);
    let all = [("kind", "post.mail")];
    app.post(&admin, "/administration/jobs/restart", &all).await.is(303);
    assert_eq!([state_of(app.db(), two).await, state_of(app.db(), three).await], ["ready", "ready"]);
    app.post(&admin, "/administration/jobs/restart", &all).await.is(404);
    let acts: Vec<_> = audit::page(app.db(), org.org(), None, 2)
        .await
        .unwrap()
        .into_iter()
        .map(|e| (e.action, e.detail))
        .collect();
    assert_eq!(
        acts,
        [
            ("administration.jobs.restart_all".to_owned(), "post.mail 2".to_owned()),
            ("administration.jobs.restart".to_owned(), String::new()),
        ]
    );
}

#[tokio::test]
async fn sec_01_jobs_of_another_organisation_are_neither_seen_nor_started() {
    let app = TestApp::new(vec![manifest()]).await;
    let (here, admin) = administrator(&app).await;
    let (there, neighbour) = administrator(&app).await;
    let theirs = given_up(&there).await;
    for path in
        ["/administration/jobs", "/administration/jobs?state=failed", "/administration/jobs?state=rounds"]
    {
        app.get(&admin, path).await.is(200).lacks("smtp 550").lacks(&theirs.to_string());
    }
    app.get(&admin, "/administration").await.is(200).lacks("abandonnée");
    app.get(&neighbour, "/administration/jobs").await.is(200).holds("smtp 550");
    app.post(&admin, &format!("/administration/jobs/{theirs}/restart"), &[]).await.is(404);
    app.post(&admin, "/administration/jobs/restart", &[("kind", "post.mail")]).await.is(404);
    let ours = given_up(&here).await;
    app.post(&admin, "/administration/jobs/restart", &[("kind", "post.mail")]).await.is(303);
    assert_eq!([state_of(app.db(), ours).await, state_of(app.db(), theirs).await], ["ready", "failed"]);

    app.post(&neighbour, &format!("/administration/jobs/{theirs}/restart"), &[]).await.is(303);
    for (org, action) in [(&here, "administration.jobs.restart_all"), (&there, "administration.jobs.restart")]
    {
        let acts = audit::page(app.db(), org.org(), None, 50).await.unwrap();
        let restarts: Vec<_> = acts.iter().filter(|act| act.action.starts_with("administration.")).collect();
        assert_eq!(restarts.iter().map(|act| act.action.as_str()).collect::<Vec<_>>(), [action]);
    }
}

#[tokio::test]
async fn sec_01_work_of_the_instance_is_seen_as_rounds_and_started_by_nobody() {
    let app = TestApp::new(vec![manifest()]).await;
    let (_, admin) = administrator(&app).await;
    let tx = app.db().begin().await.unwrap();
    let letter = jobs::enqueue(&tx, "post.mail", &1).await.unwrap();
    let round = jobs::enqueue(&tx, "store.purge", &1).await.unwrap();
    sql("update job set state = 'failed', attempts = 40, last_error = 'disk full', ended_at = run_at")
        .run(&tx)
        .await
        .unwrap();
    sql("update job set once_key = 'store.purge@1' where id = $1").bind(round).run(&tx).await.unwrap();
    tx.commit().await.unwrap();
    for path in ["/administration/jobs", "/administration/jobs?state=failed"] {
        app.get(&admin, path).await.is(200).lacks("disk full");
    }
    app.get(&admin, "/administration/jobs?state=rounds")
        .await
        .is(200)
        .holds("disk full")
        .holds("Effacer ce qui a été gardé")
        .lacks("Envoyer un courriel")
        .lacks("/restart")
        .lacks("⟦");
    for job in [letter, round] {
        app.post(&admin, &format!("/administration/jobs/{job}/restart"), &[]).await.is(404);
    }
}

#[tokio::test]
async fn ops_09_a_job_that_moved_on_is_not_started_again() {
    let app = TestApp::new(vec![manifest()]).await;
    let (org, admin) = administrator(&app).await;
    let job = given_up(&org).await;
    let tx = app.db().begin().await.unwrap();
    sql("update job set state = 'done' where id = $1").bind(job).run(&tx).await.unwrap();
    tx.commit().await.unwrap();
    let before = audit::page(app.db(), org.org(), None, 1).await.unwrap().first().map(|event| event.seq);
    let answer = app.post(&admin, &format!("/administration/jobs/{job}/restart"), &[]).await.is(303);
    assert!(answer.cookies.iter().any(|cookie| cookie.starts_with("said=jobs-restart-late")));
    assert_eq!(state_of(app.db(), job).await, "done");
    assert_eq!(
        audit::page(app.db(), org.org(), None, 1).await.unwrap().first().map(|event| event.seq),
        before
    );
}

#[tokio::test]
async fn ops_05_the_page_looks_again_only_while_the_queue_moves() {
    let app = TestApp::new(vec![manifest()]).await;
    let (org, admin) = administrator(&app).await;
    app.get(&admin, "/administration/jobs").await.is(200).lacks("data-poll=");
    let tx = org.begin().await.unwrap();
    jobs::enqueue(&tx, "post.mail", &1).await.unwrap();
    tx.commit().await.unwrap();
    app.get(&admin, "/administration/jobs")
        .await
        .is(200)
        .holds("data-poll=\"/administration/jobs\"")
        .lacks("data-poll-done");
}

#[tokio::test]
async fn sec_01_only_an_administrator_of_the_network_administers() {
    let app = TestApp::new(vec![manifest()]).await;
    let (org, _) = administrator(&app).await;
    let person = a_person(&org, "Inès", "Marchal").await;
    granted(&org, person, Role::Dpo, Scope::Network).await;
    let visitor = app.sign_in(org.org(), person).await;
    let job = given_up(&org).await;
    for path in ["/administration", "/administration/jobs"] {
        app.get(&visitor, path).await.is(404);
    }
    app.post(&visitor, &format!("/administration/jobs/{job}/restart"), &[]).await.is(404);
    app.post(&visitor, "/administration/jobs/restart", &[("kind", "post.mail")]).await.is(404);
    assert_eq!(state_of(app.db(), job).await, "failed");
}

#[tokio::test]
async fn sec_12_letters_are_read_in_a_demo_alone() {
    let app = TestApp::new(vec![manifest()]).await;
    let (_, admin) = administrator(&app).await;
    app.get(&admin, "/administration/letters").await.is(404);
    let demo =
        TestApp::new(vec![manifest(), Manifest { routes: demo_routes(), ..Manifest::default() }]).await;
    let (org, admin) = administrator(&demo).await;
    demo.get(&admin, "/administration/letters").await.is(200).holds("Aucun courriel pour l’instant");
    let id: relais_kernel::MessageId = demo.db().clock().id();
    let tx = demo.db().begin().await.unwrap();
    sql("insert into letter (id, org_id, to_address, locale, kind, subject, text, html, state, created_at) \
         values ($1, $2, 'ines@relais.example', 'fr', 'invitation', 'Votre accès', $3, '<b>jamais montré</b>', 'queued', $4)")
    .bind(id)
    .bind(org.org())
    .bind("Bonjour <Inès>\n\nhttps://relais.example/enter/abc\n\nhttps://evil.example/x")
    .bind(demo.db().clock().now())
    .run(&tx)
    .await
    .unwrap();
    tx.commit().await.unwrap();
    demo.get(&admin, "/administration/letters").await.is(200).holds(&format!("/administration/letters/{id}"));
    demo.get(&admin, &format!("/administration/letters/{id}"))
        .await
        .is(200)
        .holds("Bonjour &#60;Inès&#62;")
        .holds("href=\"/enter/abc\"")
        .lacks("href=\"https://evil")
        .lacks("jamais montré");
}
