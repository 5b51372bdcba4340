//! Beginning a group.

use axum::response::{IntoResponse as _, Response};
use relais_web::{Can, Cx, Go, Outcome, Posted};
use relais_words::Faults;

use super::{
    checks::GroupInput,
    form::{candidates, shown},
    store,
};
use crate::EditGroups;

pub(crate) async fn page(cx: Cx, can: Can<EditGroups>) -> Outcome {
    shown(&cx, &can, None, (GroupInput::default(), Faults::none())).await
}

pub(crate) async fn save(
    cx: Cx,
    can: Can<EditGroups>,
    Posted(form): Posted<GroupInput>,
) -> Outcome<Response> {
    if form.act == "seek" {
        return Ok(shown(&cx, &can, None, (form, Faults::none())).await?.into_response());
    }
    let group = match form.check(&candidates(&cx, &can, &form).await?) {
        Ok(group) => group,
        Err(faults) => return Ok(shown(&cx, &can, None, (form, faults)).await?.refused().into_response()),
    };
    let tx = cx.db().begin().await?;
    let hosts = cx.w.t("group-hosts-team").with("name", group.name.as_str()).to_string();
    match store::make(&tx, &group, &hosts, cx.today()).await? {
        Ok(id) => {
            cx.note(&tx, "relaying.groups.make", "expert_group", id, "").await?;
            tx.commit().await?;
            Ok(Go::to("/groups").saying("group-made").answer())
        }
        Err(fault) => {
            tx.rollback().await?;
            Ok(shown(&cx, &can, None, (form, fault.into())).await?.refused().into_response())
        }
    }
}
