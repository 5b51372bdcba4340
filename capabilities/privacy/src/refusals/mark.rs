//! Another system's list, given back with a column that says who refused what. Nothing of it is kept.

use std::io::Cursor;

use axum::{
    http::header,
    response::{IntoResponse as _, Response},
};
use relais_contact::{Channel, suppressed_of};
use relais_sheets::{Cell, CsvWriter, Row, Separator};
use relais_web::{Can, Cx, Failure, Outcome, Upload};
use relais_words::{Fault, Words};

use super::{
    file::{self, Line},
    show,
};
use crate::EditRefusals;

/// Lines whose addresses are looked up together.
const AT_ONCE: usize = 400;

type Read = (Vec<String>, Vec<(Row, Line)>);

pub(crate) async fn save(cx: Cx, _: Can<EditRefusals>, upload: Upload) -> Outcome<Response> {
    let (header, lines) = match read(upload).await {
        Ok(read) => read,
        Err(fault) => {
            let fault = Fault { field: "list".into(), ..fault };
            return show::refused(&cx, Default::default(), fault.into());
        }
    };
    let db = cx.db();
    let mut marks = Vec::with_capacity(lines.len());
    for some in lines.chunks(AT_ONCE) {
        let addresses: Vec<_> =
            some.iter().flat_map(|(_, line)| line.about.iter().map(|(address, _)| address.clone())).collect();
        let mut found = suppressed_of(&db, &addresses).await?.into_iter();
        for (_, line) in some {
            let refused: Vec<Channel> = found.by_ref().take(line.about.len()).flatten().collect();
            marks.push(mark(&cx.w, line, &refused));
        }
    }
    let text = written(&cx.w, &header, &lines, &marks).map_err(|error| Failure::Broken(error.to_string()))?;
    let tx = db.begin().await?;
    cx.note(&tx, "privacy.refusals.mark", "refusals", None, &lines.len().to_string()).await?;
    tx.commit().await?;
    let kind = (header::CONTENT_TYPE, "text/csv; charset=utf-8");
    let name = (header::CONTENT_DISPOSITION, "attachment; filename=\"refus.csv\"");
    let kept = (header::CACHE_CONTROL, "no-store");
    Ok(([kind, name, kept], text).into_response())
}

async fn read(upload: Upload) -> Result<Read, Fault> {
    if upload.too_large {
        return Err(file::too_large());
    }
    let Some(chosen) = upload.file else { return Err(Fault::on("file", "refusals-no-file")) };
    let reading = tokio::task::spawn_blocking(move || {
        let mut opened = file::opened(chosen.content)?;
        let (header, mut lines) = (opened.sheet.header().to_vec(), Vec::new());
        while let Some(row) = opened.sheet.next() {
            let row = row.map_err(|error| file::unread(&error))?;
            let line = opened.line(&row.cells);
            lines.push((row, line));
        }
        Ok((header, lines))
    });
    reading.await.unwrap_or_else(|_| Err(Fault::on("file", "refusals-unreadable")))
}

/// What the new column says of a line.
fn mark(w: &Words, line: &Line, refused: &[Channel]) -> String {
    if line.unreadable {
        return w.t("refusals-mark-unreadable").to_string();
    }
    let mut channels: Vec<Channel> = refused.to_vec();
    channels.sort_by_key(|channel| channel.code());
    channels.dedup();
    let names = channels.iter().map(|channel| {
        let key = match channel {
            Channel::Call => "refusals-call",
            Channel::Sms => "refusals-sms",
            Channel::Email => "refusals-email",
        };
        w.t(key).to_string()
    });
    names.collect::<Vec<_>>().join(", ")
}

fn written(
    w: &Words,
    header: &[String],
    lines: &[(Row, Line)],
    marks: &[String],
) -> Result<Vec<u8>, relais_sheets::SheetError> {
    let mut writer = CsvWriter::new(Cursor::new(Vec::new()), Separator::Semicolon)?;
    let mut head: Vec<Cell> = header.iter().map(|name| Cell::from(name.as_str())).collect();
    head.push(Cell::from(w.t("refusals-column").to_string().as_str()));
    writer.row(&head)?;
    for ((row, _), mark) in lines.iter().zip(marks) {
        let mut cells: Vec<Cell> = (0..header.len())
            .map(|place| Cell::from(row.cells.get(place).map_or("", String::as_str)))
            .collect();
        cells.push(Cell::from(mark.as_str()));
        writer.row(&cells)?;
    }
    Ok(writer.finish()?.into_inner())
}
