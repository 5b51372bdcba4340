//! The feed of a group: the newest first, and writing into it.

use askama::Template;
use axum::extract::{Path, Query};
use jiff::tz::TimeZone;
use relais_kernel::{Instant, PersonId};
use relais_web::{
    Can, Cx, Failure, Live, Outcome, Page, Sample,
    components::{Button, Chip, Choices, ConfirmDialog, EmptyState, Field, Pager, PhotoField, Tone},
};
use relais_words::{Faults, Words};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    checks::{LONGEST_POST, PostInput, Reaction},
    store::{self, Around, Colleague, Item},
};
use crate::{ReadGroups, groups::store::Known};

const SHOWN: usize = 20;

/// From where it is read on.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    before: String,
}

#[derive(Template)]
#[template(path = "feed/list.html")]
struct List<'a> {
    w: &'a Words,
    csrf: String,
    now: Instant,
    zone: TimeZone,
    group: Known,
    hosts: bool,
    me: PersonId,
    items: Vec<Item>,
    around: Around,
    colleagues: Vec<Colleague>,
    /// Where the older ones begin, and whether newer ones were passed over.
    older: Option<Instant>,
    passed_over: bool,
    form: PostInput,
    faults: Faults,
    live: Live,
}

pub(crate) async fn page(
    cx: Cx,
    _: Can<ReadGroups>,
    Path(id): Path<Uuid>,
    Query(wanted): Query<Wanted>,
) -> Outcome {
    let before = wanted.before.parse().ok().map(Instant);
    shown(&cx, id, before, PostInput::default(), Faults::none()).await
}

/// The page with what was typed on it and refused.
pub(crate) async fn refused(cx: &Cx, id: Uuid, form: PostInput, faults: Faults) -> Outcome<Page> {
    Ok(shown(cx, id, None, form, faults).await?.refused())
}

async fn shown(
    cx: &Cx,
    id: Uuid,
    before: Option<Instant>,
    mut form: PostInput,
    faults: Faults,
) -> Outcome<Page> {
    let (db, me, today) = (cx.db(), cx.viewer().person, cx.today());
    let (group, hosts) = store::of_member(&db, id, me, today).await?.ok_or(Failure::NotFound)?;
    let live = cx.live([store::topic(group.team_id)]).await?;
    if form.key.parse::<Uuid>().is_err() {
        form.key = db.clock().id::<Uuid>().to_string();
    }
    let end = before.unwrap_or(Instant(i64::MAX));
    let mut items = store::items(&db, id, end, i64::try_from(SHOWN + 1).unwrap_or(i64::MAX)).await?;
    let more = items.len() > SHOWN;
    items.truncate(SHOWN);
    let ids: Vec<Uuid> = items.iter().map(|item| item.id).collect();
    let list = List {
        w: &cx.w,
        csrf: cx.csrf(),
        now: cx.now(),
        zone: cx.organisation().zone.clone(),
        hosts,
        me,
        around: store::around(&db, &ids, me).await?,
        colleagues: store::colleagues(&db, group.team_id, me, today).await?,
        older: items.last().map(|item| item.at).filter(|_| more),
        passed_over: before.is_some(),
        items,
        form,
        faults,
        live: live.saying(cx.w.t("feed-changed")),
        group,
    };
    let shell = cx.shell(cx.w.t("feed-title")).back(format!("/groups/{id}"), &list.group.name);
    cx.page(shell, &list)
}

