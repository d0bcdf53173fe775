//! R21 on a person and a case.

use super::{CODE, HomeCounty, phrase};
use crate::geo::RegionLevel;
use crate::id::ActorId;
use crate::policy::VerdictLevel;
use crate::screen::{Finding, Question, ScreeningRule};
use crate::ties::words;

impl ScreeningRule for HomeCounty {
    fn code(&self) -> &'static str {
        CODE
    }

    fn screen(&self, question: &Question) -> Vec<Finding> {
        let Question { screener, person, case, rule, .. } = *question;
        let (pool, level) = (screener.pool, question.level());
        let gazetteer = &pool.gazetteer;
        let county = gazetteer.county_of(&case.region);
        let unknown =
            || Finding { missing_fact: true, ..question.finding(VerdictLevel::Review, phrase::unknown(), Vec::new()) };
        let strict = level >= VerdictLevel::Review;
        let Some(home) = &person.grew_up else {
            return strict.then(unknown).into_iter().collect();
        };
        let home_county = gazetteer.county_of(home);
        if home_county == county {
            let shown = words::grew_up(pool, "people", &ActorId::from(&person.id), home);
            let finding = question.finding(level, phrase::home(&words::place(pool, county)), vec![shown]);
            return vec![finding.weighing(rule.number("member_points"))];
        }
        let vague = gazetteer.level(home_county) > RegionLevel::County && gazetteer.is_within(county, home_county);
        (strict && vague).then(unknown).into_iter().collect()
    }
}
