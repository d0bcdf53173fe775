//! What the records behind a tie say, in both languages.

use super::Evidence;
use crate::diag::{Text, dense_range};
use crate::id::{ActorId, OrganisationId, PartyId, PersonId, RegionCode};
use crate::pool::{
    Assignment, DeclaredTie, KinEdge, KinKind, ParentKind, PartialDate, Party, Period, Person, Pool, Relative, School,
    Spell, SpellKind, Unit,
};

/// Who somebody is: name and id for people and relatives, the id alone for parties, whose names stay out of reports.
pub fn label(pool: &Pool, actor: &ActorId) -> Text {
    let id = actor.as_str();
    if pool.parties.contains_key(&PartyId::new(id)) {
        return Text::same(id);
    }
    let person = pool.people.get(&PersonId::new(id)).map(|person| person.name.as_str());
    let name = person.or_else(|| pool.relatives.get(actor).and_then(|relative| relative.name.as_deref()));
    match name {
        Some(name) => Text::new(format!("{name}（{id}）"), format!("{name} ({id})")),
        None => Text::same(id),
    }
}

/// A stretch of time, as precise as the record has it.
pub fn period(period: &Period) -> Text {
    match period.to {
        Some(to) => dense_range(period.from, to),
        None => Text::new(format!("{}至今", period.from), format!("since {}", period.from)),
    }
}

/// What a kin row says.
pub fn kin_row(pool: &Pool, edge: &KinEdge) -> Evidence {
    let (a, b) = (label(pool, &edge.a), label(pool, &edge.b));
    let words = match &edge.kind {
        KinKind::Parent(kind) => {
            let (zh, en) = match kind {
                ParentKind::Birth => ("父母", "a parent"),
                ParentKind::Adoptive => ("养父母", "an adoptive parent"),
                ParentKind::Step => ("继父母", "a step-parent"),
            };
            Text::new(format!("{}是{}的{zh}", a.zh, b.zh), format!("{} is {en} of {}", a.en, b.en))
        }
        KinKind::Spouse { from, to } => marriage(&a, &b, *from, *to),
        KinKind::Term(term) => Text::new(
            format!("{}登记{}为其“{term}”", a.zh, b.zh),
            format!("{} has {} on record as “{term}”", a.en, b.en),
        ),
    };
    Evidence::new("kin", words)
}

fn marriage(a: &Text, b: &Text, from: Option<PartialDate>, to: Option<PartialDate>) -> Text {
    let (zh, en) = match (from, to) {
        (None, None) => (String::new(), String::new()),
        (Some(from), None) => (format!("（{from}起）"), format!(" (since {from})")),
        (None, Some(to)) => (format!("（至{to}）"), format!(" (until {to})")),
        (Some(from), Some(to)) => {
            let days = dense_range(from, to);
            (format!("（{}）", days.zh), format!(" ({})", days.en))
        }
    };
    Text::new(format!("{}与{}的婚姻{zh}", a.zh, b.zh), format!("marriage of {} and {}{en}", a.en, b.en))
}

/// What a line of a career says.
pub fn spell(pool: &Pool, spell: &Spell) -> Evidence {
    let (who, when) = (label(pool, &spell.actor), period(&spell.period));
    let (zh, en) = match spell.kind {
        SpellKind::Post => ("在", "at"),
        SpellKind::Study => ("就读于", "studying at"),
        SpellKind::TemporaryPosting => ("挂职于", "posted temporarily to"),
        SpellKind::Secondment => ("借调至", "seconded to"),
        SpellKind::Concurrent => ("兼职于", "concurrently at"),
        SpellKind::Military => ("服役于", "in military service at"),
        SpellKind::Stationed => ("派驻", "stationed at"),
    };
    let organisation = spell.organisation.as_ref().and_then(|id| pool.organisations.get(id));
    let organisation = organisation.map_or(spell.organisation_text.as_str(), |organisation| organisation.name.as_str());
    let department = spell.department.as_deref().unwrap_or_default();
    let post = spell.post.as_deref().map(|post| (format!("，{post}"), format!(", {post}"))).unwrap_or_default();
    Evidence::new(
        "careers",
        Text::new(
            format!("{}：{}{zh}{organisation}{department}{}", who.zh, when.zh, post.0),
            format!("{}: {} {en} {organisation}{}{}", who.en, when.en, gap(department), post.1),
        ),
    )
}

/// What a school record says.
pub fn school(pool: &Pool, school: &School) -> Evidence {
    let (who, when) = (label(pool, &school.actor), period(&school.period));
    let major =
        school.major.as_deref().map(|major| (format!("（{major}）"), format!(" ({major})"))).unwrap_or_default();
    Evidence::new(
        "schools",
        Text::new(
            format!("{}：{}就读于{}{}", who.zh, when.zh, school.school, major.0),
            format!("{}: {} studying at {}{}", who.en, when.en, school.school, major.1),
        ),
    )
}

/// Where somebody grew up.
pub fn grew_up(pool: &Pool, table: &'static str, actor: &ActorId, home: &RegionCode) -> Evidence {
    let who = label(pool, actor);
    let place = place(pool, home);
    Evidence::new(table, Text::new(format!("{}：成长地{place}", who.zh), format!("{}: grew up in {place}", who.en)))
}

