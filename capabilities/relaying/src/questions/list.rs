//! What one's groups are asked, by the time promised, and what one asked.

use askama::Template;
use jiff::tz::TimeZone;
use relais_baton::actor;
use relais_kernel::{Instant, PersonId};
use relais_web::{
    Can, Cx, Live, Outcome, Sample,
    components::{Chip, EmptyState, LinkButton, Tone},
};
use relais_words::Words;

use super::{
    checks::QuestionState,
    store::{self, Question},
};
use crate::{AskQuestion, ReadQuestions};

const SHOWN: usize = 50;

#[derive(Template)]
#[template(path = "questions/list.html")]
struct List<'a> {
    w: &'a Words,
    now: Instant,
    zone: TimeZone,
    waiting: Vec<Question>,
    mine: Vec<Question>,
    may_ask: bool,
    live: Live,
    me: PersonId,
}

pub(crate) async fn page(cx: Cx, _: Can<ReadQuestions>) -> Outcome {
    let (db, person) = (cx.db(), cx.viewer().person);
    let me = actor(&db, person, cx.today()).await?;
    let live = cx.live(relais_baton::topics(&me)).await?;
    let list = List {
        w: &cx.w,
        now: cx.now(),
        zone: cx.organisation().zone.clone(),
        waiting: store::waiting(&db, &me, SHOWN).await?,
        mine: store::asked_by(&db, person, SHOWN).await?,
        may_ask: cx.viewer().may::<AskQuestion>(),
        live: live.at("/questions").saying(cx.w.t("questions-changed")),
        me: person,
    };
    cx.page(cx.shell(cx.w.t("questions-title")), &list)
}

impl List<'_> {
    fn chip(&self, question: &Question) -> Chip {
        chip(self.w, question, self.now)
    }

    fn more(&self, question: &Question) -> String {
        let due = self.w.when(&question.due_at, &self.now, &self.zone);
        let key =
            if question.state == QuestionState::Asked { "question-until" } else { "question-was-until" };
        let until = self.w.t(key).with("until", due).to_string();
        let place = question.unit_name.iter().map(String::as_str);
        let parts: Vec<&str> =
            [question.theme.as_str()].into_iter().chain(place).chain([until.as_str()]).collect();
        parts.join(" · ")
    }

    /// Of what waits, what one has taken oneself.
    fn is_mine(&self, question: &Question) -> bool {
        question.holder == Some(self.me)
    }

    /// What somebody else of the group has taken.
    fn is_taken(&self, question: &Question) -> bool {
        question.holder.is_some_and(|holder| holder != self.me)
    }

    fn nothing(&self) -> EmptyState {
        EmptyState::new(self.w.t("questions-none")).icon("hand-helping").more(self.w.t("questions-none-more"))
    }
}

/// What became of a question, in words and colour.
pub(super) fn chip(w: &Words, question: &Question, now: Instant) -> Chip {
    if question.state == QuestionState::Asked && question.due_at < now && !question.stands {
        return Chip::new(w.t("question-late")).tone(Tone::Late).icon("clock");
    }
    if question.state == QuestionState::Asked && question.stands {
        return Chip::new(w.t("question-state-stands")).tone(Tone::Soon).icon("message-circle");
    }
    let tone = match question.state {
        QuestionState::Asked => Tone::Soon,
        QuestionState::Answered => Tone::Kept,
        QuestionState::Withdrawn => return Chip::new(w.t("question-state-withdrawn")),
    };
    Chip::new(w.t(&format!("question-state-{}", question.state))).tone(tone)
}

pub(super) fn a_question(text: &str, state: QuestionState) -> Question {
    Question {
        device: "Box 6".into(),
        id: uuid::Uuid::nil(),
        promise_id: relais_kernel::BatonId(uuid::Uuid::nil()),
        text: text.into(),
        theme: "Internet".into(),
        group_name: "Experts 91-94".into(),
        unit_name: Some("Évry".into()),
        state,
        due_at: Instant(1_795_267_200_000_000),
        asked_day: relais_kernel::Day::from_date(jiff::civil::date(2026, 11, 21)),
        stands: false,
        holder: None,
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let list = |waiting, mine| List {
        w,
        now: Instant(1_795_267_200_000_001),
        zone: TimeZone::UTC,
        waiting,
        mine,
        may_ask: true,
        live: Live::still(),
        me: PersonId(uuid::Uuid::nil()),
    };
    let box_ = "Nouvelle box, le voyant clignote orange depuis ce matin, redémarrée deux fois";
    let long = "Anticonstitutionnellement-long".repeat(8);
    vec![
        Sample::of(
            "questions/list",
            &list(
                vec![a_question(box_, QuestionState::Asked), a_question(&long, QuestionState::Asked)],
                vec![a_question(box_, QuestionState::Answered), a_question(&long, QuestionState::Withdrawn)],
            ),
        ),
        Sample::of("questions/list empty", &list(vec![], vec![])),
    ]
}
