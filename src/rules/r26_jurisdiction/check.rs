//! R26 on a finished plan.

use super::{CODE, Jurisdiction};
use crate::check::{Docket, Entry, Judge, RuleCheck, Subject};
use crate::diag::Text;
use crate::policy::Rule;

impl RuleCheck for Jurisdiction {
    fn code(&self) -> &'static str {
        CODE
    }

    fn plan(&self, judge: &Judge, _rule: &Rule, docket: &Docket) -> Vec<Entry> {
        let teams = docket.plan.teams.iter().filter_map(|team| {
            let case = judge.pool.cases.get(&team.case)?;
            let home = judge.pool.organisations.get(&case.body).and_then(|body| body.region.as_ref());
            let own = match home {
                Some(home) => judge.pool.gazetteer.is_within(&case.region, home),
                // Unknown is not within.
                None => false,
            };
            let needed = !own && case.jurisdiction_document.is_none();
            let fault = Text::new(
                format!("“须补指定管辖文号”应为{}", if needed { "是" } else { "否" }),
                format!("that a document of jurisdiction is needed should read {needed}"),
            );
            let found = match (needed, &case.jurisdiction_document) {
                (true, _) if home.is_none() => Text::new(
                    "承办机关的管辖区域未登记，须补登记或者补指定管辖文号",
                    "the commission's region is not on record; it or a document is needed",
                ),
                (true, _) => Text::new("跨管辖办理，须补指定管辖文号", "across jurisdictions; a document is needed"),
                (false, Some(number)) => {
                    Text::new(format!("指定管辖文号：{number}"), format!("designated by document {number}"))
                }
                (false, None) => Text::new("在本机关管辖区域内", "within the commission's own region"),
            };
            let faults = if needed == team.jurisdiction_document_needed { Vec::new() } else { vec![fault] };
            Some(Entry::of_faults(Subject::team(&team.case), CODE, faults, found))
        });
        teams.collect()
    }
}