/// A place with the county it lies in.
pub fn place(pool: &Pool, region: &RegionCode) -> String {
    let name = |code: &RegionCode| {
        pool.gazetteer.regions.get(code).map_or_else(|| code.to_string(), |region| region.name.clone())
    };
    let county = pool.gazetteer.county_of(region);
    if county == region { name(region) } else { name(county) + &name(region) }
}

/// What a row of case service says.
pub fn assignment(pool: &Pool, service: &Assignment) -> Evidence {
    let (who, when) = (label(pool, &ActorId::from(&service.person)), dense_range(service.from, service.to));
    Evidence::new(
        "assignments",
        Text::new(
            format!("{}：{}参加案件{}", who.zh, when.zh, service.case),
            format!("{}: {} in case {}", who.en, when.en, service.case),
        ),
    )
}

/// That somebody heads a stationed group now.
pub fn headship(pool: &Pool, person: &Person, unit: &Unit) -> Evidence {
    let who = label(pool, &ActorId::from(&person.id));
    Evidence::new(
        "people",
        Text::new(format!("{}：现任{}组长", who.zh, unit.name), format!("{}: heads {}", who.en, unit.name)),
    )
}

/// That a party sits in the leadership of its organisation.
pub fn seat(pool: &Pool, party: &Party) -> Evidence {
    let of_unit = || Some(&pool.units.get(&pool.people.get(party.person.as_ref()?)?.unit)?.body);
    let organisation = party.organisation.as_ref().or_else(of_unit).and_then(|id| pool.organisations.get(id));
    let name = organisation.map_or("", |organisation| organisation.name.as_str());
    Evidence::new(
        "parties",
        Text::new(
            format!("{}：{name}领导班子成员", party.id),
            match name {
                "" => format!("{}: member of a leadership", party.id),
                name => format!("{}: member of the leadership of {name}", party.id),
            },
        ),
    )
}

/// What a declared tie says.
pub fn declared(pool: &Pool, row: &DeclaredTie) -> Evidence {
    let (who, other) = (label(pool, &row.actor), label(pool, &row.other));
    let kind = super::TieKind::Declared(row.kind).title();
    let (since, until) = (row.since, row.until);
    let (zh, en) = match (since, until) {
        (None, None) => (String::new(), String::new()),
        (Some(since), None) => (format!("，{since}起"), format!(", since {since}")),
        (None, Some(until)) => (format!("，至{until}"), format!(", until {until}")),
        (Some(since), Some(until)) => {
            let days = dense_range(since, until);
            (format!("，{}", days.zh), format!(", {}", days.en))
        }
    };
    let confirmed = if row.confirmed { ("，已核实", ", confirmed") } else { ("", "") };
    Evidence::new(
        "declared_ties",
        Text::new(
            format!("{}与{}：{}{zh}{}", who.zh, other.zh, kind.zh, confirmed.0),
            format!("{} and {}: {}{en}{}", who.en, other.en, kind.en, confirmed.1),
        ),
    )
}

/// That a person's unit is where it is.
pub fn works_in_unit(pool: &Pool, person: &Person, unit: &Unit) -> Evidence {
    let who = label(pool, &ActorId::from(&person.id));
    Evidence::new(
        "people",
        Text::new(format!("{}：现在{}工作", who.zh, unit.name), format!("{}: works in {}", who.en, unit.name)),
    )
}

/// Where a person works by the unit, or by the row of a party who the person is.
pub fn stated_workplace(pool: &Pool, person: &Person, organisation: &OrganisationId) -> Evidence {
    match pool.units.get(&person.unit).filter(|unit| unit.body == *organisation) {
        Some(unit) => works_in_unit(pool, person, unit),
        None => {
            let who = label(pool, &ActorId::from(&person.id));
            let name = pool.organisations.get(organisation).map_or(organisation.as_str(), |found| found.name.as_str());
            let words = Text::new(format!("{}：现在{name}工作", who.zh), format!("{}: works at {name}", who.en));
            Evidence::new("parties", words)
        }
    }
}

/// Where a relative works, and whether in a leading post.
pub fn relative_works_at(pool: &Pool, relative: &Relative) -> Evidence {
    let who = label(pool, &relative.id);
    let (zh, en) = if relative.leading { ("担任领导职务", "holds a leading post") } else { ("工作", "works") };
    let name = relative.organisation.as_ref().and_then(|id| pool.organisations.get(id)).map(|found| &found.name);
    let place = match name {
        Some(name) => Text::new(format!("在{name}{zh}"), format!("{en} at {name}")),
        None => Text::new(zh, en),
    };
    Evidence::new("relatives", Text::new(format!("{}：{}", who.zh, place.zh), format!("{}: {}", who.en, place.en)))
}

/// Which organisations stand above which, from the lowest up.
pub fn line_of_organisations(pool: &Pool, line: &[&OrganisationId]) -> Evidence {
    let names: Vec<&str> = line
        .iter()
        .map(|id| pool.organisations.get(*id).map_or(id.as_str(), |organisation| organisation.name.as_str()))
        .collect();
    Evidence::new(
        "organisations",
        Text::new(
            format!("由下至上的隶属关系：{}", names.join(" → ")),
            format!("one under the other: {}", names.join(" → ")),
        ),
    )
}

fn gap(words: &str) -> String {
    if words.is_empty() { String::new() } else { format!(" {words}") }
}
