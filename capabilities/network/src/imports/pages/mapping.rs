//! Naming a file's columns: what was found in it, its first lines, and for each column wanted the one that it is.

use std::collections::BTreeMap;

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::{IntoResponse as _, Response},
};
use relais_directory::employers::EmployerKind;
use relais_kernel::ImportId;
use relais_sheets::{Encoding, Row, SheetError, column_name as letters};
use relais_web::{
    Can, Cx, Failure, Go, Outcome, Page, Posted, Sample,
    components::{Button, Facts, Field, LinkButton, Select, Toggle},
};
use relais_words::{Fault, Faults, Words};
use serde::Deserialize;

use super::{column_name, found, kind_name, sample};
use crate::{
    Import,
    imports::{
        columns::{self, Mapping, Options, Place, field},
        file, jobs,
        reading::{blocking, opened},
        record::{FileKind, Record, State},
        run,
        sentences::refusal_of,
    },
};

/// Lines shown so that people recognise their file.
const SHOWN: usize = 5;

/// What the address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    sheet: String,
}

/// What was chosen: fields by name, for their number depends on the kind.
pub(crate) type Form = BTreeMap<String, String>;

/// What a look into the file shows.
#[derive(Clone, Debug, Default)]
struct Look {
    header: Vec<String>,
    rows: Vec<Row>,
    encoding: Option<Encoding>,
    separator: Option<char>,
    sheets: Vec<String>,
    sheet: String,
}

#[derive(Template)]
#[template(path = "imports/mapping.html")]
struct Columns<'a> {
    w: &'a Words,
    csrf: String,
    import: Record,
    look: Look,
    mapping: Mapping,
    options: Options,
    faults: Faults,
}

pub(crate) async fn page(
    cx: Cx,
    _: Can<Import>,
    Path(id): Path<ImportId>,
    Query(asked): Query<Asked>,
) -> Outcome<Response> {
    let db = cx.db();
    let import = found(&db, id).await?;
    if !import.state.is_open() {
        return Ok(Go::to(format!("/imports/{id}")).answer());
    }
    let chosen = columns::load(&db, id).await?;
    let sheet = match &chosen {
        Some((mapping, _)) if asked.sheet.is_empty() => mapping.sheet.clone(),
        _ => asked.sheet,
    };
    let (look, error) = look(&cx, id, &sheet).await?;
    let (remembered, usual) = match chosen {
        Some((mapping, options)) => (Some(mapping), Some(options)),
        None => columns::remembered(&db, import.kind).await?.unzip(),
    };
    let mapping = Mapping::guessed(import.kind, &look.header, &look.sheet, remembered.as_ref());
    let faults = error.map(Faults::from).unwrap_or_default();
    Ok(shown(&cx, import, look, mapping, usual.unwrap_or_default(), faults)?.into_response())
}

pub(crate) async fn save(
    cx: Cx,
    _: Can<Import>,
    Path(id): Path<ImportId>,
    Posted(form): Posted<Form>,
) -> Outcome<Response> {
    let mut import = found(&cx.db(), id).await?;
    let text = |name: &str| form.get(name).map_or("", |value| value.trim());
    let (look, error) = look(&cx, id, text("sheet")).await?;
    let mut mapping = Mapping { sheet: look.sheet.clone(), columns: BTreeMap::new() };
    for column in columns::of(import.kind) {
        let index: Option<usize> = text(&field(column.code)).parse().ok();
        if let Some((index, name)) = index.and_then(|index| Some((index, look.header.get(index)?))) {
            mapping.columns.insert(column.code.to_owned(), Place { index, name: name.clone() });
        }
    }
    let mut faults = mapping.faults(import.kind);
    faults.0.extend(error);
    let complete = text("complete") == "yes";
    let most_leavers = match text("most_leavers") {
        "" => Options::default().most_leavers,
        typed => typed.parse().ok().filter(|share| *share <= 100).unwrap_or_else(|| {
            faults.add(Fault::on("most_leavers", "import-share-unreadable"));
            Options::default().most_leavers
        }),
    };
    let options = Options {
        complete,
        most_leavers,
        create_regions: text("create_regions") == "yes",
        new_employers: text("new_employers").parse().unwrap_or(EmployerKind::Own),
    };
    if !faults.is_empty() {
        return Ok(shown(&cx, import, look, mapping, options, faults)?.refused().into_response());
    }
    let tx = cx.db().begin().await?;
    if run::begin_check(&tx, &mut import, (&mapping, &options), cx.today()).await? {
        jobs::send(&tx, jobs::CHECK, id).await?;
        tx.commit().await?;
    }
    Ok(Go::to(format!("/imports/{id}")).answer())
}

/// Looks into the file: its header and first lines, or what it is instead.
async fn look(cx: &Cx, id: ImportId, sheet: &str) -> Result<(Look, Option<Fault>), Failure> {
    let file = file::load(&cx.db(), id).await?.ok_or(Failure::NotFound)?;
    let sheet = sheet.to_owned();
    let looked = blocking(move || {
        let mut open = opened(file, &sheet)?;
        let rows = open.sample(SHOWN);
        Ok::<_, SheetError>(Look {
            header: open.header().to_vec(),
            rows,
            encoding: open.encoding(),
            separator: open.separator(),
            sheets: open.sheet_names().to_vec(),
            sheet: open.sheet_name().unwrap_or_default().to_owned(),
        })
    })
    .await;
    Ok(match looked {
        Ok(look) => (look, None),
        Err(error) => {
            let (code, args) = refusal_of(&error);
            let fault =
                args.into_iter().fold(Fault::of_form(code), |fault, (name, value)| fault.with(name, value));
            (Look::default(), Some(fault))
        }
    })
}

