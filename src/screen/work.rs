//! Where people and parties work and worked, as far as it is on record, and what people answered for a case.

use jiff::civil::Date;

use super::{Facts, years_before};
use crate::id::{ActorId, OrganisationId, PersonId};
use crate::pool::{
    Case, DeclarationContent, DeclarationScope, PartialDate, Party, Person, Spell, SpellKind, UnitKind, days_between,
};
use crate::ties::is_work;

/// Where somebody works: an organisation, and the department there; `None` may be any.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Workplace<'a> {
    /// The organisation.
    pub organisation: &'a OrganisationId,
    /// The department.
    pub department: Option<&'a str>,
}

/// The days about which a rule must know where somebody served.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CareerWindow {
    /// The first day.
    pub from: Date,
    /// The last day, on which is judged.
    pub to: Date,
    /// The longest stretch, in days, that may lie between two rows.
    pub gap_days: i64,
}

/// What is not on record of a career.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Untold {
    /// Everything: it has no row.
    All,
    /// No row of service reaches into the days asked about.
    Window,
    /// The longest stretch without service, first and last day.
    Gap(Date, Date),
}

impl CareerWindow {
    /// The days that lie less than `years` before `as_of`, and that day.
    pub fn of_years(as_of: Date, years: i64, gap_days: i64) -> Self {
        CareerWindow { from: years_before(as_of, years).tomorrow().unwrap_or(as_of), to: as_of, gap_days }
    }

    /// What the rows do not tell of these days. Study is no service: it mostly goes on beside a post.
    fn untold<'a>(&self, spells: impl Iterator<Item = &'a Spell>) -> Option<Untold> {
        let mut spells = spells.peekable();
        if spells.peek().is_none() {
            return Some(Untold::All);
        }
        let service = spells.filter(|spell| spell.kind != SpellKind::Study);
        let mut service: Vec<(Date, Date)> = service.map(|spell| spell.period.widest(self.to)).collect();
        service.retain(|(from, to)| from <= to && *from <= self.to && self.from <= *to);
        service.sort();
        if service.is_empty() { Some(Untold::Window) } else { self.longest_gap(&service) }
    }

    fn longest_gap(&self, service: &[(Date, Date)]) -> Option<Untold> {
        let (mut open, mut longest): (Date, Option<(i64, Date, Date)>) = (self.from, None);
        let end = self.to.tomorrow().unwrap_or(self.to);
        for (from, to) in service.iter().copied().chain([(end, end)]) {
            let days = days_between(open, from) - 1;
            if days > self.gap_days && longest.is_none_or(|(most, ..)| most < days) {
                longest = Some((days, open, from.yesterday().unwrap_or(from)));
            }
            open = open.max(to.tomorrow().unwrap_or(to));
        }
        longest.map(|(_, from, to)| Untold::Gap(from, to))
    }
}

impl<'a> Facts<'a> {
    /// Where a party works on `as_of`: by its own record or, for a person on the roster, at the body of the person's
    /// unit; and wherever else a working spell lasts. That may be several places, or none on record.
    pub fn workplaces_of(&self, party: &'a Party, as_of: Date) -> Vec<Workplace<'a>> {
        let department = party.department.as_deref();
        let stated = self.stated_organisation(party);
        let present = self.present_work(party, as_of).into_iter();
        let matched = present.filter_map(|spell| {
            let organisation = spell.organisation.as_ref().filter(|organisation| Some(*organisation) != stated)?;
            // What the party's row says of the department, it says of the organisation stated there.
            let of_row = department.filter(|_| stated.is_none());
            Some(Workplace { organisation, department: of_row.or(spell.department.as_deref()) })
        });
        stated.map(|organisation| Workplace { organisation, department }).into_iter().chain(matched).collect()
    }

    /// Whether the party works, or may work, on `as_of` at an organisation that nobody knows: none is stated, and no
    /// working spell lasts or one of them is at an employer not on file.
    pub fn is_workplace_unknown(&self, party: &'a Party, as_of: Date) -> bool {
        let present = self.present_work(party, as_of);
        self.stated_organisation(party).is_none()
            && (present.is_empty() || present.iter().any(|spell| spell.organisation.is_none()))
    }

    /// Whether neither an organisation nor any service of the party in these days is on record, so that work beside it
    /// shows nowhere. Gaps between rows do not matter.
    pub fn is_work_unknown(&self, party: &'a Party, window: &CareerWindow) -> bool {
        self.stated_organisation(party).is_none() && self.is_past_unknown(party, window)
    }

    /// Whether no service of the party in these days is on record.
    pub fn is_past_unknown(&self, party: &'a Party, window: &CareerWindow) -> bool {
        matches!(window.untold(self.career_of_party(party)), Some(Untold::All | Untold::Window))
    }

    /// What is not on record of where a person served in these days, from when the person entered the service on.
    pub fn untold_of(&self, person: &Person, window: &CareerWindow) -> Option<Untold> {
        let entered = person.entered.map(PartialDate::earliest).filter(|day| *day <= window.to);
        let from = entered.map_or(window.from, |day| window.from.max(day));
        CareerWindow { from, ..*window }.untold(self.career_of_person(&person.id))
    }

    /// Where a person works by other records than the career: at the body of the own unit, in that unit as its department
    /// unless the unit is the whole organ there, and where the rows of parties who the person is say so.
    pub fn stated_workplaces_of(&self, person: &'a Person) -> Vec<Workplace<'a>> {
        let unit = self.unit_of(&person.id).map(|unit| Workplace {
            organisation: &unit.body,
            department: (!matches!(unit.kind, UnitKind::External | UnitKind::Local)).then_some(unit.name.as_str()),
        });
        let rows = self.parties_who_are(&person.id).iter().filter_map(|party| {
            Some(Workplace { organisation: party.organisation.as_ref()?, department: party.department.as_deref() })
        });
        unit.into_iter().chain(rows).collect()
    }

    /// The career of a person: what is on record of the person's own id, and of the ids of parties who the person is.
    pub fn career_of_person(&self, person: &PersonId) -> impl Iterator<Item = &'a Spell> + use<'_, 'a> {
        self.career_of(&ActorId::from(person)).into_iter()
    }

    /// The career of a party: what is on record of its own id, and of the person on the roster who it is.
    pub fn career_of_party(&self, party: &Party) -> impl Iterator<Item = &'a Spell> + use<'_, 'a> {
        self.career_of(&ActorId::from(&party.id)).into_iter()
    }

    /// Whether the person declared, on `as_of` or earlier and for this very case, to have nothing to name, and did not
    /// on the same day or later declare to have something. What was declared longer than `days` days before the
    /// case begins was not about this case.
    pub fn declared_none_for(&self, person: &PersonId, case: &Case, as_of: Date, days: i64) -> bool {
        let made = self.declarations_of(person).iter();
        let made = made.filter(|made| match &made.scope {
            DeclarationScope::Case(about) => *about == case.id && made.date <= as_of,
            DeclarationScope::General => false,
        });
        let made = made.filter(|made| days_between(made.date, case.from) - 1 <= days);
        let last = |content| made.clone().filter(|made| made.content == content).map(|made| made.date).max();
        last(DeclarationContent::None) > last(DeclarationContent::Listed)
    }

    fn present_work(&self, party: &'a Party, as_of: Date) -> Vec<&'a Spell> {
        self.career_of_party(party).filter(|spell| is_work(spell) && spell.period.may_contain(as_of)).collect()
    }
}
