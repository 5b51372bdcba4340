#![doc = include_str!("../README.md")]

mod ageing;
mod batons;
mod calling;
mod clocks;
mod duties;
mod giving;
mod history;
mod ladder;
mod leaving;
mod lists;
mod load;
mod names;
mod openings;
mod passes;
mod passing;
mod presence;
mod reading;
mod register;
mod ringing;
pub mod rules;
mod speaking;
mod stints;
mod story;
mod teams;
mod telling;

use relais_kernel::{BatonKind, Setting};
use relais_store::{Migration, Schema, guard::Guard, jobs::Kind, outbox::Listener};
use relais_words::Source;

pub use ageing::{NAMES_KEPT, cut_names};
pub use batons::{Baton, End, Holder, Offer, State, Told, Waiter, WaiterKind, Waiting};
pub use calling::{settled_of, untold};
pub use clocks::{Hours, Target, hours_for, hours_of, hours_of_team};
pub use duties::{change_duty, hand_on, in_duty, promised_by};
pub use giving::{Gift, Promise, Title, give};
pub use history::{Broken, verify};
pub use ladder::climb;
pub use leaving::{Handing, company_left, hand_over};
pub use lists::{Card, Given, Mine, concerns, given_by, mine, open_of};
pub use load::{MOST_HELD, full, with_room};
pub use names::{Called, called, title};
pub use openings::{open_at, openings};
pub use passes::{Pass, passes};
pub use passing::{accept, offer, refuse, take, withdraw};
pub use presence::{Colleague, Presence, away, colleagues, here, of as presence_of};
pub use reading::{baton, hold_all, lock};
pub use ringing::{TEAMS, topics};
pub use rules::{Actor, Refusal};
pub use speaking::{mark, news, note, pause, replied, reply, resume};
pub use stints::{Stint, leave, may_stand, stand, standing, stints};
pub use story::{Chapter, Line, Reader, story};
pub use teams::{
    Member, Team, TeamKind, actor, duty, host, hosts_of, members, network_leads, region_leads, teams_of,
    unit_leads,
};
pub use telling::{attempt, end, forgo, join, seek_again, tell, tell_all_in_writing};

/// The tables of this room.
pub const SCHEMA: Schema = Schema {
    room: "baton",
    migrations: &[
        Migration { name: "2026_11_22_baton", sql: include_str!("../migrations/2026_11_22_baton.sql") },
        Migration {
            name: "2026_11_22_baton_offer_by_baton",
            sql: include_str!("../migrations/2026_11_22_baton_offer_by_baton.sql"),
        },
        Migration {
            name: "2026_11_22_baton_names_to_cut",
            sql: include_str!("../migrations/2026_11_22_baton_names_to_cut.sql"),
        },
        Migration {
            name: "2026_11_22_baton_hears_first",
            sql: include_str!("../migrations/2026_11_22_baton_hears_first.sql"),
        },
        Migration {
            name: "2026_11_22_baton_waiter_untold",
            sql: include_str!("../migrations/2026_11_22_baton_waiter_untold.sql"),
        },
        Migration {
            name: "2026_11_22_baton_groups",
            sql: include_str!("../migrations/2026_11_22_baton_groups.sql"),
        },
        Migration {
            name: "2026_11_22_baton_passes",
            sql: include_str!("../migrations/2026_11_22_baton_passes.sql"),
        },
    ],
    guards: &[
        Guard::fixed(
            "what_was_promised_stays",
            "baton",
            &["promised_at", "hears_first_at", "created_at", "kind", "subject_id"],
        ),
        Guard::moves_only(
            "holder_changes_by_acceptance",
            "baton",
            &["holder_person_id", "holder_team_id"],
            "({row}.names_cut_at is not null \
             or exists (select 1 from baton_offer o where o.org_id = {row}.org_id and o.baton_id = {row}.id \
             and o.state = 'accepted' and o.answered_seq = {row}.seq and o.answered_by = {row}.holder_person_id) \
             or ({row}.holder_team_id is not null and exists (select 1 from person p where p.org_id = {old}.org_id \
             and p.id = {old}.holder_person_id and p.left_day is not null)))",
        ),
        Guard::requires_rows(
            "ended_only_when_told",
            "baton",
            "{row}.state = 'ended'",
            "(exists (select 1 from baton_waiter w where w.org_id = {row}.org_id and w.baton_id = {row}.id) \
             and not exists (select 1 from baton_waiter w where w.org_id = {row}.org_id \
             and w.baton_id = {row}.id and w.told is null))",
        ),
        Guard::moves_only(
            "ended_baton_stays_ended",
            "baton",
            &["state", "outcome", "ended_at", "seq", "head"],
            "({old}.state = 'held')",
        ),
        Guard::kept_when("held_baton_is_never_removed", "baton", "{row}.state = 'held'"),
        Guard::requires_rows(
            "nobody_waits_for_an_ended_baton",
            "baton_waiter",
            "{row}.told is null",
            "exists (select 1 from baton b where b.org_id = {row}.org_id and b.id = {row}.baton_id \
             and b.state = 'held')",
        ),
        Guard::moves_only("told_stays_told", "baton_waiter", &["told", "told_at"], "({old}.told is null)"),
        Guard::requires_rows(
            "unreachable_after_three_attempts",
            "baton_waiter",
            "{row}.told = 'unreachable'",
            "((select count(*) from baton_attempt a where a.org_id = {row}.org_id and a.waiter_id = {row}.id) >= 3)",
        ),
        Guard::kept_when("nobody_stops_waiting_untold", "baton_waiter", "{row}.told is null"),
        Guard::moves_only(
            "answered_offer_stays_answered",
            "baton_offer",
            &["state"],
            "({old}.state = 'open')",
        ),
        Guard::append_only_until(
            "baton_history_stays",
            "baton_event",
            "not exists (select 1 from baton b where b.org_id = {row}.org_id and b.id = {row}.baton_id \
             and b.state = 'held')",
        ),
        Guard::moves_only("words_are_only_erased", "baton_words", &["text"], "({row}.text is null)"),
        Guard::fixed("hash_of_words_stays", "baton_words", &["hash"]),
    ],
    register: register::OWN,
};

/// Which events this room hears: whoever leaves the organisation holds nothing any more.
pub const LISTENERS: &[Listener] = &[Listener::each("directory.person_left", leaving::RETURN)];

/// The work of this room, for the kinds of all capabilities.
pub fn jobs(kinds: &[BatonKind]) -> Vec<Kind> {
    vec![ladder::job(kinds), ageing::job(), leaving::listening(), leaving::sweeping()]
}

/// What an organisation may set of it.
pub const SETTINGS: &[Setting] = &[NAMES_KEPT, MOST_HELD];

/// The words of this room.
pub const WORDS: Source =
    Source { room: "baton", fr: include_str!("../locales/fr.ftl"), en: include_str!("../locales/en.ftl") };
