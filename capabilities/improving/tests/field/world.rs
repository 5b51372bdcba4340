//! Two shops of a region, with whoever works and leads there, and head office.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where they fail, as tests do")]

use relais_directory::{
    assignments::Function,
    regions::{MemberInput, add_member},
};
use relais_improving::manifest;
use relais_kernel::{PersonId, RegionId, Role, Scope, UnitId};
use relais_store::{InOrg as _, OrgDb, sql};
use relais_testkit::{
    Answer, TestApp,
    builders::{a_person, a_region, a_unit, an_organisation, assigned, granted, placed, today},
};

pub(crate) struct World {
    pub(crate) app: TestApp,
    pub(crate) org: OrgDb,
    pub(crate) region: RegionId,
    pub(crate) evry: UnitId,
    pub(crate) massy: UnitId,
    /// Advisers in Évry.
    pub(crate) ines: PersonId,
    pub(crate) karim: PersonId,
    /// Manages Évry.
    pub(crate) nadege: PersonId,
    /// Adviser in Massy.
    pub(crate) lila: PersonId,
    /// Leads the region.
    pub(crate) solene: PersonId,
    /// Leads customer experience.
    pub(crate) helene: PersonId,
}

impl World {
    pub(crate) async fn new() -> Self {
        let app = TestApp::new(vec![manifest()]).await;
        let org = an_organisation(app.db()).await;
        let region = a_region(&org, "Sud").await;
        let (evry, massy) = (a_unit(&org, "EVR", "Évry").await, a_unit(&org, "MAS", "Massy").await);
        for unit in [evry, massy] {
            placed(&org, unit, region).await;
        }
        let mut people = Vec::new();
        for (given, family, unit, function) in [
            ("Inès", "Marchal", evry, Function::Adviser),
            ("Karim", "Benseddik", evry, Function::Adviser),
            ("Yanis", "Roux", evry, Function::Adviser),
            ("Nadège", "Fournier", evry, Function::Manager),
            ("Lila", "Osei", massy, Function::Adviser),
        ] {
            let person = a_person(&org, given, family).await;
            assigned(&org, person, unit, function).await;
            people.push(person);
        }
        let (solene, helene) =
            (a_person(&org, "Solène", "Le Goff").await, a_person(&org, "Hélène", "Kowalski").await);
        let place = MemberInput { function: "lead".into(), ..MemberInput::default() };
        let place = place.check(region, solene, today()).unwrap();
        let tx = org.begin().await.unwrap();
        add_member(&tx, &place, None).await.unwrap().unwrap();
        tx.commit().await.unwrap();
        granted(&org, helene, Role::CxLead, Scope::Network).await;
        let [ines, karim, _, nadege, lila] = people[..] else { unreachable!("five were made") };
        Self { app, org, region, evry, massy, ines, karim, nadege, lila, solene, helene }
    }

    /// A page as somebody reads it, whose markup is sound.
    pub(crate) async fn read(&self, person: PersonId, path: &str) -> Answer {
        let page = self.get(person, path).await.is(200);
        assert_eq!(relais_testkit::markup::faults(&page.body), Vec::<String>::new());
        page
    }

    pub(crate) async fn get(&self, person: PersonId, path: &str) -> Answer {
        self.app.get(&self.app.sign_in(self.org.org(), person).await, path).await
    }

    pub(crate) async fn post(&self, person: PersonId, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.app.post(&self.app.sign_in(self.org.org(), person).await, path, fields).await
    }

    /// Sends a form that is taken; where it leads.
    pub(crate) async fn sent(&self, person: PersonId, path: &str, fields: &[(&str, &str)]) -> String {
        self.post(person, path, fields).await.is(303).location.unwrap()
    }

    /// The number that a query gives.
    pub(crate) async fn number(&self, query: &'static str) -> i64 {
        sql(query).value(self.app.db()).await.unwrap().unwrap()
    }

    /// The hourly round that forgets names.
    pub(crate) async fn run_forgetting(&self) {
        let tx = self.org.begin().await.unwrap();
        relais_store::jobs::enqueue(&tx, "improving.forget_adopters", &()).await.unwrap();
        tx.commit().await.unwrap();
        self.app.run_jobs().await;
    }

    /// Somebody of another organisation, who manages a unit there.
    pub(crate) async fn stranger(&self) -> relais_testkit::Visitor {
        let other = an_organisation(self.app.db()).await;
        let unit = a_unit(&other, "LMS", "Le Mans").await;
        let stranger = a_person(&other, "Lila", "Osei").await;
        assigned(&other, stranger, unit, Function::Manager).await;
        self.app.sign_in(other.org(), stranger).await
    }
}
