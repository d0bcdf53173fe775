//! The folder's audit file: who looked at evidence, when, at what, and why. It is only ever appended to.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::Path;

use super::failure::Failure;
use super::session::Session;
use crate::diag::{Language, Text};
use crate::pool::read::AUDIT_FILE;

/// What is being looked at.
pub(super) struct Query<'a> {
    /// The command.
    pub command: &'a str,
    /// The case, by its code; blank for a person's own record.
    pub case: &'a str,
    /// The person, by id; `None` for everybody.
    pub person: Option<&'a str>,
    /// Why, where a reason was given.
    pub reason: Option<&'a str>,
}

/// Refuses a folder whose audit file cannot be written, before any work is done for what is to be recorded.
pub(super) fn ensure_writable(dir: &Path) -> Result<(), Failure> {
    let path = dir.join(AUDIT_FILE);
    let opened = OpenOptions::new().append(true).create(true).open(&path);
    opened.map(drop).map_err(|error| Failure::unwritable(&path, &error))
}

/// Records a query before its answer is given; without a record there is no answer.
pub(super) fn record(session: &Session, dir: &Path, query: &Query) -> Result<(), Failure> {
    let Some(user) = session.user.as_deref().filter(|user| !user.trim().is_empty()) else {
        return Err(Failure::usage(
            Text::new(
                "无法得知是谁在查询，因此不能出示依据",
                "nobody knows who is asking, so evidence cannot be shown",
            ),
            Text::new("请以系统中有账号的用户运行", "run it under an account that the system knows"),
        ));
    };
    if query.reason.is_some_and(|reason| reason.trim().is_empty()) {
        return Err(Failure::usage(
            Text::new("事由不能为空", "the reason is blank"),
            Text::new("例如：--reason 组长人选回避审查", "for example: --reason \"recusal review of the lead\""),
        ));
    }
    let path = dir.join(AUDIT_FILE);
    let today = session.today.to_string();
    let as_of = session.as_of.to_string();
    let row = [&today, &as_of, user, query.command, query.case, query.person.unwrap_or(""), query.reason.unwrap_or("")];
    append(&path, &header(session.language), &row).map_err(|error| Failure::unwritable(&path, &error))
}

fn header(language: Language) -> [&'static str; 7] {
    match language {
        Language::Zh => ["查询日期", "判断日期", "查询人", "命令", "案件", "人员", "事由"],
        Language::En => ["date", "as_of", "user", "command", "case", "person", "reason"],
    }
}

fn append(path: &Path, header: &[&str], row: &[&str]) -> io::Result<()> {
    let mut file = OpenOptions::new().append(true).create(true).open(path)?;
    let mut text = Vec::new();
    if file.metadata()?.len() == 0 {
        // The mark by which spreadsheets know the encoding.
        text.extend_from_slice("\u{feff}".as_bytes());
        push(&mut text, header)?;
    }
    push(&mut text, row)?;
    // One write, so that two queries at once do not mix their rows.
    file.write_all(&text)?;
    file.sync_all()
}

fn push(text: &mut Vec<u8>, cells: &[&str]) -> io::Result<()> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(text);
    writer.write_record(cells.iter().map(|cell| harmless(cell)))?;
    writer.flush()
}

/// A cell that no spreadsheet runs as a formula.
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_appended_under_one_header_and_formulas_are_harmless() {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("audit.csv");
        append(&path, &["who", "why"], &["a", "=1+1"]).unwrap();
        append(&path, &["who", "why"], &["b", "one, two"]).unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        assert_eq!(text, "\u{feff}who,why\r\na,'=1+1\r\nb,\"one, two\"\r\n");
    }
}
