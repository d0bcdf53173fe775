//! One run of the program: the validated global options and the two streams.

use std::io::{self, Write};
use std::path::Path;

use jiff::civil::Date;
use serde::Serialize;
use serde_json::json;

use super::Environment;
use super::again::NextStep;
use super::arguments::{FormatChoice, Global, LanguageChoice};
use super::failure::{Complaint, Failure};
use crate::check::{Judge, Report};
use crate::diag::{Diagnostic, Language, Text, io_reason};
use crate::plan::ExitCode;
use crate::report;

/// The validated global options and the two streams.
pub(super) struct Session<'a> {
    /// Language of everything printed.
    pub language: Language,
    /// Whether data is printed as JSON.
    pub json: bool,
    /// The day by which to judge.
    pub as_of: Date,
    /// Today, for the audit file.
    pub today: Date,
    /// Who asks, for the audit file.
    pub user: Option<String>,
    /// Name of a built-in policy or path of a policy file.
    pub policy: String,
    /// The seed, if one was given.
    pub seed: Option<u64>,
    /// Whether to print checks that passed and progress even when nobody watches.
    pub verbose: bool,
    as_of_given: bool,
    quiet: bool,
    watched: bool,
    /// Global options as given, to be repeated in the next step.
    carried: Vec<String>,
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
}

