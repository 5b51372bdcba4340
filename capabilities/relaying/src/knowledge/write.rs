//! Writing an entry: from an answered question, afresh, or anew.

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::{IntoResponse as _, Response},
};
use relais_baton::actor;
use relais_web::{
    Can, Cx, Failure, Go, Outcome, Page, Posted, Sample,
    components::{Button, Choices, Field, LinkButton},
};
use relais_words::{Fault, Faults, Words};
use uuid::Uuid;

use super::{
    checks::{EntryInput, Event, LONGEST_ANSWER, LONGEST_TITLE, LONGEST_WORDS},
    keep::kept_by,
    similar::{self, answered, is_of},
    store::{self, Origin},
};
use crate::{
    ReadKnowledge,
    groups::store::{self as groups, Theme},
    settings::ENTRY_LASTS,
};

#[derive(Template)]
#[template(path = "knowledge/write.html")]
struct Write<'a> {
    w: &'a Words,
    csrf: String,
    form: EntryInput,
    faults: Faults,
    themes: Vec<Theme>,
    /// The entry that is changed.
    of: Option<Uuid>,
}

/// A new one: what is already known of it stands in the form.
pub(crate) async fn page(
    cx: Cx,
    _: Can<ReadKnowledge>,
    Query(asked): Query<EntryInput>,
) -> Outcome<Response> {
    let (db, today) = (cx.db(), cx.today());
    let me = actor(&db, cx.viewer().person, today).await?;
    let lasts = relais_directory::settings::count(&db, &ENTRY_LASTS).await?;
    let expires = today.plus(i32::try_from(lasts).unwrap_or(182)).to_string();
    let mut form = EntryInput { expires, ..EntryInput::default() };
    if let Ok(question) = asked.question.parse::<Uuid>() {
        let known = answered(&db, &[question], today).await?.pop().ok_or(Failure::NotFound)?;
        if !is_of(known.team_id, &me) {
            return Err(Failure::NotFound);
        }
        if let Some(entry) = store::of_question(&db, question).await? {
            return Ok(Go::to(format!("/knowledge/{entry}")).answer());
        }
        form.title = title(&known.text);
        form.words = known.text;
        form.answer = similar::without_numbers(&cx.w, &known.answer);
        form.theme = known.theme_id.to_string();
        form.question = question.to_string();
    }
    Ok(shown(&cx, form, Faults::none(), None).await?.into_response())
}

/// The beginning of a question, to a whole word, as a first title.
fn title(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default().trim();
    let Some((end, _)) = line.char_indices().nth(LONGEST_TITLE) else { return line.to_owned() };
    let begun = line.get(..end).unwrap_or_default();
    begun.rfind(char::is_whitespace).and_then(|space| begun.get(..space)).unwrap_or(begun).to_owned()
}

pub(crate) async fn save(
    cx: Cx,
    _: Can<ReadKnowledge>,
    Posted(form): Posted<EntryInput>,
) -> Outcome<Response> {
    let today = cx.today();
    let tx = cx.db().begin().await?;
    let by = actor(&tx, cx.viewer().person, today).await?;
    let key = form.key.parse().ok();
    relais_directory::hold(&tx, "person", &[by.person.0]).await?;
    if let Some(known) = store::written_before(&tx, key).await? {
        tx.rollback().await?;
        return Ok(Go::to(format!("/knowledge/{known}")).saying("knowledge-written").answer());
    }
    let themes = themes_of(&tx, &by).await?;
    if themes.is_empty() {
        return Err(Failure::NotFound);
    }
    let question = form.question.parse::<Uuid>().ok();
    if let Some(question) = question {
        let known = answered(&tx, &[question], today).await?.pop().ok_or(Failure::NotFound)?;
        if !is_of(known.team_id, &by) {
            return Err(Failure::NotFound);
        }
        if let Some(entry) = store::of_question(&tx, question).await? {
            tx.rollback().await?;
            return Ok(Go::to(format!("/knowledge/{entry}")).saying("knowledge-made-already").answer());
        }
    }
    match checked(&form, &themes, today) {
        Ok((theme, said, expires)) => {
            let origin = Origin { event: Event::Written, question, key };
            let id = store::write(&tx, theme, &said, (Some(expires), today), origin).await?;
            tx.commit().await?;
            Ok(Go::to(format!("/knowledge/{id}")).saying("knowledge-written").answer())
        }
        Err(faults) => {
            tx.rollback().await?;
            Ok(shown(&cx, form, faults, None).await?.refused().into_response())
        }
    }
}

/// The form with what an entry says now.
pub(crate) async fn edit(cx: Cx, _: Can<ReadKnowledge>, Path(id): Path<Uuid>) -> Outcome {
    let (db, today) = (cx.db(), cx.today());
    let me = actor(&db, cx.viewer().person, today).await?;
    let entry = store::read(&db, id, &me).await?.filter(|entry| is_of(entry.team_id, &me));
    let entry = entry.ok_or(Failure::NotFound)?;
    let lasts = relais_directory::settings::count(&db, &ENTRY_LASTS).await?;
    let form = EntryInput {
        title: entry.title,
        words: entry.words,
        answer: entry.answer,
        theme: entry.theme_id.to_string(),
        expires: today.plus(i32::try_from(lasts).unwrap_or(182)).to_string(),
        of_version: entry.version.to_string(),
        ..EntryInput::default()
    };
    shown(&cx, form, Faults::none(), Some(id)).await
}

