//! What is not on record although somebody must know it: screening then says "review", and this says where to enter it.

use std::collections::{BTreeMap, BTreeSet};

use super::Checks;
use crate::diag::{Text, codes};
use crate::id::ActorId;
use crate::pool::read::tables::{careers, cases, declarations, parties, relatives};
use crate::pool::{Declaration, DeclarationContent, DeclarationScope, Party, PartyRole, Pool, Position, Spell};

pub(super) fn check(checks: &mut Checks) {
    unrecorded(checks);
    leaders_marked_otherwise(checks);
    subjects(checks);
    leading_relatives(checks);
    people_under_investigation(checks);
}

/// Relatives who lead nobody knows what.
fn leading_relatives(checks: &mut Checks) {
    let columns = [&relatives::ORGANISATION, &relatives::LEADING];
    for (place, relative) in checks.reading::<relatives::Relatives>(&columns) {
        let stated = relative.organisation.is_some();
        if relative.leading && !stated && !has_known_posts(checks, &relative.id) {
            checks.warning(
                codes::W0514,
                place.column(&relatives::ORGANISATION),
                Text::new(
                    format!("{} 任领导职务，所在单位未登记，履历中也查不到现任单位，其亲属参加任何案件一律按“需审查”处理（R07）", relative.id),
                    format!("{} holds a leading post nobody knows where, nor does the career tell: screening says “review” of kin for every case (R07)", relative.id),
                ),
                Text::new(
                    "填写工作单位，或在履历表补登现任职务；单位须在机构表或者机构别名表中。",
                    "Fill in the organisation, or enter the present post into the careers; the organisation must be on file, by its name or an alias.",
                ),
            );
        }
    }
}

/// Relatives who lead nothing by their own row and something by a post that lasts.
fn leaders_marked_otherwise(checks: &mut Checks) {
    let leads = |spell: &Spell| {
        let position = matches!(spell.position, Some(Position::CommissionLeader | Position::Head));
        spell.kind.is_work() && spell.period.may_contain(checks.as_of) && position
    };
    let posts = checks.reading::<careers::Careers>(&[&careers::ACTOR, &careers::POSITION, &careers::TO]);
    let posts: BTreeMap<&ActorId, &Spell> =
        posts.into_iter().filter(|(_, spell)| leads(spell)).map(|(_, spell)| (&spell.actor, spell)).collect();
    for (place, relative) in checks.reading::<relatives::Relatives>(&[&relatives::LEADING]) {
        let Some(post) = posts.get(&relative.id).filter(|_| !relative.leading) else { continue };
        checks.warning(
            codes::W0520,
            place.column(&relatives::LEADING),
            Text::new(
                format!("{} 未标为领导，履历中现任“{}”的正职", relative.id, post.organisation_text),
                format!(
                    "{} is not marked as leading, and heads something at “{}” by the career",
                    relative.id, post.organisation_text
                ),
            ),
            Text::new(
                "任该单位领导职务的，把“是否领导”填“是”（R07）；只是内设部门负责人的不必改动。",
                "If the post leads the organisation, mark it (R07); if it leads a section only, nothing is to be done.",
            ),
        );
    }
}

