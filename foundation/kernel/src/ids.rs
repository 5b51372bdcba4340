//! Ids: UUID v7, one type a noun.

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident;)+) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord,
                 sea_orm::DeriveValueType, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub uuid::Uuid);

        impl From<uuid::Uuid> for $name {
            fn from(id: uuid::Uuid) -> Self { Self(id) }
        }

        impl From<$name> for uuid::Uuid {
            fn from(id: $name) -> Self { id.0 }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { self.0.fmt(f) }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> { text.parse().map(Self) }
        }
    )+};
}

ids! {
    /// One organisation of the instance.
    OrgId;
    /// Somebody who signs in; the same account may be a person in several organisations.
    AccountId;
    /// Somebody in one organisation.
    PersonId;
    /// A shop, branch, contact centre or support team.
    UnitId;
    /// A region or direction: the support structure of its units.
    RegionId;
    /// A way of arranging regions and units: the main one gives authority, others serve for reading.
    HierarchyId;
    /// A legal entity that employs people.
    EmployerId;
    /// Somebody's dated place in a unit.
    AssignmentId;
    /// Somebody's dated place in a region's team.
    MembershipId;
    /// A role given to somebody, for a scope and a time.
    GrantId;
    /// A signed-in browser.
    SessionId;
    /// One import of a file, from upload to undo.
    ImportId;
    /// A piece of work to do later.
    JobId;
    /// A promise that somebody keeps, to somebody who waits, by a time.
    BatonId;
    /// People who hold promises together.
    TeamId;
    /// A baton held out to somebody, until they accept or refuse.
    OfferId;
    /// One of those who wait for a baton.
    WaiterId;
    /// Words that can be erased.
    WordsId;
    /// A message on its way out.
    MessageId;
    /// A text message to a customer; the gateway is told it.
    SmsId;
    /// A browser on which somebody may be called.
    DeviceId;
    /// A photo that somebody attached.
    PictureId;
    /// A customer as somebody to reach.
    ContactId;
}
