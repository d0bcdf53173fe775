//! A file as a table: its header found and matched, its data rows with their numbers.

use std::collections::BTreeMap;

use super::{
    cells,
    column::{Column, Spec},
    decode, fault, normal,
    rows::{self, NumberedRow, UnclosedQuote},
};
use crate::diag::{Diagnostic, Span, did_you_mean};

const HEADER_WITHIN: usize = 10;

/// Headers of facts that have no place in a roster for teams; nothing of them is read.
const REFUSED: &[&str] = &[
    "民族",
    "宗教信仰",
    "宗教",
    "健康状况",
    "健康",
    "婚育",
    "怀孕",
    "身份证号",
    "身份证号码",
    "手机",
    "手机号",
    "手机号码",
    "电话",
    "联系电话",
    "联系方式",
    "住址",
    "家庭住址",
    "照片",
    "微信",
    "ethnicity",
    "religion",
    "health",
    "pregnancy",
    "phone",
    "mobile",
    "photo",
    "address",
    "social_media",
];

/// One file of the folder whose header is known.
pub(crate) struct Sheet {
    /// File name as the folder has it.
    pub file: String,
    /// The table.
    pub spec: &'static Spec,
    /// Data rows, cells trimmed.
    pub rows: Vec<NumberedRow>,
    headers: BTreeMap<&'static str, (usize, String)>,
}

impl Sheet {
    /// Reads the file; `None` when nothing of it can be used, after saying why.
    pub fn open(file: &str, spec: &'static Spec, bytes: &[u8], diagnostics: &mut Vec<Diagnostic>) -> Option<Self> {
        let text = decode::decode(bytes).map_err(|guess| diagnostics.push(fault::encoding(file, guess))).ok()?;
        let mut rows =
            rows::split(&text).map_err(|UnclosedQuote(row)| diagnostics.push(fault::unclosed_quote(file, row))).ok()?;
        for (_, row) in &mut rows {
            for cell in row {
                *cell = cells::unguard(cell.trim()).to_owned();
            }
        }
        let headers = Headers::of(spec);
        let Some(header_at) = find_header(&headers, &rows) else {
            diagnostics.push(fault::no_header(file, spec));
            return None;
        };
        let data = rows.split_off(header_at + 1);
        let (header_row, header) = rows.pop()?;
        let mut sheet = Sheet { file: file.to_owned(), spec, rows: Vec::new(), headers: BTreeMap::new() };
        sheet.match_headers(&headers, header_row, &header, diagnostics);
        sheet.rows = data.into_iter().filter(|row| is_data(file, row, header.len(), diagnostics)).collect();
        Some(sheet)
    }

    /// The header of `column` as the file writes it; `None` when the file lacks the column.
    pub fn header(&self, column: &Column) -> Option<&str> {
        self.headers.get(column.key).map(|(_, header)| header.as_str())
    }

