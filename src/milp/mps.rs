//! Standard MPS: the complete model, one file per tier, with the results of the earlier tiers as rows.

use std::io::{self, Write};

use super::{Model, RowBounds};

/// Writes the model of tier `tier` as free MPS: its objective, and for every earlier tier the row
/// `tier <= held[tier]`, where `held` is the value that the plan holds it to (optimum plus slack).
///
/// # Errors
/// Whatever the writer says.
///
/// Cuts follow from the other rows and are left out: who solves the file confirms the optimum without them.
pub fn write_mps(model: &Model, tier: usize, held: &[i64], out: &mut dyn Write) -> io::Result<()> {
    let mut by_column: Vec<Vec<(String, i64)>> = vec![Vec::new(); model.columns.len()];
    let objective = model.objectives.get(tier);
    for (column, coefficient) in objective.map_or(&[][..], |objective| &objective.terms) {
        by_column[column.0].push(("cost".to_string(), *coefficient));
    }
    for row in model.stated_rows() {
        for (column, coefficient) in &row.terms {
            by_column[column.0].push((row.name.to_string(), *coefficient));
        }
    }
    let earlier = || model.objectives.iter().take(tier).zip(held);
    for (objective, _) in earlier() {
        for (column, coefficient) in &objective.terms {
            by_column[column.0].push((format!("tier.{}", objective.name), *coefficient));
        }
    }

    writeln!(out, "NAME {}", objective.map_or("model", |objective| objective.name.as_str()))?;
    writeln!(out, "ROWS\n N cost")?;
    for row in model.stated_rows() {
        let sense = match row.bounds {
            RowBounds::AtMost(_) => 'L',
            RowBounds::AtLeast(_) => 'G',
            RowBounds::Exactly(_) => 'E',
        };
        writeln!(out, " {sense} {}", row.name)?;
    }
    for (objective, _) in earlier() {
        writeln!(out, " L tier.{}", objective.name)?;
    }
    writeln!(out, "COLUMNS\n MARKER 'MARKER' 'INTORG'")?;
    for (column, terms) in model.columns.iter().zip(&by_column) {
        for (row, coefficient) in terms {
            writeln!(out, " {} {row} {coefficient}", column.name)?;
        }
        if terms.is_empty() {
            writeln!(out, " {} cost 0", column.name)?;
        }
    }
    writeln!(out, " MARKER 'MARKER' 'INTEND'\nRHS")?;
    if let Some(constant) = objective.map(|objective| objective.constant).filter(|constant| *constant != 0) {
        writeln!(out, " RHS cost {}", -constant)?;
    }
    for row in model.stated_rows() {
        let (RowBounds::AtMost(side) | RowBounds::AtLeast(side) | RowBounds::Exactly(side)) = row.bounds;
        if side != 0 {
            writeln!(out, " RHS {} {side}", row.name)?;
        }
    }
    for (objective, held) in earlier() {
        writeln!(out, " RHS tier.{} {}", objective.name, held - objective.constant)?;
    }
    writeln!(out, "BOUNDS")?;
    for column in &model.columns {
        writeln!(out, " LO BND {} {}\n UP BND {} {}", column.name, column.lower, column.name, column.upper)?;
    }
    writeln!(out, "ENDATA")
}
