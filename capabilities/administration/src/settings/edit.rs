//! Changing one setting. Whoever saves over a value that somebody else changed meanwhile is told, and chooses again.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse as _, Response},
};
use relais_directory::settings;
use relais_kernel::Setting;
use relais_web::{
    Can, Cx, Failure, Go, Outcome, Page, Posted, Sample,
    components::{Button, Field, LinkButton},
};
use relais_words::{Fault, Faults, Words};
use serde::Deserialize;

use super::more;
use crate::EditSettings;

/// What was typed, and the value that stood there when the page was shown.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Form {
    value: String,
    seen: i64,
}

#[derive(Template)]
#[template(path = "settings/edit.html")]
struct Edit<'a> {
    w: &'a Words,
    csrf: String,
    setting: Setting,
    form: Form,
    faults: Faults,
}

pub(crate) async fn page(cx: Cx, _: Can<EditSettings>, Path(code): Path<String>) -> Outcome {
    let setting = named(&cx, &code)?;
    let seen = settings::value(&cx.db(), &setting).await?;
    shown(&cx, setting, Form { value: seen.to_string(), seen }, Faults::none())
}

pub(crate) async fn save(
    cx: Cx,
    _: Can<EditSettings>,
    Path(code): Path<String>,
    Posted(mut form): Posted<Form>,
) -> Outcome<Response> {
    let setting = named(&cx, &code)?;
    let tx = cx.db().begin().await?;
    let fault = match settings::read(&setting, &form.value) {
        Ok(value) => match settings::set(&tx, &setting, form.seen, value).await? {
            Ok(()) => {
                let detail = format!("{} {} {value}", setting.code, form.seen);
                cx.note(&tx, "administration.settings.set", "setting", None, &detail).await?;
                tx.commit().await?;
                return Ok(Go::to("/administration/settings").saying("settings-saved").answer());
            }
            Err(fault) => {
                // The sentence says what it is now: saving once more is saving over that.
                form.seen = settings::value(&tx, &setting).await?;
                fault
            }
        },
        Err(fault) => fault,
    };
    tx.rollback().await?;
    Ok(shown(&cx, setting, form, fault.into())?.refused().into_response())
}

fn named(cx: &Cx, code: &str) -> Outcome<Setting> {
    cx.site().choices().iter().find(|setting| setting.code == code).copied().ok_or(Failure::NotFound)
}

fn shown(cx: &Cx, setting: Setting, form: Form, faults: Faults) -> Outcome<Page> {
    let shell = cx.shell(cx.w.t(&setting.key())).back("/administration/settings", cx.w.t("settings-title"));
    cx.page(shell, &Edit { w: &cx.w, csrf: cx.csrf(), setting, form, faults })
}

impl Edit<'_> {
    fn title(&self) -> String {
        self.w.t(&self.setting.key()).to_string()
    }

    fn more(&self) -> String {
        more(self.w, &self.setting)
    }

    fn field(&self) -> Field {
        let usual = settings::counted(self.w, &self.setting, self.setting.default);
        let hint = self.w.t("settings-bounds").with("usual", usual);
        let hint = hint.with("least", self.setting.least).with("most", self.setting.most);
        let key = format!("settings-in-{}", self.setting.counted.code().replace('_', "-"));
        let label = self.w.t(&key).to_string();
        Field::number(self.w, "value", label)
            .value(&self.form.value)
            .error(self.faults.on("value", self.w))
            .hint(hint)
            .required()
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let edit = |value: &str, faults| Edit {
        w,
        csrf: String::new(),
        setting: relais_baton::NAMES_KEPT,
        form: Form { value: value.into(), seen: 30 },
        faults,
    };
    let changed = Faults::from(Fault::on("value", "setting-changed").with("value", 20));
    let wrong = settings::read(&relais_baton::NAMES_KEPT, "mille").err().map(Faults::from);
    vec![
        Sample::of("settings/edit", &edit("30", Faults::none())),
        Sample::of("settings/edit wrong", &edit("mille", wrong.unwrap_or_default())),
        Sample::of("settings/edit changed meanwhile", &edit("25", changed)),
    ]
}
