//! R06 on a finished plan.

use std::collections::BTreeSet;

use super::{CODE, KinInTeam};
use crate::check::{Docket, Entry, Judge, Kin, RuleCheck, Subject};
use crate::diag::Text;
use crate::id::PersonId;
use crate::policy::Rule;

impl RuleCheck for KinInTeam {
    fn code(&self) -> &'static str {
        CODE
    }

    fn tells_ties(&self) -> bool {
        true
    }

    fn plan(&self, judge: &Judge, _rule: &Rule, docket: &Docket) -> Vec<Entry> {
        let teams = docket.formed(judge.pool, judge.policy).map(|team| {
            let people: BTreeSet<&PersonId> = team.members.iter().map(|member| &member.person).collect();
            let mut faults = Vec::new();
            for (position, one) in people.iter().enumerate() {
                for other in people.iter().skip(position + 1) {
                    if judge
                        .kin
                        .between(&(*one).into(), &(*other).into())
                        .is_some_and(|kin| kin.is_near() || kin == Kin::Unknown)
                    {
                        faults.push(Text::new(
                            format!("{one} 与 {other} 有近亲属关系或者亲等不明，同在一组"),
                            format!("{one} and {other} are near kin, or kin of unknown degree, in one team"),
                        ));
                    }
                }
            }
            let found = Text::new(
                format!("{} 人两两核对亲属登记，没有近亲属同组", people.len()),
                format!("the kin records of all pairs of {} people: no near kin in the team", people.len()),
            );
            Entry::of_faults(Subject::team(&team.case.id), CODE, faults, found)
        });
        teams.collect()
    }
}
