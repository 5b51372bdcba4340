//! Changing a group: its name, its themes, its people, its hosts and its hours.

use axum::{
    extract::Path,
    response::{IntoResponse as _, Response},
};
use relais_baton::{in_duty, openings};
use relais_directory::units::OpeningsInput;
use relais_web::{Can, Cx, Edited, Failure, Go, Outcome};
use relais_words::Faults;
use uuid::Uuid;

use super::{
    change,
    checks::GroupInput,
    form::{candidates, shown},
    scope, store,
};
use crate::EditGroups;

pub(crate) async fn page(cx: Cx, can: Can<EditGroups>, Path(id): Path<Uuid>) -> Outcome {
    let db = cx.db();
    let group = store::group(&db, id).await?.ok_or(Failure::NotFound)?;
    let themes = store::themes(&db).await?.into_iter().filter(|theme| theme.group_id == id);
    let themes: Vec<String> = themes.map(|theme| theme.name).collect();
    let ids = |people: Vec<relais_kernel::PersonId>| people.iter().map(ToString::to_string).collect();
    let [day1, day2, day3, day4, day5, day6, day7] =
        OpeningsInput::of(&openings(&db, group.team_id).await?).days;
    let form = GroupInput {
        name: group.name.clone(),
        about: group.about.clone(),
        themes: themes.join("\n"),
        departments: scope::all(&db).await?.remove(&id).unwrap_or_default().join(", "),
        people: ids(in_duty(&db, group.team_id, cx.today()).await?),
        hosts: ids(change::hosts(&db, id).await?),
        day1,
        day2,
        day3,
        day4,
        day5,
        day6,
        day7,
        ..GroupInput::default()
    };
    shown(&cx, &can, Some((&group, group.version.into())), (form, Faults::none())).await
}

pub(crate) async fn save(
    cx: Cx,
    can: Can<EditGroups>,
    Path(id): Path<Uuid>,
    Edited { form, version }: Edited<GroupInput>,
) -> Outcome<Response> {
    let known = store::group(&cx.db(), id).await?.ok_or(Failure::NotFound)?;
    if form.act == "seek" {
        return Ok(shown(&cx, &can, Some((&known, version)), (form, Faults::none())).await?.into_response());
    }
    let group = match form.check(&candidates(&cx, &can, &form).await?) {
        Ok(group) => group,
        Err(faults) => {
            return Ok(shown(&cx, &can, Some((&known, version)), (form, faults))
                .await?
                .refused()
                .into_response());
        }
    };
    let hosts = cx.w.t("group-hosts-team").with("name", group.name.as_str()).to_string();
    let tx = cx.db().begin().await?;
    match change::change(&tx, &known, (&group, version), &hosts, cx.today()).await? {
        Ok(()) => {
            cx.note(&tx, "relaying.groups.change", "expert_group", id, "").await?;
            tx.commit().await?;
            Ok(Go::to(format!("/groups/{id}")).saying("group-changed").answer())
        }
        Err(fault) => {
            tx.rollback().await?;
            // Whoever has read that a colleague changed it may save over it.
            let now = known.version.into();
            Ok(shown(&cx, &can, Some((&known, now)), (form, fault.into())).await?.refused().into_response())
        }
    }
}
