//! A shop, a technician, and a group of two trades.

use relais_directory::{assignments::Function, trades};
use relais_kernel::{PersonId, Role, Scope, UnitId};
use relais_relaying::manifest;
use relais_store::{InOrg as _, OrgDb, sql};
use relais_testkit::{
    Answer, TestApp,
    builders::{a_person, a_unit, an_organisation, assigned, granted},
};

pub(crate) struct World {
    pub(crate) app: TestApp,
    pub(crate) org: OrgDb,
    pub(crate) evry: UnitId,
    /// An adviser in Évry.
    pub(crate) ines: PersonId,
    /// A technician in Créteil.
    pub(crate) karim: PersonId,
    /// Another adviser, of another unit.
    pub(crate) lea: PersonId,
    /// Leads customer experience.
    pub(crate) helene: PersonId,
}

impl World {
    pub(crate) async fn new() -> Self {
        let app = TestApp::new(vec![relais_web::live::manifest(), manifest()]).await;
        let org = an_organisation(app.db()).await;
        let (evry, creteil) = (a_unit(&org, "EVR", "Évry").await, a_unit(&org, "CRE", "Créteil").await);
        let mut people = Vec::new();
        for (given, unit, trade) in
            [("Inès", evry, "sales"), ("Karim", creteil, "technical"), ("Léa", creteil, "sales")]
        {
            let person = a_person(&org, given, "Martin").await;
            assigned(&org, person, unit, Function::Adviser).await;
            let tx = org.begin().await.unwrap();
            trades::find_or_add(&tx, trade).await.unwrap();
            sql("update person set trade_code = $1 where org_id = $2 and id = $3")
                .bind(trade)
                .bind(org.org())
                .bind(person)
                .run(&tx)
                .await
                .unwrap();
            tx.commit().await.unwrap();
            people.push(person);
        }
        let [ines, karim, lea] = people[..] else { unreachable!() };
        let helene = a_person(&org, "Hélène", "Kowalski").await;
        granted(&org, helene, Role::CxLead, Scope::Network).await;
        Self { app, org, evry, ines, karim, lea, helene }
    }

    pub(crate) async fn posts(&self, person: PersonId, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.app.post(&self.app.sign_in(self.org.org(), person).await, path, fields).await
    }

    pub(crate) async fn reads(&self, person: PersonId, path: &str) -> Answer {
        let page = self.app.get(&self.app.sign_in(self.org.org(), person).await, path).await.is(200);
        assert_eq!(relais_testkit::markup::faults(&page.body), Vec::<String>::new());
        page
    }

    /// What a script reads.
    pub(crate) async fn reads_raw(&self, person: PersonId, path: &str) -> String {
        self.app.get(&self.app.sign_in(self.org.org(), person).await, path).await.is(200).body
    }

    /// A group that Karim and Léa host, with two themes; tells the first.
    pub(crate) async fn group(&self) -> String {
        let (karim, lea) = (self.karim.to_string(), self.lea.to_string());
        let fields = [
            ("name", "Experts 91-94"),
            ("themes", "Internet\nMobile"),
            ("people", karim.as_str()),
            ("hosts", karim.as_str()),
            ("hosts", lea.as_str()),
        ];
        self.posts(self.helene, "/groups/new", &fields).await.is(303);
        sql("select id from expert_theme where org_id = $1 and place = 0")
            .bind(self.org.org())
            .value::<uuid::Uuid>(&self.org)
            .await
            .unwrap()
            .unwrap()
            .to_string()
    }

    /// Inès asks about a theme, whoever answers when; tells where it is read.
    pub(crate) async fn asks(&self, theme: &str, text: &str) -> String {
        let fields = [("theme", theme), ("text", text), ("anyway", "1")];
        self.posts(self.ines, "/questions/new", &fields).await.is(303).location.unwrap()
    }

    /// Another group, of billing, that Léa and Karim host; tells its id.
    pub(crate) async fn billing(&self) -> String {
        let (karim, lea) = (self.karim.to_string(), self.lea.to_string());
        let fields = [
            ("name", "Facture"),
            ("themes", "Contrat"),
            ("people", lea.as_str()),
            ("hosts", karim.as_str()),
            ("hosts", lea.as_str()),
        ];
        self.posts(self.helene, "/groups/new", &fields).await.is(303);
        self.group_named("Facture").await
    }

    /// The id of a group.
    pub(crate) async fn group_named(&self, name: &str) -> String {
        sql("select id from expert_group where org_id = $1 and name = $2")
            .bind(self.org.org())
            .bind(name)
            .value::<uuid::Uuid>(&self.org)
            .await
            .unwrap()
            .unwrap()
            .to_string()
    }

    /// The promises still kept.
    pub(crate) async fn promises(&self) -> Vec<relais_baton::Baton> {
        let ids: Vec<relais_kernel::BatonId> =
            sql("select id from baton where state = 'held' order by id").values(&self.org).await.unwrap();
        let mut batons = Vec::new();
        for id in ids {
            batons.push(relais_baton::baton(&self.org, id).await.unwrap().unwrap());
        }
        batons
    }

    /// The id of the only question.
    pub(crate) async fn group_question(&self) -> uuid::Uuid {
        relais_testkit::rows::only(&self.org, "question").await
    }
}
