//! One row being read: typed cells, and a diagnostic for every cell that cannot be read.
//!
//! A cell that cannot be read yields a neutral value and is remembered, so that the faults of all cells of the row
//! are found at once; such a row never becomes a record of the pool.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::column::{Column, Edge, Kind, Space};
use super::fault::{self, Fault};
use super::index::Index;
use super::sheet::Sheet;
use super::vocabulary::{Flag, Word, Worded};
use super::{dates, normal, numbers};
use crate::diag::{Diagnostic, did_you_mean};
use crate::pool::{OrganisationId, PartialDate, Period, SkillName};

/// Career organisations that matched nothing: how often, and where first.
pub(crate) type Unmatched = BTreeMap<String, (usize, crate::diag::Span)>;

/// The row being read.
pub(crate) struct Row<'a> {
    pub sheet: &'a Sheet,
    pub number: usize,
    pub cells: &'a [String],
    pub index: &'a Index,
    pub diagnostics: &'a mut Vec<Diagnostic>,
    pub unmatched: &'a mut Unmatched,
    /// The columns whose cells could not be read; with one of them the row cannot become a record.
    pub unread: BTreeSet<&'static str>,
}

impl Row<'_> {
    /// Free text.
    pub fn text(&mut self, column: &Column) -> Option<String> {
        match self.sheet.cell(self.cells, column) {
            Some(cell) if !is_dash(cell) => Some(cell.to_owned()),
            _ => {
                self.miss(column);
                None
            }
        }
    }

    /// The name of the record, without padding.
    pub fn name(&mut self, column: &Column) -> Option<String> {
        self.text(column).map(|text| normal::name(&text))
    }

    /// The id of the record.
    pub fn id(&mut self, column: &Column) -> String {
        let id =
            self.parsed(column, |_, text| if is_rounded(text) { Err(fault::rounded()) } else { Ok(normal::id(text)) });
        match (id, column.kind) {
            // That the id stands twice was told when the ids were collected.
            (Some(id), Kind::Id(space)) if self.index.first_row(space, &id) != Some(self.number) => {
                self.unread.insert(column.key);
                self.stand_in()
            }
            (Some(id), _) => id,
            (None, _) => self.stand_in(),
        }
    }

    /// Keeps rows without a readable id apart; no cell can hold it.
    fn stand_in(&self) -> String {
        format!("\0{}:{}", self.sheet.file, self.number)
    }

    /// The id that the cell gives, or that belongs to the name that it gives.
    pub fn reference(&mut self, column: &Column) -> Option<String> {
        let space = super::index::target(column.kind)?;
        self.parsed(column, |index, text| resolve(index, space, text))
    }

    /// Tells of a name in `column` that belongs to others than the record of this id, which stands in `beside`.
    pub fn held_against(&mut self, column: &Column, beside: &Column, space: Space, id: Option<&str>) {
        let (Some(id), Some(name)) = (id, self.sheet.cell(self.cells, column)) else { return };
        let others = self.index.named_otherwise(space, name, id);
        if let Some(others) = others {
            self.report(column, fault::disagreeing(beside, id, &others));
        }
    }

    /// The ids that the cell lists.
    pub fn references(&mut self, column: &Column) -> Vec<String> {
        let Some(space) = super::index::target(column.kind) else { return Vec::new() };
        self.list(column, |index, text| resolve(index, space, text))
    }

    /// The pieces of text that the cell lists.
    pub fn texts(&mut self, column: &Column) -> Vec<String> {
        self.list(column, |_, text| Ok(text.to_owned()))
    }

    /// The value that the cell's word names.
    pub fn word<T: Worded>(&mut self, column: &Column) -> Option<T> {
        let optional = !column.required;
        self.parsed(column, |_, text| match T::named(text) {
            None if optional && matches!(text, "无" | "none") => Ok(None),
            value => value.map(Some).ok_or_else(|| not_a_word(T::WORDS, text)),
        })
        .flatten()
    }

    /// The value that the cell's word names, or what stands for it when there is none.
    pub fn word_or<T: Worded>(&mut self, column: &Column, otherwise: T) -> T {
        self.word(column).unwrap_or(otherwise)
    }

    /// The values that the cell's words name.
    pub fn words<T: Worded>(&mut self, column: &Column) -> Vec<T> {
        if self.sheet.cell(self.cells, column).is_some_and(|cell| matches!(cell, "无" | "none")) {
            return Vec::new();
        }
        self.list(column, |_, text| T::named(text).ok_or_else(|| not_a_word(T::WORDS, text)))
    }

    /// Yes, no, or blank as no.
    pub fn flag(&mut self, column: &Column) -> bool {
        self.flag_or(column, false)
    }

    /// Yes, no, or blank as `otherwise`.
    pub fn flag_or(&mut self, column: &Column, otherwise: bool) -> bool {
        self.word(column).map_or(otherwise, |flag: Flag| flag == Flag::Yes)
    }

    /// A date as precise as it is written.
    pub fn date(&mut self, column: &Column) -> Option<PartialDate> {
        let mut warning = None;
        let date = self.parsed(column, |_, text| match dates::read(text) {
            dates::Reading::Known(date) => Ok(Some(date)),
            dates::Reading::Ambiguous(date) => {
                warning = Some(fault::date_ambiguous(&date.to_string()));
                Ok(Some(date))
            }
            dates::Reading::Present if column.kind == Kind::End => Ok(None),
            dates::Reading::Present => Err(fault::date_open()),
            dates::Reading::OtherAge(year) => Err(fault::date_of_another_age(year)),
            dates::Reading::Unknown => Err(fault::date()),
        });
        if let Some(warning) = warning {
            self.report(column, warning);
        }
        date.flatten()
    }

    /// A stretch of time; the start is required.
    pub fn period(&mut self, from: &Column, to: &Column) -> Period {
        // The neutral value is never seen: a row without a start has failed.
        let start = self.date(from).unwrap_or(PartialDate::from(Date::default()));
        Period { from: start, to: self.date(to) }
    }

    /// A day; a month stands for its first or last day, as the column says.
    pub fn day(&mut self, column: &Column) -> Option<Date> {
        let edge = if let Kind::Day(edge) = column.kind { edge } else { Edge::First };
        self.parsed(column, |_, text| match dates::read(text) {
            dates::Reading::Known(date) if date.earliest().month() != date.latest().month() => {
                Err(fault::date_too_coarse())
            }
            dates::Reading::Known(date) if edge == Edge::First => Ok(date.earliest()),
            dates::Reading::Known(date) => Ok(date.latest()),
            dates::Reading::Ambiguous(date) => Err(fault::date_ambiguous_day(&date.to_string())),
            dates::Reading::Present => Err(fault::date_open()),
            dates::Reading::OtherAge(year) => Err(fault::date_of_another_age(year)),
            dates::Reading::Unknown => Err(fault::date()),
        })
    }

    /// A whole number within the column's bounds.
    pub fn whole(&mut self, column: &Column) -> Option<i64> {
        let (least, most) = if let Kind::Whole(least, most) = column.kind { (least, most) } else { (0, i64::MAX) };
        self.parsed(column, |_, text| {
            let number = numbers::whole(text).ok_or_else(|| fault::number("整数", "a whole number"))?;
            within(number, least, most, |bound| bound.to_string())
        })
    }

    /// A share of full time in thousandths; a blank is full time.
    pub fn share(&mut self, column: &Column) -> i64 {
        self.parsed(column, |_, text| {
            let share = numbers::share(text).ok_or_else(|| {
                fault::number("占全时的比例，如 0.5 或 50%", "a share of full time such as 0.5 or 50%")
            })?;
            within(share, 0, 1000, numbers::show_share)
        })
        .unwrap_or(1000)
    }

    /// An amount in fen.
    pub fn yuan(&mut self, column: &Column) -> i64 {
        self.parsed(column, |_, text| {
            let fen = numbers::yuan(text).ok_or_else(|| {
                fault::number("以元计的金额，至多两位小数", "an amount in yuan with at most two decimals")
            })?;
            within(fen, 0, MOST_FEN, numbers::show_yuan)
        })
        .unwrap_or_default()
    }

    /// A coordinate in degrees.
    fn degrees(&mut self, column: &Column) -> Option<f64> {
        let bound = if let Kind::Degrees(bound) = column.kind { bound } else { 180 };
        self.parsed(column, |_, text| {
            let degrees = numbers::degrees(text)
                .ok_or_else(|| fault::number("以度计的坐标，如 112.57", "a coordinate in degrees such as 112.57"))?;
            if degrees.abs() <= bound as f64 {
                Ok(degrees)
            } else {
                Err(fault::out_of_range(&format!("-{bound}"), &bound.to_string()))
            }
        })
    }

    /// Two coordinates; one without the other is a fault.
    pub fn both(&mut self, columns: (&Column, &Column)) -> Option<(f64, f64)> {
        let (first, second) = columns;
        if self.has(first) != self.has(second) {
            let missing = if self.has(first) { second } else { first };
            self.report(missing, fault::half_a_seat());
        }
        self.degrees(first).zip(self.degrees(second))
    }

    /// Says that an informant must not be named, without repeating the name.
    pub fn refuse_informant_name(&mut self, column: &Column) {
        self.unread.insert(column.key);
        // The value stays out of the message: repeating it would spread what must not be on file.
        self.diagnostics.push(fault::informant_named().at(self.sheet.span(self.number, &[], column, None)));
    }

    /// A skill of the dictionary, by its Chinese name.
    pub fn skill(&mut self, column: &Column) -> Option<SkillName> {
        self.parsed(column, |index, text| {
            index.skills.named(text).ok_or_else(|| fault::skill(did_you_mean(text, index.skills.names())))
        })
    }

    /// The organisation that a career line names at its time; `None` when none on file matches.
    pub fn organisation_then(&mut self, column: &Column, period: Period) -> Option<OrganisationId> {
        let text = self.sheet.cell(self.cells, column)?;
        match self.index.organisation_then(text, period) {
            Ok(Some(organisation)) => Some(organisation),
            Ok(None) => {
                let span = self.sheet.span(self.number, self.cells, column, Some(text));
                self.unmatched.entry(text.to_owned()).or_insert((0, span)).0 += 1;
                None
            }
            Err(fault) => {
                self.report(column, fault);
                None
            }
        }
    }

    /// Whether the cell of `column` is filled.
    pub fn has(&self, column: &Column) -> bool {
        self.sheet.cell(self.cells, column).is_some()
    }

    fn parsed<T>(&mut self, column: &Column, parse: impl FnOnce(&Index, &str) -> Result<T, Fault>) -> Option<T> {
        match self.sheet.cell(self.cells, column) {
            Some(text) if !is_dash(text) => parse(self.index, text).map_err(|fault| self.report(column, fault)).ok(),
            _ => {
                self.miss(column);
                None
            }
        }
    }

    fn list<T>(&mut self, column: &Column, parse: impl Fn(&Index, &str) -> Result<T, Fault>) -> Vec<T> {
        let cell = self.sheet.cell(self.cells, column).filter(|cell| !is_dash(cell));
        let mut values = Vec::new();
        for piece in cell.into_iter().flat_map(normal::pieces) {
            match parse(self.index, piece) {
                Ok(value) => values.push(value),
                Err(fault) => self.report_value(column, Some(piece), fault),
            }
        }
        if values.is_empty() {
            self.miss(column);
        }
        values
    }

    fn miss(&mut self, column: &Column) {
        // A column that the header lacks was reported once, for the whole file.
        if column.required && self.sheet.header(column).is_some() {
            self.diagnostics.push(fault::blank(column).at(self.sheet.span(self.number, self.cells, column, None)));
        }
        if column.required {
            self.unread.insert(column.key);
        }
    }

    fn report(&mut self, column: &Column, fault: Fault) {
        self.report_value(column, self.sheet.cell(self.cells, column), fault);
    }

    fn report_value(&mut self, column: &Column, value: Option<&str>, fault: Fault) {
        if fault.is_error() {
            self.unread.insert(column.key);
        }
        self.diagnostics.push(fault.at(self.sheet.span(self.number, self.cells, column, value)));
    }
}

