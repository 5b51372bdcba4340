//! A unit has no accountable manager any more (NET-01).

use relais_kernel::Day;
use relais_words::Words;

use super::{Message, Sentences};
use crate::{address::Link, plain::plain};

/// Tells the region's lead that a unit needs a manager.
#[derive(Clone, Debug)]
pub struct ManagerVacancy {
    /// Whom it greets.
    pub given_name: String,
    /// The unit.
    pub unit_name: String,
    /// First day without a manager.
    pub since: Day,
    /// The unit's page.
    pub link: Link,
}

impl Message for ManagerVacancy {
    fn kind(&self) -> &'static str {
        "manager_vacancy"
    }

    fn asked_for(&self) -> bool {
        false
    }

    fn sentences(&self, w: &Words) -> Sentences {
        let unit = plain(&self.unit_name);
        Sentences {
            subject: w.t("post-vacancy-subject").with("unit", unit.as_str()).to_string(),
            greeting: w.t("post-greeting").with("name", plain(&self.given_name)).to_string(),
            body: vec![
                w.t("post-vacancy-what")
                    .with("unit", unit.as_str())
                    .with("day", w.day(&self.since))
                    .to_string(),
                w.t("post-vacancy-next").to_string(),
            ],
            action: (w.t("post-vacancy-open").to_string(), self.link.clone()),
            closing: w.t("post-vacancy-why").to_string(),
        }
    }
}