impl<'a> Session<'a> {
    /// A session with default options.
    pub fn bare(
        language: Language,
        environment: &Environment,
        out: &'a mut dyn Write,
        err: &'a mut dyn Write,
    ) -> Session<'a> {
        Session {
            language,
            json: false,
            as_of: environment.today,
            today: environment.today,
            user: environment.user.clone(),
            policy: "default".to_string(),
            seed: None,
            verbose: false,
            as_of_given: false,
            quiet: false,
            watched: environment.stderr_is_terminal,
            carried: Vec::new(),
            out,
            err,
        }
    }

    /// The same session, whose data is printed as JSON if `json`.
    pub fn speaking_json(self, json: bool) -> Self {
        Session { json, ..self }
    }

    /// Takes over the global options, or complains about them.
    pub fn accept(&mut self, global: &Global) -> Result<(), Failure> {
        self.json = global.format == Some(FormatChoice::Json);
        self.quiet = global.quiet;
        self.verbose = global.verbose;
        self.seed = global.seed;
        match global.lang {
            Some(LanguageChoice::Zh) => self.carried.extend(["--lang", "zh"].map(str::to_string)),
            Some(LanguageChoice::En) => self.carried.extend(["--lang", "en"].map(str::to_string)),
            None => {}
        }
        if let Some(policy) = &global.policy {
            self.policy = policy.clone();
            self.carried.extend(["--policy".to_string(), policy.clone()]);
        }
        if let Some(written) = &global.as_of {
            self.as_of = written.parse().map_err(|_| {
                Failure::usage(
                    Text::new(format!("“{written}”不是日期"), format!("`{written}` is not a date")),
                    Text::new("请写成 2026-11-20 的样子", "write it like 2026-11-20"),
                )
            })?;
            self.as_of_given = true;
            self.carried.extend(["--as-of".to_string(), written.clone()]);
        }
        if global.threads == Some(0) {
            return Err(Failure::usage(
                Text::new("线程数至少为 1", "at least one thread is needed"),
                Text::new("不写 --threads 则使用全部核心", "without --threads all cores are used"),
            ));
        }
        if let Some(threads) = global.threads {
            // Fails only when a pool exists already, which a second run in one process may meet; results are equal.
            let _ = rayon::ThreadPoolBuilder::new().num_threads(threads).build_global();
        }
        Ok(())
    }

    /// Judges by `day` unless the user named another.
    pub fn judge_by_default(&mut self, day: Date) {
        if !self.as_of_given {
            self.as_of = day;
            self.carried.extend(["--as-of".to_string(), day.to_string()]);
        }
    }

    /// Leaves `--policy` out of the next step: it names no policy, so that the same command would stop again.
    pub fn forget_policy(&mut self) {
        if let Some(at) = self.carried.iter().position(|word| word == "--policy") {
            self.carried.drain(at..(at + 2).min(self.carried.len()));
        }
    }

    /// Prints data as it is.
    pub fn print(&mut self, data: &str) -> io::Result<()> {
        self.out.write_all(data.as_bytes())
    }

    /// Hands on what is still held back of the data, so that its loss is noticed.
    pub fn finish(&mut self) -> Result<(), Failure> {
        Ok(self.out.flush()?)
    }

    /// Prints data as JSON with a final line break.
    pub fn print_json(&mut self, data: &impl Serialize) -> Result<(), Failure> {
        let text =
            serde_json::to_string_pretty(data).map_err(|error| Failure::internal(Text::same(error.to_string())))?;
        Ok(self.print(&(text + "\n"))?)
    }

    /// Says something on standard error, unless the user wants quiet.
    pub fn say(&mut self, message: &Text) -> io::Result<()> {
        if self.quiet { Ok(()) } else { writeln!(self.err, "{}", message.get(self.language)) }
    }

    /// Prints which files were written: their names as data, or one JSON object.
    pub fn report_written<'n>(&mut self, dir: &str, names: impl Iterator<Item = &'n String>) -> Result<(), Failure> {
        if self.json {
            return self.print_json(&json!({ "folder": dir, "files": names.collect::<Vec<_>>() }));
        }
        let lines: String = names.map(|name| format!("{dir}/{name}\n")).collect();
        Ok(self.print(&lines)?)
    }

    /// Says how far the work has come, if somebody watches or asked for it.
    pub fn progress(&mut self, message: &Text) -> io::Result<()> {
        if (self.watched || self.verbose) && !self.quiet {
            writeln!(self.err, "{}", report::style::dim(message.get(self.language)))?;
        }
        Ok(())
    }

    /// Says which command comes next, ready to be copied.
    pub fn next_step(&mut self, purpose: &Text, command: &[&str]) -> io::Result<()> {
        self.follow(&NextStep::new(purpose.clone(), command))
    }

    /// The same for a command made elsewhere.
    pub fn follow(&mut self, next: &NextStep) -> io::Result<()> {
        if self.quiet {
            return Ok(());
        }
        let words = next.command.iter().chain(&self.carried).map(|word| quoted(word));
        let line = std::iter::once("evenhand".to_string()).chain(words).collect::<Vec<_>>().join(" ");
        let label = match self.language {
            Language::Zh => format!("下一步，{}：", next.purpose.zh),
            Language::En => format!("Next, {}:", next.purpose.en),
        };
        writeln!(self.err, "\n{label}\n  {}", report::style::bold(&line))
    }

    /// Shows the entries of a certificate that failed, however quiet the user wants it.
    pub fn show_failures(&mut self, certificate: &Report, judge: &Judge) -> io::Result<()> {
        self.err.write_all(report::certificate::failures(certificate, judge, self.language).as_bytes())
    }

    /// Shows warnings that do not stop the command, on standard error.
    pub fn warn(&mut self, diagnostics: &[Diagnostic]) -> io::Result<()> {
        if self.quiet || diagnostics.is_empty() {
            return Ok(());
        }
        self.err.write_all(report::diagnostics::text(diagnostics, self.language).as_bytes())
    }

    /// Says why the command stopped short, and with which exit code.
    pub fn report(&mut self, failure: Failure) -> ExitCode {
        let (code, written) = match failure {
            Failure::Usage(complaint) => (ExitCode::Usage, self.complain(&complaint, ExitCode::Usage)),
            Failure::Stopped(code, complaint) => (code, self.complain(&complaint, code)),
            Failure::Input(diagnostics) => (ExitCode::BadInput, self.refuse(&diagnostics)),
            Failure::Output(error) => (ExitCode::BadInput, self.lost(&error)),
            Failure::Followed(failure, next) => {
                let code = self.report(*failure);
                (code, self.follow(&next))
            }
        };
        match written {
            Err(_) => ExitCode::Internal,
            Ok(()) => code,
        }
    }

    /// Says that standard output took no more, which a full disk behind a redirection does; there is nowhere else to say
    /// it than standard error.
    pub fn lost(&mut self, error: &io::Error) -> io::Result<()> {
        let why = io_reason(error);
        let cause =
            Text::new(format!("无法写到标准输出：{}", why.zh), format!("cannot write to standard output: {}", why.en));
        let hint = Text::new(
            "结果不完整，请检查输出去处的剩余空间后重新运行",
            "the output is not complete: check the space where it goes and run again",
        );
        self.json = false;
        self.complain(&Complaint { cause, hint }, ExitCode::BadInput)
    }

    fn complain(&mut self, complaint: &Complaint, code: ExitCode) -> io::Result<()> {
        if self.json {
            let failure = json!({ "exit_code": code as u8, "cause": complaint.cause, "hint": complaint.hint });
            writeln!(self.out, "{failure:#}")?;
        }
        let (error, hint) = match self.language {
            Language::Zh => ("错误：", "提示："),
            Language::En => ("error: ", "hint: "),
        };
        writeln!(self.err, "{}{}", report::style::red(error), complaint.cause.get(self.language))?;
        writeln!(self.err, "{}{}", report::style::green(hint), complaint.hint.get(self.language))
    }

    fn refuse(&mut self, diagnostics: &[Diagnostic]) -> io::Result<()> {
        if self.json {
            let failure = json!({ "exit_code": ExitCode::BadInput as u8, "diagnostics": diagnostics });
            writeln!(self.out, "{failure:#}")?;
        }
        self.err.write_all(report::diagnostics::text(diagnostics, self.language).as_bytes())
    }
}

/// A word as a shell takes it literally.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./=:,+@%".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_string()
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}

/// A path as a word of a command, which must not look like an option.
pub(super) fn word(path: &Path) -> String {
    let path = path.display().to_string();
    if path.starts_with('-') { format!("./{path}") } else { path }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn words_survive_a_shell() {
        assert_eq!(quoted("名册/2026"), "名册/2026");
        assert_eq!(quoted("my roster"), "'my roster'");
        assert_eq!(quoted("it's"), "'it'\\''s'");
        assert_eq!(quoted(""), "''");
    }
}
