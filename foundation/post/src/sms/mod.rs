//! Text messages to customers (SMS): composed of our own sentences, noted in the ledger of contacts, carried out by a gateway
//! once and never twice (OPS-09).

mod caps;
mod composed;
mod fields;
mod gateway;
mod incoming;
mod leaving;
mod listing;
mod refusal;
mod rows;
mod sender;
mod settling;
mod stopping;
mod window;
mod writing;

use relais_store::{
    guard::Guard,
    register::{About, Entry, Retention},
};

pub use caps::{PARTS, PER_DAY, PER_NUMBER, SPEND};
pub use composed::Composed;
pub use gateway::{BadGateway, Format, Gateway, GatewayOptions};
pub use incoming::{Heard, Incoming, IncomingOptions};
pub use leaving::{SMS, texting};
pub use listing::{Line, Read, Standing, letterbox, standing, unclear};
pub use refusal::Refusal;
pub use rows::{Haste, State};
pub use sender::{Sender, put_sender, sender};
pub use writing::{Text, text};

/// Days that a row stays after its message came to rest. Its words go at once: what it was is in the ledger, by hash, for a
/// year.
const KEPT_DAYS: u32 = 30;

pub(crate) const GUARDS: [Guard; 4] = [
    // What may have left is never on its way again: only a receipt still moves it, and once.
    Guard::moves_only(
        "unclear_sms_is_never_resent",
        "sms",
        &["state"],
        "(({old}.state = 'waiting' and {row}.state in ('leaving', 'failed')) \
         or ({old}.state = 'leaving') \
         or ({old}.state in ('sent', 'unclear') and {row}.state in ('delivered', 'failed')))",
    ),
    Guard::moves_only(
        "sms_text_stays",
        "sms",
        &["text"],
        "({row}.text is null and {row}.state not in ('waiting', 'leaving'))",
    ),
    Guard::fixed(
        "sms_stays_as_written",
        "sms",
        &["contact_id", "ledger_id", "class", "haste", "parts", "local_day", "created_at"],
    ),
    Guard::moves_only("sms_ref_stays", "sms", &["gateway_ref"], "({old}.gateway_ref is null)"),
];

pub(crate) const REGISTER: [Entry; 2] = [
    Entry::new("sms", About::Customers, &["admin"], Retention::Days(KEPT_DAYS, "settled_at"))
        .without(&["text"]),
    Entry::new("sms_sender", About::Nobody, &["admin"], Retention::WhileInUse),
];
