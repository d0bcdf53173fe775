//! Where people and parties work and worked, read from the raw rows.

use jiff::civil::Date;

use super::{Days, Judge, Opinion, days_after, is_self, is_work, next_day, years_ago};
use crate::diag::{Text, plural};
use crate::id::{ActorId, CaseId, OrganisationId};
use crate::policy::VerdictLevel;
use crate::pool::{Case, DeclarationContent, DeclarationScope, PartialDate, Party, Person, Spell, SpellKind};

/// Where a party works: the organisations with the departments there, a blank one being any.
pub struct Workplaces<'a> {
    /// Those on record.
    pub known: Vec<(&'a OrganisationId, Option<&'a str>)>,
    /// Whether none is on record, or one of several is not on file.
    pub in_doubt: bool,
}

impl<'a> Judge<'a> {
    /// Where a party works today: what its own row says or else the unit of the person who it is, besides the posts of the
    /// career that last today. Only where row and unit are silent may a post at an unknown employer leave it in doubt.
    pub fn workplaces(&self, party: &'a Party) -> Workplaces<'a> {
        let department = party.department.as_deref();
        let present = self.posts_today(&ActorId::from(&party.id));
        let posts =
            present.iter().filter_map(|spell| Some((spell.organisation.as_ref()?, spell.department.as_deref())));
        let Some(stated) = self.row_or_unit(party) else {
            let known: Vec<_> = posts.map(|(organ, office)| (organ, department.or(office))).collect();
            let in_doubt = known.is_empty() || known.len() < present.len();
            return Workplaces { known, in_doubt };
        };
        let elsewhere = posts.filter(|(organ, _)| *organ != stated);
        Workplaces { known: std::iter::once((stated, department)).chain(elsewhere).collect(), in_doubt: false }
    }

    /// Whether nothing tells where a party works or worked in the last years: no organisation, no unit and no service.
    pub fn hides_work(&self, party: &'a Party, years: i64) -> bool {
        self.row_or_unit(party).is_none() && self.hides_past(party, years)
    }

    /// Whether nothing tells where a party served in the last years, whatever its row says of today.
    pub fn hides_past(&self, party: &'a Party, years: i64) -> bool {
        let asked = Days::new(next_day(years_ago(self.as_of, years)), self.as_of);
        let mut rows = self.facts.spells(&ActorId::from(&party.id));
        rows.retain(|row| row.kind != SpellKind::Study && Days::longest(&row.period, self.as_of).meets(asked));
        rows.is_empty()
    }

    /// Whether the person's whereabouts in the last years, since entering the service, are not on record for more than
    /// the tolerated days on end, or not at all.
    pub fn hides_career(&self, person: &Person, years: i64, tolerated: i64) -> bool {
        let asked = next_day(years_ago(self.as_of, years));
        let entered = person.entered.map(PartialDate::earliest);
        let first = match entered {
            Some(entered) if asked < entered && entered <= self.as_of => entered,
            _ => asked,
        };
        self.is_patchy(&self.career(person), first, tolerated)
    }

    /// Whether no row but study touches the days from `first` to today, or more than the tolerated days on end have
    /// none. Such days begin with `first` or on the morrow of a row.
    fn is_patchy(&self, rows: &[&Spell], first: Date, tolerated: i64) -> bool {
        let asked = Days::new(first, self.as_of);
        let rows = rows.iter().filter(|row| row.kind != SpellKind::Study);
        let rows = rows.map(|row| Days::longest(&row.period, self.as_of)).filter(|days| days.meets(asked));
        let rows: Vec<Days> = rows.map(|days| days.common(asked)).collect();
        let morrows = rows.iter().map(|row| next_day(row.to)).filter(|day| asked.holds(*day));
        let blank_from = |day: Date| {
            let ahead = rows.iter().filter(|row| day <= row.to).map(|row| days_after(day, row.from).max(0));
            ahead.min().unwrap_or(days_after(day, self.as_of) + 1)
        };
        rows.is_empty() || morrows.chain([first]).any(|day| tolerated < blank_from(day))
    }

    /// The posts of somebody's career that last, or may last, today.
    pub(super) fn posts_today(&self, actor: &ActorId) -> Vec<&'a Spell> {
        let mut posts = self.facts.spells(actor);
        posts.retain(|post| is_work(post) && Days::longest(&post.period, self.as_of).holds(self.as_of));
        posts
    }

