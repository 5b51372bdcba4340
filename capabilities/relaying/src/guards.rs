//! What the database itself refuses.

use relais_store::guard::Guard;

/// The rules of this room as triggers.
pub(crate) const ALL: &[Guard] = &[
    Guard::requires_rows(
        "host_is_of_their_trade",
        "expert_group",
        "1 = 1",
        "not exists (select 1 from person p where p.org_id = {row}.org_id and ((p.id = {row}.first_host_id \
         and coalesce(p.trade_code, '') <> {row}.first_trade) or (p.id = {row}.second_host_id \
         and coalesce(p.trade_code, '') <> {row}.second_trade)))",
    ),
    Guard::requires_rows(
        "question_is_of_its_groups_theme",
        "question",
        "1 = 1",
        "not exists (select 1 from expert_theme t where t.org_id = {row}.org_id and t.id = {row}.theme_id \
         and t.group_id <> {row}.group_id)",
    ),
    Guard::fixed(
        "what_was_asked_of_a_group_stays",
        "question",
        &["promise_id", "text", "asked_at", "asked_day", "due_at"],
    ),
    Guard::moves_only(
        "first_answer_stays_first",
        "question",
        &["first_answered_at"],
        "({old}.first_answered_at is null)",
    ),
    Guard::kept_when("question_is_never_removed", "question", "1 = 1"),
    Guard::append_only("question_words_are_kept", "question_word"),
];
