//! Columns, rows and objective tiers.

use super::Name;

/// A column by its position in the model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ColumnId(pub usize);

/// A row by its position in the model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowId(pub usize);

/// An integer decision variable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: Name,
    /// Smallest value.
    pub lower: i64,
    /// Largest value.
    pub upper: i64,
    /// Whether solvers should begin without it, at zero, and take it in when its reduced cost says that it helps.
    pub held_back: bool,
    /// Whether so much follows from it that solvers should settle it before others.
    pub decisive: bool,
}

/// Which rule posted a row, and about whom.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Provenance {
    /// Code of the rule, such as `R13`.
    pub rule: &'static str,
    /// The case, unit, person or day it is about, in codes.
    pub subject: String,
}

/// What a row allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowBounds {
    /// At most this.
    AtMost(i64),
    /// At least this.
    AtLeast(i64),
    /// Exactly this.
    Exactly(i64),
}

/// A linear row `Σ coefficient · column` within bounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its name.
    pub name: Name,
    /// Who posted it.
    pub provenance: Provenance,
    /// Terms, sorted by column, each column once.
    pub terms: Vec<(ColumnId, i64)>,
    /// What it allows.
    pub bounds: RowBounds,
    /// Whether solvers may leave it out.
    pub kind: RowKind,
}

/// Whether solvers may leave a row out of a relaxation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// Never.
    Hard,
    /// Until it is violated: raising this column repairs it.
    Lazy(ColumnId),
    /// Always: every integer point that obeys the other rows obeys it, but it tightens relaxations. The column is one
    /// of the repairing columns that it bounds.
    Cut(ColumnId),
    /// While no other row in hand asks for this column, which is the sum of the row's other terms, and while that sum
    /// keeps the column's bounds.
    Count(ColumnId),
}

impl RowKind {
    /// Whether the row says something about columns that repair nothing, and so binds every point.
    pub fn binds(self) -> bool {
        matches!(self, RowKind::Hard | RowKind::Count(_))
    }

    /// The repairing column that a row which may be left out is about.
    pub fn about(self) -> Option<ColumnId> {
        match self {
            RowKind::Hard | RowKind::Count(_) => None,
            RowKind::Lazy(column) | RowKind::Cut(column) => Some(column),
        }
    }
}

/// One objective tier, to be minimized.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objective {
    /// Its name.
    pub name: Name,
    /// Terms, by column, each column once.
    pub terms: Vec<(ColumnId, i64)>,
    /// Added to the sum of the terms.
    pub constant: i64,
    /// How far above its optimum later tiers may push it.
    pub slack: i64,
}

/// A model: the feasible set and the tiers to minimize over it, one after the other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Model {
    /// Columns.
    pub columns: Vec<Column>,
    /// Rows.
    pub rows: Vec<Row>,
    /// Objective tiers in the order of their weight.
    pub objectives: Vec<Objective>,
}

impl Model {
    /// Adds an integer column between two bounds.
    pub fn add_column(&mut self, name: Name, lower: i64, upper: i64) -> ColumnId {
        self.columns.push(Column { name, lower, upper, held_back: false, decisive: false });
        ColumnId(self.columns.len() - 1)
    }

    /// Advises solvers to begin without a column. Its lower bound must be zero; the optimum stays the same.
    pub fn hold_back(&mut self, column: ColumnId) {
        self.columns[column.0].held_back = true;
    }

    /// Advises solvers to settle a column of bounds 0 and 1 before others.
    pub fn settle_first(&mut self, column: ColumnId) {
        self.columns[column.0].decisive = true;
    }

    /// Adds a row; terms of one column are added up and zero terms left out.
    ///
    /// A row without terms stays: if it cannot hold, the model is infeasible and its provenance says why.
    pub fn add_row(
        &mut self,
        name: Name,
        provenance: Provenance,
        terms: impl IntoIterator<Item = (ColumnId, i64)>,
        bounds: RowBounds,
    ) -> RowId {
        self.rows.push(Row { name, provenance, terms: collect_terms(terms), bounds, kind: RowKind::Hard });
        RowId(self.rows.len() - 1)
    }

    /// Adds a row `Σ terms ≥ least` that solvers may leave out until it is violated.
    ///
    /// `repair` must be a term with coefficient 1, stand in lazy rows only, and cost nothing or something in every
    /// tier, so that leaving the row out never makes a bound invalid.
    pub fn add_lazy_row(
        &mut self,
        name: Name,
        provenance: Provenance,
        terms: impl IntoIterator<Item = (ColumnId, i64)>,
        least: i64,
        repair: ColumnId,
    ) -> RowId {
        let row = self.add_row(name, provenance, terms, RowBounds::AtLeast(least));
        self.rows[row.0].kind = RowKind::Lazy(repair);
        row
    }