impl List<'_> {
    fn path(&self) -> String {
        format!("/groups/{}/feed", self.group.id)
    }

    fn who(&self, item: &Item) -> String {
        item.name.clone().unwrap_or_else(|| self.w.t("feed-thanks-to-group").to_string())
    }

    fn when(&self, item: &Item) -> String {
        self.w.when(&item.at, &self.now, &self.zone)
    }

    fn is_post(item: &Item) -> bool {
        item.person_id.is_some()
    }

    fn thanks(&self) -> Chip {
        Chip::new(self.w.t("feed-thanks")).tone(Tone::Kept).icon("heart-handshake")
    }

    fn called(&self, item: &Item) -> Vec<String> {
        self.around.called.get(&item.id).cloned().unwrap_or_default()
    }

    /// The reactions as buttons that give them and take them back.
    fn reactions(&self, item: &Item) -> Vec<Button> {
        let button = |kind: &Reaction| {
            let n = self.around.reactions.get(&(item.id, *kind)).copied().unwrap_or(0);
            let words = self.w.t(&format!("feed-react-{kind}")).to_string();
            let words = if n > 0 { format!("{words} · {}", self.w.number(n)) } else { words };
            let mine = self.around.mine.contains(&(item.id, *kind));
            let button = Button::plain(words).sends("kind", kind);
            if mine { button.icon("check") } else { button }
        };
        Reaction::ALL.iter().map(button).collect()
    }

    fn may_erase(&self, item: &Item) -> bool {
        item.person_id.is_some_and(|author| author == self.me || self.hosts)
    }

    fn erasing(&self, item: &Item) -> ConfirmDialog {
        let action = format!("{}/{}/erase", self.path(), item.id);
        ConfirmDialog::new(
            self.w,
            self.w.t("feed-erase"),
            self.w.t("feed-erase-sure"),
            action,
            self.w.t("feed-erase"),
            &self.csrf,
        )
    }

    fn calling(&self) -> Choices {
        let empty = Choices::many(self.w, "called", self.w.t("feed-call"))
            .across()
            .untold()
            .error(self.faults.on("called", self.w));
        let all = self.colleagues.iter().fold(empty, |all, one| all.choice(one.id, &one.name));
        self.form.called.iter().fold(all, Choices::chosen)
    }

    fn calling_is_open(&self) -> bool {
        !self.form.called.is_empty() || self.faults.on("called", self.w).is_some()
    }

    fn photo(&self) -> PhotoField {
        PhotoField::new(self.w, self.w.t("question-photo"), relais_files::Limits::USUAL.bytes)
            .hint(self.w.t("question-photo-hint"))
            .error(self.faults.on("photo", self.w))
            .again(self.form.had_photo)
    }

    fn pager(&self) -> Pager {
        let newest = self.passed_over.then(|| self.path());
        Pager::new(self.w, newest, self.older.map(|at| format!("{}?before={}", self.path(), at.0)))
    }

    fn nothing(&self) -> EmptyState {
        EmptyState::new(self.w.t("feed-none")).icon("message-circle").more(self.w.t("feed-none-more"))
    }
}

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    let me = PersonId(Uuid::nil());
    let item = |n: u128, author: Option<(u128, &str)>, text: &str, has_photo| Item {
        id: Uuid::from_u128(n),
        person_id: author.map(|(id, _)| PersonId(Uuid::from_u128(id))),
        name: author.map(|(_, name)| name.into()),
        text: text.into(),
        at: Instant(1_795_260_000_000_000),
        has_photo,
    };
    let long = "Anticonstitutionnellement-long".repeat(8);
    let around = Around {
        called: [(
            Uuid::from_u128(1),
            vec!["Inès Marchal".into(), "Anne-Charlotte de La Rochefoucauld".into()],
        )]
        .into(),
        reactions: [((Uuid::from_u128(1), Reaction::Useful), 4), ((Uuid::from_u128(1), Reaction::Same), 1)]
            .into(),
        mine: [(Uuid::from_u128(1), Reaction::Useful)].into(),
    };
    let list = |items, form: PostInput, faults, older| List {
        w,
        csrf: String::new(),
        now: Instant(1_795_267_200_000_000),
        zone: TimeZone::UTC,
        group: crate::groups::list::a_group("Experts 91-94"),
        hosts: false,
        me,
        items,
        around: around.clone(),
        colleagues: vec![Colleague { id: PersonId(Uuid::from_u128(7)), name: "Inès Marchal".into() }],
        older,
        passed_over: false,
        form,
        faults,
        live: Live::still(),
    };
    let empty: Faults = relais_words::Fault::on("words", "field-empty").into();
    let items = vec![
        item(
            1,
            Some((0, "Karim Benseddik")),
            "Nouvelle mise à jour des box cette nuit : le voyant reste orange dix minutes.",
            true,
        ),
        item(2, None, "Client reparti le sourire aux lèvres. Merci.", false),
        item(3, Some((2, "Anne-Charlotte-Bérengère de La Rochefoucauld-Montmorency")), &long, false),
    ];
    vec![
        Sample::of("feed/list", &list(items, PostInput::default(), Faults::none(), Some(Instant(5)))),
        Sample::of("feed/list empty", &list(vec![], PostInput::default(), Faults::none(), None)),
        Sample::of(
            "feed/list refused",
            &list(vec![], PostInput { had_photo: true, ..PostInput::default() }, empty, None),
        ),
    ]
}
