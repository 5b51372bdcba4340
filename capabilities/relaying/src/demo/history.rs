//! What the demo's group did in the months before, so that its boards have something to tell.

use relais_baton::{actor, hours_for};
use relais_kernel::{BatonId, Day, PersonId, UnitId};
use relais_store::{InOrg as _, OrgTx, Result, sql};
use uuid::Uuid;

use crate::{
    boards::{
        counting::{TRADES, group_cell},
        ledger::{Fact, Kind, add, month_of},
    },
    feed::store as feed,
    groups::store::{self as groups, Theme},
    questions::{checks::Asking, store},
    thanks::store as thanks,
};

const ANSWERED: [(&str, &str); 4] = [
    (
        "La télécommande ne répond plus après la mise à jour.",
        "Maintenir « Retour » dix secondes, puis l’appairer de nouveau.",
    ),
    (
        "Le client veut garder son numéro en changeant d’offre.",
        "Oui : le relevé d’identité de la ligne suffit, par le 3179.",
    ),
    (
        "La fibre est posée, la box reste en ADSL.",
        "1. Débrancher l’ancien câble.\n2. Redémarrer.\n3. Rattacher la ligne.",
    ),
    (
        "Deux abonnements sur la même facture.",
        "Le second est celui de la tablette : il se résilie en boutique.",
    ),
];

const POSTED: [&str; 2] = [
    "Mise à jour des box cette nuit : le voyant reste orange dix minutes. Ne rien débrancher, et le dire au client.",
    "Le 3179 répond de nouveau pour le relevé d’identité de la ligne.",
];

/// Minutes that answers took, again and again.
const TOOK: [i64; 12] = [4, 7, 9, 12, 14, 16, 18, 18, 21, 24, 29, 46];

/// Answers questions as several people did, and counts the months before.
pub(super) async fn fill(
    tx: &OrgTx,
    themes: &[Theme],
    (sales, technical): (&[PersonId], &[PersonId]),
    today: Day,
) -> Result<()> {
    let (Some(theme), [_, _, _, _, ..]) = (themes.first(), sales) else { return Ok(()) };
    let mut promises = Vec::new();
    for ((turn, (text, words)), expert) in ANSWERED.iter().enumerate().zip(technical) {
        let Some(asker) = sales.get(turn ^ 1).copied() else { continue };
        let unit = store::unit_of(tx, asker, today).await?;
        let hours = hours_for(tx, Some(theme.team_id), unit, today).await?;
        let id = store::ask(
            tx,
            (theme, &Asking { text: (*text).into(), device: String::new() }),
            (asker, None),
            (unit, today, None),
            (&hours, store::work(tx).await?),
        )
        .await?;
        let by = actor(tx, *expert, today).await?;
        let Some((question, promise)) = store::read(tx, id, &by).await? else { continue };
        drop(store::answer(tx, &by, (id, &promise), store::Said { words, picture: None }, today).await?);
        promises.push(question.promise_id);
        if turn == 0
            && let Some((question, promise)) = store::read(tx, id, &by).await?
        {
            let said = "Client reparti avec sa télévision qui marche. Merci.";
            drop(thanks::say(tx, (asker, id), (question.state, &promise), said, today).await?);
        }
    }
    if let Some(group) = groups::group(tx, theme.group_id).await? {
        for (words, author) in POSTED.iter().zip(technical) {
            feed::post(tx, &group, (*author, words), &[], (None, None)).await?;
        }
    }
    let this = month_of(today);
    let last = month_of(this.plus(-1));
    for (month, n) in [(month_of(last.plus(-1)), 20), (last, 40), (this, 24)] {
        facts(tx, &promises, (theme.group_id, month), n).await?;
    }
    ties(tx, theme.group_id, (last, this)).await
}

/// Facts of a month, as they would have been counted.
async fn facts(tx: &OrgTx, promises: &[BatonId], (group, month): (Uuid, Day), n: usize) -> Result<()> {
    for (turn, promise) in promises.iter().cycle().take(n).enumerate() {
        let took = TOOK[turn % TOOK.len()] * 60;
        let late = took > 30 * 60;
        let kinds = [
            (group_cell(group), Kind::Answered, i32::from(!late)),
            (group_cell(group), Kind::Told, i32::from(turn % 11 != 0)),
            (group_cell(group), Kind::Helped, if turn % 7 == 0 { 1 } else { 2 }),
            (format!("{TRADES}sales>technical"), Kind::Passed, 1),
        ];
        for (cell, kind, good) in kinds {
            let passed = kind == Kind::Passed;
            let fact = Fact {
                cell,
                kind,
                month,
                subject: tx.clock().id(),
                promise: *promise,
                good,
                late,
                refused: 0,
                waited: match kind {
                    Kind::Answered => Some(took),
                    Kind::Passed => Some(took / 3),
                    Kind::Told | Kind::Helped => None,
                },
                acted: passed.then_some(took * 2 / 3),
            };
            add(tx, &fact).await?;
        }
    }
    Ok(())
}

/// Ties between some units, the first ones of last month.
async fn ties(tx: &OrgTx, group: Uuid, (last, this): (Day, Day)) -> Result<()> {
    let units: Vec<UnitId> =
        sql("select id from unit where org_id = $1 and closed_day is null order by code limit 5")
            .bind(tx.org())
            .values(tx)
            .await?;
    let Some((helping, asking)) = units.split_first() else { return Ok(()) };
    for ((unit, month), n) in asking.iter().zip([last, this, last, this]).zip([23, 14, 9, 4]) {
        sql("insert into help_tie (org_id, asking_id, helping_id, group_id, first_month) values ($1, $2, $3, $4, $5) \
             on conflict (org_id, asking_id, helping_id) do nothing")
        .bind(tx.org())
        .bind(*unit)
        .bind(*helping)
        .bind(group)
        .bind(month)
        .run(tx)
        .await?;
        sql("insert into help_month (org_id, asking_id, helping_id, month, n) values ($1, $2, $3, $4, $5) \
             on conflict (org_id, asking_id, helping_id, month) do nothing")
        .bind(tx.org())
        .bind(*unit)
        .bind(*helping)
        .bind(month)
        .bind(n)
        .run(tx)
        .await?;
        for (unit, side) in [(*unit, "asks"), (*helping, "helps")] {
            for month in [last, this] {
                sql(
                    "insert into help_side (org_id, unit_id, month, side, people) values ($1, $2, $3, $4, 4) \
                     on conflict (org_id, unit_id, month, side) do update set people = 4",
                )
                .bind(tx.org())
                .bind(unit)
                .bind(month)
                .bind(side)
                .run(tx)
                .await?;
            }
        }
    }
    Ok(())
}
