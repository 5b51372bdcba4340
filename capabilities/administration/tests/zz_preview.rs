#[path = "/tmp/dump.rs"]
mod dump;
use dump::dump;
use relais_kernel::{Role, Scope};
use relais_store::{InOrg as _, jobs, sql};
use relais_testkit::{TestApp, builders::*};
use relais_web::Manifest;

#[tokio::test]
async fn preview() {
    let app = TestApp::new(vec![relais_administration::manifest(), Manifest { routes: relais_administration::demo_routes(), ..Manifest::default() }]).await;
    let org = an_organisation(app.db()).await;
    let claire = a_person(&org, "Claire", "Dubois").await;
    granted(&org, claire, Role::Admin, Scope::Network).await;
    let v = app.sign_in(org.org(), claire).await;
    dump(&app, &v, "jobs-empty", "/administration/jobs").await;
    let tx = app.db().begin().await.unwrap();
    for (i, kind) in ["post.mail", "network.import", "network.vacancy", "directory.some_other_kind_of_work"].into_iter().cycle().take(9).enumerate() {
        let job = jobs::enqueue(&tx, kind, &1).await.unwrap();
        match i { 1 | 2 | 4 => { sql("update job set state='failed', attempts=40, last_error='smtp 550 5.1.1 mailbox unavailable', ended_at=run_at where id=$1").bind(job).run(&tx).await.unwrap(); }
            3 => { sql("update job set attempts=3, last_error='smtp 421' where id=$1").bind(job).run(&tx).await.unwrap(); } _ => {} }
    }
    sql("insert into lease (name, holder, until) values ('jobs.every', $1, $2)").bind(app.db().clock().id::<uuid::Uuid>()).bind(app.db().clock().now().plus(std::time::Duration::from_secs(30))).run(&tx).await.unwrap();
    let mut id = None;
    for (s, t) in [("Votre accès à Relais, Clairlien", "Bonjour Inès,\n\nClairlien vous ouvre un accès à Relais. Il vous reste à choisir votre mot de passe.\n\nChoisir mon mot de passe\nhttps://relais.example/enter/Rt0kR5cQm1yJ0c8bDqk2xYvT7h3eWsLzPaUoNfGi9XE\n\nCe lien est valable 7 jours.\n\n-- \nMessage envoyé automatiquement par Relais."), ("Évry n’a plus de responsable", "Bonjour")] {
        let m: relais_kernel::MessageId = app.db().clock().id();
        sql("insert into letter (id, org_id, to_address, locale, kind, subject, text, html, state, created_at) values ($1,$2,'ines.marchal@clairlien.example','fr','invitation',$3,$4,'x','queued',$5)").bind(m).bind(org.org()).bind(s).bind(t).bind(app.db().clock().now()).run(&tx).await.unwrap();
        id = id.or(Some(m));
    }
    tx.commit().await.unwrap();
    dump(&app, &v, "administration", "/administration").await;
    dump(&app, &v, "jobs", "/administration/jobs").await;
    dump(&app, &v, "jobs-failed", "/administration/jobs?state=failed").await;
    dump(&app, &v, "letters", "/administration/letters").await;
    dump(&app, &v, "letter", &format!("/administration/letters/{}", id.unwrap())).await;
}