pub(crate) async fn change(
    cx: Cx,
    _: Can<ReadKnowledge>,
    Path(id): Path<Uuid>,
    Posted(mut form): Posted<EntryInput>,
) -> Outcome<Response> {
    let today = cx.today();
    let tx = cx.db().begin().await?;
    let (entry, by) = kept_by(&cx, &tx, id).await?;
    let mut themes = themes_of(&tx, &by).await?;
    themes.retain(|theme| theme.group_id == entry.group_id);
    let faults = if form.of_version == entry.version.to_string() {
        match checked(&form, &themes, today) {
            Ok((theme, said, expires)) => {
                match store::change(&tx, &by, &entry, (theme, &said), (expires, today)).await? {
                    Ok(()) => {
                        tx.commit().await?;
                        return Ok(Go::to(format!("/knowledge/{id}")).saying("knowledge-changed").answer());
                    }
                    Err(fault) => fault.into(),
                }
            }
            Err(faults) => faults,
        }
    } else {
        // What a colleague wrote meanwhile is read before it is replaced.
        form.of_version = entry.version.to_string();
        Fault::of_form("knowledge-changed-meanwhile").into()
    };
    tx.rollback().await?;
    Ok(shown(&cx, form, faults, Some(id)).await?.refused().into_response())
}

fn checked<'t>(
    form: &EntryInput,
    themes: &'t [Theme],
    today: relais_kernel::Day,
) -> Result<(&'t Theme, super::checks::Said, relais_kernel::Day), Faults> {
    let (said, expires) = form.check(today)?;
    let theme = themes.iter().find(|theme| theme.id.to_string() == form.theme);
    let theme = theme.ok_or_else(|| Fault::on("theme", "question-no-theme"))?;
    Ok((theme, said, expires))
}

/// What somebody may write about: the themes of their groups.
pub(super) async fn themes_of(
    on: &impl relais_store::InOrg,
    by: &relais_baton::Actor,
) -> relais_store::Result<Vec<Theme>> {
    let mut themes = groups::themes(on).await?;
    themes.retain(|theme| by.teams.contains(&theme.team_id));
    Ok(themes)
}

async fn shown(cx: &Cx, mut form: EntryInput, faults: Faults, of: Option<Uuid>) -> Outcome<Page> {
    let db = cx.db();
    let me = actor(&db, cx.viewer().person, cx.today()).await?;
    let mut themes = themes_of(&db, &me).await?;
    if let Some(of) = of {
        let entry = store::read(&db, of, &me).await?.ok_or(Failure::NotFound)?;
        themes.retain(|theme| theme.group_id == entry.group_id);
    }
    if themes.is_empty() {
        return Err(Failure::NotFound);
    }
    if form.key.parse::<Uuid>().is_err() {
        form.key = db.clock().id::<Uuid>().to_string();
    }
    let title = if of.is_some() { cx.w.t("knowledge-edit") } else { cx.w.t("knowledge-write") };
    let shell = cx.shell(title).back("/knowledge", cx.w.t("knowledge-title"));
    cx.page(shell, &Write { w: &cx.w, csrf: cx.csrf(), form, faults, themes, of })
}

impl Write<'_> {
    fn action(&self) -> String {
        self.of.map_or_else(|| "/knowledge/new".to_owned(), |id| format!("/knowledge/{id}/edit"))
    }

    fn back(&self) -> String {
        self.of.map_or_else(|| "/knowledge".to_owned(), |id| format!("/knowledge/{id}"))
    }

    fn choices(&self) -> Choices {
        let first = self.themes.first().map(|theme| theme.group_id);
        let many = self.themes.iter().any(|theme| Some(theme.group_id) != first);
        let empty = Choices::one(self.w, "theme", self.w.t("knowledge-theme")).across().required();
        let all = self.themes.iter().fold(empty.error(self.faults.on("theme", self.w)), |all, theme| {
            let name =
                if many { format!("{} · {}", theme.group_name, theme.name) } else { theme.name.clone() };
            all.choice(theme.id, name)
        });
        if self.form.theme.is_empty() { all } else { all.chosen(&self.form.theme) }
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let theme = |n: u128, name: &str, group: &str| Theme {
        id: Uuid::from_u128(n),
        name: name.into(),
        group_id: Uuid::from_u128(n / 10),
        group_name: group.into(),
        team_id: relais_kernel::TeamId(Uuid::nil()),
    };
    let write = |form: EntryInput, faults, of, two| Write {
        w,
        csrf: String::new(),
        form,
        faults,
        themes: [
            vec![
                theme(1, "Internet", "Experts 91-94"),
                theme(2, "Anticonstitutionnellement", "Experts 91-94"),
            ],
            if two { vec![theme(12, "Contrat", "Facture")] } else { vec![] },
        ]
        .concat(),
        of,
    };
    let typed = EntryInput {
        title: "Voyant orange".into(),
        words: "Le voyant clignote orange.".into(),
        answer: "1. Débrancher.".into(),
        theme: Uuid::from_u128(1).to_string(),
        expires: "2027-05-22".into(),
        ..EntryInput::default()
    };
    let today = relais_kernel::Day::from_date(jiff::civil::date(2026, 11, 22));
    let faults = EntryInput::default().check(today).err().unwrap_or_default();
    let meanwhile: Faults = Fault::of_form("knowledge-changed-meanwhile").into();
    vec![
        Sample::of("knowledge/write", &write(typed.clone(), Faults::none(), None, false)),
        Sample::of("knowledge/write refused", &write(EntryInput::default(), faults, None, true)),
        Sample::of("knowledge/write anew", &write(typed, meanwhile, Some(Uuid::nil()), false)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_title_is_the_beginning_of_the_question() {
        assert_eq!(title(" Le voyant clignote. \nDepuis hier."), "Le voyant clignote.");
        let long = title(&"voyant ".repeat(40));
        assert!(long.ends_with("voyant") && long.chars().count() <= LONGEST_TITLE);
        assert_eq!(title(&"é".repeat(200)).chars().count(), LONGEST_TITLE);
    }
}
