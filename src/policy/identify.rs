//! Ids in place of the names by which a roster calls templates and roles.

use std::collections::BTreeMap;

use super::{Policy, Role, Template};
use crate::pool::read::token;
use crate::pool::{CaseId, Pool};

/// Writes the ids of templates and roles where the roster names them by their Chinese or English names.
///
/// A name that several of them bear stays as it is, and `agree` tells it.
pub fn identify_names(policy: &Policy, pool: &mut Pool) {
    identify_templates(policy, pool);
    let template_of: BTreeMap<&CaseId, &Template> =
        pool.cases.values().filter_map(|case| Some((&case.id, policy.templates.get(&case.template)?))).collect();
    let id_of = |case: &CaseId, role: &str| -> Option<String> {
        let template = template_of.get(case).filter(|template| template.role(role).is_none())?;
        let word = token(role);
        let bears = |role: &&Role| [&role.name.zh, &role.name.en].iter().any(|name| token(name) == word);
        let mut bearers = template.roles.iter().filter(bears);
        bearers.next().filter(|_| bearers.next().is_none()).map(|role| role.id.clone())
    };
    let identify = |case: &CaseId, role: &mut String| {
        if let Some(id) = id_of(case, role) {
            *role = id;
        }
    };
    pool.demands.iter_mut().for_each(|demand| identify(&demand.case, &mut demand.role));
    pool.assignments.iter_mut().for_each(|service| identify(&service.case, &mut service.role));
    for pin in &mut pool.pins {
        pin.role.iter_mut().for_each(|role| identify(&pin.case, role));
    }
}

fn identify_templates(policy: &Policy, pool: &mut Pool) {
    for case in pool.cases.values_mut().filter(|case| !policy.templates.contains_key(&case.template)) {
        let word = token(&case.template);
        let bears =
            |template: &&Template| [&template.name.zh, &template.name.en].iter().any(|name| token(name) == word);
        let mut bearers = policy.templates.values().filter(bears);
        if let (Some(template), None) = (bearers.next(), bearers.next()) {
            case.template = template.id.clone();
        }
    }
}