    /// Every known header as the file writes it, by column key.
    pub fn headers(&self) -> BTreeMap<&'static str, String> {
        self.headers.iter().map(|(key, (_, header))| (*key, header.clone())).collect()
    }

    /// The cell of `row` in `column`; `None` when blank or when the file lacks the column.
    pub fn cell<'row>(&self, row: &'row [String], column: &Column) -> Option<&'row str> {
        let (at, _) = self.headers.get(column.key)?;
        row.get(*at).map(String::as_str).filter(|cell| !cell.is_empty())
    }

    /// The place of a row, or of a cell in it.
    pub fn span(&self, row: usize, column: &Column, value: Option<&str>) -> Span {
        let mut span = Span::row(&self.file, row);
        span.column = Some(self.header(column).unwrap_or(column.zh).to_owned());
        span.value = value.map(str::to_owned);
        span
    }

    fn match_headers(&mut self, headers: &Headers, row: usize, header: &[String], diagnostics: &mut Vec<Diagnostic>) {
        let matches: Vec<_> = header.iter().map(|cell| headers.recognize(cell)).collect();
        for (at, cell) in header.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            let Some((column, rank)) = matches.get(at).copied().flatten() else {
                diagnostics.push(self.unknown_header(row, cell));
                continue;
            };
            let best =
                matches.iter().flatten().filter(|(other, _)| other.key == column.key).map(|(_, rank)| *rank).min();
            if best < Some(rank) {
                let by = header.iter().zip(&matches).find(|(_, found)| {
                    found.is_some_and(|(other, rank)| other.key == column.key && Some(rank) == best)
                });
                diagnostics.push(fault::column_shadowed(&self.file, row, cell, by.map_or("", |(by, _)| by.as_str())));
            } else if self.headers.contains_key(column.key) {
                diagnostics.push(fault::column_twice(&self.file, row, cell));
            } else {
                self.headers.insert(column.key, (at, cell.clone()));
            }
        }
        for column in self.spec.columns.iter().filter(|column| column.required) {
            if !self.headers.contains_key(column.key) {
                diagnostics.push(fault::column_missing(&self.file, row, column, header));
            }
        }
    }

    fn unknown_header(&self, row: usize, header: &str) -> Diagnostic {
        let token = normal::token(header);
        if REFUSED.iter().any(|refused| normal::token(refused) == token) {
            return fault::column_refused(&self.file, row, header);
        }
        let known = self.spec.columns.iter().flat_map(|column| column.headers());
        fault::column_unknown(&self.file, row, header, did_you_mean(header, known))
    }
}

/// Every header of a table in normal form, with its column and how far down the column's headers it stands.
struct Headers(BTreeMap<String, (&'static Column, usize)>);

impl Headers {
    fn of(spec: &'static Spec) -> Self {
        let headers = spec.columns.iter().flat_map(|column| {
            column.headers().enumerate().map(move |(rank, header)| (normal::token(header), (*column, rank)))
        });
        let mut known = BTreeMap::new();
        for (token, named) in headers {
            known.entry(token).or_insert(named);
        }
        Headers(known)
    }

    /// The column that a header names; a remark in parentheses does not count.
    fn recognize(&self, header: &str) -> Option<(&'static Column, usize)> {
        let token = normal::token(header);
        let bare = token.split('(').next().unwrap_or_default();
        self.0.get(&token).or_else(|| self.0.get(bare)).copied()
    }
}

/// Rosters have titles above the header: of the first rows, the one with most known headers is the header.
fn find_header(headers: &Headers, rows: &[NumberedRow]) -> Option<usize> {
    let mut best: Option<(usize, usize)> = None;
    for (at, (_, row)) in rows.iter().enumerate().take(HEADER_WITHIN) {
        let known = row.iter().filter(|cell| headers.recognize(cell).is_some()).count();
        let filled = row.iter().filter(|cell| !cell.is_empty()).count();
        if (known >= 2 || (known == 1 && filled == 1)) && best.is_none_or(|(_, most)| known > most) {
            best = Some((at, known));
        }
    }
    best.map(|(at, _)| at)
}

fn is_data(file: &str, (number, row): &NumberedRow, width: usize, diagnostics: &mut Vec<Diagnostic>) -> bool {
    let mut filled = row.iter().filter(|cell| !cell.is_empty());
    let first = filled.next().map_or("", String::as_str);
    if is_total(first) || (filled.next().is_none() && is_remark(first)) {
        diagnostics.push(fault::row_skipped(file, *number, first));
        return false;
    }
    if let Some(surplus) = row.iter().skip(width).find(|cell| !cell.is_empty()) {
        diagnostics.push(fault::too_many_cells(file, *number, surplus));
        return false;
    }
    true
}

fn is_total(cell: &str) -> bool {
    let token = normal::token(cell);
    ["合计", "总计", "小计", "共计"].iter().any(|word| token.starts_with(word))
        || ["total", "subtotal", "grandtotal", "sum"].contains(&token.as_str())
}

fn is_remark(cell: &str) -> bool {
    ["注", "备注", "说明", "填表人", "制表人", "填报单位", "note"]
        .iter()
        .any(|word| normal::token(cell).starts_with(word))
}
