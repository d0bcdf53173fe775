//! R17 one-case-one-secondment 一案一借.
//!
//! **What it requires.** One case per secondment, no consecutive secondments, and borrowed people come from the pool of the case's kind.
//!
//! **Source.** 监督执纪工作规则 §66, to be confirmed; local rules.
//!
//! **Formulation.** A drawn person's secondments, each prolonged by the cool-down, never overlap; drawn people are in the template's pool.
//!
//! **Example.** Back from a case on 1 March, a person may be drawn again on 1 April when the cool-down is 30 days.
//!
//! **Known gaps.** A secondment outside case work is known only if the assignments table has it.

mod check;
mod post;

/// The rule.
pub struct OneCasePerSecondment;

/// The rule's code.
pub(super) const CODE: &str = "R17";
