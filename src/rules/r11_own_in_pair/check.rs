//! R11 on a finished plan.

use super::{CODE, OwnInPair};
use crate::check::{Days, Docket, Entry, Formed, Judge, OnHand, RuleCheck, Stretch, Subject, next_day, roles_of};
use crate::diag::{Text, during};
use crate::id::PersonId;
use crate::plan::{Assignment, Pair};
use crate::policy::{Role, RoleClass, Rule};

impl RuleCheck for OwnInPair {
    fn code(&self) -> &'static str {
        CODE
    }

    fn plan(&self, judge: &Judge, _rule: &Rule, docket: &Docket) -> Vec<Entry> {
        let teams = docket.formed(judge.pool, judge.policy).map(|team| {
            let mut faults: Vec<Text> = team.team.pairs.iter().filter_map(|pair| wrong(judge, &team, pair)).collect();
            for member in team.members {
                if judge.class(member) == RoleClass::Lead && !is_own(judge, &team, &member.person) {
                    let named = judge.person_named(&member.person);
                    faults.push(Text::new(
                        format!("组长 {named} 不是自有人员"),
                        format!("lead {named} is not own staff"),
                    ));
                }
            }
            let mut warnings = Vec::new();
            for role in team.template.roles.iter().filter(|role| role.pairs) {
                let (short, away) = short_of_own(judge, docket, &team, role);
                faults.extend(short);
                warnings.extend(away);
                for stretch in team.stretches() {
                    faults.extend(unpaired(&team, role, &stretch));
                }
            }
            let found = Text::new(
                format!("{} 对人员均有自有人员", team.team.pairs.len()),
                format!("each of {} pairs has own staff", team.team.pairs.len()),
            );
            Entry::of_faults_or_warnings(Subject::team(&team.case.id), CODE, faults, warnings, found)
        });
        teams.collect()
    }
}

/// Days on which not everybody else in a pair role has own staff beside them, as faults and as warnings.
fn short_of_own(judge: &Judge, docket: &Docket, team: &Formed, role: &Role) -> (Vec<Text>, Vec<Text>) {
    let holds = |member: &Assignment| team.holds_role(member, |held| held.id == role.id);
    let on_hand = OnHand {
        rule: CODE,
        least: 0,
        counts: &|member: &Assignment| holds(member) && is_own(judge, team, &member.person),
        asks: &|member: &Assignment| holds(member) && !is_own(judge, team, &member.person),
        short: &|Days { from, to }, own| {
            let days = during(from, to);
            Text::new(
                format!("{} “{}”在岗的自有人员只有 {own} 人，少于其他人员", days.zh, role.name.zh),
                format!("{}: {own} of the own staff on duty in `{}`, fewer than the others", days.en, role.name.en),
            )
        },
        found: Text::default(),
    };
    on_hand.short_days(judge, docket, team)
}

fn is_own(judge: &Judge, team: &Formed, person: &PersonId) -> bool {
    judge.pool.people.get(person).is_some_and(|person| judge.is_own(person, team.case))
}

/// What is wrong with a named pair.
fn wrong(judge: &Judge, team: &Formed, pair: &Pair) -> Option<Text> {
    let days = Days::new(pair.from, pair.to);
    let serves = |person: &PersonId| {
        let mine = team.members.iter().copied().filter(|member| member.person == *person);
        let mine = mine.filter(|member| roles_of(member).any(|role| role == pair.role));
        let served: Vec<Days> = mine.map(|member| Days::new(member.from, member.to)).collect();
        days.count() > 0 && covers(served, days)
    };
    let (one, two) = (judge.person_named(&pair.own), judge.person_named(&pair.other));
    if pair.own == pair.other || !serves(&pair.own) || !serves(&pair.other) {
        let role = judge.role_named(&team.case.id, &pair.role);
        let dates = during(pair.from, pair.to);
        return Some(Text::new(
            format!("{}，{one} 与 {two} 不是“{}”岗位上同时任职的两个人", dates.zh, role.zh),
            format!("{}, {one} and {two} are not two people who serve together in `{}`", dates.en, role.en),
        ));
    }
    (!is_own(judge, team, &pair.own)).then(|| {
        Text::new(
            format!("{one} 与 {two} 一对中，{one} 不是自有人员"),
            format!("in the pair of {one} and {two}, {one} is not own staff"),
        )
    })
}

/// Whether service on `served` days leaves out none of `days`.
fn covers(mut served: Vec<Days>, days: Days) -> bool {
    served.sort();
    let mut open = days.from;
    for one in served {
        if one.holds(open) {
            open = next_day(one.to);
        }
    }
    open > days.to
}

/// Whether on some days not everybody in a pair role, but for one of an odd number, is in a named pair.
fn unpaired(team: &Formed, role: &Role, stretch: &Stretch) -> Option<Text> {
    let people: Vec<&PersonId> = team.in_roles(stretch, |other| other.id == role.id).map(|it| &it.person).collect();
    let lasting = |pair: &&Pair| pair.from <= stretch.days.from && stretch.days.to <= pair.to;
    let of_role = team.team.pairs.iter().filter(|pair| pair.role == role.id);
    let pairs: Vec<&Pair> = of_role.filter(lasting).collect();
    let day = stretch.days.from;
    (!paired(&people, &pairs, people.len() % 2)).then(|| {
        Text::new(
            format!("{day} 起“{}”没有为每个人列明结对", role.name.zh),
            format!("from {day} on not everybody in `{}` is in a named pair", role.name.en),
        )
    })
}

/// Whether the people can be told apart into named pairs, `alone` of them staying without.
fn paired(people: &[&PersonId], pairs: &[&Pair], alone: usize) -> bool {
    let Some((first, others)) = people.split_first() else { return true };
    let partner = |other: &PersonId| {
        pairs
            .iter()
            .any(|pair| pair.own == **first && pair.other == *other || pair.own == *other && pair.other == **first)
    };
    let with_partner = (0..others.len()).filter(|position| partner(others[*position])).any(|position| {
        let rest: Vec<&PersonId> =
            others.iter().enumerate().filter(|(other, _)| *other != position).map(|(_, person)| *person).collect();
        paired(&rest, pairs, alone)
    });
    with_partner || alone > 0 && paired(others, pairs, alone - 1)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn service_in_turns_covers_days_without_a_gap_alone() {
        let july = |from, to| Days::new(date(2026, 7, from), date(2026, 7, to));
        assert!(covers(vec![july(11, 31), july(1, 10)], july(3, 20)));
        assert!(!covers(vec![july(1, 10), july(12, 31)], july(3, 20)), "the 11th");
        assert!(
            !covers(vec![july(1, 10), july(5, 15), july(17, 20)], july(1, 20)),
            "the 16th, however much they overlap"
        );
        assert!(!covers(vec![july(1, 10)], july(1, 11)));
    }
}
