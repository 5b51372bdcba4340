//! Bringing an existing list of questions and answers: first what would be made, what is refused on which line and why, what
//! is there already; then all of it at once. By those who host the group, and by head office.

mod reading;

use std::{collections::BTreeSet, io::Read as _};

use askama::Template;
use axum::response::{IntoResponse as _, Response};
use relais_baton::actor;
use relais_kernel::fold;
use relais_store::{InOrg, Result, sql};
use relais_web::{
    Can, Cx, Failure, Go, Outcome, Page, Sample, Upload,
    components::{Button, Choices, Field, LinkButton},
};
use relais_words::{Fault, Faults, Words};
use uuid::Uuid;

use self::reading::{Item, MOST_BYTES, MOST_ITEMS};
use super::{
    checks::{Event, Said, said},
    similar::is_of,
    store::{self, Origin},
};
use crate::{
    EditGroups, ReadKnowledge,
    groups::store::{self as groups, Theme},
    settings::ENTRY_LASTS,
};

/// What becomes of a question of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Fate {
    /// It becomes an entry.
    Made(Said),
    /// The group has an entry of that title, or the file has it twice.
    Known,
    /// What is wrong with it.
    Refused(Faults),
}

/// A question of the file, and what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    line: u64,
    title: String,
    fate: Fate,
}

/// What becomes of each question of a file, where entries of these titles are there already.
fn looked_at(items: &[Item], known: &[String]) -> Vec<Line> {
    let mut titles: BTreeSet<String> = known.iter().map(|title| fold(title)).collect();
    let one = |item: &Item| {
        let fate = match said(&item.title, "", &item.answer) {
            Ok(said) if titles.insert(fold(&said.title)) => Fate::Made(said),
            Ok(_) => Fate::Known,
            Err(faults) => Fate::Refused(faults),
        };
        Line { line: item.line, title: item.title.clone(), fate }
    };
    items.iter().map(one).collect()
}

#[derive(Template)]
#[template(path = "knowledge/import.html")]
struct Import<'a> {
    w: &'a Words,
    csrf: String,
    themes: Vec<Theme>,
    theme: String,
    faults: Faults,
    /// What was read of the file, as it goes back and forth with the form: nothing is kept here before it is made.
    kept: String,
    lines: Vec<Line>,
    /// Whether what is made is validated by whoever brings it, who is of the group.
    validates: bool,
}

pub(crate) async fn page(cx: Cx, _: Can<ReadKnowledge>) -> Outcome {
    shown(&cx, String::new(), Faults::none(), Vec::new()).await
}

pub(crate) async fn save(cx: Cx, _: Can<ReadKnowledge>, upload: Upload) -> Outcome<Response> {
    let theme = upload.field("theme").to_owned();
    let kept = upload.field("kept").to_owned();
    let makes = upload.field("act") == "make";
    let (items, wrong) = match read(upload, &kept) {
        Ok(items) => (items, Faults::none()),
        Err(fault) => (Vec::new(), fault.into()),
    };
    let themes = themes_of(&cx).await?;
    let chosen = themes.iter().find(|known| known.id.to_string() == theme);
    let mut faults = wrong;
    if chosen.is_none() {
        faults.add(Fault::on("theme", "question-no-theme"));
    }
    let (Some(chosen), true, true) = (chosen, faults.is_empty(), makes) else {
        let refused = !faults.is_empty();
        let page = shown(&cx, theme, faults, items).await?;
        return Ok(if refused { page.refused() } else { page }.into_response());
    };
    let today = cx.today();
    let tx = cx.db().begin().await?;
    let by = actor(&tx, cx.viewer().person, today).await?;
    // Of two who bring the same file at once, the second finds what the first made.
    sql("update expert_group set name = name where org_id = $1 and id = $2")
        .bind(tx.org())
        .bind(chosen.group_id)
        .run(&tx)
        .await?;
    let lasts = relais_directory::settings::count(&tx, &ENTRY_LASTS).await?;
    let expires = today.plus(i32::try_from(lasts).unwrap_or(182));
    let expires = is_of(chosen.team_id, &by).then_some(expires);
    let mut made = 0_i64;
    for line in looked_at(&items, &titles(&tx, chosen.group_id).await?) {
        if let Fate::Made(said) = line.fate {
            let origin = Origin { event: Event::Imported, question: None, key: None };
            store::write(&tx, chosen, &said, (expires, today), origin).await?;
            made += 1;
        }
    }
    cx.note(&tx, "relaying.knowledge.import", "expert_group", chosen.group_id, &made.to_string()).await?;
    tx.commit().await?;
    let said = if expires.is_some() { "knowledge-imported" } else { "knowledge-imported-proposed" };
    let to = format!("/knowledge?group={}", chosen.group_id);
    Ok(Go::to(to).saying_with(said, [("n", made.to_string().as_str())]).answer())
}

/// What a file holds, or what was read of it before.
fn read(upload: Upload, kept: &str) -> std::result::Result<Vec<Item>, Fault> {
    let too_large = || Fault::on("file", "knowledge-import-too-large").with("n", MOST_BYTES / 1024);
    if upload.too_large {
        return Err(too_large());
    }
    let Some(mut file) = upload.file else {
        let items: Vec<Item> = serde_json::from_str(kept).unwrap_or_default();
        let few = (1..=MOST_ITEMS).contains(&items.len());
        return if few { Ok(items) } else { Err(Fault::on("file", "knowledge-import-no-file")) };
    };
    if file.length > MOST_BYTES {
        return Err(too_large());
    }
    let mut bytes = Vec::new();
    let unreadable = |_| Fault::on("file", "knowledge-import-unreadable");
    std::io::Seek::rewind(&mut file.content).map_err(unreadable)?;
    file.content.read_to_end(&mut bytes).map_err(unreadable)?;
    reading::items(&file.name, bytes)
}

