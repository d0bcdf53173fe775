//! How complete the records are on which a plan rests, as the plan states it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::CaseId;

/// How complete the records are on which "no conflict found" rests.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Coverage {
    /// People on the roster.
    pub people: i64,
    /// Of these, with at least one career spell on record; R32 and R33 cannot clear the others.
    pub with_career: i64,
    /// Of these, with at least one kin edge on record or a declaration of none.
    pub with_kin: i64,
    /// Of these, with a place of upbringing on record.
    pub with_grew_up: i64,
    /// Of these, with a general declaration of the last year.
    pub with_declaration: i64,
    /// What is on record of the subjects of each planned case, by case.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cases: Vec<CaseCoverage>,
}

/// How complete the records are about the subjects of one case: what is not known of them turns up in no tie.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseCoverage {
    /// The case.
    pub case: CaseId,
    /// Whether its stage is one that has a subject (初核, 立案, 留置): without any, nobody was screened against.
    pub has_subject: bool,
    /// Subjects on the list of parties.
    pub subjects: i64,
    /// Of these, with an organisation, by their own row or by present posts: without one R32 and R34 clear nobody.
    pub with_organisation: i64,
    /// Of these, with at least one career spell.
    pub with_career: i64,
    /// Of these, with a place of upbringing.
    pub with_grew_up: i64,
    /// Of these, with at least one kin edge.
    pub with_kin: i64,
}
