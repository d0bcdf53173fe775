//! Screening anew: every screening rule's opinion of every assignment, with waivers and missing facts.

use jiff::civil::Date;

use super::{Concern, Docket, Entry, EntryVerdict, Judge, Opinion, RuleCheck, Subject, joined};
use crate::diag::Text;
use crate::id::PersonId;
use crate::plan::Assignment;
use crate::policy::{RoleClass, Rule, VerdictLevel, Waivable};
use crate::pool::{Case, Person, TITLES, Waiver};

/// What screening says of one person for one case.
#[derive(Debug, Default)]
pub(super) struct Screened<'a> {
    /// One entry per screening rule.
    pub entries: Vec<Entry>,
    /// Points of the warnings.
    pub exposure: i64,
    /// Waivers without which the person could not serve.
    pub waivers: Vec<(String, &'a Waiver)>,
    /// Rules whose fact is missing and that no waiver sets aside.
    pub missing: Vec<String>,
}

/// Screens every assignment, in the plan's order; one whose person or case is not on file has no entries.
pub(super) fn assignments<'a>(judge: &Judge<'a>, docket: &Docket) -> Vec<Screened<'a>> {
    let provisional = docket.plan.input.provisional;
    let each = docket.plan.assignments.iter().map(|assignment| {
        let person = judge.pool.people.get(&assignment.person);
        let case = judge.pool.cases.get(&assignment.case);
        let (Some(person), Some(case)) = (person, case) else { return Screened::default() };
        screen_until(judge, docket.checks, (person, case), judge.class(assignment), provisional, assignment.to)
    });
    each.collect()
}

/// Screens one person for one case.
pub(super) fn screen<'a>(
    judge: &Judge<'a>,
    checks: &[&dyn RuleCheck],
    person: &Person,
    case: &Case,
    class: RoleClass,
    provisional: bool,
) -> Screened<'a> {
    screen_until(judge, checks, (person, case), class, provisional, judge.as_of)
}

/// The same for service until a last day, which may be over.
pub(super) fn screen_until<'a>(
    judge: &Judge<'a>,
    checks: &[&dyn RuleCheck],
    (person, case): (&Person, &Case),
    class: RoleClass,
    provisional: bool,
    last: Date,
) -> Screened<'a> {
    let mut screened = Screened::default();
    for check in checks {
        let Some(rule) = judge.policy.rules.active(check.code(), judge.as_of) else { continue };
        if let Some(opinion) = check.opinion_of_service(judge, rule, (person, case), class, last) {
            let waiver = judge.waiver(rule, &person.id, case);
            weigh(&mut screened, rule, opinion, Subject::assignment(&case.id, &person.id), waiver, provisional);
        }
    }
    screened
}

fn weigh<'a>(
    screened: &mut Screened<'a>,
    rule: &Rule,
    mut opinion: Opinion,
    subject: Subject,
    waiver: Option<&'a Waiver>,
    provisional: bool,
) {
    opinion.concerns.retain(|concern| concern.level != VerdictLevel::None);
    let verdict_of = |concern: &Concern| match concern.level {
        VerdictLevel::None => EntryVerdict::Pass,
        VerdictLevel::Warn => EntryVerdict::Warn,
        VerdictLevel::Block => EntryVerdict::Fail,
        VerdictLevel::Review if waiver.is_some() => EntryVerdict::Waived,
        VerdictLevel::Review if provisional && concern.missing_fact => EntryVerdict::Provisional,
        VerdictLevel::Review => EntryVerdict::Fail,
    };
    let open = |concern: &Concern| waiver.is_none() && concern.level == VerdictLevel::Review;
    if opinion.concerns.iter().any(|concern| open(concern) && concern.missing_fact) {
        screened.missing.push(rule.code.clone());
    }
    let verdict = opinion.concerns.iter().map(verdict_of).max().unwrap_or(EntryVerdict::Pass);
    let level = opinion.concerns.iter().map(|concern| concern.level).max().unwrap_or(VerdictLevel::None);
    let points = opinion.concerns.iter().map(|concern| concern.points).sum();
    screened.exposure += points;
    let mut words: Vec<Text> = opinion.concerns.into_iter().map(|concern| concern.words).collect();
    if let (Some(waiver), EntryVerdict::Waived) = (waiver, verdict) {
        screened.waivers.push((rule.code.clone(), waiver));
        words.push(Text::new(
            format!("{} 已批准豁免，有效期至 {}", waiver.approver, waiver.expires),
            format!("waived by {}, valid until {}", waiver.approver, waiver.expires),
        ));
    }
    let words = joined(words).unwrap_or(opinion.looked_at);
    screened.entries.push(Entry { points, personal: Some(level), ..Entry::new(subject, &rule.code, verdict, words) });
}

impl<'a> Judge<'a> {
    /// The waiver of a rule for a person that somebody else approved and that lasts until a case is over, if the rule
    /// can be waived; whether it has run out since then is all the same.
    pub fn waiver(&self, rule: &Rule, person: &PersonId, case: &Case) -> Option<&'a Waiver> {
        let names = |waiver: &&&Waiver| {
            waiver.rule.eq_ignore_ascii_case(&rule.code) || waiver.rule.eq_ignore_ascii_case(&rule.id)
        };
        let valid = |waiver: &&&Waiver| {
            waiver.expires >= case.to && !waiver.approver.trim().is_empty() && !waiver.reason.trim().is_empty()
        };
        if !matches!(rule.waivable, Waivable::ReviewBy { .. }) {
            return None;
        }
        let mut on_file = self.facts.waivers(person, &case.id).iter().filter(names).filter(valid);
        on_file.find(|waiver| !self.is_own_approval(waiver)).copied()
    }

    /// Whether the approver is written as the id or the name of the person whom the waiver frees, or that stands in it
    /// between signs, titles or the ends.
    fn is_own_approval(&self, waiver: &Waiver) -> bool {
        let letters = |text: &str| text.to_lowercase().replace(char::is_whitespace, "");
        let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        let written = waiver.approver.to_lowercase();
        let name = self.pool.people.get(&waiver.person).map(|person| person.name.as_str());
        name.into_iter().chain([waiver.person.as_str()]).any(|own| {
            let own = own.trim().to_lowercase();
            if own.is_empty() || letters(&own) == letters(&written) {
                return letters(&own) == letters(&written);
            }
            let mut read = 0;
            while let Some(found) = written[read..].find(&own) {
                let (start, end) = (read + found, read + found + own.len());
                let (before, after) = (&written[..start], &written[end..]);
                let left = !is_word(before.chars().last()) || TITLES.iter().any(|title| before.ends_with(title));
                let ends = |rest: &str| !is_word(rest.chars().next());
                let right = ends(after) || TITLES.iter().any(|title| after.strip_prefix(title).is_some_and(ends));
                if left && right {
                    return true;
                }
                read = end;
            }
            false
        })
    }

    /// How strictly an assignment's roles are screened: by the stricter of the two, whatever the plan states.
    pub fn class(&self, assignment: &Assignment) -> RoleClass {
        let template = self.pool.cases.get(&assignment.case).and_then(|case| self.policy.templates.get(&case.template));
        let class = |id| Some(template?.role(id)?.class);
        super::roles_of(assignment).filter_map(class).min().unwrap_or(assignment.class)
    }
}
