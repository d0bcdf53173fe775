//! Ties worked out anew for one pair at a time, straight from careers, schools and declared ties.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::meeting::{Meetings, Stay};
use super::{Days, Judge, days_after, is_work};
use crate::diag::Text;
use crate::geo::RegionLevel;
use crate::id::{ActorId, CaseId, PersonId, RegionCode};
use crate::policy::TieSetting;
use crate::pool::{Assignment, Case, DeclaredTie, DeclaredTieKind, Party, Person, Position, Spell, SpellKind};

/// What binds two people, kin aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum BondKind {
    /// Worked in one department at the same time.
    Colleague,
    /// The same, one of them leading it.
    Superior,
    /// Attended one school and major at the same time.
    Classmate,
    /// Grew up in one township, or in one county that both have left.
    Townsman,
    /// Served in one case at the same time.
    CoHandled,
    /// Head of the group stationed where the other is of the leadership.
    HostLeadership,
    /// Declared.
    Declared(DeclaredTieKind),
}

/// A tie between two people, with its points on the day of judgment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bond {
    /// What binds them.
    pub kind: BondKind,
    /// Points, at least 1.
    pub points: i64,
    /// What it is, for the certificate.
    pub words: Text,
}

/// One side of a pair.
struct Side<'a> {
    actor: ActorId,
    grew_up: Option<&'a RegionCode>,
    works_in: Option<&'a RegionCode>,
}

impl<'a> Judge<'a> {
    /// Points of all ties between two people on the roster.
    pub fn points_between(&self, one: &PersonId, other: &PersonId) -> i64 {
        let (Some(one), Some(other)) = (self.pool.people.get(one), self.pool.people.get(other)) else { return 0 };
        self.bonds(&self.person_side(one), &self.person_side(other)).iter().map(|bond| bond.points).sum()
    }

    /// The ties between a person and a party, kin aside.
    pub fn bonds_with_party(&self, person: &Person, party: &'a Party) -> Vec<Bond> {
        let twin = party.person.as_ref().and_then(|twin| self.pool.people.get(twin));
        if twin.is_some_and(|twin| twin.id == person.id) {
            return Vec::new();
        }
        let organisation = party.organisation.as_ref();
        let works_in = organisation.and_then(|organisation| self.county_of_organisation(organisation));
        let side = Side {
            actor: ActorId::from(&party.id),
            grew_up: party.grew_up.as_ref().or(twin.and_then(|twin| twin.grew_up.as_ref())),
            works_in: works_in.or_else(|| self.county_of_work(twin?)),
        };
        let mut bonds = self.bonds(&self.person_side(person), &side);
        bonds.extend(self.host_leadership(person, party));
        bonds
    }

