//! A question: who has it until when, what was said back, and what one can do about it.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse as _, Response},
};
use jiff::tz::TimeZone;
use relais_baton::{Actor, Baton, Holder, actor};
use relais_kernel::Instant;
use relais_web::{
    Can, Cx, Failure, Live, Outcome, Page, Sample,
    components::{Button, Chip, Field, LinkButton, Notice, PhotoField, Select},
};
use relais_words::{Faults, Words};
use uuid::Uuid;

use super::{
    after::After,
    checks::{LONGEST_ANSWER, PassInput, QuestionState, Speaker, WordKind},
    judge,
    list::{a_question, chip},
    store::{self, Question, Word},
};
use crate::{
    ReadQuestions,
    answers::Answer,
    cases::reading as cases,
    groups::store::{self as groups, Known},
    knowledge,
    thanks::store as thanks,
};

/// What was typed on the page and refused.
#[derive(Clone, Debug, Default)]
pub(crate) struct Typed {
    pub(crate) words: String,
    /// A photo came with them: browsers forget it.
    pub(crate) had_photo: bool,
    pub(crate) pass: PassInput,
    pub(crate) thanks: String,
    pub(crate) faults: Faults,
}

#[derive(Template)]
#[template(path = "questions/show.html")]
struct Show<'a> {
    w: &'a Words,
    csrf: String,
    now: Instant,
    zone: TimeZone,
    question: Question,
    promise: Baton,
    me: Actor,
    words: Vec<Word>,
    has_photo: bool,
    others: Vec<Known>,
    /// The customer's request that it is asked for, when whoever reads keeps it.
    case: Option<Uuid>,
    typed: Typed,
    /// For whoever asked, once it is answered.
    after: Option<After>,
    /// The question whose answer did not do.
    earlier: Option<Uuid>,
    live: Live,
    /// For those of the group, once it was answered: the entry that was made of it, or how often it was asked.
    known: Option<Kept>,
}

/// What the group knows of an answered question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kept {
    /// The entry that was made of it.
    Entry(Uuid),
    /// No entry yet: how often nearly the same was asked lately.
    Asked(i64),
}

pub(crate) async fn page(cx: Cx, _: Can<ReadQuestions>, Path(id): Path<Uuid>) -> Outcome {
    shown(&cx, id, Typed::default()).await
}

async fn shown(cx: &Cx, id: Uuid, typed: Typed) -> Outcome<Page> {
    let db = cx.db();
    let me = actor(&db, cx.viewer().person, cx.today()).await?;
    let live = cx.live(relais_baton::topics(&me)).await?;
    let (question, promise) = store::read(&db, id, &me).await?.ok_or(Failure::NotFound)?;
    let words = store::words(&db, id).await?;
    let has_photo = store::picture_of(&db, id).await?.is_some();
    let case = match cases::of_question(&db, id).await? {
        Some(case) => cases::read(&db, case, &me, cx.today()).await?.map(|(case, _)| case.id),
        None => None,
    };
    let known = if question.state == QuestionState::Answered
        && promise.team.is_some_and(|team| me.teams.contains(&team))
    {
        Some(match knowledge::store::of_question(&db, id).await? {
            Some(entry) => Kept::Entry(entry),
            None => Kept::Asked(knowledge::similar::asked_lately(&db, &question.text, cx.today()).await?),
        })
    } else {
        None
    };
    let earlier = match judge::earlier(&db, id).await? {
        // Another group may answer this one than the one that was asked first: it reads no question that is not its own.
        Some(earlier) => store::read(&db, earlier, &me).await?.map(|_| earlier),
        None => None,
    };
    let after = after(cx, (&question, &promise), &typed).await?;
    let mut others = groups::groups(&db).await?;
    others.retain(|group| Some(group.team_id) != promise.team);
    let show = Show {
        w: &cx.w,
        csrf: cx.csrf(),
        now: cx.now(),
        zone: cx.organisation().zone.clone(),
        question,
        promise,
        me,
        words,
        has_photo,
        others,
        case,
        typed,
        after,
        earlier,
        live: live.at(format!("/questions/{id}")).saying(cx.w.t("questions-changed")),
        known,
    };
    let shell = cx.shell(cx.w.t("question")).back("/questions", cx.w.t("questions-title"));
    cx.page(shell, &show)
}

/// What whoever asked may do once it is answered: for them alone.
async fn after(cx: &Cx, (question, promise): (&Question, &Baton), typed: &Typed) -> Outcome<Option<After>> {
    let (db, me) = (cx.db(), cx.viewer().person);
    if question.state != QuestionState::Answered || !promise.awaited_by(me) {
        return Ok(None);
    }
    Ok(Some(After {
        w: cx.w.clone(),
        csrf: cx.csrf(),
        id: question.id,
        helped: judge::of(&db, question.id).await?,
        may_thank: thanks::answerer(question.state, promise).is_some_and(|person| person != me),
        thanked: thanks::is_thanked(&db, question.id).await?,
        typed: typed.thanks.clone(),
        faults: typed.faults.clone(),
    }))
}

