//! A telephone number as somebody types it, as the world writes it (E.164), with what kind of line it is (SEC-06).

use phonenumber::{Mode, PhoneNumber, Type, country, metadata::DATABASE};
use relais_words::Fault;

relais_kernel::codes! {
    /// What kind of line a number reaches.
    pub enum PhoneKind {
        /// A mobile: it takes SMS.
        Mobile = "mobile",
        /// A line in a house or an office.
        Landline = "landline",
        /// A number that follows its owner over the internet.
        Voip = "voip",
        /// A number of a service: free, or at the price of a local call.
        Other = "other",
    }
}

/// A number that can be called without a surcharge.
#[derive(Clone, PartialEq, Eq)]
pub struct Phone {
    e164: String,
    kind: PhoneKind,
}

/// More than anybody types for a number of fifteen digits.
const LONGEST: usize = 40;
/// The shortest number that is not a short code.
const SHORTEST: usize = 7;

const EMERGENCY: [&str; 13] =
    ["15", "17", "18", "112", "110", "114", "115", "116", "119", "191", "196", "197", "116117"];

/// French overseas numbers are typed as those of the mainland and have country codes of their own: what they begin with
/// (ARCEP's numbering plan), their code, their kind.
const OVERSEAS: [(&str, &str, PhoneKind); 16] = [
    ("262", "262", PhoneKind::Landline), // Réunion
    ("263", "262", PhoneKind::Landline), // Réunion
    ("269", "262", PhoneKind::Landline), // Mayotte
    ("692", "262", PhoneKind::Mobile),   // Réunion
    ("693", "262", PhoneKind::Mobile),   // Réunion
    ("639", "262", PhoneKind::Mobile),   // Mayotte
    ("590", "590", PhoneKind::Landline), // Guadeloupe, Saint-Martin, Saint-Barthélemy
    ("690", "590", PhoneKind::Mobile),   // Guadeloupe
    ("691", "590", PhoneKind::Mobile),   // Guadeloupe
    ("594", "594", PhoneKind::Landline), // Guyane
    ("694", "594", PhoneKind::Mobile),   // Guyane
    ("695", "594", PhoneKind::Mobile),   // Guyane
    ("596", "596", PhoneKind::Landline), // Martinique
    ("696", "596", PhoneKind::Mobile),   // Martinique
    ("697", "596", PhoneKind::Mobile),   // Martinique
    ("508", "508", PhoneKind::Landline), // Saint-Pierre-et-Miquelon
];

impl Phone {
    /// Reads what was typed: with spaces, dots, hyphens or brackets, with `+33`, `0033` or a bare `06`. A number without a
    /// country is French. The fault is on the field `phone`.
    pub fn read(typed: &str) -> Result<Self, Fault> {
        let refused = |key: &'static str| Fault::on("phone", key);
        let written = written(typed).ok_or_else(|| refused("contact-phone-unreadable"))?;
        let national = written.strip_prefix("+33").unwrap_or(&written);
        if EMERGENCY.contains(&national) {
            return Err(refused("contact-phone-emergency"));
        }
        if national.trim_start_matches('+').len() < SHORTEST {
            return Err(refused("contact-phone-short"));
        }
        if let Some(phone) = overseas(&written) {
            return Ok(phone);
        }
        let number = phonenumber::parse(Some(country::FR), &written)
            .map_err(|_| refused("contact-phone-impossible"))?;
        if !phonenumber::is_valid(&number) {
            return Err(refused("contact-phone-impossible"));
        }
        let kind = kind(&number).map_err(refused)?;
        Ok(Self { e164: number.format().mode(Mode::E164).to_string(), kind })
    }

    /// A number that [`Phone::read`] wrote and the database kept.
    pub(crate) fn kept(e164: String, kind: PhoneKind) -> Self {
        Self { e164, kind }
    }

    /// The number as `+33612345678`.
    pub fn e164(&self) -> &str {
        &self.e164
    }

    /// What kind of line it reaches.
    pub fn kind(&self) -> PhoneKind {
        self.kind
    }
}

