//! Making a tool of a group.

use axum::{
    extract::Path,
    response::{IntoResponse as _, Response},
};
use relais_web::{Can, Cx, Failure, Go, Outcome, Posted};
use relais_words::Fault;
use uuid::Uuid;

use super::{checks::ToolInput, show, store};
use crate::{EditGroups, groups::store as groups};

pub(crate) async fn save(
    cx: Cx,
    _: Can<EditGroups>,
    Path(id): Path<Uuid>,
    Posted(form): Posted<ToolInput>,
) -> Outcome<Response> {
    let (today, person) = (cx.today(), cx.viewer().person);
    let tx = cx.db().begin().await?;
    let group = groups::group(&tx, id).await?.ok_or(Failure::NotFound)?;
    // Of two at once the second waits here.
    relais_directory::hold(&tx, "person", &[person.0]).await?;
    let made = store::made_at(&tx, id).await?.ok_or(Failure::NotFound)?.day(&cx.organisation().zone);
    let people = show::people(&tx, &group, today).await?;
    let people: Vec<_> = people.iter().map(|one| one.id).collect();
    let checked = match store::tool(&tx, id).await? {
        Some(_) => Err(Fault::of_form("tool-already").into()),
        None => form.check(&people, (made, today)),
    };
    match checked {
        Ok(promotion) => {
            store::promote(&tx, &group, &promotion, (person, today)).await?;
            cx.note(&tx, "relaying.groups.promote", "expert_group", id, "").await?;
            tx.commit().await?;
            Ok(Go::to(format!("/groups/{id}/tool")).saying("tool-promoted").answer())
        }
        Err(faults) => {
            tx.rollback().await?;
            let typed = show::Typed { tool: form, faults, ..show::Typed::default() };
            Ok(show::shown(&cx, id, typed).await?.refused().into_response())
        }
    }
}
