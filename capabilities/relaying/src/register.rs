//! Why each table exists, who reads it, and when its rows go (PRV-01).

use relais_store::register::{About, Entry, Retention};

use crate::status::effort::WORDS_KEPT_DAYS;
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
    Entry::new(
        "group_department",
        About::Nobody,
        &["adviser", "expert", "cx_lead"],
        Retention::With("expert_group"),
    ),
    Entry::new("question", About::Nobody, &["adviser", "expert"], Retention::WhileInUse),
    Entry::new("question_word", About::Nobody, &["adviser", "expert"], Retention::With("question")),
    Entry::new("question_picture", About::Customers, &["adviser", "expert"], Retention::With("question")),
    Entry::new("word_picture", About::Nobody, &["adviser", "expert"], Retention::With("question_word")),
    Entry::new("customer_reference", About::Nobody, &["adviser", "cx_lead", "admin"], Retention::WhileInUse),
    Entry::new("customer_case", About::Customers, &["adviser", "expert"], Retention::Days(730, "ended_at")),
    Entry::new("case_question", About::Customers, &["adviser", "expert"], Retention::With("customer_case")),
    Entry::new(
        "reassurance_call",
        About::Customers,
        &["adviser", "expert"],
        Retention::With("customer_case"),
    ),
    Entry::new("knowledge_entry", About::Nobody, &["adviser", "expert"], Retention::WhileInUse),
    Entry::new(
        "knowledge_version",
        About::Nobody,
        &["adviser", "expert"],
        Retention::With("knowledge_entry"),
    ),
    Entry::new("knowledge_event", About::Nobody, &["adviser", "expert"], Retention::With("knowledge_entry")),
    Entry::new("knowledge_reuse", About::Nobody, &["adviser", "expert"], Retention::WhileInUse),
    Entry::new("knowledge_term", About::Nobody, &["nobody"], Retention::WhileInUse),
    Entry::new("knowledge_spelling", About::Nobody, &["nobody"], Retention::With("knowledge_term")),
    Entry::new("knowledge_document", About::Nobody, &["nobody"], Retention::WhileInUse),
    Entry::new("knowledge_posting", About::Nobody, &["nobody"], Retention::With("knowledge_document")),
    Entry::new("case_touch", About::Customers, &["adviser", "expert"], Retention::With("customer_case")),
    Entry::new("case_link", About::Customers, &["adviser", "expert"], Retention::With("customer_case"))
        .without(&["hash", "secret"]),
    Entry::new("case_message", About::Customers, &["adviser", "expert"], Retention::With("customer_case")),
    // Its words go after two years; a score of nobody stays for the curves.
    Entry::new(
        "effort_answer",
        About::Customers,
        &["cx_lead"],
        Retention::Emptied(WORDS_KEPT_DAYS, "answered_day"),
    ),
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
