//! What the database itself refuses.

use relais_store::guard::Guard;

/// While a customer waits, nothing of what was done for them goes.
const OPEN: &str = "exists (select 1 from customer_case c where c.org_id = {row}.org_id and c.id = {row}.case_id \
     and c.outcome is null)";
const CLOSED: &str = "not exists (select 1 from customer_case c where c.org_id = {row}.org_id and c.id = {row}.case_id \
     and c.outcome is null)";

/// A customer writes about what they wait for; whoever has their answer calls.
const NOT_ENDED: &str = "not exists (select 1 from customer_case c where c.org_id = {row}.org_id \
     and c.id = {row}.case_id and c.outcome is not null)";

/// The rules of this room as triggers.
pub(crate) const ALL: &[Guard] = &[
    Guard::requires_rows(
        "host_is_of_their_trade",
        "expert_group",
        "{row}.closed_day is null",
        "not exists (select 1 from person p where p.org_id = {row}.org_id and ((p.id = {row}.first_host_id \
         and coalesce(p.trade_code, '') <> {row}.first_trade) or (p.id = {row}.second_host_id \
         and coalesce(p.trade_code, '') <> {row}.second_trade)))",
    ),
    Guard::moves_only(
        "group_changes_by_version",
        "expert_group",
        &["name", "about", "first_host_id", "second_host_id", "closed_day", "successor_id"],
        "({row}.version = {old}.version + 1)",
    ),
    Guard::moves_only(
        "closed_group_stays_closed",
        "expert_group",
        &["version", "closed_day", "successor_id", "team_id"],
        "({old}.closed_day is null)",
    ),
    Guard::requires_rows(
        "closed_group_is_followed_by_another",
        "expert_group",
        "{row}.successor_id is not null",
        "({row}.closed_day is not null and exists (select 1 from expert_group g where g.org_id = {row}.org_id \
         and g.id = {row}.successor_id and g.id <> {row}.id and g.closed_day is null))",
    ),
    Guard::fixed("theme_keeps_its_name", "expert_theme", &["group_id", "name"]),
    Guard::kept_when("theme_is_never_removed", "expert_theme", "1 = 1"),
    Guard::requires_rows(
        "a_group_that_answers_is_asked",
        "question",
        "({row}.state = 'asked' and {row}.first_answered_at is null)",
        "not exists (select 1 from expert_theme t join expert_group g on g.org_id = t.org_id and g.id = t.group_id \
         where t.org_id = {row}.org_id and t.id = {row}.theme_id and (t.retired_day is not null or g.closed_day is not null))",
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
        &["promise_id", "text", "device", "asked_at", "asked_day", "due_at"],
    ),
    Guard::moves_only(
        "first_answer_stays_first",
        "question",
        &["first_answered_at"],
        "({old}.first_answered_at is null)",
    ),
    Guard::kept_when("question_is_never_removed", "question", "1 = 1"),
    Guard::fixed(
        "what_a_customer_asked_stays",
        "customer_case",
        &["promise_id", "text", "opened_at", "opened_day", "reference"],
    ),
    Guard::moves_only(
        "ended_case_stays_ended",
        "customer_case",
        &["outcome", "outcome_words", "appeal", "ended_day", "ended_at", "next_contact_at"],
        "({old}.outcome is null)",
    ),
    Guard::kept_when("open_case_is_never_removed", "customer_case", "{row}.outcome is null"),
    Guard::kept_when("reassurance_is_never_removed", "reassurance_call", OPEN),
    Guard::moves_only(
        "reassurance_result_stays",
        "reassurance_call",
        &["state", "noted_at", "due_at", "promised_at"],
        "({old}.state = 'due' and {row}.due_at = {old}.due_at and {row}.promised_at = {old}.promised_at)",
    ),
    Guard::append_only_until("touches_are_kept", "case_touch", CLOSED),
    Guard::append_only("question_words_are_kept", "question_word"),
    Guard::requires_rows(
        "entry_is_of_its_groups_theme",
        "knowledge_entry",
        "1 = 1",
        "not exists (select 1 from expert_theme t where t.org_id = {row}.org_id and t.id = {row}.theme_id \
         and t.group_id <> {row}.group_id)",
    ),
    Guard::requires_rows(
        "entry_comes_from_an_answered_question",
        "knowledge_entry",
        "{row}.question_id is not null",
        "not exists (select 1 from question q where q.org_id = {row}.org_id and q.id = {row}.question_id \
         and q.state <> 'answered')",
    ),
    Guard::moves_only(
        "entry_changes_by_version",
        "knowledge_entry",
        &["title", "words", "answer"],
        "({row}.version = {old}.version + 1)",
    ),
    Guard::requires_rows(
        "entry_keeps_its_versions",
        "knowledge_entry",
        "{row}.version > 1",
        "exists (select 1 from knowledge_version v where v.org_id = {row}.org_id and v.entry_id = {row}.id \
         and v.version = {row}.version and v.title = {row}.title and v.answer = {row}.answer)",
    ),
    Guard::moves_only(
        "withdrawn_entry_stays_withdrawn",
        "knowledge_entry",
        &["state", "version", "checked_day", "expires_day"],
        "({old}.state <> 'withdrawn')",
    ),
    Guard::kept_when("entry_is_never_removed", "knowledge_entry", "1 = 1"),
    Guard::append_only("entry_words_are_kept", "knowledge_version"),
    Guard::append_only("entry_story_is_kept", "knowledge_event"),
    Guard::fixed("link_opens_what_it_opened", "case_link", &["case_id", "hash", "made_day"]),
    Guard::moves_only(
        "revoked_link_stays_revoked",
        "case_link",
        &["revoked_day"],
        "({old}.revoked_day is null)",
    ),
    Guard::moves_only("effort_is_answered_once", "case_link", &["answered"], "({row}.answered)"),
    Guard::requires_rows("message_while_they_wait", "case_message", "1 = 1", NOT_ENDED),
    Guard::append_only_until("what_a_customer_wrote_stays", "case_message", CLOSED),
    Guard::fixed(
        "effort_stays_as_answered",
        "effort_answer",
        &["unit_id", "group_id", "answered_day", "score"],
    ),
    Guard::moves_only("effort_words_are_only_erased", "effort_answer", &["words"], "({row}.words = '')"),
    Guard::kept_when("effort_is_never_removed", "effort_answer", "1 = 1"),
    Guard::append_only("batch_stays_as_it_was_counted", "board_batch"),
    Guard::append_only("count_stays_as_it_was_counted", "board_count"),
    Guard::immutable_when("counted_fact_stays", "board_fact", "{row}.batch_id is not null"),
    Guard::fixed("first_help_stays_first", "help_tie", &["group_id", "first_month"]),
    Guard::append_only("question_time_stays", "question_time"),
    Guard::requires_rows(
        "judged_once_answered",
        "question_help",
        "1 = 1",
        "not exists (select 1 from question q where q.org_id = {row}.org_id and q.id = {row}.question_id \
         and q.state <> 'answered')",
    ),
    Guard::fixed("thanks_stay_as_they_were_said", "answer_thanks", &["question_id", "person_id", "words"]),
    Guard::fixed("post_stays_as_it_was_written", "feed_post", &["group_id", "person_id", "text", "at"]),
    Guard::fixed("tool_stays_promoted", "group_tool", &["made_day", "promoted_day"]),
    Guard::append_only("reviews_of_tools_stay", "tool_review"),
];
