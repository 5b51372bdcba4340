//! The few meanings that have a colour; each is always said in words too.

/// Who stands on which side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Side {
    /// Customers: the river hue.
    Customer,
    /// Employees: the ember hue.
    Employee,
    /// What joins them.
    #[default]
    Joined,
}

impl Side {
    /// The class of the styles.
    pub fn class(self) -> &'static str {
        match self {
            Self::Customer => "river",
            Self::Employee => "ember",
            Self::Joined => "joined",
        }
    }
}

/// How it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Tone {
    /// Nothing to say.
    #[default]
    Plain,
    /// Done, kept, in time.
    Kept,
    /// Soon due, to be looked at.
    Soon,
    /// Late, refused, broken.
    Late,
}

impl Tone {
    /// The class of the styles.
    pub fn class(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Kept => "kept",
            Self::Soon => "soon",
            Self::Late => "late",
        }
    }
}
