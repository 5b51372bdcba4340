//! Pages about people: who works here, where, in which function, and how they come and go.

pub(crate) mod assign;
pub(crate) mod choosing;
pub(crate) mod edit;
pub(crate) mod end;
pub(crate) mod export;
pub(crate) mod invite;
pub(crate) mod leave;
pub(crate) mod list;
pub(crate) mod move_main;
mod placing;
pub(crate) mod replace;
pub(crate) mod seen;
pub(crate) mod settings;
pub(crate) mod show;

use relais_directory::{accounts, assignments::Function, grants::Giver, name_key, trades};
use relais_kernel::{Day, Locale, Reach};
use relais_web::{Cx, Sample};
use relais_words::Words;

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    [
        list::samples(w),
        export::samples(w),
        seen::samples(w),
        show::samples(w),
        edit::samples(w),
        leave::samples(w),
        choosing::samples(w),
        placing::samples(w),
        end::samples(w),
        settings::samples(w),
    ]
    .concat()
}

/// Functions with their names, for choosing.
pub(crate) fn functions(w: &Words) -> Vec<(&'static str, String)> {
    Function::ALL.iter().map(|function| (function.code(), function_name(w, *function))).collect()
}

pub(crate) fn function_name(w: &Words, function: Function) -> String {
    w.t(&name_key("function", function.code())).to_string()
}

/// A trade's name; those that every organisation begins with are said in the reader's language.
pub(crate) fn trade_name(w: &Words, code: &str, name: &str) -> String {
    if trades::USUAL.contains(&code) { w.t(&name_key("trade", code)).to_string() } else { name.to_owned() }
}

/// All trades with their names, for choosing.
pub(crate) async fn trades(cx: &Cx) -> relais_store::Result<Vec<(String, String)>> {
    let named = |trade: trades::Trade| (trade_name(&cx.w, &trade.code, &trade.name), trade.code);
    Ok(trades::list(&cx.db()).await?.into_iter().map(named).map(|(name, code)| (code, name)).collect())
}

/// The languages of pages and letters, for choosing.
pub(crate) fn locales(w: &Words) -> Vec<(&'static str, String)> {
    vec![(Locale::Fr.code(), w.t("locale-fr").to_string()), (Locale::En.code(), w.t("locale-en").to_string())]
}

/// `depuis le 1er mars 2026`, `du 3 au 5 décembre`, `à partir du…`: days as somebody would say them.
pub(crate) fn days_said(w: &Words, from: Day, to: Option<Day>, today: Day) -> String {
    match to {
        Some(to) if to == from => w.t("days-on").with("day", w.day(&from)).to_string(),
        Some(to) => w.t("days-from-to").with("from", w.day(&from)).with("to", w.day(&to)).to_string(),
        None if from > today => w.t("days-from").with("day", w.day(&from)).to_string(),
        None => w.t("days-since").with("day", w.day(&from)).to_string(),
    }
}

/// Whether the viewer came in by the emergency account, which alone may give something to itself.
pub(crate) async fn is_emergency(cx: &Cx) -> relais_store::Result<bool> {
    let account = accounts::by_id(cx.site().db(), cx.viewer().account).await?;
    Ok(account.is_some_and(|account| account.emergency))
}

/// The viewer as a giver of roles; `reach` is how far they may give any.
pub(crate) async fn giver<'a>(cx: &Cx, reach: Option<&'a Reach>) -> relais_store::Result<Option<Giver<'a>>> {
    let Some(reach) = reach else { return Ok(None) };
    Ok(Some(Giver { person: Some(cx.viewer().person), emergency: is_emergency(cx).await?, reach }))
}

/// The day of all samples.
pub(crate) fn sample_day() -> Day {
    Day::from_date(jiff::civil::date(2026, 11, 21))
}
