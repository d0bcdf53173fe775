//! Ids in place of the names by which a roster calls templates and roles.

use std::collections::BTreeMap;

use super::{Policy, Template};
use crate::diag::Text;
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
        bearer(template.roles.iter().map(|role| (&role.id, &role.name)), role)
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
        let named = policy.templates.values().map(|template| (&template.id, &template.name));
        if let Some(id) = bearer(named, &case.template) {
            case.template = id;
        }
    }
}

/// The id of the only one that bears a name in either language.
fn bearer<'a>(named: impl Iterator<Item = (&'a String, &'a Text)>, word: &str) -> Option<String> {
    let word = token(word);
    let mut bearers = named.filter(|(_, name)| [&name.zh, &name.en].iter().any(|name| token(name) == word));
    bearers.next().filter(|_| bearers.next().is_none()).map(|(id, _)| id.clone())
}
