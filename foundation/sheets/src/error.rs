//! Why a file is refused or a row cannot be read. One type for reading and writing: callers turn
//! [`SheetError::code`] and the variant's data into a sentence; `Display` is for developers.

use std::io;

/// What a file turned out to be, when it is not a table that this crate reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Foreign {
    /// An OLE container: `.xls`, and other documents of before 2007.
    OldOffice,
    /// An encrypted workbook, or an encrypted part in an archive.
    Encrypted,
    /// A workbook in Excel's binary parts (`.xlsb`).
    BinaryWorkbook,
    /// An OpenDocument file (`.ods` and its siblings).
    OpenDocument,
    /// A PDF.
    Pdf,
    /// A picture.
    Image,
    /// A web page or XML, which some programs name `.xls`.
    Markup,
    /// An archive that holds no workbook (zip, gzip, 7z, rar, a text document).
    Archive,
    /// Bytes that are no text.
    Binary,
}

/// Why an archive is not trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Untrusted {
    /// Two parts of the same name (ignoring case), so that two programs may read two contents.
    DuplicatePart,
    /// A path that is absolute, climbs with `..`, or uses backslashes.
    StrayPath,
    /// Parts that share bytes.
    OverlappingParts,
}

/// Everything that can go wrong. `line` is the line as a person sees it in their editor, or the row
/// in their spreadsheet, from 1; `column` counts from 0 (see [`crate::column_name`]).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SheetError {
    /// The file has no row with anything in it.
    #[error("the file holds no row")]
    Empty,
    /// The file is over [`crate::Limits::max_bytes`].
    #[error("the file has {bytes} bytes, over {limit}")]
    FileTooLarge {
        /// Bytes of the file.
        bytes: u64,
        /// The limit.
        limit: u64,
    },
    /// The content is of a kind this crate does not read.
    #[error("the content is not a table: {0:?}")]
    Foreign(Foreign),
    /// The text contradicts the encoding that its byte order mark announces.
    #[error("line {line}: bytes that contradict the announced encoding")]
    BrokenText {
        /// Line of the first such bytes.
        line: u64,
    },
    /// A quote opens a cell and nothing closes it.
    #[error("line {line}: a quote opened here is never closed")]
    QuoteNeverClosed {
        /// Line where the cell opened.
        line: u64,
    },
    /// More rows than [`crate::Limits::max_rows`].
    #[error("line {line}: more than {limit} rows")]
    TooManyRows {
        /// Line of the first row too many.
        line: u64,
        /// The limit.
        limit: u64,
    },
    /// More columns than [`crate::Limits::max_columns`].
    #[error("line {line}: more than {limit} columns")]
    TooManyColumns {
        /// Line of the row.
        line: u64,
        /// The limit.
        limit: usize,
    },
    /// A cell over [`crate::Limits::max_cell_chars`].
    #[error("line {line}, column {column}: a cell over {limit} characters")]
    CellTooLong {
        /// Line of the row.
        line: u64,
        /// Column of the cell, from 0.
        column: usize,
        /// The limit.
        limit: usize,
    },
    /// More parts than [`crate::Limits::max_parts`].
    #[error("the archive has over {limit} parts")]
    TooManyParts {
        /// The limit.
        limit: usize,
    },
    /// The parts inflate over [`crate::Limits::max_unzipped_bytes`].
    #[error("the archive inflates over {limit} bytes")]
    UnzippedTooLarge {
        /// The limit.
        limit: u64,
    },
    /// A part, or the whole, inflates over [`crate::Limits::max_ratio`].
    #[error("the archive inflates over {limit} times")]
    RatioTooHigh {
        /// The limit.
        limit: u64,
    },
    /// The shared texts of a workbook are over [`crate::Limits::max_shared_bytes`].
    #[error("the workbook shares over {limit} bytes of text")]
    SharedTextTooLarge {
        /// The limit.
        limit: usize,
    },
    /// The archive is built so as to mislead.
    #[error("the archive is not to be trusted: {0:?}")]
    Untrusted(Untrusted),
    /// An XML part declares a document type or an entity.
    #[error("{part}: an XML declaration of a document type or an entity")]
    DeclaresEntities {
        /// Path of the part.
        part: String,
    },
    /// The archive, or a part of the workbook, is damaged.
    #[error("the workbook is damaged: {detail}")]
    Damaged {
        /// What was met, for developers.
        detail: String,
    },
    /// No sheet of that name.
    #[error("no sheet named {name:?}")]
    NoSuchSheet {
        /// The name asked for.
        name: String,
    },
    /// The file could not be read.
    #[error("reading failed: {detail}")]
    Read {
        /// What the system said.
        detail: String,
    },
    /// The file could not be written.
    #[error("writing failed: {detail}")]
    Write {
        /// What the system said.
        detail: String,
    },
}

impl SheetError {
    /// The stable name of the reason, for translation and for logs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::FileTooLarge { .. } => "file-too-large",
            Self::Foreign(kind) => match kind {
                Foreign::OldOffice => "old-office",
                Foreign::Encrypted => "encrypted",
                Foreign::BinaryWorkbook => "binary-workbook",
                Foreign::OpenDocument => "open-document",
                Foreign::Pdf => "pdf",
                Foreign::Image => "image",
                Foreign::Markup => "markup",
                Foreign::Archive => "archive",
                Foreign::Binary => "binary",
            },
            Self::BrokenText { .. } => "broken-text",
            Self::QuoteNeverClosed { .. } => "quote-never-closed",
            Self::TooManyRows { .. } => "too-many-rows",
            Self::TooManyColumns { .. } => "too-many-columns",
            Self::CellTooLong { .. } => "cell-too-long",
            Self::TooManyParts { .. } => "too-many-parts",
            Self::UnzippedTooLarge { .. } => "unzipped-too-large",
            Self::RatioTooHigh { .. } => "ratio-too-high",
            Self::SharedTextTooLarge { .. } => "shared-text-too-large",
            Self::Untrusted(Untrusted::DuplicatePart) => "duplicate-part",
            Self::Untrusted(Untrusted::StrayPath) => "stray-path",
            Self::Untrusted(Untrusted::OverlappingParts) => "overlapping-parts",
            Self::DeclaresEntities { .. } => "declares-entities",
            Self::Damaged { .. } => "damaged",
            Self::NoSuchSheet { .. } => "no-such-sheet",
            Self::Read { .. } => "cannot-read",
            Self::Write { .. } => "cannot-write",
        }
    }

    pub(crate) fn damaged(detail: impl ToString) -> Self {
        Self::Damaged { detail: detail.to_string() }
    }

    pub(crate) fn read(error: &io::Error) -> Self {
        Self::Read { detail: error.to_string() }
    }

    pub(crate) fn write(error: impl ToString) -> Self {
        Self::Write { detail: error.to_string() }
    }
}