    /// The organisation that a party's own row states, or else the body of the unit of the person who it is.
    pub(super) fn row_or_unit(&self, party: &'a Party) -> Option<&'a OrganisationId> {
        let by_unit = || {
            let person = self.pool.people.get(party.person.as_ref()?)?;
            Some(&self.pool.units.get(&person.unit)?.body)
        };
        party.organisation.as_ref().or_else(by_unit)
    }

    /// Every row on a person's career, those under the id of a party who the person is included.
    pub fn career(&self, person: &Person) -> Vec<&'a Spell> {
        self.facts.spells(&ActorId::from(&person.id))
    }

    /// Whether a case has a subject besides the person.
    pub fn has_other_subject(&self, person: &Person, case: &CaseId) -> bool {
        self.facts.subjects(case).any(|party| !is_self(party, person))
    }

    /// Whether the last thing that a person declared about this one case, today or before, is to have nothing to
    /// name; of two declarations of one day, the one that lists counts. One made more than `limit` days ahead of the
    /// case's first day is none about this case.
    pub fn denies_ties(&self, person: &Person, case: &Case, limit: i64) -> bool {
        let about = DeclarationScope::Case(case.id.clone());
        let mut made: Vec<_> = self.facts.declarations(&person.id).iter().filter(|made| made.scope == about).collect();
        let is_stale = |day| days_after(day, case.from) > limit;
        made.retain(|made| made.date <= self.as_of && !is_stale(made.date));
        made.sort_by_key(|made| (made.date, made.content == DeclarationContent::Listed));
        made.last().is_some_and(|made| made.content == DeclarationContent::None)
    }
}

impl Opinion {
    /// Adds a review because nobody knows where this subject works; a rule that at most warns says nothing of it.
    pub fn unknown_subject(&mut self, level: VerdictLevel, party: &Party) {
        self.unknown_fact(
            level,
            Text::new(format!("不知道 {} 的工作单位", party.id), format!("where {} works is not known", party.id)),
        );
    }

    /// Adds a review because nobody knows where the person worked; a rule that at most warns says nothing of it.
    pub fn unknown_career(&mut self, level: VerdictLevel, years: i64) {
        let words = Text::new(
            format!("本人近 {years} 年的履历未登记或者有空档"),
            format!("the person's career of the last {} is not on record, or has gaps", plural(years, "year")),
        );
        self.unknown_fact(level, words);
    }

    /// Adds a review because nobody knows which organisation an employer in the person's career is.
    pub fn unknown_employer(&mut self, level: VerdictLevel, spell: &Spell) {
        let name = &spell.organisation_text;
        self.unknown_fact(
            level,
            Text::new(format!("履历中的“{name}”不在机构表"), format!("“{name}” in the career is not on file")),
        );
    }

    /// Adds a review because nobody knows what kin in a leading post lead.
    pub fn unknown_leader(&mut self, level: VerdictLevel) {
        self.unknown_fact(
            level,
            Text::new("亲属担任领导职务，所在单位未登记", "kin hold a leading post nobody knows where"),
        );
    }

    /// Adds a review because of a fact that is not on record and that would have this verdict; a rule that at most warns
    /// says nothing of it.
    pub fn unknown_fact(&mut self, level: VerdictLevel, words: Text) {
        if level >= VerdictLevel::Review {
            self.missing(VerdictLevel::Review, words);
        }
    }
}
