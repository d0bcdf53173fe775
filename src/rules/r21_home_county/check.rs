//! R21 on a person and a case, by the place of upbringing.

use super::{CODE, HomeCounty};
use crate::check::{Judge, Opinion, RuleCheck, level};
use crate::diag::Text;
use crate::geo::RegionLevel;
use crate::policy::{RoleClass, Rule, VerdictLevel};
use crate::pool::{Case, Person};

impl RuleCheck for HomeCounty {
    fn code(&self) -> &'static str {
        CODE
    }

    fn opinion(&self, judge: &Judge, rule: &Rule, person: &Person, case: &Case, class: RoleClass) -> Option<Opinion> {
        let mut opinion = Opinion::of("成长地不在案件所在县（市、区）", "did not grow up in the county of the case");
        let gazetteer = &judge.pool.gazetteer;
        let county = gazetteer.county_of(&case.region);
        let home = person.grew_up.as_ref().map(|home| gazetteer.county_of(home));
        if home == Some(county) {
            let words = Text::new("成长地就在案件所在县（市、区）", "grew up in the county of the case");
            opinion.weighed(level(rule, class), rule.number("member_points"), words);
            return Some(opinion);
        }
        let may_be_home = home.is_none_or(|home| {
            !matches!(gazetteer.level(home), RegionLevel::County | RegionLevel::Township)
                && gazetteer.is_within(county, home)
        });
        if may_be_home && level(rule, class) >= VerdictLevel::Review {
            let words = Text::new("成长地没有记录到县", "the county of upbringing is not on record");
            opinion.missing(VerdictLevel::Review, words);
        }
        Some(opinion)
    }
}