    fn person_side<'p>(&self, person: &'p Person) -> Side<'p>
    where
        'a: 'p,
    {
        Side {
            actor: ActorId::from(&person.id),
            grew_up: person.grew_up.as_ref(),
            works_in: self.county_of_work(person),
        }
    }

    fn bonds(&self, one: &Side, other: &Side) -> Vec<Bond> {
        let mut bonds: Vec<Bond> = self.served_together(one, other).into_iter().collect();
        bonds.extend(self.classmates(one, other));
        bonds.extend(self.townsmen(one, other));
        bonds.extend(self.co_handled(one, other));
        bonds.extend(self.declared(one, other));
        bonds
    }

    /// Superior where one ever led the other, else colleague; of several departments the one that gives most points.
    fn served_together(&self, one: &Side, other: &Side) -> Option<Bond> {
        let stays = |side: &Side| -> Vec<Stay<'a>> {
            let spells = self.facts.spells(&side.actor).into_iter().filter(|spell| is_work(spell));
            spells.filter_map(|spell| self.stay(spell)).collect()
        };
        let meetings = Meetings::of(&stays(one), &stays(other));
        let mut bonds = Vec::new();
        for ((place, section), met) in meetings.places() {
            let (kind, setting) = match met.led {
                true => (BondKind::Superior, &self.policy.ties.superior),
                false => (BondKind::Colleague, &self.policy.ties.colleague),
            };
            let n = self.facts.people_at_work(place, section);
            let points = met.last.map_or(0, |last| faded(setting, n, last, self.as_of));
            if met.days >= setting.overlap_days && points > 0 {
                let words =
                    Text::new(format!("同部门共事 {} 天", met.days), format!("{} days in one department", met.days));
                bonds.push(Bond { kind, points, words });
            }
        }
        bonds.into_iter().max_by_key(|bond| (bond.points, bond.kind == BondKind::Superior))
    }

    fn stay(&self, spell: &'a Spell) -> Option<Stay<'a>> {
        let days = self.days_so_far(Days::longest(&spell.period, self.as_of))?;
        let rank = match spell.position {
            Some(Position::CommissionLeader) => 3,
            Some(Position::Head) => 2,
            Some(Position::Deputy) => 1,
            Some(Position::Staff) | None => 0,
        };
        Some(Stay { place: spell.organisation.as_ref()?.as_str(), section: spell.department.as_deref(), days, rank })
    }

    fn classmates(&self, one: &Side, other: &Side) -> Option<Bond> {
        let stays = |side: &Side| -> Vec<Stay<'a>> {
            let schools = self.facts.schools(&side.actor).into_iter();
            let stay = |school: &'a crate::pool::School| {
                let days = self.days_so_far(Days::longest(&school.period, self.as_of))?;
                Some(Stay { place: &school.school, section: school.major.as_deref(), days, rank: 0 })
            };
            schools.filter_map(stay).collect()
        };
        let setting = &self.policy.ties.classmate;
        let mut bonds = Vec::new();
        for ((school, section), met) in Meetings::of(&stays(one), &stays(other)).places() {
            let n = self.facts.people_at_school(school, section);
            let points = met.last.map_or(0, |last| faded(setting, n, last, self.as_of));
            if met.days >= setting.overlap_days && points > 0 {
                let words = Text::new(format!("{school}同学"), format!("classmates at {school}"));
                bonds.push(Bond { kind: BondKind::Classmate, points, words });
            }
        }
        bonds.into_iter().max_by_key(|bond| bond.points)
    }

    /// What is over of a stretch by today; nothing of one that is still to come.
    pub(super) fn days_so_far(&self, days: Days) -> Option<Days> {
        let days = days.common(Days::new(Date::MIN, self.as_of));
        (days.count() > 0).then_some(days)
    }

    fn townsmen(&self, one: &Side, other: &Side) -> Option<Bond> {
        let (mine, theirs) = (one.grew_up?, other.grew_up?);
        let (gazetteer, ties) = (&self.pool.gazetteer, &self.policy.ties);
        let township = gazetteer.township_of(mine);
        let same_township = township.is_some() && township == gazetteer.township_of(theirs);
        let county = gazetteer.county_of(mine);
        let left = |side: &Side| side.works_in.is_some_and(|work| work != county);
        let same_county = county == gazetteer.county_of(theirs)
            && gazetteer.level(county) == RegionLevel::County
            && left(one)
            && left(other);
        let of_township = if same_township { ties.townsman_township.base } else { 0 };
        let of_county = if same_county { ties.townsman_county.base } else { 0 };
        let points = of_township.max(of_county);
        let words = Text::new("同乡", "from the same township or county");
        (points > 0).then_some(Bond { kind: BondKind::Townsman, points, words })
    }

    fn co_handled(&self, one: &Side, other: &Side) -> Option<Bond> {
        let served = |side: &Side| -> Vec<&'a Assignment> {
            let ids = self.facts.ids(&side.actor).iter();
            ids.flat_map(|id| self.facts.served(&PersonId::new(id.as_str()))).copied().collect()
        };
        let mut cases: BTreeMap<&CaseId, Date> = BTreeMap::new();
        for mine in served(one) {
            for theirs in served(other) {
                let days = Days::new(mine.from, mine.to).common(Days::new(theirs.from, theirs.to));
                if mine.case == theirs.case
                    && let Some(days) = self.days_so_far(days)
                {
                    let last = cases.entry(&mine.case).or_insert(days.to);
                    *last = days.to.max(*last);
                }
            }
        }
        let setting = &self.policy.ties.co_handled;
        let points: i64 = cases.values().map(|last| faded(setting, 1, *last, self.as_of)).sum();
        let points = points.min(self.policy.ties.co_handled_most);
        let words = Text::new(format!("共同办案 {} 件", cases.len()), format!("{} cases together", cases.len()));
        (points > 0).then_some(Bond { kind: BondKind::CoHandled, points, words })
    }

    fn host_leadership(&self, person: &Person, party: &Party) -> Option<Bond> {
        let host = party.organisation.as_ref().filter(|_| party.leadership)?;
        let unit = self.pool.units.get(&person.unit);
        let now = person.position == Position::Head && unit.is_some_and(|unit| unit.host.as_ref() == Some(host));
        let headed = |spell: &&Spell| {
            spell.kind == SpellKind::Stationed
                && spell.position == Some(Position::Head)
                && spell.organisation.as_ref() == Some(host)
        };
        let spells = self.facts.spells(&ActorId::from(&person.id)).into_iter().filter(headed);
        let days = spells.map(|spell| Days::longest(&spell.period, self.as_of));
        let last = days.filter(|days| days.from <= self.as_of).map(|days| days.to).max();
        let last = if now { Some(self.as_of) } else { last }?;
        let points = faded(&self.policy.ties.host_leadership, 1, last, self.as_of);
        (points > 0).then(|| Bond {
            kind: BondKind::HostLeadership,
            points,
            words: Text::new(
                "派驻机构负责人与驻在单位领导班子成员",
                "head of the group stationed at the party's organisation",
            ),
        })
    }

    /// The declared ties between two, whoever declared them: of each kind the strongest.
    fn declared(&self, one: &Side, other: &Side) -> Vec<Bond> {
        let (mine, theirs) = (self.facts.ids(&one.actor), self.facts.ids(&other.actor));
        let mut strongest: BTreeMap<DeclaredTieKind, i64> = BTreeMap::new();
        for tie in self.facts.declared(&one.actor) {
            let binds = mine.contains(&tie.actor) && theirs.contains(&tie.other)
                || mine.contains(&tie.other) && theirs.contains(&tie.actor);
            let points = self.declared_points(tie);
            if binds && points > 0 {
                let most = strongest.entry(tie.kind).or_default();
                *most = points.max(*most);
            }
        }
        let words = || Text::new("申报的关系", "a declared tie");
        strongest
            .into_iter()
            .map(|(kind, points)| Bond { kind: BondKind::Declared(kind), points, words: words() })
            .collect()
    }

    /// The interests that still count between somebody and the case's parties, each with whether it is confirmed.
    pub fn interests(&self, holder: &ActorId, case: &Case) -> Vec<bool> {
        let mut found = Vec::new();
        for tie in self.facts.declared(holder) {
            if tie.kind != DeclaredTieKind::Interest || self.declared_points(tie) <= 0 {
                continue;
            }
            for party in self.facts.parties(&case.id) {
                let (mine, id) = (self.facts.ids(holder), ActorId::from(&party.id));
                let theirs = self.facts.ids(&id);
                let joins = |one: &ActorId, other: &ActorId| mine.contains(one) && theirs.contains(other);
                if !mine.contains(&id) && (joins(&tie.actor, &tie.other) || joins(&tie.other, &tie.actor)) {
                    found.push(tie.confirmed);
                }
            }
        }
        found
    }

    /// Points of a declared tie today.
    pub fn declared_points(&self, tie: &DeclaredTie) -> i64 {
        let (base, years) = (self.declared_base(tie.kind), self.policy.ties.declared.years);
        let setting = TieSetting { base, years, ..TieSetting::default() };
        let last = tie.until.map_or(self.as_of, |until| until.latest());
        faded(&setting, 1, last, self.as_of)
    }

    fn declared_base(&self, kind: DeclaredTieKind) -> i64 {
        let points = &self.policy.ties.declared;
        match kind {
            DeclaredTieKind::Friend => points.friend,
            DeclaredTieKind::Classmate => points.classmate,
            DeclaredTieKind::Townsman => points.townsman,
            DeclaredTieKind::Colleague => points.colleague,
            DeclaredTieKind::DistantKin => points.distant_kin,
            DeclaredTieKind::Grudge => points.grudge,
            DeclaredTieKind::Loan => points.loan,
            DeclaredTieKind::Interest => points.interest,
            DeclaredTieKind::SwornKin => points.sworn_kin,
            DeclaredTieKind::Other => points.other,
        }
    }
}

/// The strength that a fact keeps on `today`: `last` is its last day, `n` the people of its department.
fn faded(setting: &TieSetting, n: i64, last: Date, today: Date) -> i64 {
    let (mut points, mut divisor) = (setting.base, 1);
    if setting.years > 0 {
        divisor = setting.years * 365;
        points *= (divisor - days_after(last, today).max(0)).max(0);
    }
    if setting.full_size > 0 {
        points *= setting.full_size;
        divisor *= setting.full_size.max(n);
    }
    points / divisor
}