/// The page with what was typed on it and refused.
pub(crate) async fn refused(cx: &Cx, id: Uuid, typed: Typed) -> Outcome<Response> {
    Ok(shown(cx, id, typed).await?.refused().into_response())
}

impl Show<'_> {
    fn chip(&self) -> Chip {
        chip(self.w, &self.question, self.now)
    }

    fn sentence(&self) -> Option<String> {
        if !self.promise.is_held() {
            return None;
        }
        let until = self.w.when(&self.promise.promised_at, &self.now, &self.zone);
        let key = match self.promise.holder {
            Some(Holder::Person(person)) if person == self.me.person => "question-held-by-you",
            Some(Holder::Person(_)) => "question-held",
            _ => "question-held-by-group",
        };
        let words = self.w.t(key).with("group", self.question.group_name.as_str());
        Some(words.with("until", until).to_string())
    }

    /// To which groups it is held out.
    fn held_out(&self) -> Vec<String> {
        let to =
            |group: &&Known| self.promise.offers.iter().any(|offer| offer.to == Holder::Team(group.team_id));
        let told =
            |group: &Known| self.w.t("question-held-out").with("group", group.name.as_str()).to_string();
        self.others.iter().filter(to).map(told).collect()
    }

    fn baton_href(&self) -> String {
        format!("/batons/{}", self.promise.id)
    }

    /// Whoever holds it answers; so does anybody of the group that does, but for whoever asked.
    fn may_answer(&self) -> bool {
        self.promise.is_held()
            && self.me.holds(&self.promise)
            && (!self.asked() || self.promise.holder == Some(Holder::Person(self.me.person)))
    }

    /// It is the group's, or held out to one's own group.
    fn may_take(&self) -> bool {
        let theirs = |to: Holder| matches!(to, Holder::Team(team) if self.me.teams.contains(&team));
        let held_out = |to: Holder| theirs(to) || to == Holder::Person(self.me.person);
        self.promise.is_held()
            && !self.asked()
            && self.promise.holder != Some(Holder::Person(self.me.person))
            && (self.promise.holder.is_some_and(theirs)
                || self.promise.offers.iter().any(|offer| held_out(offer.to)))
    }

    fn asked(&self) -> bool {
        self.promise.awaited_by(self.me.person)
    }

    /// Whoever asked may need no answer any more.
    fn may_withdraw(&self) -> bool {
        self.promise.is_held() && self.asked()
    }

    /// What was asked often is offered to become an entry, with the reason; anything else without.
    fn often(&self) -> Option<Notice> {
        let Some(Kept::Asked(n)) = self.known else { return None };
        let often = (n >= knowledge::similar::OFTEN).then_some(n)?;
        let more = Notice::plain(self.w.t("knowledge-often-more"));
        Some(more.title(self.w.t("knowledge-often").with("n", often)))
    }

    fn entry(&self) -> Option<LinkButton> {
        Some(
            match self.known? {
                Kept::Entry(entry) => {
                    LinkButton::plain(format!("/knowledge/{entry}"), self.w.t("knowledge-made"))
                }
                Kept::Asked(n) => {
                    let (to, words) =
                        (format!("/knowledge/new?question={}", self.question.id), self.w.t("knowledge-make"));
                    if n >= knowledge::similar::OFTEN {
                        LinkButton::primary(to, words)
                    } else {
                        LinkButton::plain(to, words)
                    }
                }
            }
            .icon("book-open"),
        )
    }

    /// What adding is called: telling more, answering what the group asked, or helping whoever has it.
    fn adding(&self) -> &'static str {
        match (self.asked(), self.question.stands) {
            (true, true) => "question-tell",
            (true, false) => "question-add",
            (false, _) => "question-help",
        }
    }

    /// What shows better than it is said.
    fn photo(&self) -> PhotoField {
        PhotoField::new(self.w, self.w.t("question-photo"), relais_files::Limits::USUAL.bytes)
            .hint(self.w.t("question-word-photo-hint"))
            .error(self.typed.faults.on("photo", self.w))
            .again(self.typed.had_photo)
    }

    fn passing(&self) -> Select {
        let empty = Select::new(self.w, "to", self.w.t("question-pass-to")).option("", "");
        let some = self.others.iter().fold(empty, |all, group| all.option(group.id, &group.name));
        some.value(&self.typed.pass.to).error(self.typed.faults.on("to", self.w)).required().untold()
    }

    fn is_passing_wrong(&self) -> bool {
        self.typed.faults.on("to", self.w).is_some()
    }

    fn words(&self, word: &Word) -> Answer {
        Answer::new(&word.text)
    }

    fn who(&self, word: &Word) -> String {
        match (word.speaker, word.kind) {
            (Speaker::Asker, _) => self.w.t("question-asker").to_string(),
            (Speaker::Group, WordKind::Clarify) => {
                self.w.t("question-asks").with("group", self.question.group_name.as_str()).to_string()
            }
            (Speaker::Group, _) => self.question.group_name.clone(),
        }
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let me = relais_kernel::PersonId(Uuid::nil());
    let somebody = relais_kernel::PersonId(Uuid::from_u128(1));
    let team = relais_kernel::TeamId(Uuid::from_u128(2));
    let waiter = |person| relais_baton::Waiter {
        id: relais_kernel::WaiterId(Uuid::nil()),
        who: relais_baton::Waiting::person(person),
        attempts: 0,
        told: None,
    };
    let show = |state, holder: Holder, asker, words, faults: Faults| Show {
        w,
        csrf: String::new(),
        now: Instant(1_795_267_000_000_000),
        zone: TimeZone::UTC,
        question: a_question("Nouvelle box, le voyant clignote orange depuis ce matin.", state),
        promise: Baton {
            end: (state == QuestionState::Answered)
                .then(|| relais_baton::End { outcome: "answered".into(), at: Instant(1) }),
            waiters: vec![waiter(asker)],
            ..Baton::sample(holder)
        },
        me: Actor { person: me, teams: vec![team] },
        words,
        has_photo: true,
        others: vec![crate::groups::list::a_group("Facture et contrats")],
        case: Some(Uuid::nil()),
        after: (state == QuestionState::Answered).then(|| After {
            w: w.clone(),
            csrf: String::new(),
            id: Uuid::nil(),
            helped: Some(judge::Helped::Partly),
            may_thank: true,
            thanked: faults.is_empty(),
            typed: String::new(),
            faults: faults.clone(),
        }),
        earlier: Some(Uuid::nil()),
        typed: Typed { faults, ..Typed::default() },
        live: Live::still(),
        known: None,
    };
    let word = |speaker, kind, text: &str| Word {
        id: Uuid::nil(),
        has_photo: kind == WordKind::Answer,
        speaker,
        kind,
        text: text.into(),
        day: relais_kernel::Day::from_date(jiff::civil::date(2026, 11, 21)),
    };
    let answer = word(
        Speaker::Group,
        WordKind::Answer,
        "1. Débrancher la box.\n2. Attendre dix secondes.\n3. Rattacher la ligne.",
    );
    let asks = word(Speaker::Group, WordKind::Clarify, "De quelle couleur est le second voyant ?");
    let tells = word(Speaker::Asker, WordKind::Word, "Vert, fixe.");
    let (mine, other) = (Holder::Person(me), Holder::Person(somebody));
    let none = Faults::none;
    let empty: Faults = relais_words::Fault::on("words", "field-empty").into();
    let unthanked: Faults = relais_words::Fault::on("thanks", "field-empty").into();
    let nobody: Faults = relais_words::Fault::on("to", "question-pass-to-nobody").into();
    vec![
        Sample::of(
            "questions/show held",
            &show(QuestionState::Asked, mine, somebody, vec![asks.clone(), tells], none()),
        ),
        Sample::of("questions/show refused", &show(QuestionState::Asked, mine, somebody, vec![], empty)),
        Sample::of(
            "questions/show passed to nobody",
            &show(QuestionState::Asked, mine, somebody, vec![], nobody),
        ),
        Sample::of(
            "questions/show for the group",
            &show(QuestionState::Asked, Holder::Team(team), somebody, vec![], none()),
        ),
        Sample::of("questions/show waits", &show(QuestionState::Asked, other, me, vec![asks], none())),
        Sample::of(
            "questions/show answered",
            &show(QuestionState::Answered, other, me, vec![answer.clone()], none()),
        ),
        Sample::of(
            "questions/show asked often",
            &Show {
                known: Some(Kept::Asked(3)),
                ..show(QuestionState::Answered, other, me, vec![answer.clone()], none())
            },
        ),
        Sample::of(
            "questions/show with its entry",
            &Show {
                known: Some(Kept::Entry(Uuid::nil())),
                ..show(QuestionState::Answered, other, me, vec![answer.clone()], none())
            },
        ),
        Sample::of(
            "questions/show thanks refused",
            &show(QuestionState::Answered, other, me, vec![answer], unthanked),
        ),
    ]
}