    /// Adds a row `Σ terms ≥ least` that every integer point obeying the other rows obeys, about the repairing column
    /// `about` among others.
    pub fn add_cut(
        &mut self,
        name: Name,
        provenance: Provenance,
        terms: impl IntoIterator<Item = (ColumnId, i64)>,
        least: i64,
        about: ColumnId,
    ) -> RowId {
        let row = self.add_row(name, provenance, terms, RowBounds::AtLeast(least));
        self.rows[row.0].kind = RowKind::Cut(about);
        row
    }

    /// Adds a row `Σ terms = column` by which a column counts others, which solvers may leave out with the column.
    ///
    /// The column must have no cost in any tier, and no other such row.
    pub fn add_count(
        &mut self,
        name: Name,
        provenance: Provenance,
        terms: impl IntoIterator<Item = ColumnId>,
        column: ColumnId,
    ) -> RowId {
        let terms = terms.into_iter().map(|term| (term, 1)).chain([(column, -1)]);
        let row = self.add_row(name, provenance, terms, RowBounds::Exactly(0));
        self.rows[row.0].kind = RowKind::Count(column);
        row
    }

    /// Adds an objective tier after those already there.
    pub fn add_objective(
        &mut self,
        name: Name,
        terms: impl IntoIterator<Item = (ColumnId, i64)>,
        constant: i64,
        slack: i64,
    ) {
        self.objectives.push(Objective { name, terms: collect_terms(terms), constant, slack });
    }

    /// Value of a tier for column values.
    pub fn objective_value(&self, objective: &Objective, values: &[i64]) -> i64 {
        objective.constant + sum(&objective.terms, values)
    }

    /// Whether the values obey every bound and row; the first broken row otherwise, or `None` for a bound.
    pub fn check(&self, values: &[i64]) -> Result<(), Option<&Row>> {
        if values.len() != self.columns.len()
            || self.columns.iter().zip(values).any(|(column, value)| *value < column.lower || column.upper < *value)
        {
            return Err(None);
        }
        match self.rows.iter().find(|row| !row.bounds.allow(sum(&row.terms, values))) {
            Some(row) => Err(Some(row)),
            None => Ok(()),
        }
    }

    /// A column that repairs rows which may be left out although a tier gains by raising it: then leaving them out would
    /// not lower the optimum, and no bound would be valid. `None` in a sound model.
    pub fn repair_that_pays(&self) -> Option<ColumnId> {
        let repairs = self.repairing();
        let costs = self.objectives.iter().flat_map(|objective| &objective.terms);
        costs.filter(|(column, cost)| *cost < 0 && repairs[column.0]).map(|(column, _)| *column).next()
    }

    /// Of each column, whether it repairs rows that may be left out.
    pub fn repairing(&self) -> Vec<bool> {
        let mut repairs = vec![false; self.columns.len()];
        for column in self.rows.iter().filter_map(|row| row.kind.about()) {
            repairs[column.0] = true;
        }
        repairs
    }

    /// Of each column, the rows that it stands in, in their order, with its coefficients.
    pub fn rows_by_column(&self) -> Vec<Vec<(RowId, i64)>> {
        let mut rows = vec![Vec::new(); self.columns.len()];
        for (index, row) in self.rows.iter().enumerate() {
            for (column, coefficient) in &row.terms {
                rows[column.0].push((RowId(index), *coefficient));
            }
        }
        rows
    }

    /// The rows that state the problem: all but the cuts.
    pub fn stated_rows(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| !matches!(row.kind, RowKind::Cut(_)))
    }

    /// Number of non-zero coefficients in the rows that state the problem.
    pub fn non_zeros(&self) -> usize {
        self.stated_rows().map(|row| row.terms.len()).sum()
    }
}

impl RowBounds {
    /// Whether a row value is allowed.
    pub fn allow(self, value: i64) -> bool {
        match self {
            RowBounds::AtMost(most) => value <= most,
            RowBounds::AtLeast(least) => least <= value,
            RowBounds::Exactly(exact) => value == exact,
        }
    }
}

impl Row {
    /// Value of the row's terms.
    pub fn value(&self, values: &[i64]) -> i64 {
        sum(&self.terms, values)
    }
}

fn sum(terms: &[(ColumnId, i64)], values: &[i64]) -> i64 {
    terms.iter().map(|(column, coefficient)| coefficient * values.get(column.0).copied().unwrap_or(0)).sum()
}

fn collect_terms(terms: impl IntoIterator<Item = (ColumnId, i64)>) -> Vec<(ColumnId, i64)> {
    let mut terms: Vec<(ColumnId, i64)> = terms.into_iter().collect();
    terms.sort_unstable();
    terms.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 += next.1;
        }
        same
    });
    terms.retain(|(_, coefficient)| *coefficient != 0);
    terms
}
