//! Opening a roster folder: facts, policy and everything wrong with them.

use std::collections::BTreeMap;
use std::path::Path;

use super::failure::Failure;
use super::session::Session;
use crate::diag::{Diagnostic, Text, codes, did_you_mean};
use crate::policy::{self, FolderPolicy, Policy, policy_names};
use crate::pool::read::{Reading, decode, fingerprint, read_files_with, read_folder_with, token};
use crate::pool::skill::Dictionary;
use crate::pool::validate::validate;
use crate::pool::{Case, CaseId, Person, Pool};
use crate::ties::kin::{impossible_lines, unknown_terms};

/// The folder's own policy file.
const FOLDER_POLICY: &str = "policy.toml";

/// A roster without errors, ready to be worked with.
pub(super) struct Roster {
    /// The facts.
    pub pool: Pool,
    /// The policy in force.
    pub policy: Policy,
    /// Digest of the facts' canonical form.
    pub fingerprint: String,
}

impl Roster {
    /// Reads `dir`, shows its warnings, and stops at its errors.
    pub fn open(session: &mut Session, dir: &Path) -> Result<Self, Failure> {
        let (reading, policy) = read(session, dir)?;
        Self::accept(session, reading, policy)
    }

    /// The same for a folder held in memory.
    pub fn open_files(session: &mut Session, files: &BTreeMap<String, Vec<u8>>) -> Result<Self, Failure> {
        let own = files.get(FOLDER_POLICY).map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        let (reading, policy) = judge(session, |skills| read_files_with(files, skills), own.as_deref())?;
        Self::accept(session, reading, policy)
    }

    fn accept(session: &mut Session, reading: Reading, policy: Policy) -> Result<Self, Failure> {
        if reading.has_errors() {
            return Err(Failure::Input(reading.diagnostics));
        }
        session.warn(&reading.diagnostics)?;
        let fingerprint = fingerprint(&reading.pool);
        Ok(Roster { pool: reading.pool, policy, fingerprint })
    }

    /// The case of this code.
    pub fn case(&self, code: &str) -> Result<&Case, Failure> {
        self.pool.cases.get(&code.into()).ok_or_else(|| {
            let cause = Text::new(format!("没有案件“{code}”"), format!("there is no case `{code}`"));
            let hint = nearest_case(code, self.pool.cases.keys().map(CaseId::as_str).collect());
            Failure::Input(vec![Diagnostic::error(codes::E0701, None, cause, hint)])
        })
    }

    /// The person of this id, or of this name where nobody else bears it.
    pub fn person(&self, named: &str) -> Result<&Person, Failure> {
        if let Some(person) = self.pool.people.get(&named.into()) {
            return Ok(person);
        }
        let wanted = token(named);
        let namesakes: Vec<&Person> =
            self.pool.people.values().filter(|person| !wanted.is_empty() && token(&person.name) == wanted).collect();
        let fault = match namesakes.as_slice() {
            [one] => return Ok(one),
            [] => Diagnostic::error(
                codes::E0702,
                None,
                Text::new(
                    format!("没有编号或者姓名为“{named}”的人员"),
                    format!("there is nobody with the id or the name `{named}`"),
                ),
                Text::new("请给出人员表中的编号或者姓名", "give an id or a name of the people table"),
            ),
            [first, ..] => Diagnostic::error(
                codes::E0303,
                None,
                Text::new(
                    format!("有多人名为“{named}”：{}", self.listed(&namesakes, "、")),
                    format!("several people are called `{named}`: {}", self.listed(&namesakes, ", ")),
                ),
                Text::new(
                    format!("请改用编号，如 --person {}", first.id),
                    format!("give the id instead, such as --person {}", first.id),
                ),
            ),
        };
        Err(Failure::Input(vec![fault]))
    }

    /// People by id, each with the unit that tells namesakes apart.
    fn listed(&self, people: &[&Person], separator: &str) -> String {
        let unit = |person: &Person| self.pool.units.get(&person.unit).map_or("", |unit| unit.name.as_str());
        let each: Vec<String> = people.iter().map(|person| format!("{} {}", person.id, unit(person))).collect();
        each.join(separator)
    }
}

fn nearest_case(code: &str, cases: Vec<&str>) -> Text {
    match did_you_mean(code, cases.iter().copied()) {
        Some(near) => Text::new(format!("是否想写“{near}”？"), format!("did you mean `{near}`?")),
        None => Text::new(format!("在册案件：{}", cases.join("、")), format!("cases on file: {}", cases.join(", "))),
    }
}

