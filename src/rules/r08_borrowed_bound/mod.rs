//! R08 recusal-binds-everyone 借调人员同样回避.
//!
//! **What it requires.** Recusal binds borrowed staff and external members as it binds own staff.
//!
//! **Source.** 监督执纪工作规则 §65, to be confirmed.
//!
//! **Formulation.** Every option passes the same screening, whatever the person's unit; the checker states it for every assignment.
//!
//! **Example.** An auditor whose sister is the subject is blocked like anyone else.
//!
//! **Known gaps.** External members have thinner records; what is missing turns into review by M09.

mod check;

/// The rule.
pub struct BorrowedBound;

/// The rule's code.
pub(super) const CODE: &str = "R08";
