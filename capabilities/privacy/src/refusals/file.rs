//! Another system's file: whose addresses it holds, and what of it cannot be read.

use std::fs::File;

use relais_contact::{Address, Channel, Email, Phone};
use relais_sheets::{Limits, Sheet, SheetError, Wanted, guess, open};
use relais_words::Fault;

/// The largest file that is read at once.
pub(crate) const MOST_BYTES: u64 = 16 * 1024 * 1024;
/// Its most lines.
pub(crate) const MOST_LINES: u64 = 50_000;

const PHONE: Wanted<'static> = Wanted {
    code: "phone",
    names: &[
        "téléphone",
        "numéro de téléphone",
        "mobile",
        "portable",
        "numéro",
        "tél",
        "phone",
        "phone number",
        "number",
    ],
};
const EMAIL: Wanted<'static> =
    Wanted { code: "email", names: &["e-mail", "email", "mail", "courriel", "adresse e-mail", "mél"] };
const CHANNEL: Wanted<'static> = Wanted { code: "channel", names: &["canal", "canaux", "channel"] };

/// An open file whose columns are known.
pub(crate) struct Opened {
    pub(crate) sheet: Sheet,
    phone: Option<usize>,
    email: Option<usize>,
    channel: Option<usize>,
}

/// What a line of it says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Line {
    /// Its addresses, each with the channels that it is about.
    pub(crate) about: Vec<(Address, Vec<Channel>)>,
    /// Something stood there that is no address or no channel.
    pub(crate) unreadable: bool,
}

/// Opens it, or says what is wrong with it.
pub(crate) fn opened(file: File) -> Result<Opened, Fault> {
    let limits = Limits { max_bytes: MOST_BYTES, max_rows: MOST_LINES, ..Limits::default() };
    let sheet = open(file, limits).map_err(|error| unread(&error))?;
    let columns = guess(sheet.header(), &[PHONE, EMAIL, CHANNEL]);
    let column = |place: usize| columns.get(place).copied().flatten();
    if column(0).is_none() && column(1).is_none() {
        return Err(Fault::on("file", "refusals-no-column"));
    }
    Ok(Opened { phone: column(0), email: column(1), channel: column(2), sheet })
}

impl Opened {
    /// What a line says.
    pub(crate) fn line(&self, cells: &[String]) -> Line {
        let cell = |column: Option<usize>| {
            column.and_then(|column| cells.get(column)).map_or("", |cell| cell.trim())
        };
        let mut line = Line::default();
        let chosen = channels(cell(self.channel));
        line.unreadable = chosen.is_none();
        let chosen = chosen.unwrap_or_default();
        for read in [cell(self.phone), cell(self.email)].into_iter().filter(|typed| !typed.is_empty()) {
            match address(read) {
                Ok(address) => {
                    let mut about = address.channels().to_vec();
                    about.retain(|channel| chosen.is_empty() || chosen.contains(channel));
                    if !about.is_empty() {
                        line.about.push((address, about));
                    }
                }
                Err(_) => line.unreadable = true,
            }
        }
        if line.unreadable {
            line.about.clear();
        }
        line
    }
}

/// A number or an e-mail address, as somebody typed it.
pub(crate) fn address(typed: &str) -> Result<Address, Fault> {
    if typed.contains('@') {
        Email::read(typed).map(Address::Email)
    } else {
        Phone::read(typed).map(Address::Phone)
    }
}

/// The channels that a cell names; all of them where it is empty, none when one is unknown.
fn channels(cell: &str) -> Option<Vec<Channel>> {
    let names = cell.split([',', ';', '/', '+']).map(|name| relais_kernel::fold(name.trim()));
    let known = |name: String| match name.as_str() {
        "appel" | "telephone" | "call" | "phone" => Some(Channel::Call),
        "sms" | "texto" | "text" => Some(Channel::Sms),
        "e mail" | "email" | "mail" | "courriel" => Some(Channel::Email),
        _ => None,
    };
    names.filter(|name| !name.is_empty() && name != "tout" && name != "all").map(known).collect()
}

/// A file that cannot be read, on its field.
pub(crate) fn unread(error: &SheetError) -> Fault {
    match error {
        SheetError::FileTooLarge { .. } => too_large(),
        SheetError::TooManyRows { .. } => Fault::on("file", "refusals-too-many").with("n", MOST_LINES),
        _ => Fault::on("file", "refusals-unreadable"),
    }
}

/// A file that weighs too much.
pub(crate) fn too_large() -> Fault {
    Fault::on("file", "refusals-too-large").with("n", MOST_BYTES / 1024 / 1024)
}

#[cfg(test)]
mod tests {
    use std::io::{Seek as _, Write as _};

    use super::*;

    fn file(text: &str) -> File {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(text.as_bytes()).unwrap();
        file.rewind().unwrap();
        file
    }

    fn read(text: &str) -> Vec<Line> {
        let mut opened = opened(file(text)).unwrap();
        let rows: Vec<_> = opened.sheet.by_ref().map(Result::unwrap).collect();
        rows.iter().map(|row| opened.line(&row.cells)).collect()
    }

    #[test]
    fn prv_08_a_file_says_who_refused_and_on_which_channels() {
        let lines = read(
            "Nom;Téléphone;E-mail;Canal\nA;06 12 34 56 78;;\nB;01 69 36 00 01;b@exemple.fr;\nC;0612345678;;SMS\nD;;d@exemple.fr;appel, e-mail\nE;0612345678;;e-mail\n",
        );
        let channels: Vec<Vec<Vec<Channel>>> = lines
            .iter()
            .map(|line| line.about.iter().map(|(_, channels)| channels.clone()).collect())
            .collect();
        assert_eq!(
            channels,
            [
                vec![vec![Channel::Call, Channel::Sms]],
                vec![vec![Channel::Call, Channel::Sms], vec![Channel::Email]],
                vec![vec![Channel::Sms]],
                vec![vec![Channel::Email]],
                vec![],
            ]
        );
        assert!(lines.iter().all(|line| !line.unreadable));
    }

    #[test]
    fn prv_08_what_is_no_address_or_no_channel_is_told() {
        let lines = read("phone,email,channel\n12,,\n0612345678,no mail,\n0612345678,,pigeon\n,,\n");
        assert_eq!(lines.iter().map(|line| line.unreadable).collect::<Vec<_>>(), [true, true, true]);
        assert!(lines.iter().all(|line| line.about.is_empty()));
    }

    #[test]
    fn a_file_without_addresses_and_one_that_is_no_table_are_refused() {
        let key = |text: &str| opened(file(text)).map(|_| ()).unwrap_err().key.to_string();
        assert_eq!(key("nom;prénom\nA;B\n"), "refusals-no-column");
        assert_eq!(key("%PDF-1.7\n"), "refusals-unreadable");
        assert_eq!(key(""), "refusals-unreadable");
    }
}
