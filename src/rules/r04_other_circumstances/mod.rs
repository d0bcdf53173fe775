//! R04 other-circumstances 其他可能影响公正的情形.
//!
//! **What it requires.** Friends, distant kin, sworn kin, people with a grudge or a loan: whatever else may impair
//! impartial handling is reviewed.
//!
//! **Source.** 监察法 (2024) §67(4).
//!
//! **Formulation.** Review for a declared tie to any party of the case of kind friend, distant kin, sworn kin,
//! grudge, loan or other, until it has faded; and for kin of any degree, former spouses included, of any party whom
//! R01 and R05 do not cover: beyond the near relatives for informants, beyond the near kin for subjects and
//! interested parties, all kin for witnesses. Distant kin end after seven steps from person to person or two
//! marriages (see the model's paragraph on kin); lines of descent and whom a term names go on. Interests in a party (confirmed or not) of such kin beyond the lists, distant ones included, go to review. Review, too, for whoever
//! is the subject of another case that is open, or whose last day is not before this case's first; and where near kin,
//! or kin of unknown degree, lead an organisation above that of a subject (any number of `parent` steps), or head the
//! group stationed at a subject's, whose leadership they sit in. Former spouses
//! and birth kin of the adopted count there, too, and where they lead the subject's own organisation or the handling
//! commission; an organisation that they lead and nobody knows is a missing fact. What a leading post is: see R07.
//!
//! **Example.** A declared loan from the subject is reviewed, and may be waived with a reason; so is 堂叔 of the
//! subject.
//!
//! **Known gaps.** Other kin beyond the lists who lead an organisation count for nothing. Ties inferred from careers and schools, and such ties declared, are R33's.

mod check;
mod phrase;
mod screen;

/// The rule.
pub struct OtherCircumstances;

/// The rule's code.
pub(super) const CODE: &str = "R04";
