//! An import that was written, taken back, or broken off: what it did, what stays, what can still be done.

use askama::Template;
use axum::response::{IntoResponse as _, Response};
use jiff::tz::TimeZone;
use relais_web::{
    Cx, Outcome, Sample,
    components::{Button, ConfirmDialog, Facts, Field, LinkButton, Notice},
    shell::Shell,
};
use relais_words::Words;

use super::{
    groups::{Group, grouped},
    sample,
};
use crate::imports::{
    changes::{self, Kept, Noun},
    findings::{self, LineFault},
    record::{FileKind, Record, State},
    sentences::refusal_sentence,
};

const SHOWN: i64 = 200;

#[derive(Template)]
#[template(path = "imports/done.html")]
struct Done<'a> {
    w: &'a Words,
    csrf: String,
    zone: &'a TimeZone,
    import: Record,
    kept: Vec<Kept>,
    faults: Vec<LineFault>,
    notices: Vec<LineFault>,
    busy: bool,
    may_undo: bool,
}

pub(super) async fn shown(cx: &Cx, shell: Shell, import: Record, busy: bool) -> Outcome<Response> {
    let db = cx.db();
    let kept = match import.refused_count {
        0 => Vec::new(),
        _ => changes::refused(&db, import.id, SHOWN).await?,
    };
    let faults = findings::first(&db, import.id, SHOWN).await?;
    let notices = findings::notices(&db, import.id, SHOWN).await?;
    let zone = &cx.organisation().zone;
    let page = cx.page(
        shell,
        &Done {
            w: &cx.w,
            csrf: cx.csrf(),
            zone,
            may_undo: import.may_be_undone(cx.now()),
            import,
            kept,
            faults,
            notices,
            busy,
        },
    )?;
    Ok(if busy { page.refused().into_response() } else { page.into_response() })
}

impl Done<'_> {
    fn title(&self) -> String {
        let key = match self.import.state {
            State::Applied => "import-done",
            State::Undone => "import-undone",
            _ => "import-broken-off",
        };
        self.w.t(key).to_string()
    }

    fn facts(&self) -> Facts {
        let (w, counts) = (self.w, self.import.counts());
        let mut facts = Facts::new()
            .fact(w.t("import-new-ones"), w.number(counts.new))
            .fact(w.t("import-changed-ones"), w.number(counts.changed))
            .fact(w.t("import-same-ones"), w.number(counts.same));
        if counts.leavers > 0 {
            facts = facts.fact(w.t("import-leavers"), w.number(counts.leavers));
        }
        facts
            .maybe(w.t("import-applied-at"), self.import.applied_at.map(|at| w.moment(&at, self.zone)))
            .maybe(w.t("import-undone-at"), self.import.undone_at.map(|at| w.moment(&at, self.zone)))
            .across()
    }

    fn reason(&self) -> Option<String> {
        refusal_sentence(self.w, &self.import)
    }

    fn why(&self, kept: &Kept) -> String {
        self.w.t(&format!("import-kept-{}", kept.reason)).to_string()
    }

    fn href(&self, kept: &Kept) -> Option<String> {
        match kept.noun {
            Noun::Unit => Some(format!("/units/{}", kept.row_id)),
            Noun::Person => Some(format!("/people/{}", kept.row_id)),
            Noun::Region => Some(format!("/regions/{}", kept.row_id)),
            Noun::Employer => None,
        }
    }

    fn groups(&self, faults: &[LineFault]) -> Vec<Group> {
        grouped(self.w, faults)
    }

    fn is_units(&self) -> bool {
        self.import.kind == FileKind::Units
    }

    /// To what the file brought.
    fn onwards(&self) -> LinkButton {
        let (w, counts) = (self.w, self.import.counts());
        match self.import.kind {
            FileKind::Units => {
                let n = counts.new + counts.changed + counts.same;
                LinkButton::primary("/units", w.t("import-see-units").with("n", n)).icon("store")
            }
            FileKind::People => LinkButton::primary("/people", w.t("import-see-people")).icon("users-round"),
        }
    }

    fn corrected(&self) -> LinkButton {
        let href = format!("/imports/new?kind={}", self.import.kind);
        LinkButton::plain(href, self.w.t("import-corrected-file")).icon("file-up")
    }

    fn undo(&self) -> ConfirmDialog {
        let w = self.w;
        let action = format!("/imports/{}/undo", self.import.id);
        ConfirmDialog::new(
            w,
            w.t("import-undo"),
            w.t("import-undo-question"),
            action,
            w.t("import-undo-yes"),
            &self.csrf,
        )
        .explained(w.t("import-undo-explained"))
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let utc = TimeZone::UTC;
    let done = |import, kept, faults| Done {
        w,
        csrf: String::new(),
        zone: &utc,
        import,
        kept,
        faults,
        notices: vec![],
        busy: false,
        may_undo: true,
    };
    let kept = |noun, line, label: &str, reason: &str| Kept {
        noun,
        row_id: relais_kernel::Clock::system().id(),
        line,
        label: label.into(),
        reason: reason.into(),
    };
    let mut undone = sample(FileKind::People, State::Undone);
    undone.refused_count = 3;
    undone.undone_at = undone.applied_at;
    let stays = vec![
        kept(Noun::Person, 4, "E004", "touched"),
        kept(Noun::Unit, 12, "CHATEAUNEUF-DU-PAPE-EN-GRESIVAUDAN-CENTRE", "referred"),
        kept(Noun::Employer, 13, "Intérim 91", "referred"),
        kept(Noun::Person, 0, "E011", "rule"),
    ];
    let mut meanwhile = sample(FileKind::People, State::Undone);
    meanwhile.set_reason("import-fault-meanwhile", &[]);
    let mut failed = sample(FileKind::Units, State::Failed);
    failed.set_reason("import-broken", &[]);
    let fault = LineFault {
        line: 7,
        column: "Matricule".into(),
        message: "import-line-changed".into(),
        args: vec![],
    };
    vec![
        Sample::of("imports/done", &done(sample(FileKind::People, State::Applied), vec![], vec![])),
        Sample::of(
            "imports/done good lines",
            &done(sample(FileKind::Units, State::Applied), vec![], vec![fault.clone()]),
        ),
        Sample::of("imports/done undone", &done(undone, stays, vec![])),
        Sample::of("imports/done taken back", &done(meanwhile, vec![], vec![fault])),
        Sample::of("imports/done failed", &done(failed, vec![], vec![])),
    ]
}
