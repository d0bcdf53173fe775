//! What the program knows of the world around it, handed in by `main`.

use std::ffi::OsString;

use jiff::civil::Date;

/// Everything that comes from outside the command's own files: arguments, locale, user, today, terminals.
#[derive(Debug, Clone)]
pub struct Environment {
    /// The arguments, the program's name first.
    pub args: Vec<OsString>,
    /// The user's locale, such as `zh-CN`; decides the language when `--lang` does not.
    pub locale: Option<String>,
    /// Today by the user's calendar; the default of `--as-of`.
    pub today: Date,
    /// The account under which the system runs the program, for the audit file; `None` refuses evidence.
    pub user: Option<String>,
    /// Whether messages go to a terminal; progress is shown only there.
    pub stderr_is_terminal: bool,
}
