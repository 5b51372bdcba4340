//! Photos of this room: kept with what they go with, and sent to whoever reads that.

use relais_files::Picture;
use relais_kernel::{Day, PictureId};
use relais_store::{InOrg, OrgTx, Result};
use relais_web::{Failure, Jpeg, Outcome};

/// Keeps the photo that came with a form, if one did.
pub(crate) async fn kept(tx: &OrgTx, picture: Option<&Picture>, today: Day) -> Result<Option<PictureId>> {
    match picture {
        Some(picture) => Ok(Some(relais_files::keep(tx, picture, today).await?)),
        None => Ok(None),
    }
}

/// A photo that was found through what it goes with, which whoever asks may read.
pub(crate) async fn sent(on: &impl InOrg, found: Option<PictureId>) -> Outcome<Jpeg> {
    let picture = relais_files::read(on, found.ok_or(Failure::NotFound)?).await?.ok_or(Failure::NotFound)?;
    Ok(Jpeg::new(picture.into_content()))
}