/// Subjects of open cases of whom nobody knows where they work today, and open cases that have no subject at all.
fn subjects(checks: &mut Checks) {
    let pool = checks.pool;
    for (place, party) in
        checks.reading::<parties::Parties>(&[&parties::ROLE, &parties::PERSON, &parties::ORGANISATION])
    {
        let open = pool.cases.get(&party.case).is_some_and(|case| case.open);
        let stated = party.organisation.is_some() || party.person.is_some();
        if party.role == PartyRole::Subject && open && stated && party.person.is_none() && !has_career(checks, party) {
            checks.warning(
                codes::W0523,
                place.cell(&parties::ID, party.id.as_str()),
                Text::new(
                    format!("{} 没有履历，无从推断同事、上下级关系：组长、副组长未就案件 {} 申报“无”的，按“需审查”处理（R33）", party.id, party.case),
                    format!("{} has no career, so that no colleagues can be told: screening says “review” of leads and deputies who do not declare none for {} (R33)", party.id, party.case),
                ),
                Text::new("在履历表补登。", "Enter it into the careers."),
            );
        }
        if party.role != PartyRole::Subject || !open || stated || has_known_posts(checks, &ActorId::from(&party.id)) {
            continue;
        }
        checks.warning(
            codes::W0511,
            place.column(&parties::ORGANISATION),
            Text::new(
                format!(
                    "{} 的工作单位未登记，履历中也查不到现任单位，案件 {} 的人员筛查一律按“需审查”处理",
                    party.id, party.case
                ),
                format!(
                    "where {} works is not on record, nor known from the career: screening says “review” of everybody for {}",
                    party.id, party.case
                ),
            ),
            Text::new(
                "填写工作单位，或在履历表补登现任职务；单位须在机构表或者机构别名表中。",
                "Fill in the organisation, or enter the present post into the careers; the organisation must be on file, by its name or an alias.",
            ),
        );
    }
    for (place, case) in checks.reading::<cases::Cases>(&[&cases::STAGE, &cases::OPEN]) {
        let has_one = pool.parties.values().any(|party| party.case == case.id && party.role == PartyRole::Subject);
        if case.open && case.stage.has_subject() && !has_one {
            checks.warning(
                codes::W0512,
                place.column(&cases::STAGE),
                Text::new(
                    format!("案件 {} 没有登记被审查调查人，回避筛查没有对象，人员一律按“需审查”处理（M11）", case.id),
                    format!("{} has no subject on file: there is nobody to screen against, and screening says “review” of everybody (M11)", case.id),
                ),
                Text::new("在涉案人员表登记被审查调查人。", "Enter the subject into the parties table."),
            );
        }
    }
}

/// People of the roster who are the subject of a case that wants a team or still runs.
fn people_under_investigation(checks: &mut Checks) {
    for (place, party) in checks.reading::<parties::Parties>(&[&parties::ROLE, &parties::PERSON]) {
        let (Some(person), Some(case)) = (&party.person, checks.pool.cases.get(&party.case)) else { continue };
        if party.role != PartyRole::Subject || !(case.open || checks.as_of <= case.to) {
            continue;
        }
        let (others, other_cases) = match case.open {
            true => ("其他案件".to_owned(), "every other case".to_owned()),
            false => {
                (format!("{} 及以前开始的其他案件", case.to), format!("every other case that begins by {}", case.to))
            }
        };
        checks.warning(
            codes::W0516,
            place.cell(&parties::PERSON, person.as_str()),
            Text::new(
                format!("{person} 是案件 {} 的被审查调查人，参加{others}一律按“需审查”处理（R04）", case.id),
                format!("{person} is the subject of {}: screening says “review” for {other_cases} (R04)", case.id),
            ),
            Text::new(
                "核对对应人员；属实的，不宜安排办案。",
                "Check whom the row means; if it is so, keep the person out of casework.",
            ),
        );
    }
}

/// Whether some row of the careers is a party's; one that could not be read may be.
fn has_career(checks: &Checks, party: &Party) -> bool {
    let id = ActorId::from(&party.id);
    let mut rows = checks.records::<careers::Careers>();
    rows.any(|(place, spell)| spell.actor == id || !place.reads(&careers::ACTOR))
}

/// Whether the career tells where somebody works: there are working spells that last, all at organisations on file. A
/// row that could not be read may be such a spell.
fn has_known_posts(checks: &Checks, actor: &ActorId) -> bool {
    let columns = [&careers::FROM, &careers::TO, &careers::KIND];
    let own = checks.records::<careers::Careers>().filter(|(_, spell)| spell.actor == *actor);
    let (read, torn): (Vec<_>, Vec<_>) = own.partition(|(place, _)| columns.iter().all(|column| place.reads(column)));
    let posts = read.into_iter().map(|(_, spell)| spell);
    let mut posts = posts.filter(|spell| spell.kind.is_work() && spell.period.may_contain(checks.as_of)).peekable();
    !torn.is_empty() || posts.peek().is_some() && posts.all(|spell| spell.organisation.is_some())
}

