#[path = "/tmp/dump.rs"]
mod dump;
use dump::{dump, keep};
use relais_kernel::{Role, Scope};
use relais_store::{InOrg as _, audit::{self, Act, Actor}};
use relais_testkit::{TestApp, builders::*};

#[tokio::test]
async fn preview() {
    let rooms = [relais_store::SCHEMA, relais_directory::SCHEMA].map(|s| (s.room, s.register)).to_vec();
    let app = TestApp::new(vec![relais_privacy::manifest(rooms)]).await;
    let org = an_organisation(app.db()).await;
    let claire = a_person(&org, "Claire", "Dubois").await;
    granted(&org, claire, Role::Dpo, Scope::Network).await;
    let v = app.sign_in(org.org(), claire).await;
    let tx = org.begin().await.unwrap();
    for (i, action) in ["network.units.edit", "accounts.sign_in", "network.people.add", "accounts.password.changed", "network.vacancy.told", "administration.jobs.restart_all"].into_iter().cycle().take(70).enumerate() {
        let id = app.db().clock().id::<uuid::Uuid>();
        let actor = Actor { account: None, person: (i % 3 > 0).then_some(claire) };
        audit::write(&tx, Some(org.org()), Act { actor, action, subject: if i % 2 == 0 { "unit" } else { "person" }, id: Some(id), detail: if i % 6 == 5 { "post.mail 12" } else { "" } }).await.unwrap();
    }
    tx.commit().await.unwrap();
    dump(&app, &v, "register", "/privacy/register").await;
    dump(&app, &v, "audit", "/privacy/audit").await;
    let page = app.post(&v, "/privacy/audit/verify", &[]).await;
    keep("audit-holds", "light", &page.body);
    let page = app.post(&v, "/privacy/audit/verify", &[("anchor", "3:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]).await;
    keep("audit-broken", "light", &page.body);
}
