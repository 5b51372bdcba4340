//! Every query about how references are written.

use relais_store::{InOrg, OrgTx, Result, insert, sql};
use sea_orm::FromQueryResult;

use super::checks::Format;

#[derive(FromQueryResult)]
struct Row {
    pattern: String,
    link: String,
}

/// How the organisation writes references.
pub(crate) async fn format(on: &impl InOrg) -> Result<Format> {
    let row: Option<Row> =
        sql("select pattern, link from customer_reference where org_id = $1").bind(on.org()).one(on).await?;
    Ok(row.map_or_else(Format::default, |row| Format { pattern: row.pattern, link: row.link }))
}

/// Writes references so from now on. Those that were kept stay as they were.
pub(crate) async fn write(tx: &OrgTx, format: &Format) -> Result<()> {
    insert("customer_reference", &["org_id", "pattern", "link"])
        .row([tx.org().into(), format.pattern.as_str().into(), format.link.as_str().into()])
        .ending("on conflict (org_id) do update set pattern = excluded.pattern, link = excluded.link")
        .run(tx)
        .await?;
    Ok(())
}
