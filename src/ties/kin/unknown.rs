//! Kin terms that the table does not know.

use super::terms::is_known_term;
use crate::diag::{Diagnostic, Text, codes};
use crate::pool::read::tables::kin;
use crate::pool::read::{Spans, Table, ordered};
use crate::pool::{KinKind, Pool};

/// Every kin row whose term is not in the table, with its place; such kin are of unknown degree and screening says
/// "review" until somebody says what the term means.
pub fn unknown_terms(pool: &Pool, spans: &Spans) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (position, edge) in ordered::<kin::Kin>(pool).into_iter().enumerate() {
        let KinKind::Term(term) = &edge.kind else { continue };
        if is_known_term(term) || !spans.reads(kin::Kin::spec(), position, &kin::RELATION) {
            continue;
        }
        let span = spans.cell(kin::Kin::spec(), position, &kin::RELATION, term);
        let cause = Text::new(
            "不认识的称谓，亲属关系远近不明；涉及双方的回避审查按“需审查”处理，双方不编入同一专案组（R06）",
            "an unknown kin term: the degree is not known, screening between the two says “review”, and they are kept out of one team (R06)",
        );
        found.push(Diagnostic::warning(codes::W0503, span, cause, remedy()));
    }
    found
}

/// Terms one character apart may be degrees apart (父母, 伯母), so none is proposed for one that nobody can read.
fn remedy() -> Text {
    Text::new(
        "用亲生、配偶等关系逐级登记，或改用通行称谓，可用“之”连接（如“妻之叔”）；同学、干亲等不是亲属的，填申报关系表。",
        "Record the steps by parent and spouse, or use a common term; 之 joins terms (妻之叔, the wife's uncle). Classmates, sworn kin and the like belong in the table of declared ties.",
    )
}
