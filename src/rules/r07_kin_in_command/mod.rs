//! R07 kin-in-command-line 亲属不在同一指挥链.
//!
//! **What it requires.** Nobody does discipline, supervision or audit work at an organ where near kin hold a
//! leading post.
//!
//! **Source.** 公务员法 §74.
//!
//! **Formulation.** Block when near kin (the wide list) hold a leading post at the organisation of a subject: a
//! relative on record as leading there, a party of its leadership, or a commission leader whose unit belongs to it.
//! Where the organisation of such a relative or party is blank, it is any at which a post of the career lasts today;
//! without one, or with an employer not on file, the fact is missing and everybody's near kin go to review, whatever
//! the case: the post may also be one that R04 or R06 asks about. The direct line of command within a team is covered by R06; postings are for rotation plans.
//!
//! **Example.** The husband of a deputy bureau chief is blocked from that bureau's case.
//!
//! **Known gaps.** Leading posts are known from the relatives and parties tables and from positions; a subject
//! of whom neither an organisation nor a present post at one is on record has none, which R32 and R34 ask about.
//! A relative's career says where the relative works, not that the post is a leading one: the relatives table's flag
//! does. The posts beside an organisation that is stated are no leading ones.

mod check;
mod phrase;
mod screen;

/// The rule.
pub struct KinInCommand;

/// The rule's code.
pub(super) const CODE: &str = "R07";
