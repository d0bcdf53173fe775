//! What a folder's own policy file says where, for faults that show only beside the roster.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::Span;
use crate::pool::read::token;

/// Places in the folder's file, and what of it is told to be faulty already.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Traces {
    /// Where the date of each adoption stands, by the code of the rule; adoptions with a faulty date are left out.
    pub adopted: BTreeMap<String, Span>,
    /// Ids and names of templates that are faulty and told so, in the form of `token`.
    pub faulty_templates: BTreeSet<String>,
    /// Whether there may be templates whose very names could not be read.
    pub nameless_templates: bool,
}

impl Traces {
    /// Whether a case that names this template is to be judged only after the policy file is mended.
    pub fn awaits_mending(&self, template: &str, is_known: bool) -> bool {
        self.faulty_templates.contains(&token(template)) || (self.nameless_templates && !is_known)
    }
}
