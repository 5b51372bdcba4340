//! The latest imports, and how to begin.

use askama::Template;
use jiff::tz::TimeZone;
use relais_web::{
    Can, Cx, Outcome, Sample,
    components::{Chip, EmptyState, LinkButton, Tone},
};
use relais_words::Words;

use super::{sample, state_name};
use crate::{
    Import,
    imports::record::{self, FileKind, Record, State},
};

const SHOWN: i64 = 50;

#[derive(Template)]
#[template(path = "imports/list.html")]
struct List<'a> {
    w: &'a Words,
    zone: &'a TimeZone,
    imports: Vec<Record>,
}

pub(crate) async fn page(cx: Cx, _: Can<Import>) -> Outcome {
    let imports = record::latest(&cx.db(), SHOWN).await?;
    cx.page(cx.shell(cx.w.t("imports-title")), &List { w: &cx.w, zone: &cx.organisation().zone, imports })
}

impl List<'_> {
    fn chip(&self, import: &Record) -> Chip {
        let (state, counts) = (import.state, import.counts());
        if state == State::Checked && counts.faults > 0 && !counts.any_change() {
            return Chip::new(self.w.t("import-state-to-correct")).tone(Tone::Late);
        }
        let tone = match state {
            State::Applied => Tone::Kept,
            State::Refused | State::Failed => Tone::Late,
            State::Checked | State::Uploaded => Tone::Soon,
            _ => Tone::Plain,
        };
        Chip::new(state_name(self.w, state)).tone(tone)
    }

    /// What it did, or found.
    fn told(&self, import: &Record) -> String {
        let counts = import.counts();
        match import.state {
            State::Checked | State::Applied | State::Undone => [
                ("import-n-new", counts.new),
                ("import-n-changed", counts.changed),
                ("import-n-leavers", counts.leavers),
                ("import-n-faults", counts.faults),
            ]
            .into_iter()
            .filter(|(_, n)| *n > 0)
            .map(|(key, n)| self.w.t(key).with("n", n).to_string())
            .collect::<Vec<_>>()
            .join(" · "),
            _ => String::new(),
        }
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let utc = TimeZone::UTC;
    let list = |imports| List { w, zone: &utc, imports };
    let mut long = sample(FileKind::Units, State::Refused);
    long.file_name =
        "export_complet_du_referentiel_des_points_de_vente_toutes_regions_confondues_v12_final.xlsx".into();
    let mut faulty = sample(FileKind::Units, State::Checked);
    (faulty.new_count, faulty.changed_count, faulty.leaver_count) = (0, 0, 0);
    let all = State::ALL.iter().map(|state| sample(FileKind::People, *state)).chain([long, faulty]).collect();
    vec![
        Sample::of("imports/list", &list(all)),
        Sample::of("imports/list one", &list(vec![sample(FileKind::Units, State::Applied)])),
        Sample::of("imports/list empty", &list(vec![])),
    ]
}
