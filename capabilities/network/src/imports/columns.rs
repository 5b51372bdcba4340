//! Which column of a file is which: what is looked for, guessed, chosen, and remembered for the next file.

use std::collections::BTreeMap;

use relais_directory::employers::EmployerKind;
use relais_kernel::ImportId;
use relais_sheets::{Row, Wanted, guess};
use relais_store::{InOrg, OrgTx, Result, sql};
use relais_words::{Fault, Faults};
use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};

use super::record::{FileKind, as_json};

/// A column that an import looks for. Its code is the field that the directory's checks speak of.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// The field.
    pub code: &'static str,
    /// Without it there is no import.
    pub required: bool,
    /// What people call it.
    pub names: &'static [&'static str],
}

const fn column(code: &'static str, required: bool, names: &'static [&'static str]) -> Column {
    Column { code, required, names }
}

const UNITS: &[Column] = &[
    column(
        "code",
        true,
        &[
            "code",
            "code unité",
            "code magasin",
            "code boutique",
            "code agence",
            "identifiant",
            "unit code",
            "id",
        ],
    ),
    column(
        "name",
        true,
        &[
            "nom",
            "nom unité",
            "libellé",
            "intitulé",
            "enseigne",
            "name",
            "unit name",
            "magasin",
            "boutique",
            "agence",
        ],
    ),
    column("kind", true, &["type", "type unité", "nature", "catégorie", "kind", "unit type", "category"]),
    column(
        "department",
        true,
        &["département", "code département", "dpt", "dept", "dép", "department", "french department"],
    ),
    column(
        "region",
        false,
        &["région", "direction", "direction régionale", "secteur", "region", "area", "zone"],
    ),
    column("town", false, &["ville", "commune", "localité", "town", "city"]),
    column("phone", false, &["téléphone", "tél", "phone", "telephone", "numéro de téléphone"]),
    column("channels", false, &["canaux", "canal", "channels", "channel"]),
    column("time_zone", false, &["fuseau horaire", "fuseau", "time zone", "timezone"]),
    column("locale", false, &["langue", "language", "locale"]),
    column(
        "opened_day",
        false,
        &["ouverture", "ouverte le", "ouvert le", "date d'ouverture", "opened", "opened on", "opening date"],
    ),
    column(
        "closed_day",
        false,
        &[
            "fermeture",
            "fermée le",
            "fermé le",
            "date de fermeture",
            "dernier jour",
            "closed",
            "closed on",
            "closing date",
        ],
    ),
];

const PEOPLE: &[Column] = &[
    column(
        "staff_number",
        true,
        &[
            "matricule",
            "numéro de matricule",
            "numéro salarié",
            "id salarié",
            "staff number",
            "employee number",
            "employee id",
            "personnel number",
        ],
    ),
    column("given_name", true, &["prénom", "given name", "first name", "forename"]),
    column(
        "family_name",
        true,
        &["nom", "nom de famille", "nom d'usage", "family name", "last name", "surname"],
    ),
    column(
        "email",
        false,
        &["e-mail", "email", "mail", "courriel", "adresse électronique", "adresse mail", "email address"],
    ),
    column("trade", false, &["filière", "métier", "filière métier", "trade", "profession"]),
    column(
        "employer",
        false,
        &["employeur", "société", "entreprise", "entité juridique", "employer", "company", "legal entity"],
    ),
    column(
        "unit",
        false,
        &[
            "unité",
            "code unité",
            "code magasin",
            "code boutique",
            "code agence",
            "magasin",
            "boutique",
            "agence",
            "affectation",
            "unit",
            "unit code",
            "shop",
            "branch",
        ],
    ),
    column("function", false, &["fonction", "poste", "emploi", "function", "position", "job"]),
    column(
        "from_day",
        false,
        &[
            "depuis le",
            "depuis",
            "date d'affectation",
            "début d'affectation",
            "date de prise de poste",
            "since",
            "from",
            "assigned from",
            "position since",
        ],
    ),
    column(
        "joined_day",
        false,
        &[
            "entrée",
            "date d'entrée",
            "date d'embauche",
            "arrivée",
            "arrivé le",
            "joined",
            "hire date",
            "start date",
            "entry date",
        ],
    ),
    column(
        "left_day",
        false,
        &[
            "sortie",
            "date de sortie",
            "départ",
            "date de départ",
            "parti le",
            "left",
            "leaving date",
            "end date",
            "exit date",
        ],
    ),
    column("locale", false, &["langue", "language", "locale"]),
];

/// The columns looked for in a file of this kind.
pub(super) fn of(kind: FileKind) -> &'static [Column] {
    match kind {
        FileKind::Units => UNITS,
        FileKind::People => PEOPLE,
    }
}

/// A column of the file at hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Its place, from 0.
    pub index: usize,
    /// Its name there.
    pub name: String,
}

/// Where each column stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// The sheet of a workbook; empty for the only one.
    pub sheet: String,
    /// Column of the import → column of the file.
    pub columns: BTreeMap<String, Place>,
}

/// What else is decided with the columns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Options {
    /// The file names everybody: whoever it no longer names has left (OPS-06).
    pub complete: bool,
    /// The file is stopped when more than this share of the active people would leave, in percent.
    pub most_leavers: u32,
    /// Regions that the file names and nobody knows are created.
    pub create_regions: bool,
    /// What an employer is that the file names and nobody knows.
    pub new_employers: EmployerKind,
}