/// A number is personal: it stands in no log.
impl std::fmt::Debug for Phone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Phone({}, hidden)", self.kind)
    }
}

/// Digits alone, after a `+` when a country is named; nothing when anything else was typed. `+33 (0)6` names its trunk
/// digit for people who read it at home.
fn written(typed: &str) -> Option<String> {
    let typed = typed.trim();
    if typed.chars().count() > LONGEST {
        return None;
    }
    let mut digits = String::new();
    for c in typed.replace("(0)", "").chars() {
        match c {
            '0'..='9' => digits.push(c),
            '+' if digits.is_empty() => digits.push(c),
            ' ' | '\u{a0}' | '\u{202f}' | '.' | '-' | '\u{2011}' | '(' | ')' | '/' => {}
            _ => return None,
        }
    }
    if let Some(rest) = digits.strip_prefix("00") {
        digits = format!("+{rest}");
    }
    // Both at once, as `+33 06 12…`, is a common slip.
    if let Some(rest) = digits.strip_prefix("+330") {
        digits = format!("+33{rest}");
    }
    (digits.trim_start_matches('+').len() > 1).then_some(digits)
}

/// A number of a French territory overseas, typed as one of the mainland or with its own code.
fn overseas(written: &str) -> Option<Phone> {
    let known = |national: &str, code: Option<&str>| {
        let whole = national.len() == 9 && national.bytes().all(|b| b.is_ascii_digit());
        let (_, own, kind) = OVERSEAS.iter().find(|(begins, ..)| whole && national.starts_with(begins))?;
        (code.is_none_or(|code| code == *own))
            .then(|| Phone { e164: format!("+{own}{national}"), kind: *kind })
    };
    match written.strip_prefix('+') {
        None => known(written.strip_prefix('0')?, None),
        Some(abroad) => match abroad.strip_prefix("33") {
            Some(national) => known(national, None),
            None => known(abroad.get(3..)?, abroad.get(..3)),
        },
    }
}

