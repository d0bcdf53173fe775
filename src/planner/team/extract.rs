//! Reads the plan off the solution.

use std::collections::BTreeSet;

use super::TeamRequest;
use super::journey::Journey;
use super::objectives::Tier;
use crate::id::{CaseId, PersonId};
use crate::plan::{
    Assignment, Coverage, InputReference, OpenSlot, Pair, PassedOver, PinUsed, Plan, PlanKind, PolicyReference,
    ProvisionalUse, SCHEMA, SolverReference, Team, Termination, TierResult, WaiverUsed,
};
use crate::rules::frame::{TeamFrame, TeamOption};
use crate::rules::review;
use crate::solve::{NAME, Solution, Stop, version};

/// The plan that a solution stands for.
pub fn plan(frame: &TeamFrame, request: &TeamRequest, tiers: &[Tier], solution: &Solution) -> Plan {
    let taken: Vec<&TeamOption> = frame.options.iter().filter(|option| solution.values[option.column.0] == 1).collect();
    let screener = frame.screener;
    let mut assignments: Vec<Assignment> = taken.iter().map(|option| assignment(frame, option)).collect();
    let order = |case: &CaseId, role: &str| {
        let framed = frame.cases.iter().find(|framed| framed.case.id == *case);
        framed.and_then(|framed| framed.roles.iter().position(|framed| framed.role.id == role))
    };
    assignments.sort_by(|a, b| {
        let key = |x: &Assignment| (x.case.clone(), order(&x.case, &x.role), x.from, x.person.clone());
        key(a).cmp(&key(b))
    });
    let cases: BTreeSet<&CaseId> = frame.cases.iter().map(|case| &case.case.id).collect();
    let tiers = tier_results(frame, tiers, solution);
    let termination = termination(solution, &tiers);
    let confirm = screener.policy.rules.rules.values();
    Plan {
        schema: SCHEMA.to_string(),
        kind: PlanKind::Team,
        input: InputReference {
            fingerprint: request.fingerprint.clone(),
            as_of: request.as_of,
            cases: cases.iter().map(|case| (*case).clone()).collect(),
            required: request.require.clone(),
            no_open: request.no_open,
            provisional: request.provisional,
        },
        policy: PolicyReference {
            name: screener.policy.name.clone(),
            fingerprint: screener.policy.fingerprint(),
            to_be_confirmed: confirm
                .filter(|rule| rule.in_force(request.as_of) && rule.to_be_confirmed(request.as_of))
                .map(|rule| rule.code.clone())
                .collect(),
            changes: screener.policy.changes(),
        },
        solver: SolverReference {
            name: NAME.to_string(),
            version: version(),
            evenhand: env!("CARGO_PKG_VERSION").to_string(),
        },
        seed: request.seed,
        termination,
        deterministic: request.time_limit.is_none() || termination == Termination::Proven,
        teams: teams(frame, solution, &taken),
        open_slots: open_slots(frame, solution),
        provisional: provisional(frame, &taken),
        provisional_reviewers: provisional_reviewers(frame, solution, &taken),
        waivers_used: waivers_used(frame, &taken),
        pins: pins(frame, &cases),
        coverage: Coverage::of(screener.pool, &screener.facts, request.as_of, &cases.iter().copied().collect()),
        days_away: assignments.iter().map(|assignment| assignment.days_away).sum(),
        cost_fen: assignments.iter().map(|assignment| assignment.cost_fen).sum(),
        tiers,
        assignments,
        digest: None,
        warnings: PassedOver,
    }
    .sealed()
}

fn assignment(frame: &TeamFrame, option: &TeamOption) -> Assignment {
    let case = &frame.cases[option.case];
    let journey = Journey::of(frame, option);
    Assignment {
        case: case.case.id.clone(),
        role: case.roles[option.role].role.id.clone(),
        also: option.also.map(|also| case.roles[also].role.id.clone()),
        class: option.class,
        person: option.person.id.clone(),
        unit: option.unit.id.clone(),
        from: option.from,
        to: option.to,
        load: option.load,
        drawn: option.drawn,
        own: option.own,
        exposure: option.exposure,
        days_away: journey.days_away,
        distance_km: journey.distance_km,
        cost_fen: journey.cost_fen(frame, option),
    }
}

