//! The list of people as a file for a spreadsheet: same reach, same filters, formulas made harmless.

use askama::Template;
use axum::{
    extract::Query,
    http::{HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use relais_directory::people::{self, Line};
use relais_kernel::Locale;
use relais_sheets::{Cell, CsvWriter, Separator, SheetError, XlsxWriter};
use relais_store::Cut;
use relais_web::{
    Can, Cx, Failure, Outcome, Sample,
    components::{LinkButton, Notice},
};
use relais_words::Words;
use serde::Deserialize;

use super::{function_name, list::Asked};
use crate::ReadFiles;

/// Rows read at once.
const CHUNK: usize = 2000;
/// Twice the load that NET-05 asks for. A file holds all or is not made: a list cut short would be believed.
const MOST: i64 = 200_000;

/// Which kind of file.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Kind {
    format: String,
}

/// The files on offer.
#[derive(Template)]
#[template(path = "people/export.html")]
struct Export<'a> {
    w: &'a Words,
    asked: &'a Asked,
    total: i64,
}

impl Export<'_> {
    fn fits(&self) -> bool {
        self.total <= MOST
    }
}

pub(crate) async fn file(
    cx: Cx,
    can: Can<ReadFiles>,
    Query(asked): Query<Asked>,
    Query(kind): Query<Kind>,
) -> Outcome<Response> {
    let (db, today, w) = (cx.db(), cx.today(), &cx.w);
    let filter = asked.filter(&db, cx.viewer().reach::<ReadFiles>()).await?;
    let total = people::count(&db, &can.reach, today, &filter).await?;
    if kind.format.is_empty() || total > MOST {
        let shell = cx.shell(w.t("people-export")).back(asked.here().to_string(), w.t("people-title"));
        return Ok(cx.page(shell, &Export { w, asked: &asked, total })?.into_response());
    }
    let mut sheet = match kind.format.as_str() {
        "csv" => File::csv(w)?,
        "xlsx" => File::xlsx(w)?,
        _ => return Err(Failure::NotFound),
    };
    sheet.row(&head(w))?;
    let mut cut = Cut::Start;
    loop {
        let slice = people::list(&db, &can.reach, today, &filter, cut, CHUNK).await?;
        for line in &slice.rows {
            sheet.row(&cells(w, line))?;
        }
        match slice.rows.last().filter(|_| slice.later) {
            Some(last) => cut = Cut::After(last.id.0),
            None => break,
        }
    }
    let (content_type, ending) = sheet.kind();
    let name = format!("attachment; filename=\"{}-{today}.{ending}\"", w.t("people-export-file"));
    // Packing a workbook takes the processor for a while: not on a thread that serves others.
    let bytes = tokio::task::spawn_blocking(move || sheet.finish())
        .await
        .map_err(|e| Failure::Broken(e.to_string()))??;
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(
        header::CONTENT_DISPOSITION,
        HeaderValue::from_str(&name).map_err(|e| Failure::Broken(e.to_string()))?,
    );
    Ok(response)
}

enum File {
    Csv(Box<CsvWriter<Vec<u8>>>),
    Xlsx(Box<XlsxWriter>),
}

/// A file that cannot be written, which is ours to mend.
struct Unwritable(SheetError);

impl From<SheetError> for Unwritable {
    fn from(error: SheetError) -> Self {
        Self(error)
    }
}

impl From<Unwritable> for Failure {
    fn from(Unwritable(error): Unwritable) -> Self {
        Self::Broken(error.to_string())
    }
}

impl File {
    fn csv(w: &Words) -> Result<Self, Unwritable> {
        let separator = match w.locale() {
            Locale::Fr => Separator::Semicolon,
            Locale::En => Separator::Comma,
        };
        Ok(Self::Csv(Box::new(CsvWriter::new(Vec::new(), separator)?)))
    }

    fn xlsx(w: &Words) -> Result<Self, Unwritable> {
        Ok(Self::Xlsx(Box::new(XlsxWriter::new(&w.t("people-title").to_string())?)))
    }

    fn row(&mut self, cells: &[Cell]) -> Result<(), Unwritable> {
        match self {
            Self::Csv(writer) => writer.row(cells)?,
            Self::Xlsx(writer) => writer.row(cells)?,
        }
        Ok(())
    }

    fn kind(&self) -> (&'static str, &'static str) {
        match self {
            Self::Csv(_) => ("text/csv; charset=utf-8", "csv"),
            Self::Xlsx(_) => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
        }
    }

    fn finish(self) -> Result<Vec<u8>, Unwritable> {
        Ok(match self {
            Self::Csv(writer) => writer.finish()?,
            Self::Xlsx(writer) => {
                let mut bytes = std::io::Cursor::new(Vec::new());
                writer.finish(&mut bytes)?;
                bytes.into_inner()
            }
        })
    }
}

fn head(w: &Words) -> Vec<Cell> {
    let keys = [
        "person-staff-number",
        "person-family-name",
        "person-given-name",
        "unit",
        "function",
        "trade",
        "person-left-day",
    ];
    keys.map(|key| Cell::from(w.t(key).to_string())).to_vec()
}

fn cells(w: &Words, line: &Line) -> Vec<Cell> {
    let left = line.left_day.map_or(Cell::Empty, |day| Cell::from(day.to_string()));
    vec![
        Cell::from(line.staff_number.clone()),
        Cell::from(line.family_name.as_str()),
        Cell::from(line.given_name.as_str()),
        Cell::from(line.unit_name.clone()),
        Cell::from(line.function.map(|function| function_name(w, function))),
        Cell::from(super::list::trade(w, line)),
        left,
    ]
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let asked = Asked::default();
    let export = |total| Export { w, asked: &asked, total };
    vec![
        Sample::of("people/export", &export(1204)),
        Sample::of("people/export one", &export(1)),
        Sample::of("people/export too many", &export(MOST + 1)),
    ]
}
