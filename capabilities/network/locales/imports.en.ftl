# Imports of files.
imports-title = Imports
imports-lead = Units and people come by file. Nothing is written before you have seen what would change.
imports-none = No import yet
imports-none-more = Begin with the file of units, then the file of people. A blank one can be downloaded if you have none.
import-new = Import a file
import-file = File
import-what = Content
import-state = Where it stands
import-brought = Uploaded
import-kind-units = Units
import-kind-people = People
import-units-hint = Shops, branches, contact centres and their regions.
import-people-hint = Who works where, by staff number.
import-state-uploaded = columns to name
import-state-checking = being checked
import-state-checked = ready to import
import-state-refused = refused
import-state-to-correct = to correct
import-state-applying = being imported
import-state-applied = imported
import-state-undoing = being undone
import-state-undone = undone
import-state-failed = broken off
import-n-new = { $n ->
    [one] { $n } addition
   *[other] { $n } additions
}
import-n-changed = { $n ->
    [one] { $n } change
   *[other] { $n } changes
}
import-n-leavers = { $n ->
    [one] { $n } departure
   *[other] { $n } departures
}
import-n-faults = { $n ->
    [one] { $n } fault
   *[other] { $n } faults
}
import-blanks = Blank files
import-blanks-more = Ready to fill in, with the columns that Relais recognises and two example lines.
import-as-xlsx = XLSX workbook
import-as-csv = CSV
import-blank-unit-1 = EVR | Évry 2 | Shop | 91 | Île-de-France Sud | Évry-Courcouronnes | 01 60 00 00 00 | counter, phone | Europe/Paris | French | 2012-09-01 |
import-blank-unit-2 = VIT | Vitry Centre | Shop | 94 | Île-de-France Sud | Vitry-sur-Seine | 01 46 00 00 00 | counter, phone | Europe/Paris | French | 2015-03-02 |
import-blank-person-1 = E001 | Nadège | Fournier | nadege.fournier@example.com | Sales | | EVR | Manager | 2020-01-06 | 2011-05-02 | | French
import-blank-person-2 = E002 | Inès | Marchal | ines.marchal@example.com | Sales | | EVR | Adviser | { $day } | { $day } | | French
import-step-file = Choose the file
import-step-columns = Name the columns
import-step-check = Check
import-step-write = Import
import-choose-kind = Say what the file holds.
import-choose-file = Choose a file.
import-file-hint = CSV or XLSX, as your tool exports it. Encoding and separator are recognised.
import-nothing-written = Nothing is written at this step.
import-send = Upload
import-back = Back to imports
import-columns = Name the columns
import-columns-lead = Say which column of your file is which. The choice is remembered for the next time.
import-found = What we found
import-encoding = Encoding
import-separator = Separator
import-separator-semicolon = semicolon
import-separator-comma = comma
import-separator-tab = tab
import-separator-bar = vertical bar
import-sheet = Sheet
import-other-sheet = Read this sheet
import-first-lines = First lines of the file
import-no-row = No line below the column names.
import-columns-needed = Needed
import-columns-more = Optional
import-not-in-file = Not in this file
import-options = Settings
import-complete = This file is complete: whoever is no longer in it has left
import-complete-hint = Their last day is yesterday; their assignments and rights end.
import-most-leavers = Stop the file if more than … % of people would leave
import-most-leavers-hint = A file cut short looks like a mass departure.
import-share-unreadable = Give a whole number from 0 to 100.
import-new-employers = Employers that nobody knows are
import-create-regions = Create missing regions
import-create-regions-hint = Otherwise a region that nobody knows is a fault of its line.
import-check = Check the file
import-other-file = Choose another file
import-column-needed = This column is needed. Choose the one of your file.
import-column-twice = The column “{ $name }” is used above already. Choose another one.
import-function-needed = With the unit, the function is needed. Choose its column.
import-columns-missing = Needed columns were not recognised. Name them once on screen: the choice is remembered.
import-column-code = Code
import-column-name = Name
import-column-kind = Type
import-column-department = Department
import-column-region = Region
import-column-town = Town
import-column-phone = Phone
import-column-channels = Channels
import-column-time-zone = Time zone
import-column-locale = Language
import-column-opened-day = Opened on
import-column-closed-day = Closed on
import-column-staff-number = Staff number
import-column-given-name = Given name
import-column-family-name = Family name
import-column-email = E-mail address
import-column-trade = Trade
import-column-employer = Employer
import-column-unit = Unit code
import-column-function = Function
import-column-from-day = Since
import-column-joined-day = Entry date
import-column-left-day = Leaving date
import-checking = Checking
import-applying = Importing
import-undoing = Undoing
import-at-work-more = You may leave this page: the work goes on, even if a server stops.
import-refresh = Refresh
import-checked = What this file would do
import-refused = File refused
import-nothing-changed = Nothing has changed.
import-would = What the check found
import-did = What was written
import-did-undone = What had been written, then undone
import-rows = Lines read
import-lines = { $n ->
    [one] Line
   *[other] Lines
}
import-lines-run = { $from } to { $to }
import-notices-title = { $n ->
    [one] One thing to decide
   *[other] { $n } things to decide
}
import-notices-lead = The file and Relais do not say the same. Nothing was changed on these points, and nothing is stopped.
import-with-regions = Create the missing regions and check again
import-see-units = { $n ->
    [one] See the unit
   *[other] See the { $n } units
}
import-see-people = See the people
import-people-next = Import the people
import-to-add = To add
import-to-change = To change
import-new-ones = Added
import-changed-ones = Changed
import-same-ones = Identical
import-leavers = Departures
import-faults = Faults
import-faults-title = { $n ->
    [one] One fault
   *[other] { $n } faults
}
import-faults-more = { $n ->
    [one] And another one, in the file to download.
   *[other] And { $n } more; the file to download gives up to a thousand.
}
import-faults-download = Download the faults
import-faults-file = faults
import-fault-line = Line
import-fault-column = Column
import-fault-what = What to correct
import-line = line { $n }
import-whole-file = the whole file
import-differences = What would change
import-differences-first = { $n ->
    [one] the first difference
   *[other] the first { $n } differences
}
import-who = Who or what
import-does = Effect
import-from-to = Before and after
import-all-new = all of it is new
import-was-empty = (empty)
import-becomes = becomes
import-what-new = addition
import-what-changed = change
import-what-leaves = departure
import-what-returns = return
import-how = If a line becomes impossible meanwhile
import-all-lines = All or nothing
import-all-lines-hint = All that was written is taken back.
import-good-lines = The good lines only
import-good-lines-hint = It is left out and stays listed.
import-good-lines-offer = { $n ->
    [0] No line can be imported so. Correct the file, then bring it again.
    [one] Correct the file, or import the one good line at once: those with a fault stay listed.
   *[other] Correct the file, or import the { $n } good lines at once: those with a fault stay listed.
}
import-good-lines-go = Import the good lines only
import-write = Import
import-nothing-to-do = All is so already: there is nothing to import.
import-change-columns = Back to the columns
import-corrected-file = Bring a corrected file
import-remove = Remove this file
import-remove-question = Remove this file and what it showed?
import-removed = The file is removed. Nothing else has changed.
import-busy = Another import of the same kind is at work. Wait until it ends, then try again: nothing was written.
import-done = Import done
import-undone = Import undone
import-broken-off = Import broken off
import-applied-at = Written
import-undone-at = Undone
import-undo = Undo this import
import-undo-question = Undo this import?
import-undo-explained = Each line becomes again what it was. What somebody changed since stays, and is listed for you.
import-undo-late = This import was written too long ago to be undone: what the lines were before is no longer kept.
import-undo-yes = Undo the import
import-go-on = Go on where it stopped
import-again = Import another file
import-kept-title = { $n ->
    [one] One line stayed
   *[other] { $n } lines stayed
}
import-kept-lead = They were not taken back, so that nothing done since is lost.
import-kept-why = Why
import-kept-touched = Changed since the import.
import-kept-referred = In use elsewhere by now: an account, an assignment or opening hours depend on it.
import-kept-rule = Going back would give a unit two managers, or a person two main units.
import-left-out = { $n ->
    [one] One line left out
   *[other] { $n } faults left out
}
import-fault-meanwhile = A line became impossible during the import. All was taken back, as “all or nothing” asks.
import-broken = Something of ours failed. What was written is kept, and can be gone on with or undone.
import-too-many-leavers = { $n } people of { $active } would leave, more than { $percent } %. The file may be cut short: look at it, or raise the limit in the settings.
import-more-leavers = Since the check, { $n } people would leave instead of { $told }. Nothing was written, and the file has been checked again: look at who leaves before importing.
import-more-leavers-meanwhile = During the import, more people were leaving than the check had told. All of it was taken back. Check the file again.
import-duplicate = Already on line { $line } of this file. Keep only one of the two lines.
import-second-manager = Line { $line } already gives this unit a manager. Keep only one.
import-region-unknown = There is no region “{ $typed }”. Correct its name or code, or tick “Create missing regions”.
import-ragged = This line has { $cells } cells and the column names are { $width }. A separator is missing or too many.
import-cell-error = The spreadsheet shows an error in this cell. Correct the formula or write the value.
import-cell-empty = This cell is to be filled in.
import-unit-kind-unknown = “{ $typed }” is no type of unit. Write shop, branch, contact centre or support.
import-channel-unknown = “{ $typed }” is no channel. Write counter, phone, chat, e-mail or home visit.
import-function-unknown = “{ $typed }” is no function. Write manager, deputy, adviser, technician, care or support.
import-unit-unknown = “{ $typed }” is the code of no unit. Correct it, or import the units first.
import-trade-unknown = The trade “{ $typed }” is not known. Correct it, or add it in the settings first.
import-line-changed = Somebody changed this while the file was imported. Import the line again.
import-rule = This line contradicts what is stored. Check it.
import-noted-leaving = This person is noted as leaving on { $day }, which the file does not say: the day was left as it is. A person decides.
import-leavers-unknown = Some lines have no staff number: nobody can be said to have left. Nobody will be noted as having left.
import-unit-closed-under = This unit is closed and the file still has this person in it: they have no place now. A person decides.
import-without-admin = Nobody would administer the network any more: the administrators are not in the file.
import-leaver-stays = { $why ->
    [last-admin] Staff number { $number } will not be noted as having left: it is the only person who administers the network.
   *[other] Staff number { $number } will not be noted as having left.
}
import-file-empty = The file holds no line.
import-file-file-too-large = The file is over { $limit } MB. Split it.
import-file-old-office = This is a workbook of before 2007 (.xls). Save it as .xlsx and bring it again.
import-file-encrypted = The file is protected by a password. Remove it and bring the file again.
import-file-binary-workbook = This is a binary workbook (.xlsb). Save it as .xlsx and bring it again.
import-file-open-document = This is an OpenDocument file (.ods). Save it as .xlsx or CSV.
import-file-pdf = This is a PDF. Bring the table itself, as XLSX or CSV.
import-file-image = This is a picture. Bring the table itself, as XLSX or CSV.
import-file-markup = This is a web page or XML. Bring the table as XLSX or CSV.
import-file-archive = This is an archive. Bring the table that it holds, as XLSX or CSV.
import-file-binary = This is no table that we can read. Bring an XLSX or a CSV.
import-file-broken-text = The text is not in the encoding it announces, from line { $line } on. Export it again as UTF-8.
import-file-quote-never-closed = Line { $line }: a quote opens and never closes. Close it or take it away.
import-file-too-many-rows = The file has more than { $limit } lines. Split it.
import-file-too-many-columns = Line { $line }: more than { $limit } columns. Is it the right file?
import-file-cell-too-long = Line { $line }, column { $column }: a cell over { $limit } characters.
import-file-too-many-parts = This workbook is made of too many parts to be safe. Copy the table into a new workbook.
import-file-unzipped-too-large = This workbook grows over { $limit } MB once open. It is refused to be safe.
import-file-ratio-too-high = This workbook inflates over { $limit } times. It is refused to be safe.
import-file-shared-text-too-large = This workbook holds too many texts. Split it.
import-file-duplicate-part = This workbook is built to mislead. Copy the table into a new workbook.
import-file-stray-path = This workbook is built to mislead. Copy the table into a new workbook.
import-file-overlapping-parts = This workbook is built to mislead. Copy the table into a new workbook.
import-file-declares-entities = This workbook holds dangerous declarations. Copy the table into a new workbook.
import-file-damaged = This workbook is damaged. Save it again from your spreadsheet.
import-file-no-such-sheet = This workbook has no sheet “{ $name }”.
import-file-cannot-read = The file could not be read. Bring it again.
register-import = To follow imports of files: who brought what, what was written, what was undone.
register-import-mapping = To remember what each column of the files is.
register-import-chunk = To keep the file that was brought, while it is checked, written and asked about.
register-import-fault = To say which lines of a file are to be corrected.
register-import-change = To be able to undo an import: what each changed row was before.
register-vacancy-told = To tell a region only once that a unit is without a manager.