fn tier_results(frame: &TeamFrame, tiers: &[Tier], solution: &Solution) -> Vec<TierResult> {
    let mut unproven = None;
    let mut results = Vec::new();
    for ((tier, outcome), objective) in tiers.iter().zip(&solution.tiers).zip(&frame.model.objectives) {
        // Settled counters may lie below what the solver held them at, in this tier or in a later one.
        let used = frame.model.objective_value(objective, &solution.values);
        let value = outcome.value.min(used);
        let proven = outcome.proven() || value <= outcome.bound;
        results.push(TierResult {
            name: tier.name,
            priority: tier.priority,
            value,
            used,
            bound: outcome.bound,
            gap_ppm: TierResult::gap_ppm(value, outcome.bound),
            proven,
            slack: tier.slack,
            given_unproven: unproven,
        });
        if !proven && unproven.is_none() {
            unproven = Some(tier.name);
        }
    }
    results
}

/// Why the search ended. A stop hurts no proof where settled counters reached the bound all the same; but one by time is
/// told nevertheless, since another run may end elsewhere.
fn termination(solution: &Solution, tiers: &[TierResult]) -> Termination {
    let stops: Vec<Stop> = solution.tiers.iter().filter_map(|tier| tier.stop).collect();
    if stops.contains(&Stop::Time) {
        Termination::TimeLimit
    } else if tiers.iter().all(|tier| tier.proven) {
        Termination::Proven
    } else if stops.contains(&Stop::Work) {
        Termination::WorkLimit
    } else {
        Termination::Numerical
    }
}

fn teams(frame: &TeamFrame, solution: &Solution, taken: &[&TeamOption]) -> Vec<Team> {
    let gazetteer = &frame.screener.pool.gazetteer;
    let team = |(index, framed): (usize, &crate::rules::frame::CaseFrame)| {
        let case = framed.case;
        let home = frame.screener.pool.organisations.get(&case.body).and_then(|body| body.region.as_ref());
        // A commission whose region is not on record fails closed.
        let inside = home.is_some_and(|home| gazetteer.is_within(&case.region, home));
        Team {
            case: case.id.clone(),
            template: case.template.clone(),
            priority: case.priority,
            formed: solution.values[framed.formed.0] == 1,
            pairs: pairs(frame, index, taken),
            jurisdiction_document_needed: !inside && case.jurisdiction_document.is_none(),
        }
    };
    frame.cases.iter().enumerate().map(team).collect()
}

/// Names the pairs of each pair role with their days: every outsider with an own member, the own members left with
/// each other.
fn pairs(frame: &TeamFrame, case: usize, taken: &[&TeamOption]) -> Vec<Pair> {
    let framed = &frame.cases[case];
    let mut pairs: Vec<Pair> = Vec::new();
    for (role, asked) in framed.roles.iter().enumerate().filter(|(_, role)| role.role.pairs) {
        for (segment, days) in framed.segments.iter().enumerate() {
            let serves = |option: &&&TeamOption| option.case == case && option.fills(role) && option.covers(segment);
            let here: Vec<&&TeamOption> = taken.iter().filter(serves).collect();
            let (own, others): (Vec<&PersonId>, Vec<&PersonId>) = (
                here.iter().filter(|option| option.own).map(|option| &option.person.id).collect(),
                here.iter().filter(|option| !option.own).map(|option| &option.person.id).collect(),
            );
            let mixed = own.iter().zip(&others).map(|(own, other)| (*own, *other));
            let among = own.get(others.len()..).unwrap_or(&[]).chunks_exact(2).map(|two| (two[0], two[1]));
            for (own, other) in mixed.chain(among) {
                let goes_on = |pair: &&mut Pair| {
                    let same = pair.role == asked.role.id && pair.own == *own && pair.other == *other;
                    same && pair.to.tomorrow().is_ok_and(|next| next == days.from)
                };
                match pairs.iter_mut().find(goes_on) {
                    Some(pair) => pair.to = days.to,
                    None => pairs.push(Pair {
                        role: asked.role.id.clone(),
                        own: own.clone(),
                        other: other.clone(),
                        from: days.from,
                        to: days.to,
                    }),
                }
            }
        }
    }
    pairs
}

