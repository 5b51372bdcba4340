//! « Ce que Relais sait de moi » (PRV-05): what is recorded about the person who looks, why, who reads it and when it goes;
//! what was done about them, by whom; and all of it as a file.

pub(crate) mod file;
pub(crate) mod show;
mod store;
#[cfg(test)]
mod tests;

use relais_store::about::Somebody;
use relais_web::Cx;

pub(crate) use show::samples;

fn oneself(cx: &Cx) -> Somebody {
    Somebody { person: cx.viewer().person, account: cx.viewer().account }
}
