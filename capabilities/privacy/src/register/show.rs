//! The register as a page, for whoever works here. It prints.

use std::sync::Arc;

use askama::Template;
use relais_directory::settings;
use relais_kernel::Setting;
use relais_store::register::{About, Entry, Retention};
use relais_web::{
    Cx, Outcome, Sample,
    components::{Chip, EmptyState, Side},
};
use relais_words::Words;

use super::{Part, about, parts};
use crate::Room;

#[derive(Template)]
#[template(path = "register/show.html")]
struct Show<'a> {
    w: &'a Words,
    parts: Vec<Part>,
    chosen: Vec<(Setting, i64)>,
}

pub(crate) async fn page(cx: Cx, rooms: Arc<[Room]>) -> Outcome {
    let chosen = settings::values(&cx.db(), cx.site().choices()).await?;
    let shell = cx.shell(cx.w.t("privacy-register-title"));
    cx.page(shell, &Show { w: &cx.w, parts: parts(&cx.w, &rooms), chosen })
}

impl Show<'_> {
    fn tables(&self) -> usize {
        self.parts.iter().map(|part| part.lines.len()).sum()
    }

    fn told(&self, setting: &Setting, value: &i64) -> String {
        settings::told(self.w, setting, *value)
    }

    fn whom(&self, whom: &About) -> Chip {
        let chip = Chip::new(about(self.w, *whom));
        match whom {
            About::Nobody => chip,
            About::Staff => chip.side(Side::Employee),
            About::Customers => chip.side(Side::Customer),
        }
    }
}

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    const ENTRIES: &[Entry] = &[
        Entry::new("person", About::Staff, &["self", "unit_manager", "hr", "admin"], Retention::WhileInUse),
        Entry::new("session", About::Staff, &["self"], Retention::Days(30, "ended_at")),
        Entry::new("unit_opening", About::Nobody, &["nobody"], Retention::With("unit")),
    ];
    const LONG: &[Entry] = &[Entry::new(
        "anticonstitutionnellement_chateauneuf_du_pape_en_gresivaudan",
        About::Customers,
        &[
            "adviser",
            "expert",
            "unit_manager",
            "deputy",
            "coach",
            "region_lead",
            "region_host",
            "cx_lead",
            "dpo",
        ],
        Retention::Days(395, "seen_at"),
    )];
    let show = |rooms: &[Room]| Show { w, parts: parts(w, rooms), chosen: Vec::new() };
    vec![
        Sample::of(
            "privacy/register",
            &show(&[("directory", ENTRIES), ("store", relais_store::SCHEMA.register)]),
        ),
        Sample::of("privacy/register one", &show(&[("directory", &ENTRIES[..1])])),
        Sample::of("privacy/register empty", &show(&[])),
        Sample::of("privacy/register long", &show(&[("anticonstitutionnellement", LONG)])),
    ]
}

#[cfg(test)]
mod tests {
    use relais_testkit::{
        TestApp,
        builders::{a_person, an_organisation},
    };

    use crate::{
        manifest,
        tests::{rooms, schemas},
    };

    #[tokio::test]
    async fn prv_01_everybody_who_works_here_reads_the_register() {
        let app = TestApp::new(vec![manifest(rooms(), schemas())]).await;
        let org = an_organisation(app.db()).await;
        let somebody =
            app.sign_in(relais_store::InOrg::org(&org), a_person(&org, "Inès", "Marchal").await).await;
        app.get(&somebody, "/privacy/register")
            .await
            .is(200)
            .holds("<code>audit_event</code>")
            .holds("Qui a changé quoi et quand")
            .holds("3 ans après l’acte")
            .lacks("⟦")
            .lacks("/privacy/audit");
        assert_eq!(app.get(&Default::default(), "/privacy/register").await.status.as_u16(), 303);
    }
}
