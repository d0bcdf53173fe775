//! The words of M10.

use crate::diag::{Text, plural};
use crate::ties::{Embeddedness, EmbeddednessReason};

/// Rooted in the county of the case.
pub fn rooted(county: &str, bond: &Embeddedness) -> Text {
    let has = |reason| bond.reasons.iter().any(|(found, _)| *found == reason);
    let reasons = [
        (EmbeddednessReason::GrewUp, "在当地长大", "grew up there"),
        (EmbeddednessReason::Worked, "长期在当地工作", "worked there long"),
        (EmbeddednessReason::Kin, "亲属在当地工作", "near kin work there"),
    ];
    let found: Vec<(&str, &str)> =
        reasons.into_iter().filter(|(reason, ..)| has(*reason)).map(|(_, zh, en)| (zh, en)).collect();
    let zh: Vec<&str> = found.iter().map(|(zh, _)| *zh).collect();
    let en: Vec<&str> = found.iter().map(|(_, en)| *en).collect();
    let points = bond.points;
    Text::new(
        format!("与案件所在的{county}联系较深：{}（{points} 分）", zh.join("、")),
        format!("rooted in {county}, where the case is: {} ({})", en.join(", "), plural(points, "point")),
    )
}
