//! A unit whose people speak, with and without their names.

use relais_directory::assignments::Function;
use relais_improving::{RELEASE, manifest};
use relais_kernel::PersonId;
use relais_store::{InOrg as _, OrgDb, jobs, sql};
use relais_testkit::{
    Answer, TestApp, Visitor,
    builders::{a_person, a_unit, an_organisation, assigned},
};

pub(crate) struct World {
    pub(crate) app: TestApp,
    pub(crate) org: OrgDb,
    pub(crate) people: Vec<PersonId>,
    pub(crate) lead: PersonId,
}

impl World {
    pub(crate) async fn of(people: usize) -> Self {
        let app = TestApp::new(vec![manifest()]).await;
        let org = an_organisation(app.db()).await;
        let unit = a_unit(&org, "EVR", "Évry").await;
        let lead = a_person(&org, "Nadège", "Fournier").await;
        assigned(&org, lead, unit, Function::Manager).await;
        let mut all = Vec::new();
        for n in 0..people {
            let person = a_person(&org, &format!("Prénom{n}"), &format!("Nom{n}")).await;
            assigned(&org, person, unit, Function::Adviser).await;
            all.push(person);
        }
        Self { app, org, people: all, lead }
    }

    pub(crate) async fn visitor(&self, person: PersonId) -> Visitor {
        self.app.sign_in(self.org.org(), person).await
    }

    /// Says something without a name; the receipt's code.
    pub(crate) async fn whispered(&self, visitor: &Visitor, text: &str, unit: bool) -> String {
        let page = self.app.get(visitor, "/pebbles/new").await.is(200);
        let key = between(&page.body, "name=\"key\" value=\"", "\"");
        let fields = [
            ("text", text),
            ("signed", "anonymous"),
            ("unit", if unit { "yes" } else { "" }),
            ("key", key.as_str()),
        ];
        let said = self.app.post(visitor, "/pebbles/new", &fields).await.is(200);
        assert_eq!(relais_testkit::markup::faults(&said.body), Vec::<String>::new());
        between(&said.body, "data-receipt=\"", "\"")
    }

    /// The night: what waits appears.
    pub(crate) async fn released(&self) {
        let tx = self.app.db().begin().await.unwrap();
        jobs::enqueue(&tx, RELEASE, &()).await.unwrap();
        tx.commit().await.unwrap();
        self.app.run_jobs().await;
        assert_eq!(jobs::health(self.app.db()).await.unwrap().retrying, 0);
    }

    /// Where an entry of this text stands, once it was released.
    pub(crate) async fn path(&self, text: &str) -> Option<String> {
        let id: Option<uuid::Uuid> =
            sql("select id from pebble where text = $1").bind(text).value(self.app.db()).await.unwrap();
        id.map(|id| format!("/pebbles/{id}"))
    }

    pub(crate) async fn read(&self, person: PersonId, path: &str) -> Answer {
        let page = self.app.get(&self.visitor(person).await, path).await.is(200);
        assert_eq!(relais_testkit::markup::faults(&page.body), Vec::<String>::new());
        page
    }

    pub(crate) async fn waiting(&self) -> i64 {
        let count = sql("select count(*) from sealed_saying").value(self.app.sealed().db()).await;
        count.unwrap().unwrap()
    }
}

pub(crate) fn between(text: &str, before: &str, after: &str) -> String {
    let rest = text.split_once(before).unwrap_or_else(|| panic!("no {before} in:\n{text}")).1;
    rest.split_once(after).unwrap().0.to_owned()
}
