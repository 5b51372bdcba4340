//! Whether somebody may be contacted, and which rule says no (PRV-12): a pure decision over what was sent, what they refused
//! and what is still open between us.

use relais_kernel::{Counted, Instant, Setting};
use relais_words::Words;
use uuid::Uuid;

use crate::Channel;

relais_kernel::codes! {
    /// Why somebody is contacted.
    pub enum Class {
        /// Something about what they asked for.
        Service = "service",
        /// How one visit or call went.
        Transactional = "transactional",
        /// How they find us as a whole.
        Relational = "relational",
        /// Whether a follow-up helped.
        SecondMeasure = "second_measure",
        /// A danger near them.
        Hazard = "hazard",
    }
}

impl Class {
    /// Whether it asks something of them for our sake.
    pub fn is_survey(self) -> bool {
        matches!(self, Self::Transactional | Self::Relational | Self::SecondMeasure)
    }
}

relais_kernel::codes! {
    /// What became of a message.
    pub enum State {
        /// On its way.
        Leaving = "leaving",
        /// The carrier took it.
        Sent = "sent",
        /// It never left: it counts for nothing.
        Failed = "failed",
    }
}

/// Days between two surveys about single visits.
pub const TRANSACTIONAL_EVERY: Setting =
    Setting { code: "contact.transactional_every", default: 30, least: 7, most: 365, counted: Counted::Days };

/// Days between two surveys about us as a whole.
pub const RELATIONAL_EVERY: Setting =
    Setting { code: "contact.relational_every", default: 90, least: 30, most: 365, counted: Counted::Days };

const DAY: i64 = 86_400_000_000;

/// The numbers that the decision takes from the organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules {
    /// Days between two transactional surveys.
    pub transactional_every: i64,
    /// Days between two relational ones.
    pub relational_every: i64,
}

impl Default for Rules {
    fn default() -> Self {
        Self::chosen(|setting| setting.default)
    }
}

impl Rules {
    /// The numbers that hold, as the organisation's settings tell them.
    pub fn chosen(value: impl Fn(&Setting) -> i64) -> Self {
        Self { transactional_every: value(&TRANSACTIONAL_EVERY), relational_every: value(&RELATIONAL_EVERY) }
    }
}

/// What a message is about: a kind and an id of the room that sends it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// The kind, such as `listening.followup`.
    pub kind: String,
    /// The id.
    pub id: Uuid,
}

/// A message that somebody wants to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Why.
    pub class: Class,
    /// How.
    pub channel: Channel,
    /// When it would leave.
    pub at: Instant,
    /// What about; a second measure must say it.
    pub about: Option<About>,
    /// Whether the customer waits for it. It means something for service messages alone.
    pub awaited: bool,
    /// Whether a follow-up or a complaint of theirs is open.
    pub followup_open: bool,
}

/// A message that left, or is on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// Why.
    pub class: Class,
    /// How.
    pub channel: Channel,
    /// When.
    pub at: Instant,
    /// What about.
    pub about: Option<About>,
    /// What became of it.
    pub state: State,
}

/// What is known of the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Person<'a> {
    /// Whether they were erased.
    pub erased: bool,
    /// The channels that lead to them.
    pub reached_by: &'a [Channel],
    /// The channels on which one of their addresses is suppressed.
    pub suppressed: &'a [Channel],
}

/// Whether somebody may be contacted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// They may.
    Yes,
    /// This rule says no.
    No(Rule),
}

/// Why somebody is not contacted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Nothing is known of them any more.
    Erased,
    /// Nothing leads to them this way.
    NoAddress(Channel),
    /// They asked not to be contacted.
    OptedOut,
    /// Something of theirs is still open: it is settled before anything is asked.
    FollowUpOpen,
    /// Whether this follow-up helped was asked already.
    MeasuredBefore,
    /// They were surveyed less than twenty-four hours ago.
    WithinADay,
    /// They were asked about a visit less than so many days ago.
    Transactional(i64),
    /// They were asked about us as a whole less than so many days ago.
    Relational(i64),
}

impl Rule {
    /// Its code, for lists and counts.
    pub fn code(self) -> &'static str {
        match self {
            Self::Erased => "erased",
            Self::NoAddress(_) => "no_address",
            Self::OptedOut => "opted_out",
            Self::FollowUpOpen => "followup_open",
            Self::MeasuredBefore => "measured_before",
            Self::WithinADay => "within_a_day",
            Self::Transactional(_) => "transactional",
            Self::Relational(_) => "relational",
        }
    }

    /// « Pourquoi pas lui ? », answered in a sentence.
    pub fn say(self, w: &Words) -> String {
        let key = format!("contact-why-not-{}", self.code().replace('_', "-"));
        let sentence = w.t(&key);
        match self {
            Self::NoAddress(channel) => {
                sentence.with("channel", w.t(&format!("contact-channel-{channel}")).to_string())
            }
            Self::Transactional(days) | Self::Relational(days) => sentence.with("n", days),
            _ => sentence,
        }
        .to_string()
    }
}

/// Decides. A service message that the customer waits for always passes; one that they do not wait for, and a warning, pass
/// unless they refused that channel; a survey passes when they refused nothing at all, nothing of theirs is open, none went
/// out within twenty-four hours, and its own class has rested long enough. A second measure goes out once for what it is
/// about, and counts against no class.
pub fn decide(person: Person<'_>, asked: &Asked, sent: &[Sent], rules: &Rules) -> Verdict {
    let no = |rule| Verdict::No(rule);
    if person.erased {
        return no(Rule::Erased);
    }
    if !person.reached_by.contains(&asked.channel) {
        return no(Rule::NoAddress(asked.channel));
    }
    if !asked.class.is_survey() {
        let waits = asked.class == Class::Service && asked.awaited;
        let refused = person.suppressed.contains(&asked.channel);
        return if refused && !waits { no(Rule::OptedOut) } else { Verdict::Yes };
    }
    // « Stop » to one channel is not answered by asking on another.
    if !person.suppressed.is_empty() {
        return no(Rule::OptedOut);
    }
    if asked.followup_open {
        return no(Rule::FollowUpOpen);
    }
    let counted = || sent.iter().filter(|sent| sent.state != State::Failed);
    let about_the_same = |sent: &Sent| sent.class == Class::SecondMeasure && sent.about == asked.about;
    if asked.class == Class::SecondMeasure && counted().any(about_the_same) {
        return no(Rule::MeasuredBefore);
    }
    // What is planned for later counts as what went out before.
    let within = |sent: &Sent, span: i64| asked.at.0.abs_diff(sent.at.0) < span.unsigned_abs();
    if counted().any(|sent| sent.class.is_survey() && within(sent, DAY)) {
        return no(Rule::WithinADay);
    }
    let (days, rule): (i64, fn(i64) -> Rule) = match asked.class {
        Class::Transactional => (rules.transactional_every, Rule::Transactional),
        Class::Relational => (rules.relational_every, Rule::Relational),
        _ => return Verdict::Yes,
    };
    if counted().any(|sent| sent.class == asked.class && within(sent, days.saturating_mul(DAY))) {
        return no(rule(days));
    }
    Verdict::Yes
}

#[cfg(test)]
mod tests;
