//! R06 on a finished plan.

use std::collections::BTreeSet;

use super::{CODE, KinInTeam};
use crate::check::{Docket, Entry, Judge, Kin, Opinion, RuleCheck, Subject, level};
use crate::diag::Text;
use crate::id::{ActorId, OrganisationId, PersonId};
use crate::policy::{RoleClass, Rule, VerdictLevel};
use crate::pool::{Case, Person, Position};

impl RuleCheck for KinInTeam {
    fn code(&self) -> &'static str {
        CODE
    }

    fn tells_ties(&self) -> bool {
        true
    }

    fn opinion(&self, judge: &Judge, rule: &Rule, person: &Person, case: &Case, class: RoleClass) -> Option<Opinion> {
        let mut opinion = Opinion::of(
            "亲属不是承办机关或者相邻一级纪委监委的领导班子成员",
            "no kin among the leaders of the handling commission or of one a level away",
        );
        let me = ActorId::from(&person.id);
        let above = |organ: &OrganisationId| judge.pool.organisations.get(organ).and_then(|it| it.parent.clone());
        let adjacent = |organ: &OrganisationId| {
            above(organ).as_ref() == Some(&case.body) || above(&case.body).as_ref() == Some(organ)
        };
        let heads_the_case = judge.leads(&me).contains(&case.body);
        for actor in leaders(judge) {
            let led = judge.leads(&actor);
            if !(led.contains(&case.body) || heads_the_case && led.into_iter().any(adjacent)) {
                continue;
            }
            let strictest = match judge.kin.between(&me, &actor) {
                Some(Kin::Unknown) => VerdictLevel::Review,
                Some(kin) if kin.is_near() => VerdictLevel::Block,
                _ => continue,
            };
            let words = Text::new(
                "亲属是承办机关或者相邻一级纪委监委的领导班子成员",
                "kin are among the leaders of the handling commission or of one a level away",
            );
            opinion.concern(level(rule, class).min(strictest), words);
        }
        Some(opinion)
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

/// Everybody on record who may lead an organisation.
fn leaders<'a>(judge: &Judge<'a>) -> impl Iterator<Item = ActorId> + use<'a> {
    let pool = judge.pool;
    let people = pool.people.values().filter(|person| person.position == Position::CommissionLeader);
    let relatives = pool.relatives.values().filter(|relative| relative.leading);
    let parties = pool.parties.values().filter(|party| party.leadership);
    let people = people.map(|person| ActorId::from(&person.id));
    people.chain(relatives.map(|relative| relative.id.clone())).chain(parties.map(|party| ActorId::from(&party.id)))
}
