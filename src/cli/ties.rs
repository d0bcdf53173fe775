//! `evenhand ties`: what binds one person to one case, or a person's own record for them to review. Every answer is
//! recorded; what binds a person to informants is told only for a recorded reason.

use super::arguments::Ties;
use super::audit;
use super::failure::Failure;
use super::record;
use super::roster::Roster;
use super::session::{Session, word};
use crate::diag::Text;
use crate::id::ActorId;
use crate::plan::ExitCode;
use crate::pool::{Party, PartyRole, Person, Pool};
use crate::report::ties::{PartyTies, TiesView};
use crate::ties::{Evidence, Tie, words};
use crate::{report, ties};

pub(super) fn run(session: &mut Session, arguments: &Ties) -> Result<ExitCode, Failure> {
    let roster = Roster::open(session, &arguments.dir)?;
    let person = roster.person(&arguments.person)?;
    let dir = word(&arguments.dir);
    let query = audit::Query {
        command: if arguments.record_review { "ties --record-review" } else { "ties" },
        case: arguments.case.as_deref().unwrap_or_default(),
        person: Some(person.id.as_str()),
        reason: arguments.reason.as_deref(),
    };
    let Some(code) = &arguments.case else {
        audit::record(session, &arguments.dir, &query)?;
        let own = record::of(&roster.pool, person);
        if session.json {
            session.print_json(&report::record::json(&own))?;
        } else {
            session.print(&report::record::text(&own, session.language))?;
        }
        session.say(&Text::new(
            "\n请本人核对：有误或有缺的，改正名册后重新校验。",
            "\nFor the person to review: mend the roster where it is wrong or incomplete, then check it again.",
        ))?;
        session.next_step(&Text::new("校验名册", "check the roster"), &["check", &dir])?;
        return Ok(ExitCode::Success);
    };
    let case = roster.case(code)?;
    audit::record(session, &arguments.dir, &query)?;
    let all = ties::infer(&roster.pool, &roster.policy.ties, session.as_of);
    let actor = ActorId::from(&person.id);
    let with = |party: &'_ Party| {
        // A party who is on the roster has ties under both ids.
        let ids = std::iter::once(ActorId::from(&party.id)).chain(party.person.as_ref().map(ActorId::from));
        once_each(ids.flat_map(|id| all.between(&actor, &id).cloned().collect::<Vec<_>>()).collect(), &actor)
    };
    let gazetteer = &roster.pool.gazetteer;
    // Whether the case has an informant at all is told to nobody without a reason either.
    let told = |party: &&Party| arguments.reason.is_some() || party.role != PartyRole::Informant;
    let view = TiesView {
        person,
        case: &case.id,
        as_of: session.as_of,
        parties: roster
            .pool
            .parties_of(&case.id)
            .filter(told)
            .map(|party| PartyTies { party, ties: with(party), service: service(&roster.pool, person, party) })
            .collect(),
        informants: arguments.reason.is_some(),
        region: all
            .embeddedness_of(&person.id)
            .iter()
            .filter(|bond| gazetteer.is_within(&case.region, &bond.county))
            .map(|bond| (gazetteer.regions.get(&bond.county), bond))
            .collect(),
    };
    if session.json {
        session.print_json(&report::ties::json(&view))?;
    } else {
        session.print(&report::ties::text(&view, session.language))?;
    }
    let purpose = Text::new("看对本案的结论", "see the verdict for this case");
    session.next_step(&purpose, &["screen", &dir, "--case", code, "--person", person.id.as_str()])?;
    Ok(ExitCode::Success)
}

/// What is on record of the person's work and stationing at the organisation of a party.
fn service(pool: &Pool, person: &Person, party: &Party) -> Vec<Evidence> {
    let body = |id| pool.units.get(&pool.people.get(id)?.unit).map(|unit| &unit.body);
    let Some(organisation) = party.organisation.as_ref().or_else(|| body(party.person.as_ref()?)) else {
        return Vec::new();
    };
    let unit = pool.units.get(&person.unit).filter(|unit| unit.host.as_ref() == Some(organisation));
    let actor = ActorId::from(&person.id);
    let spells = pool.careers.iter().filter(|spell| spell.actor == actor);
    let there = spells.filter(|spell| spell.organisation.as_ref() == Some(organisation));
    let now = unit.map(|unit| words::works_in_unit(pool, person, unit));
    now.into_iter().chain(there.map(|spell| words::spell(pool, spell))).collect()
}

/// The ties of `actor` to one human being under several ids: each fact once, and the stronger where they differ.
fn once_each(mut found: Vec<Tie>, actor: &ActorId) -> Vec<Tie> {
    let fact = |tie: &Tie| (tie.kind.title().zh, tie.kinship_from(actor), tie.evidence.clone());
    found.sort_by(|one, other| fact(one).cmp(&fact(other)).then(other.points.cmp(&one.points)));
    found.dedup_by(|later, earlier| fact(later) == fact(earlier));
    found.sort_by(|one, other| (one.kind, &one.evidence).cmp(&(other.kind, &other.evidence)));
    found
}
