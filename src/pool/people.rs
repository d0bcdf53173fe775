//! People on the roster.

use jiff::civil::Date;

use super::{Clearance, PartialDate, Position, Rank, Sex};
use crate::id::{PersonId, RegionCode, UnitId};

/// In which talent pools a person is; both, one or none (staff on the roster who are not drawn).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PoolMembership {
    /// 监督检查人才库.
    pub supervision: bool,
    /// 审查调查人才库.
    pub investigation: bool,
}

/// One person on the roster. Nothing about health, religion, ethnicity, phone or outcome of cases has a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Id, unique among people, parties and relatives.
    pub id: PersonId,
    /// Name; homonyms are common, so it never identifies.
    pub name: String,
    /// Sex; `None` when not on record. Used by R12 alone.
    pub sex: Option<Sex>,
    /// Date of birth; used by the retirement window alone.
    pub born: Option<PartialDate>,
    /// 籍贯, the family's place of origin.
    pub native_place: Option<RegionCode>,
    /// 成长地, where the person grew up; `None` (not on record) fails closed in R21 and R33.
    pub grew_up: Option<RegionCode>,
    /// The unit on whose establishment the person is.
    pub unit: UnitId,
    /// Title of the post as the roster writes it.
    pub post: Option<String>,
    /// What the person is in the unit.
    pub position: Position,
    /// 职级; `None` for auxiliaries and where not on record.
    pub rank: Option<Rank>,
    /// Date of the present post.
    pub post_since: Option<PartialDate>,
    /// Talent pools.
    pub pools: PoolMembership,
    /// Date of entering the service.
    pub entered: Option<PartialDate>,
    /// Clearance; blank on the roster means none.
    pub clearance: Clearance,
    /// Share of working time open to cases, in thousandths (1000 = full time).
    pub availability: i64,
    /// First day out of the service (R29); `None` while serving.
    pub left: Option<Date>,
    /// Kinds of person whom R20 may exempt from service.
    pub exemptions: Vec<Exemption>,
}

impl Person {
    /// Whether what somebody wrote in place of a signature is this person's id or name, spaces and case apart. A
    /// namesake is taken for the person: who really signed is told by an id or an office.
    pub fn is_meant_by(&self, signature: &str) -> bool {
        let plain = |text: &str| -> String { text.split_whitespace().collect::<String>().to_ascii_lowercase() };
        let signature = plain(signature);
        signature == plain(self.id.as_str()) || signature == plain(&self.name)
    }
}

/// A standing circumstance that R20 knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exemption {
    /// 新提任领导试用期.
    Probation,
    /// 县乡领导班子成员.
    CountyLeadership,
    /// 选调生未满基层年限.
    SelectedGraduate,
    /// 专项任务未完成.
    SpecialTask,
}
