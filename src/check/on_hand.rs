//! Whether enough people are at hand on every day, those on leave not counted.

use super::{Days, Docket, Entry, Formed, Judge, Subject, count};
use crate::diag::Text;
use crate::plan::Assignment;

/// What a rule asks for on every day of a team.
pub struct OnHand<'a> {
    /// The rule's code.
    pub rule: &'static str,
    /// People at least.
    pub least: i64,
    /// Whether a member counts.
    pub counts: &'a dyn Fn(&Assignment) -> bool,
    /// Whether a member, on leave or not, asks for one more who counts.
    pub asks: &'a dyn Fn(&Assignment) -> bool,
    /// What to say where on some days so many are at hand.
    pub short: &'a dyn Fn(Days, i64) -> Text,
    /// What to say where enough are at hand on every day.
    pub found: Text,
}

impl OnHand<'_> {
    /// Judges a team by it; `faults` are other faults of the same rule.
    pub fn judge(self, judge: &Judge, docket: &Docket, team: &Formed, faults: Vec<Text>) -> Entry {
        let (short, warnings) = self.short_days(judge, docket, team);
        let faults = [faults, short].concat();
        Entry::of_faults_or_warnings(Subject::team(&team.case.id), self.rule, faults, warnings, self.found)
    }

    /// Days on which too few are at hand, as faults and as warnings.
    ///
    /// Leave of those who serve in the case already breaks nothing, for the plan decides nothing about them; it is a
    /// warning, so that somebody stands in.
    pub fn short_days(&self, judge: &Judge, docket: &Docket, team: &Formed) -> (Vec<Text>, Vec<Text>) {
        let (mut faults, mut warnings) = (Vec::new(), Vec::new());
        for stretch in team.attendance(judge) {
            let away = |member: &Assignment| {
                let mut leave = judge.facts.leave(&member.person).iter();
                leave.any(|leave| Days::new(leave.from, leave.to).holds(stretch.days.from))
            };
            let serving = |member: &Assignment| docket.serves_already(judge, &member.person, &team.case.id);
            let least = self.least + count(stretch.members.iter().filter(|member| (self.asks)(member)));
            let (mut here, mut excused) = (0, 0);
            for member in stretch.members.iter().filter(|member| (self.counts)(member)) {
                match (away(member), serving(member)) {
                    (false, _) => here += 1,
                    (true, true) => excused += 1,
                    (true, false) => {}
                }
            }
            if here + excused < least {
                faults.push((self.short)(stretch.days, here));
            } else if here < least {
                warnings.push((self.short)(stretch.days, here));
            }
        }
        (faults, warnings)
    }
}