/// The titles of a group's entries.
async fn titles(on: &impl InOrg, group: Uuid) -> Result<Vec<String>> {
    sql("select title from knowledge_entry where org_id = $1 and group_id = $2 and state <> 'withdrawn'")
        .bind(on.org())
        .bind(group)
        .values(on)
        .await
}

/// The themes that somebody brings entries for: those of the groups they host, and all for head office. Whoever has none
/// finds no such page.
async fn themes_of(cx: &Cx) -> Outcome<Vec<Theme>> {
    let db = cx.db();
    let mut themes = groups::themes(&db).await?;
    if !cx.viewer().may::<EditGroups>() {
        let hosted = store::hosted(&db, cx.viewer().person).await?;
        themes.retain(|theme| hosted.contains(&theme.group_id));
        if themes.is_empty() {
            return Err(Failure::NotFound);
        }
    }
    Ok(themes)
}

async fn shown(cx: &Cx, theme: String, faults: Faults, items: Vec<Item>) -> Outcome<Page> {
    let (db, themes) = (cx.db(), themes_of(cx).await?);
    let me = actor(&db, cx.viewer().person, cx.today()).await?;
    let chosen = themes.iter().find(|known| known.id.to_string() == theme);
    let (lines, validates) = match chosen {
        Some(chosen) if !items.is_empty() => {
            (looked_at(&items, &titles(&db, chosen.group_id).await?), is_of(chosen.team_id, &me))
        }
        _ => (Vec::new(), false),
    };
    let kept =
        if items.is_empty() { String::new() } else { serde_json::to_string(&items).unwrap_or_default() };
    let shell = cx.shell(cx.w.t("knowledge-import")).back("/knowledge", cx.w.t("knowledge-title"));
    cx.page(shell, &Import { w: &cx.w, csrf: cx.csrf(), themes, theme, faults, kept, lines, validates })
}

impl Import<'_> {
    fn choices(&self) -> Choices {
        let empty = Choices::one(self.w, "theme", self.w.t("knowledge-theme")).across().required();
        let all = self.themes.iter().fold(empty.error(self.faults.on("theme", self.w)), |all, theme| {
            all.choice(theme.id, format!("{} · {}", theme.group_name, theme.name))
        });
        if self.theme.is_empty() { all } else { all.chosen(&self.theme) }
    }

    fn made(&self) -> Vec<&Line> {
        self.lines.iter().filter(|line| matches!(line.fate, Fate::Made(_))).collect()
    }

    fn known(&self) -> Vec<&Line> {
        self.lines.iter().filter(|line| line.fate == Fate::Known).collect()
    }

    /// What is refused: its line, its title and why.
    fn refused(&self) -> Vec<(u64, &str, String)> {
        let one = |line: &'_ Line| match &line.fate {
            Fate::Refused(faults) => {
                let field = |fault: &Fault| match &*fault.field {
                    "title" => self.w.t("knowledge-entry-title").to_string(),
                    _ => self.w.t("knowledge-answer").to_string(),
                };
                let why = faults.0.iter().map(|fault| format!("{} : {}", field(fault), fault.say(self.w)));
                Some(why.collect::<Vec<_>>().join(" "))
            }
            _ => None,
        };
        self.lines.iter().filter_map(|line| Some((line.line, line.title.as_str(), one(line)?))).collect()
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let theme = Theme {
        id: Uuid::nil(),
        name: "Internet".into(),
        group_id: Uuid::nil(),
        group_name: "Experts 91-94".into(),
        team_id: relais_kernel::TeamId(Uuid::nil()),
    };
    let item = |line, title: &str, answer: &str| Item { line, title: title.into(), answer: answer.into() };
    let items = [
        item(2, "Voyant orange", "1. Débrancher."),
        item(3, "voyant  ORANGE", "Attendre."),
        item(4, &"Anticonstitutionnellement".repeat(6), ""),
    ];
    let import = |items: &[Item], faults, validates| Import {
        w,
        csrf: String::new(),
        themes: vec![theme.clone()],
        theme: Uuid::nil().to_string(),
        faults,
        kept: "[]".into(),
        lines: looked_at(items, &[]),
        validates,
    };
    let wrong: Faults = Fault::on("file", "knowledge-import-columns").into();
    vec![
        Sample::of("knowledge/import", &import(&[], Faults::none(), false)),
        Sample::of("knowledge/import refused", &import(&[], wrong, false)),
        Sample::of("knowledge/import looked at", &import(&items, Faults::none(), true)),
        Sample::of("knowledge/import nothing to make", &import(&items[2..], Faults::none(), false)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exp_07_what_is_there_already_and_what_is_wrong_is_told_line_by_line() {
        let item =
            |line, title: &str, answer: &str| Item { line, title: title.into(), answer: answer.into() };
        let items = [
            item(2, "Voyant orange", "Attendre."),
            item(3, "VOYANT  orange", "Autre."),
            item(4, "Écran noir", "Oui."),
            item(5, "", ""),
        ];
        let lines = looked_at(&items, &["ecran noir".to_owned()]);
        assert!(matches!(&lines[0].fate, Fate::Made(said) if said.answer == "Attendre."));
        assert_eq!((&lines[1].fate, &lines[2].fate), (&Fate::Known, &Fate::Known));
        assert!(matches!(&lines[3].fate, Fate::Refused(faults) if faults.0.len() == 2) && lines[3].line == 5);
    }
}
