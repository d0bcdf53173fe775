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
    /// Whether what somebody wrote in place of a signature is this person's id or name, spaces and case apart, alone,
    /// beside other words or with a title (王伟书记, 书记王伟). A namesake is taken for the person: who really signed is
    /// told by an id or an office.
    pub fn is_meant_by(&self, signature: &str) -> bool {
        let plain = |text: &str| -> String { text.split_whitespace().collect::<String>().to_lowercase() };
        let written = signature.to_lowercase();
        [self.id.as_str(), &self.name].into_iter().any(|own| {
            let own = own.trim().to_lowercase();
            let stands_alone = |(at, _)| ends_aside(&written[..at]) && begins_aside(&written[at + own.len()..]);
            plain(signature) == plain(&own) || !own.is_empty() && written.match_indices(&own).any(stands_alone)
        })
    }
}

/// Titles that stand right before or after a name.
pub const TITLES: [&str; 16] = [
    "书记",
    "主任",
    "组长",
    "部长",
    "局长",
    "处长",
    "科长",
    "室主任",
    "常委",
    "委员",
    "副书记",
    "副主任",
    "副组长",
    "副部长",
    "副局长",
    "同志",
];

/// Whether the words before a name end with no other name: with nothing, a sign or a title.
fn ends_aside(before: &str) -> bool {
    let is_sign = before.chars().next_back().is_none_or(|letter| !letter.is_alphanumeric());
    is_sign || TITLES.iter().any(|title| before.ends_with(title))
}

/// Whether the words after a name go on with no other name.
fn begins_aside(after: &str) -> bool {
    let is_sign = |text: &str| text.chars().next().is_none_or(|letter| !letter.is_alphanumeric());
    is_sign(after) || TITLES.iter().any(|title| after.strip_prefix(title).is_some_and(is_sign))
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
