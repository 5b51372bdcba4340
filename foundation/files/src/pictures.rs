//! The table of pictures.

use relais_kernel::{Day, PictureId};
use relais_store::{Error, InOrg, OrgTx, Result, insert, sql};
use sea_orm::FromQueryResult;
use sha2::{Digest as _, Sha256};

/// A photo that was cleaned, by [`clean`](crate::clean::clean()) and nothing else: a JPEG of this process's own making.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    pub(crate) content: Vec<u8>,
    pub(crate) width: u32,
    pub(crate) height: u32,
}

impl Picture {
    /// The JPEG.
    pub fn content(&self) -> &[u8] {
        &self.content
    }

    /// The same, for whoever sends it.
    pub fn into_content(self) -> Vec<u8> {
        self.content
    }

    /// Width and height in points, as it is looked at.
    pub fn size(&self) -> (u32, u32) {
        (self.width, self.height)
    }
}

/// A photo has no place in a log.
impl std::fmt::Debug for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Picture({} × {}, {} bytes)", self.width, self.height, self.content.len())
    }
}

#[derive(FromQueryResult)]
struct Row {
    content: Vec<u8>,
    width: i64,
    height: i64,
}

/// Keeps a picture, in the transaction of what it belongs to. Its id tells no moment, and its row no more than the day.
pub async fn keep(tx: &OrgTx, picture: &Picture, today: Day) -> Result<PictureId> {
    let id: PictureId = tx.clock().unordered_id();
    let columns = ["org_id", "id", "content", "size", "width", "height", "hash", "made_day"];
    insert("picture", &columns)
        .row([
            tx.org().into(),
            id.into(),
            picture.content.clone().into(),
            i64::try_from(picture.content.len()).unwrap_or(i64::MAX).into(),
            i64::from(picture.width).into(),
            i64::from(picture.height).into(),
            Sha256::digest(&picture.content).to_vec().into(),
            today.into(),
        ])
        .run(tx)
        .await?;
    Ok(id)
}

/// A picture of this organisation. Whether the viewer may see it is not asked here: find its id through what holds it.
pub async fn read(on: &impl InOrg, id: PictureId) -> Result<Option<Picture>> {
    let row: Option<Row> = sql("select content, width, height from picture where org_id = $1 and id = $2")
        .bind(on.org())
        .bind(id)
        .one(on)
        .await?;
    row.map(|row| {
        let side = |n: i64| {
            u32::try_from(n).map_err(|_| Error::Corrupt { table: "picture", what: format!("a side of {n}") })
        };
        Ok(Picture { width: side(row.width)?, height: side(row.height)?, content: row.content })
    })
    .transpose()
}

/// Takes a picture away, after the last row that points at it. Tells whether there was one.
pub async fn remove(tx: &OrgTx, id: PictureId) -> Result<bool> {
    let query = sql("delete from picture where org_id = $1 and id = $2").bind(tx.org()).bind(id);
    Ok(query.run(tx).await? > 0)
}
