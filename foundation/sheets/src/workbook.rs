//! What a workbook says about its sheets: names, shared texts, and which numbers are dates.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::archive::Archive;
use crate::error::SheetError;
use crate::limits::Limits;
use crate::number_look::Look;
use crate::xml::{Node, Xml};

/// Excel itself allows 65,490 cell formats and as many sheets as memory holds.
const MAX_ENTRIES: usize = 100_000;

/// One sheet of a workbook.
pub(crate) struct SheetPlace {
    pub(crate) name: String,
    pub(crate) path: String,
    pub(crate) visible: bool,
}

/// A workbook, without its cells.
pub(crate) struct Workbook {
    pub(crate) sheets: Vec<SheetPlace>,
    /// Days are counted from 1904, as on old Macintoshes.
    pub(crate) from_1904: bool,
    pub(crate) shared: SharedTexts,
    /// The look of numbers for each cell format, by its index.
    pub(crate) looks: Vec<Look>,
}

impl Workbook {
    pub(crate) fn read(archive: &Archive, limits: &Limits) -> Result<Self, SheetError> {
        let relations = Relations::read(archive)?;
        let (sheets, from_1904) = read_sheets(archive, &relations)?;
        let shared = match relations.first_of("sharedStrings").and_then(|path| archive.part(path)) {
            Some(part) => SharedTexts::read(Xml::new(part), limits)?,
            None => SharedTexts::default(),
        };
        let looks = match relations.first_of("styles").and_then(|path| archive.part(path)) {
            Some(part) => read_looks(Xml::new(part))?,
            None => Vec::new(),
        };
        Ok(Self { sheets, from_1904, shared, looks })
    }
}

/// Where the workbook says its other parts are, by the identifier it uses for them.
struct Relations(HashMap<String, Relation>);

struct Relation {
    kind: String,
    path: String,
}

impl Relations {
    fn read(archive: &Archive) -> Result<Self, SheetError> {
        let mut xml = Xml::new(archive.small_part("xl/_rels/workbook.xml.rels")?);
        let mut relations = HashMap::new();
        loop {
            match xml.next()? {
                Node::Start(element) if element.is("Relationship") => {
                    let id = element.attribute("Id")?.map(Cow::into_owned);
                    let kind = element.attribute("Type")?.unwrap_or_default();
                    let path = element.attribute("Target")?.map(|target| resolved(&target));
                    if let (Some(id), Some(path)) = (id, path) {
                        let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                        relations.insert(id, Relation { kind, path });
                    }
                    if relations.len() > MAX_ENTRIES {
                        return Err(SheetError::damaged("too many relations"));
                    }
                }
                Node::Eof => return Ok(Self(relations)),
                _ => {}
            }
        }
    }

    /// The path of the only part of a kind; the first in order, so that the answer never varies.
    fn first_of(&self, kind: &str) -> Option<&str> {
        self.0.values().filter(|relation| relation.kind == kind).map(|relation| relation.path.as_str()).min()
    }
}

/// The path of a target written relative to `xl/`, or absolute.
fn resolved(target: &str) -> String {
    let mut steps: Vec<&str> = if target.starts_with('/') { vec![] } else { vec!["xl"] };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

fn read_sheets(archive: &Archive, relations: &Relations) -> Result<(Vec<SheetPlace>, bool), SheetError> {
    let mut xml = Xml::new(archive.small_part("xl/workbook.xml")?);
    let mut sheets = Vec::new();
    let mut from_1904 = false;
    loop {
        match xml.next()? {
            Node::Start(element) if element.is("sheet") => {
                let relation = element.attribute("id")?.and_then(|id| relations.0.get(id.as_ref()));
                // Chart sheets and dialogs have no cells.
                if let Some(relation) = relation.filter(|relation| relation.kind == "worksheet") {
                    let name = element.attribute("name")?.unwrap_or_default().into_owned();
                    let state = element.attribute("state")?;
                    let visible = !matches!(state.as_deref(), Some("hidden" | "veryHidden"));
                    sheets.push(SheetPlace { name, path: relation.path.clone(), visible });
                }
                if sheets.len() > MAX_ENTRIES {
                    return Err(SheetError::damaged("too many sheets"));
                }
            }
            Node::Start(element) if element.is("workbookPr") => {
                if let Some(value) = element.attribute("date1904")? {
                    from_1904 = value == "1" || value == "true";
                }
            }
            Node::Eof => return Ok((sheets, from_1904)),
            _ => {}
        }
    }
}

fn read_looks(mut xml: Xml) -> Result<Vec<Look>, SheetError> {
    let mut custom = HashMap::new();
    let mut looks = Vec::new();
    let mut in_cell_formats = false;
    loop {
        match xml.next()? {
            Node::Start(element) if element.is("numFmt") => {
                let id = element.attribute("numFmtId")?.and_then(|id| id.parse::<u32>().ok());
                if let (Some(id), Some(code)) = (id, element.attribute("formatCode")?) {
                    custom.insert(id, Look::of_code(&code));
                }
            }
            Node::Start(element) if element.is("cellXfs") => in_cell_formats = true,
            Node::Start(element) if in_cell_formats && element.is("xf") => {
                let id = element.attribute("numFmtId")?.and_then(|id| id.parse::<u32>().ok()).unwrap_or(0);
                looks.push(custom.get(&id).copied().unwrap_or_else(|| Look::of_built_in(id)));
            }
            Node::End(end) if end.is("cellXfs") => in_cell_formats = false,
            Node::Eof => return Ok(looks),
            _ => {}
        }
        if looks.len().max(custom.len()) > MAX_ENTRIES {
            return Err(SheetError::damaged("too many cell formats"));
        }
    }
}

/// The texts that cells refer to by number, end to end in one allocation.
#[derive(Default)]
pub(crate) struct SharedTexts {
    all: String,
    ends: Vec<usize>,
}

impl SharedTexts {
    fn read(mut xml: Xml, limits: &Limits) -> Result<Self, SheetError> {
        let mut texts = Self::default();
        loop {
            match xml.next()? {
                Node::Start(element) if element.is("si") => {
                    texts.all.push_str(&xml.rich_text_of("si", limits.max_cell_chars)?);
                    texts.ends.push(texts.all.len());
                    let held = texts.all.len() + texts.ends.len() * size_of::<usize>();
                    if held > limits.max_shared_bytes {
                        return Err(SheetError::SharedTextTooLarge { limit: limits.max_shared_bytes });
                    }
                }
                Node::Eof => return Ok(texts),
                _ => {}
            }
        }
    }

    pub(crate) fn get(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)?;
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.all.get(start..end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_relative_to_the_workbook_or_absolute() {
        for (target, path) in [
            ("worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("../xl/./styles.xml", "xl/styles.xml"),
            ("../../../etc/passwd", "etc/passwd"),
        ] {
            assert_eq!(resolved(target), path);
        }
    }
}