impl Default for Options {
    fn default() -> Self {
        Self { complete: false, most_leavers: 5, create_regions: false, new_employers: EmployerKind::Own }
    }
}

impl Mapping {
    /// What the header seems to say: as remembered from the last file where the name is still there, guessed otherwise.
    pub fn guessed(kind: FileKind, header: &[String], sheet: &str, remembered: Option<&Self>) -> Self {
        let wanted: Vec<Wanted<'_>> =
            of(kind).iter().map(|column| Wanted { code: column.code, names: column.names }).collect();
        let mut columns = BTreeMap::new();
        let mut used = vec![false; header.len()];
        let mut put = |code: &str, index: usize, columns: &mut BTreeMap<String, Place>| {
            if !columns.contains_key(code) && !std::mem::replace(&mut used[index], true) {
                columns.insert(code.to_owned(), Place { index, name: header[index].clone() });
            }
        };
        for (code, place) in remembered.iter().flat_map(|mapping| &mapping.columns) {
            if let Some(index) = header.iter().position(|name| *name == place.name) {
                put(code, index, &mut columns);
            }
        }
        for (column, index) in of(kind).iter().zip(guess(header, &wanted)) {
            if let Some(index) = index {
                put(column.code, index, &mut columns);
            }
        }
        Self { sheet: sheet.to_owned(), columns }
    }

    /// What is missing, or chosen twice, on the fields of the mapping's form.
    pub fn faults(&self, kind: FileKind) -> Faults {
        let mut faults = Faults::none();
        let mut users: BTreeMap<usize, &str> = BTreeMap::new();
        for column in of(kind) {
            match self.columns.get(column.code) {
                None if column.required => {
                    faults.add(Fault::on(field(column.code), "import-column-needed"));
                }
                Some(place) if users.insert(place.index, column.code).is_some() => {
                    faults
                        .add(Fault::on(field(column.code), "import-column-twice").with("name", &place.name));
                }
                _ => {}
            }
        }
        let function_alone = self.columns.contains_key("unit") && !self.columns.contains_key("function");
        if kind == FileKind::People && function_alone {
            faults.add(Fault::on(field("function"), "import-function-needed"));
        }
        faults
    }

    /// Whether the file has the column.
    pub(super) fn has(&self, code: &str) -> bool {
        self.columns.contains_key(code)
    }

    /// A cell's text; empty when the file has no such column or the row no such cell.
    pub(super) fn cell<'a>(&self, row: &'a Row, code: &str) -> &'a str {
        self.columns.get(code).and_then(|place| row.cells.get(place.index)).map_or("", |cell| cell.trim())
    }

    /// A cell's text where the file has the column, what is known otherwise.
    pub(super) fn cell_or(&self, row: &Row, code: &str, known: String) -> String {
        if self.has(code) { self.cell(row, code).to_owned() } else { known }
    }
}

/// The form's field for a column.
pub(super) fn field(code: &str) -> String {
    format!("column-{code}")
}

#[derive(FromQueryResult)]
struct Stored {
    sheet: String,
    columns: String,
    options: String,
}

impl Stored {
    fn read(self) -> Result<(Mapping, Options)> {
        let corrupt = |error: serde_json::Error| relais_store::Error::Corrupt {
            table: "import_mapping",
            what: error.to_string(),
        };
        let columns = serde_json::from_str(&self.columns).map_err(corrupt)?;
        Ok((Mapping { sheet: self.sheet, columns }, serde_json::from_str(&self.options).map_err(corrupt)?))
    }
}

/// Writes what was chosen, over an earlier choice.
pub(super) async fn store(tx: &OrgTx, import: ImportId, mapping: &Mapping, options: &Options) -> Result<()> {
    sql(
        "insert into import_mapping (org_id, import_id, sheet, columns, options) values ($1, $2, $3, $4, $5) \
         on conflict (org_id, import_id) do update set sheet = excluded.sheet, columns = excluded.columns, \
         options = excluded.options",
    )
    .bind(tx.org())
    .bind(import)
    .bind(mapping.sheet.clone())
    .bind(as_json(&mapping.columns))
    .bind(as_json(options))
    .run_one("import_mapping", tx)
    .await
}

/// What was chosen for an import.
pub(super) async fn load(on: &impl InOrg, import: ImportId) -> Result<Option<(Mapping, Options)>> {
    let stored: Option<Stored> =
        sql("select sheet, columns, options from import_mapping where org_id = $1 and import_id = $2")
            .bind(on.org())
            .bind(import)
            .one(on)
            .await?;
    stored.map(Stored::read).transpose()
}

/// What was chosen for the latest file of this kind.
pub(super) async fn remembered(on: &impl InOrg, kind: FileKind) -> Result<Option<(Mapping, Options)>> {
    let stored: Option<Stored> = sql("select m.sheet, m.columns, m.options from import_mapping m \
         join import i on i.org_id = m.org_id and i.id = m.import_id \
         where m.org_id = $1 and i.kind = $2 order by i.created_at desc, i.id desc limit 1")
    .bind(on.org())
    .bind(kind)
    .one(on)
    .await?;
    stored.map(Stored::read).transpose()
}
