//! What another system was told: its file of refusals, taken in whole or not at all. Lines that cannot be read are told by
//! their number, and never by what stood there.

use axum::response::{IntoResponse as _, Response};
use relais_contact::{Address, Channel, SuppressionSource, suppress_all};
use relais_web::{Can, Cx, Outcome, Upload};
use relais_words::Fault;

use super::{file, show};
use crate::EditRefusals;

/// How many unreadable lines are told one by one.
const TOLD: usize = 20;

/// What became of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Taken {
    /// Channels of addresses that are refused from now on.
    pub(crate) new: usize,
    /// Those that were refused already.
    pub(crate) known: usize,
    /// Lines that could not be read, the first of them.
    pub(crate) unreadable: Vec<u64>,
    /// How many there are in all.
    pub(crate) unread: usize,
}

type Read = (Vec<(Address, Vec<Channel>)>, Taken);

pub(crate) async fn save(cx: Cx, _: Can<EditRefusals>, upload: Upload) -> Outcome<Response> {
    let (refused, mut taken) = match read(upload).await {
        Ok(read) => read,
        Err(fault) => return show::refused(&cx, Default::default(), fault.into()),
    };
    let tx = cx.db().begin().await?;
    let all: usize = refused.iter().map(|(_, channels)| channels.len()).sum();
    taken.new = suppress_all(&tx, &refused, SuppressionSource::Import, cx.today()).await?;
    taken.known = all.saturating_sub(taken.new);
    cx.note(&tx, "privacy.refusals.import", "refusals", None, &taken.new.to_string()).await?;
    tx.commit().await?;
    Ok(show::shown(&cx, show::Said { taken: Some(taken), ..show::Said::default() })?.into_response())
}

async fn read(upload: Upload) -> Result<Read, Fault> {
    if upload.too_large {
        return Err(file::too_large());
    }
    let Some(chosen) = upload.file else { return Err(Fault::on("file", "refusals-no-file")) };
    let reading = tokio::task::spawn_blocking(move || {
        let (mut opened, mut taken, mut refused) =
            (file::opened(chosen.content)?, Taken::default(), Vec::new());
        while let Some(row) = opened.sheet.next() {
            let row = row.map_err(|error| file::unread(&error))?;
            let line = opened.line(&row.cells);
            if line.unreadable {
                taken.unread += 1;
                if taken.unreadable.len() < TOLD {
                    taken.unreadable.push(row.line);
                }
            }
            refused.extend(line.about);
        }
        Ok((refused, taken))
    });
    reading.await.unwrap_or_else(|_| Err(Fault::on("file", "refusals-unreadable")))
}
