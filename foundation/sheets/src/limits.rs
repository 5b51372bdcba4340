//! How much a file may cost before it is refused.

/// Ceilings for one file. Each one is checked against what is really read, never against what the
/// file declares about itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file as it arrived.
    pub max_bytes: u64,
    /// Rows after the header; blank rows are skipped and not counted.
    pub max_rows: u64,
    /// Columns holding something; empty cells further to the right are dropped.
    pub max_columns: usize,
    /// Characters (Unicode scalar values) in one cell.
    pub max_cell_chars: usize,
    /// Bytes of all the parts of an archive together, once inflated.
    pub max_unzipped_bytes: u64,
    /// Inflated bytes per compressed byte, for one part and for the whole archive. Parts under
    /// 1 MiB are exempt: a small sheet of identical rows compresses very well and costs nothing.
    pub max_ratio: u64,
    /// Parts in an archive.
    pub max_parts: usize,
    /// Bytes of the texts that an XLSX workbook keeps in one shared table. They are the only thing
    /// this crate holds in memory in proportion to a file.
    pub max_shared_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_bytes: 64 * 1024 * 1024,
            max_rows: 500_000,
            max_columns: 200,
            // What a spreadsheet program accepts in a cell (ECMA-376, and Excel's own limits page).
            max_cell_chars: 32_767,
            max_unzipped_bytes: 512 * 1024 * 1024,
            max_ratio: 200,
            max_parts: 2_000,
            max_shared_bytes: 64 * 1024 * 1024,
        }
    }
}
