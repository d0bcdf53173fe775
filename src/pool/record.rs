//! Dossier facts: careers, schools, kin, declarations, skills, leave and the books of a unit.

use jiff::civil::Date;

use super::{PartialDate, Period, Position, Rank};
use crate::id::{ActorId, CaseId, OrganisationId, PersonId, RegionCode, SkillName, UnitId};

/// Kinds of career spell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SpellKind {
    /// 任职: a post.
    Post,
    /// 学习: study.
    Study,
    /// 挂职: a temporary posting.
    TemporaryPosting,
    /// 借调: a secondment.
    Secondment,
    /// 兼任: a post held beside another.
    Concurrent,
    /// 服役: military service.
    Military,
    /// 驻在: stationed at the organisation, which is not "worked in".
    Stationed,
}

impl SpellKind {
    /// Whether it is service among colleagues: a post, a temporary posting, a secondment or a concurrent post.
    pub fn is_work(self) -> bool {
        match self {
            SpellKind::Post | SpellKind::TemporaryPosting | SpellKind::Secondment | SpellKind::Concurrent => true,
            SpellKind::Study | SpellKind::Military | SpellKind::Stationed => false,
        }
    }
}

/// One line of a career.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spell {
    /// Whose career.
    pub actor: ActorId,
    /// When.
    pub period: Period,
    /// Where; `None` when the organisation's name matched nothing on file.
    pub organisation: Option<OrganisationId>,
    /// The organisation as the roster writes it.
    pub organisation_text: String,
    /// Department within it.
    pub department: Option<String>,
    /// Post as the roster writes it.
    pub post: Option<String>,
    /// What the post was in its department.
    pub position: Option<Position>,
    /// 职级 then held.
    pub rank: Option<Rank>,
    /// What the spell was.
    pub kind: SpellKind,
}

/// One school attended.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct School {
    /// Who attended.
    pub actor: ActorId,
    /// The school.
    pub school: String,
    /// Major or class; `None` when not on record.
    pub major: Option<String>,
    /// When.
    pub period: Period,
}

/// A relative who is neither in the pool nor a party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relative {
    /// Id, unique among people, parties and relatives.
    pub id: ActorId,
    /// Name; `None` for an anonymous link in a chain.
    pub name: Option<String>,
    /// Where the relative works; `None` when the row does not say so.
    pub organisation: Option<OrganisationId>,
    /// Whether the relative holds a leading post there (R07), or, without an organisation, at a present post of the
    /// career.
    pub leading: bool,
}

/// How a parent is a parent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ParentKind {
    /// By birth.
    Birth,
    /// By adoption.
    Adoptive,
    /// By marriage to a parent.
    Step,
}

/// What one kin edge states.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum KinKind {
    /// `a` is a parent of `b`.
    Parent(ParentKind),
    /// `a` and `b` are or were married, for the period if known.
    Spouse {
        /// Wedding; `None` when not known.
        from: Option<PartialDate>,
        /// End of the marriage; `None` while it lasts.
        to: Option<PartialDate>,
    },
    /// `b` is, in `a`'s words, this relative (表哥, 岳父 …); expanded through anonymous links.
    Term(String),
}

/// A primitive kin edge, or a declared kin term.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct KinEdge {
    /// The parent, a spouse, or the person whose term it is.
    pub a: ActorId,
    /// The child, the other spouse, or the relative.
    pub b: ActorId,
    /// What the edge states.
    pub kind: KinKind,
}

/// Kinds of tie that people declare or others report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DeclaredTieKind {
    /// 朋友.
    Friend,
    /// 同学.
    Classmate,
    /// 同乡.
    Townsman,
    /// 同事.
    Colleague,
    /// 远亲 beyond the near-relative list.
    DistantKin,
    /// 矛盾、过节.
    Grudge,
    /// 借贷.
    Loan,
    /// 利害关系 (R03).
    Interest,
    /// 干亲.
    SwornKin,
    /// 其他.
    Other,
}

/// A tie somebody declared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct DeclaredTie {
    /// Who has the tie.
    pub actor: ActorId,
    /// With whom.
    pub other: ActorId,
    /// What it is.
    pub kind: DeclaredTieKind,
    /// Since when; `None` when not known.
    pub since: Option<PartialDate>,
    /// Until when; `None` while it lasts.
    pub until: Option<PartialDate>,
    /// Whether an authority confirmed it (R03 turns from review to block).
    pub confirmed: bool,
    /// Where the record comes from.
    pub source: String,
}

/// What a declaration covers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum DeclarationScope {
    /// The yearly or standing declaration.
    General,
    /// The declaration for one case.
    Case(CaseId),
}

/// What a declaration said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DeclarationContent {
    /// "None": an answer, unlike a missing declaration.
    None,
    /// Ties are listed in the kin and tie tables.
    Listed,
}

/// One declaration by one person.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Declaration {
    /// Who declared.
    pub person: PersonId,
    /// What it covers.
    pub scope: DeclarationScope,
    /// When.
    pub date: Date,
    /// What it said.
    pub content: DeclarationContent,
}

/// A verified skill.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Skill {
    /// Whose.
    pub person: PersonId,
    /// Which, by its name in the dictionary.
    pub skill: SkillName,
    /// 0 none, 1 basic, 2 independent, 3 expert.
    pub level: i64,
    /// What shows it.
    pub evidence: Option<String>,
    /// Who assessed it.
    pub assessor: Option<String>,
}

/// Leave: dates only, no reason.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Leave {
    /// Whose.
    pub person: PersonId,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
}

/// Routine work that a unit must keep up.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Duty {
    /// The unit.
    pub unit: UnitId,
    /// What the work is.
    pub duty: String,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// People it takes.
    pub people: i64,
}

/// What a rate pays for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RateKind {
    /// Per day away from the unit's region.
    DayAway,
    /// Per kilometer of travel.
    Kilometer,
}

/// An allowance or travel rate, in fen (hundredths of a yuan).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rate {
    /// What it pays for.
    pub kind: RateKind,
    /// Where it holds; `None` everywhere.
    pub region: Option<RegionCode>,
    /// Fen per day or kilometer.
    pub fen: i64,
}
