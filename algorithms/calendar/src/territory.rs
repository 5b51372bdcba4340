//! Where in France: the territories that differ in their public holidays.

/// A part of France with public holidays of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Territory {
    /// Every department of Europe but three.
    Mainland,
    /// Moselle, Bas-Rhin, Haut-Rhin: 57, 67, 68.
    AlsaceMoselle,
    /// 971.
    Guadeloupe,
    /// 972.
    Martinique,
    /// 973.
    Guyane,
    /// 974.
    Reunion,
    /// 976.
    Mayotte,
    /// 977: no department, but places there may bear the code.
    SaintBarthelemy,
    /// 978: no department, but places there may bear the code.
    SaintMartin,
}

impl Territory {
    /// Every territory.
    pub const ALL: [Self; 9] = [
        Self::Mainland,
        Self::AlsaceMoselle,
        Self::Guadeloupe,
        Self::Martinique,
        Self::Guyane,
        Self::Reunion,
        Self::Mayotte,
        Self::SaintBarthelemy,
        Self::SaintMartin,
    ];

    /// The territory of a department's official code (`01`, `2A`, `69`, also `69D` and `69M`, `974`), or of the codes
    /// 977 and 978; nothing for what is none.
    pub fn of_department(code: &str) -> Option<Self> {
        Some(match code {
            "57" | "67" | "68" => Self::AlsaceMoselle,
            "971" => Self::Guadeloupe,
            "972" => Self::Martinique,
            "973" => Self::Guyane,
            "974" => Self::Reunion,
            "976" => Self::Mayotte,
            "977" => Self::SaintBarthelemy,
            "978" => Self::SaintMartin,
            "2A" | "2B" | "69D" | "69M" => Self::Mainland,
            _ => {
                let [tens @ b'0'..=b'9', units @ b'0'..=b'9'] = code.as_bytes() else { return None };
                let number = (tens - b'0') * 10 + (units - b'0');
                if !matches!(number, 1..=19 | 21..=95) {
                    return None;
                }
                Self::Mainland
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_department_has_its_territory() {
        use Territory::*;
        for (code, territory) in [
            ("01", Mainland),
            ("19", Mainland),
            ("21", Mainland),
            ("2A", Mainland),
            ("2B", Mainland),
            ("91", Mainland),
            ("95", Mainland),
            ("69M", Mainland),
            ("57", AlsaceMoselle),
            ("67", AlsaceMoselle),
            ("68", AlsaceMoselle),
            ("971", Guadeloupe),
            ("972", Martinique),
            ("973", Guyane),
            ("974", Reunion),
            ("976", Mayotte),
            ("977", SaintBarthelemy),
            ("978", SaintMartin),
        ] {
            assert_eq!(Territory::of_department(code), Some(territory), "{code}");
        }
        let two_digits = (0..100).filter(|n| Territory::of_department(&format!("{n:02}")).is_some());
        assert_eq!(two_digits.count(), 94);
    }

    #[test]
    fn what_is_no_department_has_no_territory() {
        for code in ["", "00", "20", "96", "975", "99", "1", "2a", "Essonne", "é"] {
            assert_eq!(Territory::of_department(code), None, "{code}");
        }
    }
}
