//! The evenhand program: the only place that reads arguments, environment and clock.
#![expect(clippy::disallowed_methods, reason = "the library gets them from here")]

use std::io::{IsTerminal, Write};
use std::process::ExitCode;

use evenhand::cli::{Environment, run};

fn main() -> ExitCode {
    let environment = Environment {
        args: std::env::args_os().collect(),
        locale: sys_locale::get_locale(),
        today: jiff::Zoned::now().date(),
        user: user(),
        stderr_is_terminal: std::io::stderr().is_terminal(),
    };
    // Styles are always written and stripped here when the stream is no terminal or NO_COLOR is set.
    let mut stdout = anstream::AutoStream::auto(std::io::stdout()).lock();
    let mut stderr = anstream::AutoStream::auto(std::io::stderr()).lock();
    let code = run(environment, &mut stdout, &mut stderr);
    let _ = stdout.flush();
    ExitCode::from(code as u8)
}

/// The system's account, which nobody can set as they like; the login name of the environment only where there is none.
fn user() -> Option<String> {
    let named = || ["USER", "LOGNAME", "USERNAME"].iter().find_map(|name| std::env::var(name).ok());
    whoami::username().ok().filter(|name| !name.trim().is_empty()).or_else(named)
}
