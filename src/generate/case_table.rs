//! The open cases of a pool as a table: printed in a fixture's README, compared by a test.

use crate::policy::Policy;
use crate::pool::{Case, Pool};

/// The open cases by code, as a Markdown table in Chinese and English; templates are named by `policy`.
pub fn case_table(pool: &Pool, policy: &Policy) -> String {
    let rows = pool.cases.values().filter(|case| case.open).map(|case| row(pool, policy, case));
    format!(
        "| 代号 · code | 模板 · template | 优先级 · priority | 地区 · region | 牵头 · lead room | 起止 · dates |\n\
         |---|---|---:|---|---|---|\n{}",
        rows.collect::<String>()
    )
}

fn row(pool: &Pool, policy: &Policy, case: &Case) -> String {
    let template = policy.templates.get(&case.template).map_or("", |template| template.name.zh.as_str());
    let region = pool.gazetteer.regions.get(&case.region).map_or(case.region.as_str(), |region| region.name.as_str());
    let unit = case.lead_unit.as_ref().and_then(|unit| pool.units.get(unit));
    format!(
        "| {} | {} {template} | {} | {region} | {} | {} – {} |\n",
        case.id,
        case.template,
        case.priority,
        unit.map_or("", |unit| unit.name.as_str()),
        case.from,
        case.to
    )
}
