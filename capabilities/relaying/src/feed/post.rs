//! Posting.

use axum::{
    extract::Path,
    response::{IntoResponse as _, Response},
};
use relais_web::{Can, Cx, Failure, Go, Outcome, PostedWithPhoto};
use uuid::Uuid;

use super::{checks::PostInput, list, store};
use crate::{ReadGroups, photos::kept, redacting};

pub(crate) async fn save(
    cx: Cx,
    _: Can<ReadGroups>,
    Path(id): Path<Uuid>,
    PostedWithPhoto { mut form, photo, too_large }: PostedWithPhoto<PostInput>,
) -> Outcome<Response> {
    let (person, today) = (cx.viewer().person, cx.today());
    let (group, _) = store::of_member(&cx.db(), id, person, today).await?.ok_or(Failure::NotFound)?;
    form.had_photo = photo.is_some();
    let picture = match relais_files::attached(photo, too_large).await {
        Ok(picture) => picture,
        Err(unfit) => return Ok(list::refused(&cx, id, form, unfit.fault().into()).await?.into_response()),
    };
    if let Some(fault) = redacting::field(&cx.w, &mut form.words, "words") {
        return Ok(list::refused(&cx, id, form, fault.into()).await?.into_response());
    }
    let people: Vec<_> =
        store::colleagues(&cx.db(), group.team_id, person, today).await?.iter().map(|one| one.id).collect();
    let (words, called) = match form.check(&people) {
        Ok(checked) => checked,
        Err(faults) => return Ok(list::refused(&cx, id, form, faults).await?.into_response()),
    };
    let key = form.key.parse().ok();
    let tx = cx.db().begin().await?;
    // Of two requests of one form at once, the second waits here.
    relais_directory::hold(&tx, "person", &[person.0]).await?;
    if !store::posted_before(&tx, key).await? {
        let picture = kept(&tx, picture.as_ref(), today).await?;
        store::post(&tx, &group, (person, &words), &called, (picture, key)).await?;
    }
    tx.commit().await?;
    Ok(Go::to(format!("/groups/{id}/feed")).saying("feed-posted").answer())
}
