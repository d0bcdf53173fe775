//! R04 on a person and a case, by declared ties and kin beyond the lists of R01 and R05.

use std::collections::BTreeSet;

use super::{CODE, OtherCircumstances};
use crate::check::{BondKind, Judge, Kin, Opinion, RuleCheck, level};
use crate::diag::Text;
use crate::id::{ActorId, OrganisationId, PersonId};
use crate::policy::{RoleClass, Rule};
use crate::pool::{Case, DeclaredTieKind, PartyRole, Person, Position};

impl RuleCheck for OtherCircumstances {
    fn code(&self) -> &'static str {
        CODE
    }

    fn opinion(&self, judge: &Judge, rule: &Rule, person: &Person, case: &Case, class: RoleClass) -> Option<Opinion> {
        use DeclaredTieKind::{DistantKin, Friend, Grudge, Loan, Other, SwornKin};
        let mut opinion = Opinion::of(
            "与各当事人没有申报过朋友、远亲、干亲、矛盾、借贷等关系，也没有回避范围以外的亲属关系，亲属没有在被审查调查人所在单位的上级机构担任领导职务，本人不是其他未结束案件的被审查调查人",
            "no declared friendship, sworn kin, grudge or loan with a party, no kin beyond the lists, no kin in a leading post above the subject's organisation, and not the subject of another case that is not over",
        );
        for party in judge.facts.parties(&case.id) {
            let kin = judge.kin_to(person, party);
            let left_to_this_rule = kin.is_some_and(|kin| match party.role {
                PartyRole::Subject | PartyRole::Interested => !Kin::is_near(kin),
                PartyRole::Informant => !kin.is_near_relative(),
                PartyRole::Witness => true,
            });
            if left_to_this_rule {
                let words =
                    Text::new(format!("与当事人 {} 有亲属关系", party.id), format!("kin of party {}", party.id));
                opinion.concern(level(rule, class), words);
            }
            let declared = judge.bonds_with_party(person, party).into_iter().filter(|bond| {
                let kinds = [Friend, DistantKin, Grudge, Loan, SwornKin, Other];
                matches!(bond.kind, BondKind::Declared(kind) if kinds.contains(&kind))
            });
            for _ in declared {
                let words = Text::new(
                    format!("申报与当事人 {} 有特定关系", party.id),
                    format!("a declared tie with party {}", party.id),
                );
                opinion.concern(level(rule, class), words);
            }
        }
        let workplaces = judge.facts.subjects(&case.id).flat_map(|party| judge.workplaces(party).known);
        let organs: BTreeSet<_> = workplaces.map(|(organ, _)| organ).collect();
        for (actor, kin) in judge.kin.kin_of(&ActorId::from(&person.id)) {
            if !kin.is_near() && kin != Kin::Unknown && !judge.interests(&actor, case).is_empty() {
                let words = Text::new(
                    "回避范围以外的亲属与当事人有利害关系",
                    "kin beyond the lists have an interest in a party",
                );
                opinion.concern(level(rule, class), words);
            }
            let ended = matches!(kin, Kin::FormerSpouse | Kin::BirthKin);
            if !kin.is_near() && kin != Kin::Unknown && !ended {
                continue;
            }
            let led = judge.leads(&actor);
            if ended && led.in_doubt {
                opinion.unknown_leader(level(rule, class));
            }
            let kin_at =
                judge.pool.people.get(&PersonId::new(actor.as_str())).filter(|it| it.position == Position::Head);
            let host = kin_at.and_then(|head| judge.pool.units.get(&head.unit)?.host.as_ref());
            if host.is_some_and(|host| organs.contains(host)) {
                let words = Text::new(
                    "亲属是派驻被审查调查人所在单位的派驻机构负责人",
                    "kin head the group stationed at the subject's organisation",
                );
                opinion.concern(level(rule, class), words);
            }
            let above = |led: &OrganisationId| {
                !organs.contains(led) && organs.iter().any(|organ| judge.stands_under(organ, led))
            };
            if led.known.iter().any(|led| above(led)) {
                let words = Text::new(
                    "亲属在被审查调查人所在单位的上级机构担任领导职务",
                    "kin hold a leading post in an organisation above the subject's",
                );
                opinion.concern(level(rule, class), words);
            }
            if ended && led.known.iter().any(|led| organs.contains(led) || **led == case.body) {
                let words = Text::new(
                    "前配偶或者被收养人的生父母方亲属在被审查调查人所在单位或者承办机关担任领导职务",
                    "a former spouse, or birth kin of an adopted person, in a leading post of the subject's organisation or of the handling commission",
                );
                opinion.concern(level(rule, class), words);
            }
        }
        for party in judge.facts.parties_who_are(&person.id) {
            let pending = judge.pool.cases.get(&party.case).is_some_and(|other| other.open || other.to >= case.from);
            if pending && party.case != case.id && party.role == PartyRole::Subject {
                let words = Text::new(
                    format!("是案件 {} 的被审查调查人", party.case),
                    format!("the subject of case {}", party.case),
                );
                opinion.concern(level(rule, class), words);
            }
        }
        Some(opinion)
    }
}
