//! How many text messages leave at most (SEC-06): to one number, in one day, and for how much.

use jiff::tz::TimeZone;
use relais_contact::{Channel, State as Noted, told};
use relais_directory::settings;
use relais_kernel::{ContactId, Counted, Day, Setting};
use relais_store::{InOrg, Result, sql};

use super::Refusal;

/// Messages to one number in a day.
pub const PER_NUMBER: Setting =
    Setting { code: "sms.per_number", default: 3, least: 1, most: 20, counted: Counted::Messages };

/// Messages of the organisation in a day: beyond it nothing more is written.
pub const PER_DAY: Setting =
    Setting { code: "sms.per_day", default: 500, least: 1, most: 100_000, counted: Counted::Messages };

/// Parts that leave in a day: beyond it what is written waits for the next day. A part is what a gateway charges for.
pub const SPEND: Setting =
    Setting { code: "sms.spend", default: 1000, least: 1, most: 300_000, counted: Counted::Messages };

/// Parts of one message: three in the GSM alphabet hold 459 characters.
pub const PARTS: Setting =
    Setting { code: "sms.parts", default: 3, least: 1, most: 3, counted: Counted::Messages };

/// The numbers that hold.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Caps {
    pub(crate) per_number: i64,
    pub(crate) per_day: i64,
    pub(crate) spend: i64,
    pub(crate) parts: i64,
}

impl Caps {
    /// As the organisation chose them.
    pub(crate) async fn of(on: &impl InOrg) -> Result<Self> {
        let values = settings::values(on, &[PER_NUMBER, PER_DAY, SPEND, PARTS]).await?;
        let value = |setting: &Setting| {
            let chosen = values.iter().find(|(known, _)| known.code == setting.code);
            chosen.map_or(setting.default, |(_, value)| *value)
        };
        let [per_number, per_day, spend, parts] = [PER_NUMBER, PER_DAY, SPEND, PARTS].map(|s| value(&s));
        Ok(Self { per_number, per_day, spend, parts })
    }

    /// The cap that one more message on this day would break, if any. The contact is held, so that its own cap is exact,
    /// and the ledger's hashes count, so that erasing a contact starts nothing anew. The organisation's is asked without
    /// holding it, which would make all its work wait: several at once may pass it together, and what leaves is bound by
    /// the spending, which is exact.
    pub(crate) async fn reached(
        &self,
        on: &impl InOrg,
        to: ContactId,
        day: Day,
        zone: &TimeZone,
    ) -> Result<Option<Refusal>> {
        let counts = |sent: &relais_contact::Sent| {
            sent.channel == Channel::Sms && sent.state != Noted::Failed && sent.at.day(zone) == day
        };
        let to_them = told(on, to).await?.iter().filter(|sent| counts(sent)).count();
        if i64::try_from(to_them).unwrap_or(i64::MAX) >= self.per_number {
            return Ok(Some(Refusal::NumberCap(self.per_number)));
        }
        let of_all: Option<i64> =
            sql("select count(*) from sms where org_id = $1 and local_day = $2 and state <> 'failed'")
                .bind(on.org())
                .bind(day)
                .value(on)
                .await?;
        Ok((of_all.unwrap_or(0) >= self.per_day).then_some(Refusal::DayCap(self.per_day)))
    }
}

/// Parts that left on a day, or may have.
pub(crate) async fn spent(on: &impl InOrg, day: Day) -> Result<i64> {
    let parts: Option<Option<i64>> =
        sql("select cast(sum(parts) as bigint) from sms where org_id = $1 and left_day = $2")
            .bind(on.org())
            .bind(day)
            .value(on)
            .await?;
    Ok(parts.flatten().unwrap_or(0))
}
