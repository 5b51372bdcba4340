//! Trades (« filières »): sales, technical… on each person, so that help can cross them (NET-03).

use relais_kernel::fold;
use relais_store::{InOrg, OrgTx, Result, insert, sql};
use relais_words::{Fault, Faults};
use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};

use crate::{Change, units::filled};

/// The trades that every organisation begins with; their names are the words `trade-CODE`.
pub const USUAL: [&str; 4] = ["sales", "technical", "care", "support"];

/// A trade.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromQueryResult)]
pub struct Trade {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// What somebody typed about a trade.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TradeInput {
    /// Code; made from the name when empty.
    pub code: String,
    /// Name.
    pub name: String,
}

impl Trade {
    /// Whether its name is one of ours, said in each reader's language: it cannot be changed.
    pub fn is_usual(&self) -> bool {
        USUAL.contains(&self.code.as_str())
    }
}

impl TradeInput {
    /// The trade it describes, or all that is wrong with it.
    pub fn check(&self, known: &[Trade]) -> Result<Trade, Faults> {
        let mut faults = Faults::none();
        let typed = if self.code.trim().is_empty() { &self.name } else { &self.code };
        let code = fold(typed).replace(' ', "_");
        let name = faults.take(filled("name", &self.name, 120));
        if let Some(name) = &name {
            if code.is_empty() {
                faults.add(Fault::on("code", "field-empty"));
            } else if code.chars().count() > 40 {
                faults.add(Fault::on("code", "field-too-long").with("most", 40));
            } else if find(known, &code).or_else(|| find(known, name)).is_some() {
                faults.add(Fault::on("code", "trade-taken"));
            }
        }
        match name {
            Some(name) if faults.is_empty() => Ok(Trade { code, name }),
            _ => Err(faults),
        }
    }
}

/// The trade somebody means by its code or its name, however accented.
pub fn find<'a>(known: &'a [Trade], typed: &str) -> Option<&'a Trade> {
    let folded = fold(typed);
    known.iter().find(|trade| fold(&trade.code) == folded || fold(&trade.name) == folded)
}

/// All trades, by name.
pub async fn list(on: &impl InOrg) -> Result<Vec<Trade>> {
    sql("select code, name from trade where org_id = $1 order by name, code").bind(on.org()).all(on).await
}

/// Writes a new trade.
pub async fn add(tx: &OrgTx, trade: &Trade) -> Result<()> {
    insert("trade", &["org_id", "code", "name"])
        .row([tx.org().into(), trade.code.clone().into(), trade.name.clone().into()])
        .run(tx)
        .await?;
    Ok(())
}

/// Names a trade anew, unless somebody else did since its name was read.
pub async fn rename(tx: &OrgTx, was: &Trade, name: &str) -> Result<Change> {
    let done = sql("update trade set name = $1 where org_id = $2 and code = $3 and name = $4")
        .bind(name)
        .bind(tx.org())
        .bind(was.code.clone())
        .bind(was.name.clone())
        .run(tx)
        .await?;
    Ok(if done == 1 { Change::Done(()) } else { Change::Stale })
}

/// Takes a trade away; the database refuses while somebody is of it (`person_trade_known`).
pub async fn remove(tx: &OrgTx, code: &str) -> Result<()> {
    sql("delete from trade where org_id = $1 and code = $2")
        .bind(tx.org())
        .bind(code)
        .run_one("trade", tx)
        .await
}

/// The code of the trade that somebody means, which is written when there was none; nothing when nothing was typed.
pub async fn find_or_add(tx: &OrgTx, typed: &str) -> Result<Option<String>> {
    let known = list(tx).await?;
    if let Some(trade) = find(&known, typed) {
        return Ok(Some(trade.code.clone()));
    }
    let Ok(trade) = (TradeInput { code: String::new(), name: typed.to_owned() }).check(&known) else {
        return Ok(None);
    };
    add(tx, &trade).await?;
    Ok(Some(trade.code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn net_03_a_trade_is_found_by_code_or_name() {
        let known = [Trade { code: "technical".into(), name: "Filière technique".into() }];
        for typed in ["technical", "Technical", " filiere  TECHNIQUE "] {
            assert!(find(&known, typed).is_some(), "{typed}");
        }
        assert!(find(&known, "").is_none());
        let taken = TradeInput { code: String::new(), name: "filière technique".into() };
        assert_eq!(taken.check(&known).unwrap_err().0[0].key, "trade-taken");
        let added = TradeInput { code: String::new(), name: "Après-vente".into() }.check(&known).unwrap();
        assert_eq!(added.code, "apres_vente");
    }
}
