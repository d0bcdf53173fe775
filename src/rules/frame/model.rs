//! Cases, roles and options as the rows see them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::diag::Text;
use crate::id::{CaseId, PersonId};
use crate::milp::{ColumnId, Model, Name, Provenance, RowBounds};
use crate::policy::{Role, RoleClass, SkillDemand, Template};
use crate::pool::{Case, Person, Unit};
use crate::screen::Screener;

/// A stretch of a case in which one person may hold a slot (R18).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Segment {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
}

/// One role of one case, with the case's demand laid over the template.
#[derive(Debug, Clone)]
pub struct RoleFrame {
    /// The role.
    pub role: Role,
    /// Slots that stay open in at least one segment.
    pub open: ColumnId,
}

/// One case of the model.
#[derive(Debug, Clone)]
pub struct CaseFrame<'a> {
    /// The case.
    pub case: &'a Case,
    /// Its template.
    pub template: &'a Template,
    /// Its roles, in the template's order.
    pub roles: Vec<RoleFrame>,
    /// Its skill demands.
    pub skills: Vec<SkillDemand>,
    /// Its segments, in order.
    pub segments: Vec<Segment>,
    /// 1 if the team is formed.
    pub formed: ColumnId,
    /// Its options, by position in [`TeamFrame::options`].
    pub options: Vec<usize>,
}

/// A person in a role of a case for a run of segments: a decision that the model may take.
#[derive(Debug, Clone)]
pub struct TeamOption<'a> {
    /// Who.
    pub person: &'a Person,
    /// The person's unit.
    pub unit: &'a Unit,
    /// In which case, by position in [`TeamFrame::cases`].
    pub case: usize,
    /// As what, by position in the case's roles.
    pub role: usize,
    /// A second role filled as well.
    pub also: Option<usize>,
    /// Strictest role class of the two.
    pub class: RoleClass,
    /// First and last segment, both counted.
    pub segments: (usize, usize),
    /// First day of service.
    pub from: Date,
    /// Last day of service.
    pub to: Date,
    /// Load in thousandths.
    pub load: i64,
    /// Whether the person is drawn from another unit.
    pub drawn: bool,
    /// Whether the person is of the handling commission's own staff.
    pub own: bool,
    /// Exposure between person and case, in points.
    pub exposure: i64,
    /// Whether a declaration is still owed, so that only a provisional team may take the option.
    pub owes: bool,
    /// 1 if the option is taken.
    pub column: ColumnId,
}

impl TeamOption<'_> {
    /// Whether the option fills the role, first or second.
    pub fn fills(&self, role: usize) -> bool {
        self.role == role || self.also == Some(role)
    }

    /// Whether the option covers the segment.
    pub fn covers(&self, segment: usize) -> bool {
        self.segments.0 <= segment && segment <= self.segments.1
    }

    /// Whether the person serves on `day`.
    pub fn serves_on(&self, day: Date) -> bool {
        self.from <= day && day <= self.to
    }
}

/// A person's membership in a case's team: 1 if any of the person's options in the case is taken.
#[derive(Debug, Clone)]
pub struct Member<'a> {
    /// Who.
    pub person: &'a PersonId,
    /// In which case.
    pub case: &'a CaseId,
    /// The membership column: the option's own where there is but one.
    pub column: ColumnId,
    /// The options' columns.
    pub columns: Vec<ColumnId>,
}

/// Why a person has no option in a role of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excluded {
    /// Code of the rule.
    pub rule: String,
    /// Why.
    pub words: Text,
}

/// The team model while rules post their rows.
pub struct TeamFrame<'a> {
    /// Facts, ties, policy and day.
    pub screener: &'a Screener<'a>,
    /// Whether people whose only open point is a missing fact may serve.
    pub provisional: bool,
    /// Cases, by id.
    pub cases: Vec<CaseFrame<'a>>,
    /// Options, by case, person, role and segment.
    pub options: Vec<TeamOption<'a>>,
    /// Options of each person.
    pub by_person: BTreeMap<&'a PersonId, Vec<usize>>,
    /// Memberships by position of the case, and person.
    pub members: BTreeMap<(usize, &'a PersonId), Member<'a>>,
    /// The model under construction.
    pub model: Model,
}

impl<'a> TeamFrame<'a> {
    /// The options of one case that cover a segment.
    pub fn in_segment(&self, case: usize, segment: usize) -> impl Iterator<Item = &TeamOption<'a>> {
        self.cases[case]
            .options
            .iter()
            .map(|option| &self.options[*option])
            .filter(move |option| option.covers(segment))
    }

    /// The columns that decide who serves where; all others only count.
    pub fn decisions(&self) -> BTreeSet<ColumnId> {
        let options = self.options.iter().map(|option| option.column);
        let formed = self.cases.iter().map(|case| case.formed);
        options.chain(formed).chain(self.members.values().map(|member| member.column)).collect()
    }

    /// Posts one row per segment of a case: `terms` gives each option's coefficient, `formed` that of the formation
    /// variable.
    pub fn post_by_segment(
        &mut self,
        rule: &'static str,
        case: usize,
        label: &str,
        bounds: RowBounds,
        formed: i64,
        terms: impl Fn(&TeamOption) -> i64,
    ) {
        for segment in 0..self.cases[case].segments.len() {
            let row: Vec<_> = self
                .in_segment(case, segment)
                .map(|option| (option.column, terms(option)))
                .chain([(self.cases[case].formed, formed)])
                .collect();
            let subject = self.segment_subject(case, segment);
            let name = Name::new([rule, label, subject.as_str()]);
            self.model.add_row(name, Provenance { rule, subject }, row, bounds);
        }
    }

    /// A case, and a segment of it where there are several, as rows and columns are named after them.
    pub(super) fn segment_subject(&self, case: usize, segment: usize) -> String {
        let case = &self.cases[case];
        if case.segments.len() > 1 { format!("{}.{}", case.case.id, segment + 1) } else { case.case.id.to_string() }
    }
}
