//! M09 on a person and a case, by the declaration table.

use jiff::civil::Date;

use super::{CODE, DeclarationOwed};
use crate::check::{Judge, Opinion, RuleCheck, days_after, level};
use crate::diag::{Text, plural};
use crate::id::ActorId;
use crate::policy::{RoleClass, Rule};
use crate::pool::{Case, DeclarationContent, DeclarationScope, Person};

impl RuleCheck for DeclarationOwed {
    fn code(&self) -> &'static str {
        CODE
    }

    fn opinion(&self, judge: &Judge, rule: &Rule, person: &Person, case: &Case, class: RoleClass) -> Option<Opinion> {
        Some(opinion_on(judge, rule, (person, case), class, judge.as_of))
    }

    /// Of a service that is over, a declaration that held on its last day is as good as one that holds today.
    fn opinion_of_service(
        &self,
        judge: &Judge,
        rule: &Rule,
        about: (&Person, &Case),
        class: RoleClass,
        last: Date,
    ) -> Option<Opinion> {
        Some(opinion_on(judge, rule, about, class, last.min(judge.as_of)))
    }
}

/// What there is to say of declarations that hold today, or held on an earlier last day of service.
fn opinion_on(judge: &Judge, rule: &Rule, (person, case): (&Person, &Case), class: RoleClass, last: Date) -> Opinion {
    let limit = rule.number("declaration_days");
    let mut opinion = Opinion::of(
        "已作一般申报或者本案专项申报，申报“有”的已有记录",
        "declared in general or for this case, and what was listed is on record",
    );
    let (mut valid, mut last_none, mut last_unrecorded) = (false, [None; 2], [None; 2]);
    for declaration in judge.facts.declarations(&person.id) {
        let age = days_after(declaration.date, judge.as_of);
        let general = declaration.scope == DeclarationScope::General;
        if age < 0 || !general && declaration.scope != DeclarationScope::Case(case.id.clone()) {
            continue;
        }
        let ahead_of_case = days_after(declaration.date, case.from);
        let held = declaration.date <= last && days_after(declaration.date, last) <= limit;
        valid |= if general { age <= limit || held } else { ahead_of_case <= limit };
        let on_file = || if general { names(judge, person) } else { reaches(judge, person, case) };
        match declaration.content {
            DeclarationContent::None => {
                // An answer about the case settles both, a general one only what was said in general.
                last_none[0] = last_none[0].max(Some(declaration.date));
                if !general {
                    last_none[1] = last_none[1].max(Some(declaration.date));
                }
            }
            DeclarationContent::Listed if on_file() => {}
            DeclarationContent::Listed => {
                let last = &mut last_unrecorded[usize::from(!general)];
                *last = (*last).max(Some(declaration.date));
            }
        }
    }
    if !valid {
        let words = Text::new(
            format!("{limit} 天内没有一般申报，也没有本案专项申报"),
            format!("no general declaration within {} and none for this case", plural(limit, "day")),
        );
        opinion.missing(level(rule, class), words);
    }
    let open = last_unrecorded
        .into_iter()
        .zip(last_none)
        .filter_map(|(listed, none)| listed.filter(|day| none.is_none_or(|none| none <= *day)));
    if let Some(date) = open.max() {
        let words = Text::new(
            format!("{date} 申报“有”，所报内容没有登记"),
            format!("declared “listed” on {date}, and what was listed is not on record"),
        );
        opinion.missing(level(rule, class), words);
    }
    opinion
}

/// Whether any row of kin or declared ties is about the person.
fn names(judge: &Judge, person: &Person) -> bool {
    let actor = ActorId::from(&person.id);
    judge.facts.has_kin(&actor) || !judge.facts.declared(&actor).is_empty()
}

/// Whether the person, or kin, is kin or has declared ties to a party of the case, or kin works where one works.
fn reaches(judge: &Judge, person: &Person, case: &Case) -> bool {
    let me = ActorId::from(&person.id);
    let kin: Vec<ActorId> = judge.kin.kin_of(&me).into_keys().collect();
    judge.facts.parties(&case.id).iter().any(|party| {
        let id = ActorId::from(&party.id);
        let rows = judge.facts.declared(&id);
        let tied = |actor: &ActorId| rows.iter().any(|row| row.actor == *actor || row.other == *actor);
        let employers = judge.workplaces(party).known;
        let works_there = |actor: &ActorId| {
            let employer = judge.pool.relatives.get(actor).and_then(|relative| relative.organisation.as_ref());
            employers.iter().any(|(organ, _)| Some(*organ) == employer)
        };
        tied(&me) || kin.iter().any(|one| judge.facts.ids(&id).contains(one) || tied(one) || works_there(one))
    })
}