/// The kind of line, or why it is not called.
fn kind(number: &PhoneNumber) -> Result<PhoneKind, &'static str> {
    // Satellites and networks without a country cost whoever calls them dearly.
    if number.country().id().is_none() {
        return Err("contact-phone-premium");
    }
    match number.number_type(&DATABASE) {
        Type::Mobile | Type::FixedLineOrMobile => Ok(PhoneKind::Mobile),
        Type::FixedLine => Ok(PhoneKind::Landline),
        Type::Voip => Ok(PhoneKind::Voip),
        Type::TollFree | Type::Uan => Ok(PhoneKind::Other),
        Type::PremiumRate | Type::PersonalNumber => Err("contact-phone-premium"),
        Type::SharedCost => Err("contact-phone-shared-cost"),
        Type::Emergency => Err("contact-phone-emergency"),
        Type::ShortCode => Err("contact-phone-short"),
        _ => Err("contact-phone-impossible"),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn refusal(typed: &str) -> String {
        match Phone::read(typed) {
            Ok(phone) => format!("{} {}", phone.e164(), phone.kind()),
            Err(fault) => {
                assert_eq!(fault.field, "phone");
                fault.key.into_owned()
            }
        }
    }

    #[test]
    fn a_number_is_read_however_it_is_typed() {
        for typed in [
            "0612345678",
            "06 12 34 56 78",
            "06.12.34.56.78",
            "06-12-34-56-78",
            " 06\u{a0}12\u{202f}34 56 78 ",
            "+33612345678",
            "+33 6 12 34 56 78",
            "+33 (0)6 12 34 56 78",
            "+33 06 12 34 56 78",
            "0033 6 12 34 56 78",
            "0033 (0) 6 12 34 56 78".replace(") ", ")").as_str(),
            "(06) 12 34 56 78",
        ] {
            assert_eq!(refusal(typed), "+33612345678 mobile", "{typed}");
        }
    }

    #[test]
    fn the_kind_of_line_is_known() {
        for (typed, said) in [
            ("07 45 67 89 01", "+33745678901 mobile"),
            ("01 44 00 00 00", "+33144000000 landline"),
            ("05 56 00 00 00", "+33556000000 landline"),
            ("09 70 00 00 00", "+33970000000 voip"),
            ("0800 123 456", "+33800123456 other"),
            ("0806 12 34 56", "+33806123456 other"),
            ("+32 470 12 34 56", "+32470123456 mobile"),
            ("+44 7400 123456", "+447400123456 mobile"),
            ("+1 212 555 0100", "+12125550100 mobile"),
        ] {
            assert_eq!(refusal(typed), said, "{typed}");
        }
    }

    #[test]
    fn french_numbers_overseas_are_typed_as_on_the_mainland() {
        for (typed, said) in [
            ("0692 12 34 56", "+262692123456 mobile"),
            ("0693 12 34 56", "+262693123456 mobile"),
            ("0639 01 23 45", "+262639012345 mobile"),
            ("0690 12 34 56", "+590690123456 mobile"),
            ("0691 12 34 56", "+590691123456 mobile"),
            ("0696 12 34 56", "+596696123456 mobile"),
            ("0697 12 34 56", "+596697123456 mobile"),
            ("0694 12 34 56", "+594694123456 mobile"),
            ("0262 12 34 56", "+262262123456 landline"),
            ("0269 12 34 56", "+262269123456 landline"),
            ("0590 12 34 56", "+590590123456 landline"),
            ("0594 12 34 56", "+594594123456 landline"),
            ("0596 12 34 56", "+596596123456 landline"),
            ("0508 41 23 45", "+508508412345 landline"),
            ("+262 692 12 34 56", "+262692123456 mobile"),
            ("00262 692 12 34 56", "+262692123456 mobile"),
            ("+33 692 12 34 56", "+262692123456 mobile"),
            ("+596 696 12 34 56", "+596696123456 mobile"),
        ] {
            assert_eq!(refusal(typed), said, "{typed}");
        }
    }

    #[test]
    fn sec_06_numbers_that_cost_or_reach_nobody_are_refused_each_with_its_sentence() {
        for (typed, said) in [
            ("0899 12 34 56", "contact-phone-premium"),
            ("+33 899 12 34 56", "contact-phone-premium"),
            ("+882 16 12345678", "contact-phone-premium"),
            ("+44 70 1234 5678", "contact-phone-premium"),
            ("0826 12 34 56", "contact-phone-shared-cost"),
            ("3639", "contact-phone-short"),
            ("118 218", "contact-phone-short"),
            ("+33 3639", "contact-phone-short"),
            ("112", "contact-phone-emergency"),
            ("15", "contact-phone-emergency"),
            ("06 12 34 56", "contact-phone-impossible"),
            ("06 12 34 56 78 90", "contact-phone-impossible"),
            ("+33 1199", "contact-phone-short"),
            ("0000000000", "contact-phone-impossible"),
            ("+999 123456789", "contact-phone-impossible"),
            ("", "contact-phone-unreadable"),
            ("Inès", "contact-phone-unreadable"),
            ("06 12 34 56 78 ext 5", "contact-phone-unreadable"),
            ("tel:0612345678", "contact-phone-unreadable"),
            ("+33+612345678", "contact-phone-unreadable"),
            ("06 12 34 56 78\u{202e}", "contact-phone-unreadable"),
        ] {
            assert_eq!(refusal(typed), said, "{typed}");
        }
        assert_eq!(refusal(&"0".repeat(41)), "contact-phone-unreadable");
    }

    #[test]
    fn a_number_is_never_printed() {
        let printed = format!("{:?}", Phone::read("0612345678").unwrap());
        assert_eq!(printed, "Phone(mobile, hidden)");
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_read_or_refused(typed in "[0-9+. ()x-]{0,45}|\\PC{0,45}") {
            if let Ok(phone) = Phone::read(&typed) {
                // What was read once is read the same again.
                prop_assert_eq!(Phone::read(phone.e164()), Ok(phone.clone()));
                prop_assert!(phone.e164().len() <= 16 && phone.e164().starts_with('+'));
            }
        }
    }
}
