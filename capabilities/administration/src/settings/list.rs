//! All settings, with the value that holds.

use askama::Template;
use relais_directory::settings;
use relais_kernel::Setting;
use relais_web::{
    Can, Cx, Outcome, Sample,
    components::{Chip, EmptyState, Tone},
};
use relais_words::Words;

use super::more;
use crate::ReadSettings;

#[derive(Template)]
#[template(path = "settings/list.html")]
struct List<'a> {
    w: &'a Words,
    settings: Vec<(Setting, i64)>,
}

pub(crate) async fn page(cx: Cx, _: Can<ReadSettings>) -> Outcome {
    let settings = settings::values(&cx.db(), cx.site().choices()).await?;
    let shell = cx.shell(cx.w.t("settings-title")).back("/administration", cx.w.t("administration-title"));
    cx.page(shell, &List { w: &cx.w, settings })
}

impl List<'_> {
    fn title(&self, setting: &Setting, value: &i64) -> String {
        settings::told(self.w, setting, *value)
    }

    fn more(&self, setting: &Setting) -> String {
        more(self.w, setting)
    }

    fn chosen(&self, setting: &Setting, value: &i64) -> Option<Chip> {
        let usual = settings::counted(self.w, setting, setting.default);
        let chosen = *value != setting.default;
        chosen.then(|| Chip::new(self.w.t("settings-usual").with("value", usual)).tone(Tone::Soon))
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let all = relais_baton::SETTINGS;
    let list = |value| List { w, settings: all.iter().map(|setting| (*setting, value)).collect() };
    vec![
        Sample::of("settings/list", &list(30)),
        Sample::of("settings/list chosen", &list(60)),
        Sample::of("settings/list empty", &List { w, settings: Vec::new() }),
    ]
}