/// Reads `dir` and the policy that holds there; the faults of both stand in the reading.
pub(super) fn read(session: &mut Session, dir: &Path) -> Result<(Reading, Policy), Failure> {
    if let Err(error) = std::fs::read_dir(dir) {
        return Err(Failure::unreadable(dir, &error));
    }
    let own = own_policy(dir)?;
    judge(session, |skills| read_folder_with(dir, skills), own.as_deref())
}

/// The policy that the user named, with that of the roster folder `dir` laid over it, whatever its tables say. Shows
/// its warnings, and stops at its errors.
pub(super) fn policy_in_force(session: &mut Session, dir: Option<&Path>) -> Result<Policy, Failure> {
    let own = match dir {
        Some(dir) => {
            std::fs::read_dir(dir).map_err(|error| Failure::unreadable(dir, &error))?;
            own_policy(dir)?
        }
        None => None,
    };
    let (_, policy, faults) = laid_over(session, own.as_deref())?;
    if faults.iter().any(Diagnostic::is_error) {
        return Err(Failure::Input(faults));
    }
    session.warn(&faults)?;
    Ok(policy)
}

/// The text of the folder's own policy file, if it has one.
fn own_policy(dir: &Path) -> Result<Option<String>, Failure> {
    let path = dir.join(FOLDER_POLICY);
    match std::fs::read(&path) {
        // As for the tables, whatever the editor of the office writes.
        Ok(bytes) => match decode(&bytes) {
            Ok(text) => Ok(Some(text)),
            Err(_) => Err(Failure::undecodable(&path)),
        },
        // A link that leads nowhere is a policy that is lost, not one that was never made.
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && !path.is_symlink() => Ok(None),
        Err(error) => Err(Failure::unreadable(&path, &error)),
    }
}

/// The folder's policy as read from its text, the policy in force with it, and the faults of both in the order of their
/// places.
fn laid_over(session: &mut Session, own: Option<&str>) -> Result<(FolderPolicy, Policy, Vec<Diagnostic>), Failure> {
    let (folder, mut faults) = own.map_or_else(Default::default, FolderPolicy::read);
    let policy = chosen_policy(session, &folder, &mut faults)?;
    faults.sort_by_key(|fault| fault.span.as_ref().map(|span| (span.file.clone(), span.row)));
    Ok((folder, policy, faults))
}

/// Reads the tables with the policy's skills, and adds the policy, what is wrong with it, and what the tables' cells do not show one by one.
fn judge(
    session: &mut Session,
    read: impl FnOnce(&Dictionary) -> Reading,
    own: Option<&str>,
) -> Result<(Reading, Policy), Failure> {
    let (folder, policy, faults) = laid_over(session, own)?;
    let mut reading = read(&folder.dictionary());
    reading.change(|pool| policy::identify_names(&policy, pool));
    let (pool, spans) = reading.judged();
    let found = [
        validate(pool, spans, session.as_of),
        policy::agree(&policy, pool, spans, session.as_of),
        unknown_terms(pool, spans),
        impossible_lines(pool, spans),
    ]
    .concat();
    reading.diagnostics.extend(found);
    reading.diagnostics.sort_by(|a, b| (&a.span, a.code, &a.cause).cmp(&(&b.span, b.code, &b.cause)));
    reading.diagnostics.splice(0..0, faults);
    Ok((reading, policy))
}

/// A built-in policy's name goes before a file of the same name.
fn chosen_policy(
    session: &mut Session,
    folder: &FolderPolicy,
    faults: &mut Vec<Diagnostic>,
) -> Result<Policy, Failure> {
    let named = &session.policy.clone();
    let is_built_in = policy_names("team").iter().any(|name| name == named);
    let (policy, found) = if is_built_in || !Path::new(named).exists() {
        policy::load(named, None, folder)
    } else {
        let text = std::fs::read_to_string(named).map_err(|error| {
            session.forget_policy();
            Failure::unreadable(Path::new(named), &error)
        })?;
        policy::load("default", Some((named, &text)), folder)
    };
    if found.iter().any(|fault| fault.code == codes::E0605) {
        session.forget_policy();
    }
    faults.extend(found);
    Ok(policy)
}
