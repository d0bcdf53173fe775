//! Who may hold which role of a case: what the rules admit and screening leaves.

use std::collections::BTreeMap;

use super::{Candidate, Excluded, Segment, TeamOption, TeamRule};
use crate::milp::ColumnId;
use crate::policy::{Role, RoleClass, Template};
use crate::pool::{Case, Person, Unit};
use crate::screen::{Screener, Screening, Verdict};

/// One case, asked of everybody.
pub(super) struct Asked<'s, 'a> {
    pub screener: &'a Screener<'a>,
    pub rules: &'s [&'s dyn TeamRule],
    pub provisional: bool,
    pub case: &'a Case,
    pub template: &'a Template,
    pub roles: &'s [Role],
    pub segments: &'s [Segment],
}

/// What came out for one person, role, doubling and run of segments.
pub(super) enum Judged<'a> {
    /// An option; its case and column are still to be filled in.
    Admitted(TeamOption<'a>),
    /// The person may not hold the role (by position), alone.
    Excluded(&'a Person, usize, Excluded),
}

/// A role, perhaps doubled, for a run of segments.
#[derive(Clone, Copy)]
struct Place {
    role: usize,
    also: Option<usize>,
    run: (usize, usize),
}

impl<'a> Asked<'_, 'a> {
    /// All places of the case that the person might hold.
    pub fn judge(&self, person: &'a Person) -> Vec<Judged<'a>> {
        let Some(unit) = self.screener.pool.units.get(&person.unit) else { return Vec::new() };
        let mut verdicts: BTreeMap<RoleClass, Screening> = BTreeMap::new();
        let mut judged = Vec::new();
        for place in self.places(person, unit) {
            match self.option(person, unit, place, &mut verdicts) {
                Ok(option) => judged.push(Judged::Admitted(option)),
                Err(excluded) if place.also.is_none() => judged.push(Judged::Excluded(person, place.role, excluded)),
                Err(_) => {}
            }
        }
        judged
    }

    fn places(&self, person: &Person, unit: &Unit) -> Vec<Place> {
        let mut places = Vec::new();
        for (role, asked) in self.roles.iter().enumerate() {
            let doubles = self.template.doublings.iter().filter(|doubling| doubling.role == asked.id);
            let also = doubles.filter_map(|d| self.roles.iter().position(|other| other.id == d.also));
            for also in std::iter::once(None).chain(also.map(Some)) {
                let runs = self.runs(self.drawn(unit, asked), self.serves(person));
                places.extend(runs.into_iter().map(|run| Place { role, also, run }));
            }
        }
        places
    }

    fn option(
        &self,
        person: &'a Person,
        unit: &'a Unit,
        place: Place,
        verdicts: &mut BTreeMap<RoleClass, Screening>,
    ) -> Result<TeamOption<'a>, Excluded> {
        let (screener, case) = (self.screener, self.case);
        let role = &self.roles[place.role];
        let (from, to) = (self.segments[place.run.0].from, self.segments[place.run.1].to);
        let (drawn, own) = (self.drawn(unit, role), is_own(unit, case));
        let also = place.also.map(|also| &self.roles[also]);
        for role in std::iter::once(role).chain(also) {
            self.admitted(&Candidate {
                pool: screener.pool,
                policy: screener.policy,
                as_of: screener.as_of,
                person,
                unit,
                case,
                template: self.template,
                role,
                from,
                to,
                load: self.roles[place.role].load,
                drawn,
                own,
            })?;
        }
        let class = also.map_or(role.class, |also| role.class.min(also.class));
        let screening = verdicts.entry(class).or_insert_with(|| screener.screen(person, case, class));
        if screening.verdict != Verdict::Clear && !(self.provisional && screening.provisional) {
            return Err(strictest(screening));
        }
        Ok(TeamOption {
            person,
            unit,
            case: 0,
            role: place.role,
            also: place.also,
            class,
            segments: place.run,
            from,
            to,
            load: role.load,
            drawn,
            own,
            exposure: screening.exposure,
            owes: screening.verdict != Verdict::Clear,
            column: ColumnId(usize::MAX),
        })
    }

    /// Whether the person would be drawn from another unit.
    fn drawn(&self, unit: &Unit, role: &Role) -> bool {
        self.case.lead_unit.as_ref() != Some(&unit.id) && !role.by_office
    }

    /// Whether the person serves in the case already.
    fn serves(&self, person: &Person) -> bool {
        self.screener.pool.serves_in(&person.id, &self.case.id, self.screener.as_of)
    }

    /// Runs of segments that one person may cover: a drawn person one segment, everybody else the whole case.
    fn runs(&self, drawn: bool, serves: bool) -> Vec<(usize, usize)> {
        if drawn && !serves {
            (0..self.segments.len()).map(|segment| (segment, segment)).collect()
        } else {
            vec![(0, self.segments.len() - 1)]
        }
    }

    fn admitted(&self, candidate: &Candidate) -> Result<(), Excluded> {
        for rule in self.rules {
            if let Some(setting) = self.screener.policy.rules.active(rule.code(), self.screener.as_of) {
                rule.admits(setting, candidate).map_err(|words| Excluded { rule: setting.code.clone(), words })?;
            }
        }
        Ok(())
    }
}

/// Own staff: of the handling commission's rooms and stationed groups, which are local units where the roster is kept a
/// level above.
pub(super) fn is_own(unit: &Unit, case: &Case) -> bool {
    unit.body == case.body && unit.kind != crate::pool::UnitKind::External
}

fn strictest(screening: &Screening) -> Excluded {
    let open = screening.findings.iter().find(|finding| finding.waived_by.is_none());
    Excluded {
        rule: open.map(|finding| finding.rule.clone()).unwrap_or_default(),
        words: open.map(|finding| finding.words.clone()).unwrap_or_default(),
    }
}
