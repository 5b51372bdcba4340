//! What the search on every page finds here: entries, rules of the house, solutions.

use relais_kernel::fold;
use relais_store::{Cut, Result};
use relais_web::{Finding, Found, SearchKind, Sought};

use crate::{
    ReadPebbles, ReadRules, ReadSolutions,
    house_rules::store as rules,
    pebbles::store::{self as pebbles, unit_of},
    solutions::store as solutions,
};

/// How long a name may grow; the rest is on its page.
const LONGEST: usize = 120;

/// How many rules and solutions are looked through, the newest first.
const LOOKED_THROUGH: usize = 1_000;

pub(crate) fn kinds() -> Vec<SearchKind> {
    let find_pebbles: for<'a> fn(&'a Sought<'a>) -> Finding<'a> = |sought| Box::pin(find_pebbles(sought));
    let find_rules: for<'a> fn(&'a Sought<'a>) -> Finding<'a> = |sought| Box::pin(find_rules(sought));
    let find_solutions: for<'a> fn(&'a Sought<'a>) -> Finding<'a> = |sought| Box::pin(find_solutions(sought));
    vec![
        SearchKind {
            id: "pebbles",
            title: "pebbles-title",
            all: Some("/pebbles?show=all&place=network"),
            shown: |viewer| viewer.may::<ReadPebbles>(),
            find: find_pebbles,
        },
        SearchKind {
            id: "rules",
            title: "rules-title",
            all: None,
            shown: |viewer| viewer.may::<ReadRules>(),
            find: find_rules,
        },
        SearchKind {
            id: "solutions",
            title: "solutions-title",
            all: None,
            shown: |viewer| viewer.may::<ReadSolutions>(),
            find: find_solutions,
        },
    ]
}

async fn find_pebbles(sought: &Sought<'_>) -> Result<Vec<Found>> {
    let which = (pebbles::Which::All, sought.q);
    let slice = pebbles::list(&sought.db, which, None, sought.now, Cut::Start, sought.most).await?;
    let found = slice.rows.into_iter().map(|pebble| {
        let state = sought.w.t(&format!("pebble-state-{}", pebble.state)).to_string();
        let day = sought.w.day(&pebble.said_day).to_string();
        Found::new(
            format!("/pebbles/{}", pebble.id),
            shortened(&pebble.text),
            [pebble.unit_name, Some(day), Some(state)],
        )
    });
    Ok(found.collect())
}

async fn find_rules(sought: &Sought<'_>) -> Result<Vec<Found>> {
    let slice = rules::list(&sought.db, rules::Which::InForce, Cut::Start, LOOKED_THROUGH).await?;
    let wanted = fold(sought.q);
    let found = slice
        .rows
        .into_iter()
        .filter(|rule| fold(&format!("{} {}", rule.title, rule.words)).contains(&wanted));
    let found = found.take(sought.most).map(|rule| {
        let place = rule.place_name.unwrap_or_else(|| sought.w.t("pebbles-network").to_string());
        let theme = sought.w.t(&format!("pebble-theme-{}", rule.theme)).to_string();
        Found::new(format!("/rules/{}", rule.id), rule.title, [Some(place), Some(theme)])
    });
    Ok(found.collect())
}

async fn find_solutions(sought: &Sought<'_>) -> Result<Vec<Found>> {
    let wanted = fold(sought.q);
    let own = unit_of(&sought.db, sought.viewer.person, sought.today).await?;
    let slice = solutions::list(&sought.db, solutions::Which::All, own, Cut::Start, LOOKED_THROUGH).await?;
    let found = slice
        .rows
        .into_iter()
        .filter(|one| fold(&format!("{} {}", one.was, one.now_words)).contains(&wanted));
    let found = found.take(sought.most).map(|one| {
        let day = sought.w.day(&one.shared_day).to_string();
        Found::new(
            format!("/solutions/{}", one.id),
            shortened(&one.now_words),
            [Some(one.unit_name), Some(day)],
        )
    });
    Ok(found.collect())
}

/// The beginning of what somebody wrote, to a whole word.
fn shortened(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(LONGEST) else { return text.to_owned() };
    let begun = &text[..end];
    let whole = begun.rfind(char::is_whitespace).map_or(begun, |space| &begun[..space]);
    format!("{}…", whole.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_shortened_to_a_whole_word() {
        assert_eq!(shortened("L’imprimante du fond"), "L’imprimante du fond");
        let long = shortened(&"été ".repeat(60));
        assert!(long.ends_with("été…") && long.chars().count() <= LONGEST + 1, "{long}");
        assert_eq!(shortened(&"é".repeat(200)).chars().count(), LONGEST + 1);
    }
}
