//! What boards read: sums of whole batches ([`super::ledger`]).

use std::collections::BTreeMap;

use relais_directory::settings;
use relais_kernel::Day;
use relais_store::{InOrg, Result, sql};
use sea_orm::FromQueryResult;

use super::{buckets, ledger::Kind};
use crate::settings::{FEWEST_PEOPLE, SHOWN_FROM};

/// A cell of a board over some months.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Figures {
    /// How many facts.
    pub(crate) facts: i64,
    pub(crate) counts: BTreeMap<(String, i32), i64>,
}

impl Figures {
    /// How many had an outcome.
    pub(crate) fn n(&self, what: &str, bucket: i32) -> i64 {
        self.counts.get(&(what.to_owned(), bucket)).copied().unwrap_or(0)
    }

    /// The times it took, each as the middle of its bucket.
    pub(crate) fn seconds(&self, what: &str) -> Vec<i64> {
        let of = self.counts.iter().filter(|((known, _), _)| known == what);
        of.flat_map(|((_, bucket), n)| {
            std::iter::repeat_n(buckets::seconds(*bucket), usize::try_from(*n).unwrap_or(0))
        })
        .collect()
    }
}

#[derive(FromQueryResult)]
struct Summed {
    cell: String,
    what: String,
    bucket: i32,
    n: i64,
}

/// The figures of the cells that begin so, over the months from one to another: sums of whole batches, each of enough people
/// and facts by what the organisation asks for today.
pub(crate) async fn figures(
    on: &impl InOrg,
    (kind, cells): (Kind, &str),
    (from, to): (Day, Day),
) -> Result<BTreeMap<String, Figures>> {
    let fewest = settings::value(on, &FEWEST_PEOPLE).await?;
    let least = if kind == Kind::Passed { 0 } else { settings::value(on, &SHOWN_FROM).await? };
    let rows: Vec<Summed> =
        sql("select b.cell, c.what, c.bucket, sum(c.n) as n from board_batch b join board_count c \
         on c.org_id = b.org_id and c.batch_id = b.id where b.org_id = $1 and b.kind = $2 and b.month >= $3 \
         and b.month <= $4 and b.people >= $5 and b.facts >= $6 and b.cell like $7 \
         group by b.cell, c.what, c.bucket order by b.cell, c.what, c.bucket")
        .bind(on.org())
        .bind(kind)
        .bind(from)
        .bind(to)
        .bind(fewest)
        .bind(least)
        .bind(format!("{cells}%"))
        .all(on)
        .await?;
    let mut all: BTreeMap<String, Figures> = BTreeMap::new();
    for row in rows {
        let figures = all.entry(row.cell).or_default();
        if row.what == "good" {
            figures.facts += row.n;
        }
        figures.counts.insert((row.what, row.bucket), row.n);
    }
    Ok(all)
}
