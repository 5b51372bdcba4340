//! The file itself: kept in pieces in the database, where every node finds it, and read from a copy on disk.

use std::{
    fs::File,
    io::{Read as _, Seek as _, Write as _},
};

use relais_kernel::ImportId;
use relais_sheets::Limits;
use relais_store::{InOrg, OrgTx, Result, insert, sql};

/// The largest file that is taken.
pub const MOST_BYTES: u64 = 64_000_000;

/// A piece: small enough for any row, large enough for a quick read.
const PIECE: usize = 256 * 1024;

/// What a file may cost to read.
pub(super) fn limits() -> Limits {
    Limits { max_bytes: MOST_BYTES, ..Limits::default() }
}

/// Writes the file into the transaction of its import.
pub(super) async fn store(tx: &OrgTx, import: ImportId, mut content: &File) -> Result<()> {
    content.rewind()?;
    let mut piece = vec![0; PIECE];
    for seq in 0_i64.. {
        let mut held = 0;
        while held < PIECE {
            match content.read(&mut piece[held..])? {
                0 => break,
                read => held += read,
            }
        }
        if held == 0 {
            break;
        }
        insert("import_chunk", &["org_id", "import_id", "seq", "content", "created_at"])
            .row([
                tx.org().into(),
                import.into(),
                seq.into(),
                piece[..held].to_vec().into(),
                tx.clock().now().into(),
            ])
            .run(tx)
            .await?;
    }
    Ok(())
}

/// The file as a nameless copy on disk, which goes with its handle. `None` when it was purged.
pub(super) async fn load(on: &impl InOrg, import: ImportId) -> Result<Option<File>> {
    let mut copy = tempfile::tempfile()?;
    let mut any = false;
    for seq in 0_i64.. {
        let piece: Option<Vec<u8>> =
            sql("select content from import_chunk where org_id = $1 and import_id = $2 and seq = $3")
                .bind(on.org())
                .bind(import)
                .bind(seq)
                .value(on)
                .await?;
        let Some(piece) = piece else { break };
        copy.write_all(&piece)?;
        any = true;
    }
    copy.rewind()?;
    Ok(any.then_some(copy))
}
