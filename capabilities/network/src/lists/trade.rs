//! Trades. Those that every organisation begins with bear our names, in each reader's language.

use relais_directory::{
    Change, Ruled,
    trades::{self, Trade, TradeInput},
};
use relais_store::{OrgDb, OrgTx, Result};
use relais_web::{Sample, components::Html};
use relais_words::{Fault, Faults, Words};

use super::{Form, Line, List};
use crate::{EditPeople, people::trade_name};

pub(crate) struct Trades;

impl List for Trades {
    type Item = Trade;
    type May = EditPeople;
    const NOUN: &'static str = "trade";
    const AT: (&'static str, &'static str, &'static str) =
        ("/settings/trades", "/settings/directory", "directory-settings");
    const ACTS: (&'static str, &'static str) = ("network.trades.edit", "network.trades.remove");
    const SAID: (&'static str, &'static str) = ("trade-saved", "trade-removed");

    async fn find(db: &OrgDb, key: &str) -> Result<Option<Trade>> {
        Ok(trades::list(db).await?.into_iter().find(|trade| trade.code == key))
    }

    fn line(w: &Words, item: &Trade) -> Line {
        Line {
            key: item.code.clone(),
            id: None,
            name: trade_name(w, &item.code, &item.name),
            second: String::new(),
            named_by_us: item.is_usual(),
            may_go: true,
        }
    }

    fn second(_: &Words, _: &Form, _: &Faults) -> Option<Html> {
        None
    }

    async fn change(tx: &OrgTx, item: Trade, form: &Form) -> Result<Result<Change, Faults>> {
        if item.is_usual() {
            return Ok(Err(Fault::of_form("list-named-by-us").into()));
        }
        let others: Vec<Trade> =
            trades::list(tx).await?.into_iter().filter(|trade| trade.code != item.code).collect();
        let input = TradeInput { code: String::new(), name: form.name.clone() };
        let name = match input.check(&others) {
            Ok(trade) => trade.name,
            // It keeps its code: whatever is wrong stands on the name.
            Err(faults) => return Ok(Err(Faults(faults.0.into_iter().take(1).map(on_name).collect()))),
        };
        let was = Trade { name: form.was_name.clone(), ..item };
        trades::rename(tx, &was, &name).await.map(Ok)
    }

    async fn remove(tx: &OrgTx, item: &Trade) -> Ruled {
        trades::remove(tx, &item.code).await.map(Ok)
    }

    fn refusal(_: &str) -> Option<Fault> {
        None
    }
}

fn on_name(fault: Fault) -> Fault {
    Fault { field: "name".into(), ..fault }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let of = |code: &str, name: &str, faults| {
        super::drawn::<Trades>(
            w,
            String::new(),
            &Trade { code: code.into(), name: name.into() },
            None,
            faults,
        )
    };
    let used = Fault::of_form("list-still-used").into();
    vec![
        Sample::of("lists/trade", &of("apres_vente", "Après-vente", Faults::none())),
        Sample::of("lists/trade ours", &of("sales", "Commerciale", used)),
    ]
}
