//! Why a file is not kept as a photo: each has its sentence, which says what to do instead.

use relais_words::Fault;

/// The name of the field in every form that takes a photo.
pub const FIELD: &str = "photo";

/// What is wrong with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It has no content.
    Empty,
    /// It weighs more than a photo may: so many megabytes at most.
    TooHeavy(u64),
    /// A format of photos that is not read here, by its name.
    Unread(&'static str),
    /// Something else, whatever its name says.
    NotAPhoto,
    /// It has more points than are read: so many megapixels at most.
    TooManyPixels(u64),
    /// It ends too early or is no longer what it was.
    Damaged,
    /// More photos are waiting than can be looked at.
    Busy,
}

impl Unfit {
    /// The sentence, on the field of the photo.
    pub fn fault(self) -> Fault {
        match self {
            Self::Empty => Fault::on(FIELD, "files-empty"),
            Self::TooHeavy(most) => Fault::on(FIELD, "files-too-heavy").with("mb", most),
            Self::Unread(format) => Fault::on(FIELD, "files-unread").with("format", format),
            Self::NotAPhoto => Fault::on(FIELD, "files-not-a-photo"),
            Self::TooManyPixels(most) => Fault::on(FIELD, "files-too-many-pixels").with("mp", most),
            Self::Damaged => Fault::on(FIELD, "files-damaged"),
            Self::Busy => Fault::on(FIELD, "files-busy"),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use relais_kernel::Locale;
    use relais_words::{Catalogue, Words};

    use super::*;

    #[test]
    fn each_refusal_says_on_its_field_what_happened_what_is_kept_and_what_to_do() {
        let catalogue = Arc::new(Catalogue::build(&[crate::WORDS]).unwrap());
        let all = [
            (Unfit::Empty, "vide"),
            (Unfit::TooHeavy(15), "15"),
            (Unfit::Unread("HEIC"), "le plus compatible"),
            (Unfit::Unread("AVIF"), "AVIF"),
            (Unfit::NotAPhoto, "pas une photo"),
            (Unfit::TooManyPixels(50), "50"),
            (Unfit::Damaged, "abîmée"),
            (Unfit::Busy, "dans une minute"),
        ];
        for (unfit, word) in all {
            assert_eq!(unfit.fault().field, FIELD);
            let said = unfit.fault().say(&Words::new(Arc::clone(&catalogue), Locale::Fr));
            assert!(
                said.contains(word) && said.contains("Ce que vous avez écrit est toujours là."),
                "{said}"
            );
            let said = unfit.fault().say(&Words::new(Arc::clone(&catalogue), Locale::En));
            assert!(said.contains("What you wrote is still here.") && !said.contains('⟦'), "{said}");
        }
    }
}
