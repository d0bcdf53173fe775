//! R06 on a finished plan.

use std::collections::BTreeSet;

use super::{CODE, KinInTeam};
use crate::check::{Docket, Entry, Judge, Kin, Opinion, RuleCheck, Subject, level};
use crate::diag::Text;
use crate::id::{ActorId, OrganisationId, PersonId};
use crate::plan::Assignment;
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
        let heads_the_case = judge.leads(&me).known.contains(&case.body);
        for actor in leaders(judge) {
            let led = judge.leads(&actor).known;
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

    fn assignment(&self, judge: &Judge, _rule: &Rule, docket: &Docket, assignment: &Assignment) -> Vec<Entry> {
        let Some(team) = docket.formed_for(judge.pool, judge.policy, &assignment.case) else { return Vec::new() };
        let me = &assignment.person;
        let others: BTreeSet<&PersonId> = team.members.iter().map(|member| &member.person).collect();
        let mut faults = Vec::new();
        for other in others.iter().filter(|other| **other != me) {
            let kin = judge.kin.between(&me.into(), &(*other).into());
            let apart = |kin: Kin| kin.is_near() || [Kin::Unknown, Kin::FormerSpouse, Kin::BirthKin].contains(&kin);
            if kin.is_some_and(apart) {
                let other = judge.person_named(other);
                faults.push(Text::new(
                    format!("与同组的 {other} 是回避范围内的亲属、曾是这样的亲属，或者亲属关系远近不明"),
                    format!("near kin, once near kin, or kin of unknown degree, of {other} in the same team"),
                ));
            }
        }
        let found = Text::new(
            format!("与同组其余 {} 人逐一核对亲属登记，没有回避范围内的亲属", others.len() - 1),
            format!("by the kin records no near kin among the other {} of the team", others.len() - 1),
        );
        vec![Entry::of_faults(Subject::assignment(&assignment.case, me), CODE, faults, found)]
    }
}

/// Everybody on record who may lead an organisation.
fn leaders<'a>(judge: &Judge<'a>) -> impl Iterator<Item = ActorId> + use<'a> {
    let pool = judge.pool;
    let people =
        pool.people.values().filter(|person| matches!(person.position, Position::CommissionLeader | Position::Head));
    let relatives = pool.relatives.values().filter(|relative| relative.leading);
    let parties = pool.parties.values().filter(|party| party.leadership);
    let people = people.map(|person| ActorId::from(&person.id));
    people.chain(relatives.map(|relative| relative.id.clone())).chain(parties.map(|party| ActorId::from(&party.id)))
}
