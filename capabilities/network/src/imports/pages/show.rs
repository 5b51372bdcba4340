//! One import: at work, or checked and waiting for a word. What is done has a page of its own.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse as _, Response},
};
use relais_kernel::ImportId;
use relais_web::{
    Can, Cx, Go, Outcome, Page, Sample,
    components::{Button, Chip, Choices, ConfirmDialog, Facts, Field, LinkButton, Notice, Progress, Tone},
};
use relais_words::Words;

use super::{
    column_name, done, found,
    groups::{Group, grouped},
    sample,
};
use crate::{
    Import,
    imports::{
        changes,
        columns::{self, Mapping, Options, field},
        findings::{self, Difference, LineFault},
        record::{FileKind, Record, State},
        sentences::refusal_sentence,
    },
};

/// Faults shown on the page; the file to download has more.
const FAULTS: i64 = 100;

#[derive(Template)]
#[template(path = "imports/progress.html")]
struct AtWork<'a> {
    w: &'a Words,
    import: Record,
    piece: Piece<'a>,
}

#[derive(Template)]
#[template(path = "imports/progress_piece.html")]
struct Piece<'a> {
    w: &'a Words,
    state: State,
    done: i64,
    all: i64,
}

#[derive(Template)]
#[template(path = "imports/checked.html")]
struct Checked<'a> {
    w: &'a Words,
    csrf: String,
    import: Record,
    faults: Vec<LineFault>,
    notices: Vec<LineFault>,
    mapping: Mapping,
    options: Options,
    busy: bool,
}

pub(crate) async fn page(cx: Cx, _: Can<Import>, Path(id): Path<ImportId>) -> Outcome<Response> {
    let import = found(&cx.db(), id).await?;
    shown(&cx, import, false).await
}

/// The page of an import, whatever its state; `busy` when another one of its kind is at work.
pub(super) async fn shown(cx: &Cx, import: Record, busy: bool) -> Outcome<Response> {
    let (db, id) = (cx.db(), import.id);
    let shell = cx.shell(&import.file_name).back("/imports", cx.w.t("imports-title"));
    Ok(match import.state {
        State::Uploaded => Go::to(format!("/imports/{id}/columns")).answer(),
        state if state.is_running() => {
            let piece = at_work(cx, &import).await?;
            cx.page(shell, &AtWork { w: &cx.w, import, piece })?.into_response()
        }
        State::Checked | State::Refused => {
            let faults = findings::first(&db, id, FAULTS).await?;
            let notices = findings::notices(&db, id, FAULTS).await?;
            let (mapping, options) = columns::load(&db, id).await?.unwrap_or_default();
            let (w, csrf) = (&cx.w, cx.csrf());
            let page =
                cx.page(shell, &Checked { w, csrf, import, faults, notices, mapping, options, busy })?;
            if busy { page.refused().into_response() } else { page.into_response() }
        }
        _ => done::shown(cx, shell, import, busy).await?,
    })
}

/// How far it is; once it is done, the way to the result, which the island follows.
pub(crate) async fn progress(cx: Cx, _: Can<Import>, Path(id): Path<ImportId>) -> Outcome<Response> {
    let import = found(&cx.db(), id).await?;
    if !import.state.is_running() {
        return Ok(Go::to(format!("/imports/{id}")).answer());
    }
    let piece = at_work(&cx, &import).await?;
    let page: Page = cx.piece(&piece)?;
    Ok(page.into_response())
}

async fn at_work<'a>(cx: &'a Cx, import: &Record) -> Outcome<Piece<'a>> {
    let (done, all) = match import.state {
        State::Undoing => changes::tally(&cx.db(), import.id).await?,
        _ => (import.cursor_row, import.row_count),
    };
    Ok(Piece { w: &cx.w, state: import.state, done, all })
}

impl Piece<'_> {
    fn bar(&self) -> Progress {
        let label = self.w.t(match self.state {
            State::Checking => "import-checking",
            State::Applying => "import-applying",
            _ => "import-undoing",
        });
        let positive = |n: i64| u64::try_from(n).unwrap_or(0);
        // A full bar would say that the work is done, and the page would stop asking: its last step is not over.
        let all = positive(self.all);
        Progress::new(self.w, label, positive(self.done).min(all.saturating_sub(1)), all)
    }
}

impl AtWork<'_> {
    fn step(&self) -> usize {
        if self.import.state == State::Checking { 2 } else { 3 }
    }
}

