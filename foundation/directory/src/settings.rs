//! What an organisation set for itself: numbers with a default, a least and a most, which rooms declare.

use std::collections::BTreeMap;

use relais_kernel::Setting;
use relais_store::{InOrg, OrgTx, Result, insert, sql};
use relais_words::{Fault, Words};
use sea_orm::FromQueryResult;

use crate::Ruled;

/// The value that holds: what the organisation chose, or the default. A value chosen under wider bounds is brought within
/// those of today.
pub async fn value(on: &impl InOrg, setting: &Setting) -> Result<i64> {
    let chosen: Option<i64> = sql("select value from setting where org_id = $1 and code = $2")
        .bind(on.org())
        .bind(setting.code)
        .value(on)
        .await?;
    Ok(within(setting, chosen))
}

/// The same as a number of days or of things, for calculations that know no negative ones.
pub async fn count(on: &impl InOrg, setting: &Setting) -> Result<u32> {
    Ok(u32::try_from(value(on, setting).await?).unwrap_or(0))
}

fn within(setting: &Setting, chosen: Option<i64>) -> i64 {
    chosen.unwrap_or(setting.default).clamp(setting.least, setting.most)
}

#[derive(FromQueryResult)]
struct Row {
    code: String,
    value: i64,
}

/// The values that hold, in the order of the settings.
pub async fn values(on: &impl InOrg, settings: &[Setting]) -> Result<Vec<(Setting, i64)>> {
    let rows: Vec<Row> =
        sql("select code, value from setting where org_id = $1").bind(on.org()).all(on).await?;
    let chosen: BTreeMap<String, i64> = rows.into_iter().map(|row| (row.code, row.value)).collect();
    let value = |setting: &Setting| within(setting, chosen.get(setting.code).copied());
    Ok(settings.iter().map(|setting| (*setting, value(setting))).collect())
}

/// A value with what it counts: « 10 jours ouvrés ».
pub fn counted(w: &Words, setting: &Setting, value: i64) -> String {
    w.t(&format!("setting-of-{}", setting.counted.code().replace('_', "-"))).with("n", value).to_string()
}

/// A setting with its value, in one line.
pub fn told(w: &Words, setting: &Setting, value: i64) -> String {
    let line = w.t("settings-is").with("name", w.t(&setting.key()).to_string());
    line.with("value", counted(w, setting, value)).to_string()
}

/// What somebody typed for a setting: a whole number within its bounds.
pub fn read(setting: &Setting, typed: &str) -> Result<i64, Fault> {
    match typed.trim().parse::<i64>() {
        Ok(value) if setting.allows(value) => Ok(value),
        _ => Err(Fault::on("value", "setting-out-of-bounds")
            .with("least", setting.least)
            .with("most", setting.most)),
    }
}

/// Sets a value over the one that whoever sets it saw.
pub async fn set(tx: &OrgTx, setting: &Setting, seen: i64, value: i64) -> Ruled {
    if !setting.allows(value) {
        return Ok(read(setting, &value.to_string()).map(drop));
    }
    // Of two at once the second waits here, and then reads what the first chose.
    sql("update organisation set name = name where id = $1")
        .bind(tx.org())
        .run_one("organisation", tx)
        .await?;
    let present = self::value(tx, setting).await?;
    if present != seen {
        return Ok(Err(Fault::on("value", "setting-changed").with("value", present)));
    }
    let now = tx.clock().now();
    let changed = sql("update setting set value = $1, set_at = $2 where org_id = $3 and code = $4")
        .bind(value)
        .bind(now)
        .bind(tx.org())
        .bind(setting.code)
        .run(tx)
        .await?;
    if changed == 0 {
        insert("setting", &["org_id", "code", "value", "set_at"])
            .row([tx.org().into(), setting.code.into(), value.into(), now.into()])
            .run(tx)
            .await?;
    }
    Ok(Ok(()))
}