fn open_slots(frame: &TeamFrame, solution: &Solution) -> Vec<OpenSlot> {
    let slots = frame.cases.iter().flat_map(|case| case.roles.iter().map(move |role| (case, role)));
    slots
        .map(|(case, role)| OpenSlot {
            case: case.case.id.clone(),
            role: role.role.id.clone(),
            count: solution.values[role.open.0],
        })
        .filter(|slot| slot.count > 0)
        .collect()
}

fn provisional(frame: &TeamFrame, taken: &[&TeamOption]) -> Vec<ProvisionalUse> {
    let used = taken.iter().filter_map(|option| {
        let case = frame.cases[option.case].case;
        let screening = frame.screener.screen(option.person, case, option.class);
        let rules: BTreeSet<String> = screening
            .findings
            .iter()
            .filter(|finding| screening.provisional && finding.is_owed())
            .map(|finding| finding.rule.clone())
            .collect();
        (!rules.is_empty()).then(|| ProvisionalUse {
            person: option.person.id.clone(),
            case: case.id.clone(),
            rules: rules.into_iter().collect(),
        })
    });
    let mut used: Vec<ProvisionalUse> = used.collect();
    used.sort_by(|a, b| (&a.case, &a.person).cmp(&(&b.case, &b.person)));
    used
}

fn provisional_reviewers(frame: &TeamFrame, solution: &Solution, taken: &[&TeamOption]) -> Vec<ProvisionalUse> {
    let formed = frame.cases.iter().enumerate().filter(|(_, framed)| solution.values[framed.formed.0] == 1);
    let owed = formed.flat_map(|(index, framed)| {
        let serving = taken.iter().filter(|option| option.case == index).map(|option| &option.person.id).collect();
        review::provisional_reviewers(frame, framed.case, &serving)
    });
    owed.collect()
}

fn waivers_used(frame: &TeamFrame, taken: &[&TeamOption]) -> Vec<WaiverUsed> {
    let mut used = Vec::new();
    for option in taken {
        let case = frame.cases[option.case].case;
        let screening = frame.screener.screen(option.person, case, option.class);
        let waived: BTreeSet<String> = screening
            .findings
            .iter()
            .filter(|finding| finding.waived_by.is_some())
            .map(|finding| finding.rule.clone())
            .collect();
        for code in waived {
            let Some(rule) = frame.screener.policy.rules.rules.get(&code) else { continue };
            used.extend(frame.screener.waivers(rule, option.person, case).map(|waiver| WaiverUsed {
                rule: code.clone(),
                person: waiver.person.clone(),
                case: waiver.case.clone(),
                reason: waiver.reason.clone(),
                approver: waiver.approver.clone(),
                expires: waiver.expires,
            }));
        }
    }
    used.sort_by(|a, b| (&a.case, &a.person, &a.rule).cmp(&(&b.case, &b.person, &b.rule)));
    used
}

fn pins(frame: &TeamFrame, cases: &BTreeSet<&CaseId>) -> Vec<PinUsed> {
    let pins = frame.screener.pool.pins.iter().filter(|pin| cases.contains(&pin.case));
    let mut used: Vec<PinUsed> = pins
        .map(|pin| PinUsed {
            kind: pin.kind,
            person: pin.person.clone(),
            case: pin.case.clone(),
            role: pin.role.clone(),
            reason: pin.reason.clone(),
            author: pin.author.clone(),
            approver: pin.approver.clone(),
        })
        .collect();
    used.sort_by(|a, b| (&a.case, &a.person, &a.role).cmp(&(&b.case, &b.person, &b.role)));
    used
}
