//! Keeping, changing or dropping a rule, with a reason that everybody can read. All who asked are told.

use axum::{
    extract::Path,
    response::{IntoResponse as _, Response},
};
use relais_baton::actor;
use relais_web::{Can, Cx, Edited, Failure, Go, Outcome};
use relais_words::Fault;
use uuid::Uuid;

use super::{
    checks::{DecisionInput, RuleState},
    show, store,
};
use crate::{ReadRules, promises};

pub(crate) async fn save(
    cx: Cx,
    _: Can<ReadRules>,
    Path(id): Path<Uuid>,
    Edited { form, version }: Edited<DecisionInput>,
) -> Outcome<Response> {
    let tx = cx.db().begin().await?;
    let rule = store::lock(&tx, id).await?.ok_or(Failure::NotFound)?;
    let by = actor(&tx, cx.viewer().person, cx.today()).await?;
    // Whoever neither holds the question nor answers for the rule finds no such form.
    let theirs = match promises::open(&tx, id).await? {
        Some(open) => by.holds(&open),
        None => store::answers_for(&tx, &rule, &by).await?,
    };
    if !theirs {
        return Err(Failure::NotFound);
    }
    let decided = form.check(&rule.words).and_then(|decided| {
        if rule.state == RuleState::InForce && i64::from(rule.version) == version {
            Ok(decided)
        } else {
            Err(Fault::of_form("rule-decided-meanwhile").into())
        }
    });
    let faults = match decided {
        Ok(decided) => match store::decide(&tx, &by, &rule, &decided, cx.today()).await? {
            Ok(()) => {
                cx.note(&tx, "improving.rule_decided", "house_rule", id, decided.verdict.code()).await?;
                tx.commit().await?;
                let said = if rule.challenge_id.is_some() { "rule-decided-told" } else { "rule-decided" };
                return Ok(Go::to(format!("/rules/{id}")).saying(said).answer());
            }
            Err(fault) => fault.into(),
        },
        Err(faults) => faults,
    };
    tx.rollback().await?;
    let typed = show::Typed { decision: form, faults, ..show::Typed::default() };
    Ok(show::shown(&cx, id, typed).await?.refused().into_response())
}