impl Checked<'_> {
    fn refused(&self) -> Option<String> {
        refusal_sentence(self.w, &self.import).filter(|_| self.import.state == State::Refused)
    }

    fn facts(&self) -> Facts {
        let (w, counts) = (self.w, self.import.counts());
        let facts = Facts::new()
            .fact(w.t("import-rows"), w.number(self.import.row_count))
            .fact(w.t("import-to-add"), w.number(counts.new))
            .fact(w.t("import-to-change"), w.number(counts.changed))
            .fact(w.t("import-same-ones"), w.number(counts.same));
        let facts = match self.options.complete {
            true => facts.fact(w.t("import-leavers"), w.number(counts.leavers)),
            false => facts,
        };
        facts.fact(w.t("import-faults"), w.number(counts.faults)).across()
    }

    fn nothing_to_do(&self) -> bool {
        !self.import.counts().any_change()
    }

    fn faulty(&self) -> bool {
        self.import.counts().faults > 0
    }

    /// Lines that would write something.
    fn good(&self) -> i64 {
        let counts = self.import.counts();
        counts.new + counts.changed + counts.leavers
    }

    /// What to do should a line become impossible meanwhile: all lines are good now.
    fn lines(&self) -> Choices {
        let w = self.w;
        Choices::one(w, "lines", w.t("import-how"))
            .required()
            .untold()
            .explained("all", w.t("import-all-lines"), w.t("import-all-lines-hint"))
            .explained("good", w.t("import-good-lines"), w.t("import-good-lines-hint"))
            .chosen("all")
    }

    fn more_differences(&self, shown: usize) -> bool {
        let counts = self.import.counts();
        counts.new + counts.changed + counts.leavers > i64::try_from(shown).unwrap_or(0)
    }

    fn groups(&self, faults: &[LineFault]) -> Vec<Group> {
        grouped(self.w, faults)
    }

    /// Why a file that was let go stands here again.
    fn asked_again(&self) -> Option<String> {
        refusal_sentence(self.w, &self.import).filter(|_| self.import.state == State::Checked)
    }

    /// The choices of this file's columns, with the regions that it names to be created: what checks it again.
    fn with_regions(&self) -> Option<Vec<(String, String)>> {
        let unknown = self.faults.iter().any(|fault| fault.message == "import-region-unknown");
        if !unknown || self.import.state != State::Checked {
            return None;
        }
        let places = self.mapping.columns.iter().map(|(code, place)| (field(code), place.index.to_string()));
        let more = [("sheet", self.mapping.sheet.as_str()), ("create_regions", "yes")];
        let more = more.map(|(name, value)| (name.to_owned(), value.to_owned()));
        Some(places.chain(more).collect())
    }

    fn differences(&self) -> Vec<Difference> {
        self.import.differences()
    }

    fn what(&self, difference: &Difference) -> Chip {
        let tone = match difference.what.as_str() {
            "new" | "returns" => Tone::Kept,
            "leaves" => Tone::Soon,
            _ => Tone::Plain,
        };
        Chip::new(self.w.t(&format!("import-what-{}", difference.what))).tone(tone)
    }

    fn named(&self, code: &str) -> String {
        column_name(self.w, code)
    }

    fn unshown(&self) -> i64 {
        self.import.counts().faults - i64::try_from(self.faults.len()).unwrap_or(0)
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let at_work = |state| AtWork {
        w,
        import: sample(FileKind::People, state),
        piece: Piece { w, state, done: 42, all: 120 },
    };
    let fault = |line, column: &str, message: &str, args: &[(&str, &str)]| LineFault {
        line,
        column: column.into(),
        message: message.into(),
        args: args.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
    };
    let faults = vec![
        fault(0, "", "import-leavers-unknown", &[]),
        fault(3, "Matricule", "import-duplicate", &[("line", "2")]),
        fault(7, "Fonction", "import-second-manager", &[("line", "4")]),
        fault(
            9,
            "Région",
            "import-region-unknown",
            &[("typed", "Île-de-France Sud-Ouest et Centre-Val de Loire")],
        ),
        fault(12, "", "import-ragged", &[("cells", "5"), ("width", "7")]),
        fault(15, "Nom", "import-cell-error", &[]),
    ];
    let differences = vec![
        Difference {
            line: 4,
            label: "E004".into(),
            name: "Anne-Charlotte-Bérengère de La Rochefoucauld-Montmorency".into(),
            what: "changed".into(),
            fields: vec![
                ("unit".into(), "EVR".into(), "VIT".into()),
                ("email".into(), String::new(), "anne-charlotte.rochefoucauld@clairlien.example".into()),
            ],
        },
        Difference {
            line: 8,
            label: "E008".into(),
            name: "Malik Benali".into(),
            what: "new".into(),
            fields: vec![],
        },
        Difference {
            line: 0,
            label: "E011".into(),
            name: "Paul Girard".into(),
            what: "leaves".into(),
            fields: vec![("left_day".into(), String::new(), "2026-11-20".into())],
        },
    ];
    let checked = |mut import: Record, faults: Vec<LineFault>, differences: &[Difference], busy| {
        import.fault_count = i64::try_from(faults.len()).unwrap_or(0);
        import.preview = serde_json::to_string(differences).unwrap_or_default();
        let options = Options { complete: import.kind == FileKind::People, ..Options::default() };
        let notices = match import.kind {
            FileKind::People => vec![fault(6, "Sortie", "import-noted-leaving", &[("day", "31/12/2026")])],
            FileKind::Units => vec![],
        };
        let mapping = Mapping::default();
        Checked { w, csrf: String::new(), import, faults, notices, mapping, options, busy }
    };
    let mut same = sample(FileKind::Units, State::Checked);
    (same.new_count, same.changed_count, same.leaver_count) = (0, 0, 0);
    let mut refused = sample(FileKind::People, State::Refused);
    let args = [("n", "31"), ("active", "120"), ("percent", "5")];
    refused.set_reason(
        "import-too-many-leavers",
        &args.map(|(name, value)| (name.to_owned(), value.to_owned())),
    );
    let people = || sample(FileKind::People, State::Checked);
    vec![
        Sample::of("imports/progress", &at_work(State::Checking)),
        Sample::of("imports/progress undoing", &at_work(State::Undoing)),
        Sample::of("imports/checked", &checked(people(), vec![], &differences, false)),
        Sample::of("imports/checked errors", &checked(people(), faults, &differences, true)),
        Sample::of("imports/checked nothing to do", &checked(same, vec![], &[], false)),
        Sample::of("imports/checked refused", &checked(refused, vec![], &[], false)),
    ]
}
