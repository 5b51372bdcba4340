//! One's own page as one's manager sees it (PRV-05): with their rights, read from the roles that they hold today.

use askama::Template;
use relais_directory::{assignments, grants};
use relais_kernel::Viewer;
use relais_web::{Cx, Outcome, Sample, components::EmptyState};
use relais_words::{Faults, Words};

use super::show;

#[derive(Template)]
#[template(path = "people/no_manager.html")]
struct NoManager<'a> {
    w: &'a Words,
}

pub(crate) async fn page(cx: Cx) -> Outcome {
    let (db, today, me) = (cx.db(), cx.today(), cx.viewer().person);
    let manager = match assignments::main_of(&db, me, today).await? {
        Some(main) => assignments::manager_of(&db, main.unit_id, today).await?,
        None => None,
    };
    match manager.filter(|manager| manager.person_id != me) {
        Some(manager) => {
            let grants = grants::held_today(&db, manager.person_id, today).await?;
            let viewer = Viewer { person: manager.person_id, grants, ..cx.viewer().clone() };
            show::drawn(&cx, &viewer, me, Faults::none()).await
        }
        None => {
            let shell = cx.shell(cx.w.t("person-seen-title"));
            cx.page(shell.back("/privacy/me", cx.w.t("person-seen-back")), &NoManager { w: &cx.w })
        }
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    vec![Sample::of("people/seen nobody", &NoManager { w })]
}