/// A million yuan a day or kilometer: nobody pays that.
pub(crate) const MOST_FEN: i64 = 100_000_000;

fn within(number: i64, least: i64, most: i64, show: impl Fn(i64) -> String) -> Result<i64, Fault> {
    if (least..=most).contains(&number) { Ok(number) } else { Err(fault::out_of_range(&show(least), &show(most))) }
}

fn resolve(index: &Index, space: Space, text: &str) -> Result<String, Fault> {
    if is_rounded(text) { Err(fault::rounded()) } else { index.resolve(space, text) }
}

fn not_a_word(words: &[Word], text: &str) -> Fault {
    let zh: Vec<&str> = words.iter().map(|word| word.zh).collect();
    let en: Vec<&str> = words.iter().map(|word| word.key).collect();
    let known = words.iter().flat_map(|word| [word.zh, word.key].into_iter().chain(word.aliases.iter().copied()));
    fault::word(&zh, &en, did_you_mean(text, known))
}

/// A dash says that there is nothing to say.
fn is_dash(text: &str) -> bool {
    matches!(text, "-" | "—" | "——" | "–" | "/" | "N/A" | "n/a")
}

/// Spreadsheets keep 15 digits: longer ids end in zeros or turn into powers of ten.
fn is_rounded(text: &str) -> bool {
    let text = normal::id(text);
    let digits = |part: &str| !part.is_empty() && part.chars().all(|character| character.is_ascii_digit());
    let zeros = text.len() >= 18 && digits(&text) && text.ends_with("000");
    let power = text.split_once(['E', 'e']).is_some_and(|(mantissa, exponent)| {
        exponent.strip_prefix('+').is_some_and(digits) && digits(&mantissa.replacen('.', "", 1))
    });
    zeros || power
}

#[cfg(test)]
mod tests {
    use super::is_rounded;

    #[test]
    fn ids_that_a_spreadsheet_rounded_are_told() {
        assert!(is_rounded("430421198001010000"));
        assert!(is_rounded("4.30421E+17"));
        assert!(!is_rounded("430421198001011234"));
        assert!(!is_rounded("430421000"));
        assert!(!is_rounded("e1"));
        assert!(!is_rounded("p1000"));
    }
}