fn shown(
    cx: &Cx,
    import: Record,
    look: Look,
    mapping: Mapping,
    options: Options,
    faults: Faults,
) -> Outcome<Page> {
    let shell = cx.shell(cx.w.t("import-columns")).back("/imports", cx.w.t("imports-title"));
    cx.page(shell, &Columns { w: &cx.w, csrf: cx.csrf(), import, look, mapping, options, faults })
}

impl Columns<'_> {
    fn facts(&self) -> Facts {
        let w = self.w;
        let encoding = self.look.encoding.map(|encoding| match encoding {
            Encoding::Utf8 | Encoding::Utf8Bom => "UTF-8",
            Encoding::Utf16Le | Encoding::Utf16Be => "UTF-16",
            Encoding::Windows1252 => "Windows-1252",
        });
        let separator = self.look.separator.map(|separator| match separator {
            ';' => w.t("import-separator-semicolon"),
            ',' => w.t("import-separator-comma"),
            '\t' => w.t("import-separator-tab"),
            _ => w.t("import-separator-bar"),
        });
        Facts::new()
            .fact(w.t("import-file"), &self.import.file_name)
            .fact(w.t("import-what"), kind_name(w, self.import.kind))
            .maybe(w.t("import-encoding"), encoding)
            .maybe(w.t("import-separator"), separator)
            .maybe(w.t("import-sheet"), Some(&self.look.sheet).filter(|sheet| !sheet.is_empty()))
            .across()
    }

    fn sheets(&self) -> Select {
        let names = self.look.sheets.iter().map(|name| (name, name));
        Select::new(self.w, "sheet", self.w.t("import-sheet")).options(names).value(&self.look.sheet).untold()
    }

    /// One select a column wanted, the required ones first.
    fn selects(&self, required: bool) -> Vec<Select> {
        let wanted = columns::of(self.import.kind).iter().filter(|column| column.required == required);
        let one = |column: &columns::Column| {
            let name = field(column.code);
            let index = self.mapping.columns.get(column.code).map(|place| place.index.to_string());
            let select = Select::new(self.w, &name, column_name(self.w, column.code))
                .option("", self.w.t("import-not-in-file"))
                .options(
                    self.look
                        .header
                        .iter()
                        .enumerate()
                        .map(|(index, name)| (index, told_column(index, name))),
                )
                .value(index.unwrap_or_default())
                .error(self.faults.on(&name, self.w));
            if column.required { select.required() } else { select.untold() }
        };
        wanted.map(one).collect()
    }

    fn employers(&self) -> Select {
        let kinds = EmployerKind::ALL.iter().map(|kind| {
            (kind.code(), self.w.t(&relais_directory::name_key("employer-kind", kind.code())).to_string())
        });
        Select::new(self.w, "new_employers", self.w.t("import-new-employers"))
            .options(kinds.collect::<Vec<_>>())
            .value(self.options.new_employers.code())
            .untold()
    }

    fn share(&self) -> Field {
        Field::number(self.w, "most_leavers", self.w.t("import-most-leavers"))
            .value(self.options.most_leavers)
            .range(0, 100)
            .hint(self.w.t("import-most-leavers-hint"))
            .error(self.faults.on("most_leavers", self.w))
    }

    fn is_people(&self) -> bool {
        self.import.kind == FileKind::People
    }
}

/// `B – Prénom`, as the spreadsheet shows it.
fn told_column(index: usize, name: &str) -> String {
    if name.is_empty() { letters(index) } else { format!("{} – {name}", letters(index)) }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let row = |line: u64, cells: &[&str]| Row {
        line,
        cells: cells.iter().map(|&cell| cell.to_owned()).collect(),
        ..Row::default()
    };
    let header = [
        "Matricule",
        "Prénom",
        "Nom",
        "Code unité",
        "Fonction",
        "",
        "Adresse électronique professionnelle principale",
    ];
    let look = Look {
        header: header.map(str::to_owned).to_vec(),
        rows: vec![
            row(2, &["E001", "Inès", "Marchal", "EVR", "Conseillère", "", "ines.marchal@clairlien.example"]),
            row(
                3,
                &[
                    "E002",
                    "Anne-Charlotte-Bérengère",
                    "de La Rochefoucauld-Montmorency",
                    "EVR",
                    "Responsable",
                    "",
                    "",
                ],
            ),
        ],
        encoding: Some(Encoding::Windows1252),
        separator: Some(';'),
        ..Look::default()
    };
    let book = Look {
        encoding: None,
        separator: None,
        sheets: vec!["Personnes".into(), "Anciens".into()],
        sheet: "Personnes".into(),
        ..look.clone()
    };
    let page = |kind, look: Look, faults| {
        let mapping = Mapping::guessed(kind, &look.header, &look.sheet, None);
        let import = sample(kind, State::Uploaded);
        Columns { w, csrf: String::new(), import, look, mapping, options: Options::default(), faults }
    };
    let missing = Mapping::default().faults(FileKind::Units);
    let broken = Fault::of_form("import-file-empty").into();
    vec![
        Sample::of("imports/mapping", &page(FileKind::People, look.clone(), Faults::none())),
        Sample::of("imports/mapping workbook", &page(FileKind::People, book, Faults::none())),
        Sample::of("imports/mapping errors", &page(FileKind::Units, look, missing)),
        Sample::of("imports/mapping empty", &page(FileKind::Units, Look::default(), broken)),
    ]
}
