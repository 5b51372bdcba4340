//! Why each table exists, who reads it, and when its rows go (PRV-01).

use relais_store::register::{About, Entry, Retention};

/// Whoever reads boards.
const BOARD: &[&str] = &["expert", "unit_manager", "region_lead", "cx_lead"];

/// The entries of this room.
pub(crate) const OWN: &[Entry] = &[
    Entry::new("expert_group", About::Staff, &["adviser", "expert", "cx_lead"], Retention::WhileInUse),
    Entry::new(
        "expert_theme",
        About::Nobody,
        &["adviser", "expert", "cx_lead"],
        Retention::With("expert_group"),
    ),
    Entry::new("question", About::Nobody, &["adviser", "expert"], Retention::WhileInUse),
    Entry::new("question_word", About::Nobody, &["adviser", "expert"], Retention::With("question")),
    Entry::new("question_picture", About::Customers, &["adviser", "expert"], Retention::With("question")),
    Entry::new("customer_case", About::Customers, &["adviser", "expert"], Retention::Days(730, "ended_at")),
    Entry::new("case_question", About::Customers, &["adviser", "expert"], Retention::With("customer_case")),
    Entry::new(
        "reassurance_call",
        About::Customers,
        &["adviser", "expert"],
        Retention::With("customer_case"),
    ),
    Entry::new("case_touch", About::Customers, &["adviser", "expert"], Retention::With("customer_case")),
    Entry::new("board_batch", About::Nobody, BOARD, Retention::WhileInUse),
    Entry::new("board_count", About::Nobody, BOARD, Retention::With("board_batch")),
    Entry::new("board_fact", About::Nobody, &["nobody"], Retention::With("question")),
    Entry::new("question_time", About::Nobody, &["nobody"], Retention::With("question")),
    Entry::new("question_help", About::Nobody, &["adviser"], Retention::With("question")),
    Entry::new("question_again", About::Nobody, &["adviser", "expert"], Retention::With("question")),
    Entry::new("help_tie", About::Nobody, BOARD, Retention::WhileInUse),
    Entry::new("help_month", About::Nobody, BOARD, Retention::With("help_tie")),
    Entry::new("help_side", About::Nobody, BOARD, Retention::With("help_tie")),
    Entry::new("answer_thanks", About::Staff, &["self"], Retention::Days(365, "at")),
    Entry::new("feed_post", About::Staff, &["expert"], Retention::Days(365, "at")),
    Entry::new("feed_picture", About::Staff, &["expert"], Retention::With("feed_post")),
    Entry::new("feed_mention", About::Staff, &["expert"], Retention::With("feed_post")),
    Entry::new("feed_reaction", About::Staff, &["self"], Retention::With("feed_post")),
    Entry::new(
        "group_tool",
        About::Staff,
        &["adviser", "expert", "cx_lead"],
        Retention::With("expert_group"),
    ),
    Entry::new(
        "tool_review",
        About::Nobody,
        &["adviser", "expert", "cx_lead"],
        Retention::With("group_tool"),
    ),
];
