//! Tables are plain markup in a capability's template; this sample is the pattern. Below 600 px rows become cards that
//! say each column by `data-label`; `keep` keeps a table a table, `compact` tightens it, `table-wrap` lets it scroll.

use askama::Template;

use super::{Chip, LONG, Sample, Tone, Whisker};

struct Row {
    theme: &'static str,
    voices: &'static str,
    share: Option<(Whisker, &'static str)>,
    done: Chip,
}

#[derive(Template)]
#[template(path = "components/table_sample.html")]
struct TableSample {
    rows: Vec<Row>,
}

super::piece!(TableSample);

pub(crate) fn samples() -> Vec<Sample> {
    let row = |theme, voices, share, done| Row { theme, voices, share, done };
    let whisker =
        |value: f64, words| Some((Whisker::new(value - 0.05, value, value + 0.06, words).inline(), words));
    let rows = vec![
        row(
            "Répéter son histoire",
            "211",
            whisker(0.17, "17 %"),
            Chip::new("décision en retard").tone(Tone::Late),
        ),
        row("Rappel promis", "164", whisker(0.65, "65 %"), Chip::new("pilote à Vitry")),
        row("Odeur à l’entrée", "7", None, Chip::new("fait le 12").tone(Tone::Kept)),
        row(LONG, "1 204", whisker(0.28, "28 %"), Chip::new(LONG)),
    ];
    vec![Sample::new("ordinary", &TableSample { rows })]
}