/// Declarations of "listed" that nothing on file stands behind and no later "none" took back.
fn unrecorded(checks: &mut Checks) {
    let pool = checks.pool;
    let columns = [&declarations::PERSON, &declarations::CASE, &declarations::CONTENT];
    let rows = checks.reading::<declarations::Declarations>(&columns);
    for (place, listed) in rows.iter().filter(|(_, made)| made.content == DeclarationContent::Listed) {
        let taken_back = rows.iter().any(|(_, later)| {
            // What was answered about one case, no general declaration takes back.
            let same = later.scope == listed.scope;
            let none = later.content == DeclarationContent::None && listed.date < later.date;
            none && same && later.person == listed.person
        });
        if taken_back || is_recorded(pool, listed) {
            continue;
        }
        let (zh, en) = match &listed.scope {
            DeclarationScope::General => (
                "亲属关系表和申报关系表却没有此人的记录".to_owned(),
                "no row of kin or declared ties names this person".to_owned(),
            ),
            DeclarationScope::Case(case) => (
                format!("与案件 {case} 当事人的关系却没有登记"),
                format!("no row of kin or declared ties leads to a party of {case}"),
            ),
        };
        checks.warning(
            codes::W0510,
            place.cell(&declarations::CONTENT, "有"),
            Text::new(
                format!("{} 申报“有”，{zh}，筛查按“需审查”处理", listed.person),
                format!("{} declared “listed”, yet {en}: screening says “review”", listed.person),
            ),
            Text::new(
                "将所报的关系填入亲属关系表或者申报关系表；已无可报的，补报“无”。",
                "Enter what was declared into the kin or declared ties table; if there is nothing left to declare, add a later declaration of “none”.",
            ),
        );
    }
}

/// Whether a row of kin or declared ties names the person; for one case, whether such rows lead to its parties.
fn is_recorded(pool: &Pool, listed: &Declaration) -> bool {
    let mut family = BTreeSet::from([ActorId::from(&listed.person)]);
    let ties = |family: &BTreeSet<ActorId>, other: &dyn Fn(&ActorId) -> bool| {
        let either = |a: &ActorId, b: &ActorId| family.contains(a) && other(b) || family.contains(b) && other(a);
        pool.declared_ties.iter().any(|tie| either(&tie.actor, &tie.other))
    };
    let grown = |family: &BTreeSet<ActorId>| -> Vec<ActorId> {
        let joined = pool.kin.iter().filter_map(|edge| match (family.contains(&edge.a), family.contains(&edge.b)) {
            (true, false) => Some(edge.b.clone()),
            (false, true) => Some(edge.a.clone()),
            _ => None,
        });
        joined.collect()
    };
    let DeclarationScope::Case(case) = &listed.scope else {
        return ties(&family, &|_| true) || !grown(&family).is_empty();
    };
    loop {
        let more = grown(&family);
        if more.is_empty() {
            break;
        }
        family.extend(more);
    }
    pool.parties.values().filter(|party| party.case == *case).any(|party| {
        let ids = [Some(ActorId::from(&party.id)), party.person.as_ref().map(ActorId::from)];
        let is_party = |actor: &ActorId| ids.iter().flatten().any(|id| id == actor);
        let works_there = |actor: &ActorId| {
            let relative = pool.relatives.get(actor).and_then(|relative| relative.organisation.as_ref());
            relative.is_some() && relative == party.organisation.as_ref()
        };
        ties(&family, &is_party) || family.iter().any(|one| is_party(one) || works_there(one))
    })
}
